// The left side of Log a reply: what they said, exactly, with how and when it came. Decides nothing.
#pragma once

#include "app/cases.h"
#include "domain/policy.h"
#include "domain/service.h"
#include "domain/worker.h"

#include <QWidget>

#include <vector>

class QButtonGroup;
class QDateTimeEdit;
class QLineEdit;
class QSpinBox;
class QVBoxLayout;

namespace holdfast::ui {

class Button;
class Choice;
class ChoiceCard;
class FieldBox;
class GrowingText;
class ReasonPicker;
class ReplySafety;
class SegmentedControl;
class Theme;

/// What the lists of the form are made of.
struct ReplyContext {
    app::CaseFile file;
    std::vector<Service> services;
    std::vector<Worker> workers;
};

class ReplyForm final : public QWidget {
    Q_OBJECT

public:
    ReplyForm(const Theme& theme, const Policy& policy, QWidget* parent = nullptr);

    /// `now` is the default and the latest for Received. Keeps what was typed.
    /// `from` is whose answer is expected; the service of the referral when it is empty.
    void setContext(const ReplyContext& context, Need need, Instant now, const ServiceId& from = {});
    Need need() const;
    std::optional<ServiceId> service() const;
    std::optional<ResponseKind> kind() const;
    /// The record input without person, version and command. Nothing until an answer and a service are chosen.
    std::optional<app::RecordInput> input() const;
    /// True as soon as there is something that closing would lose.
    bool isTouched() const { return m_touched; }

    /// In one column the engine's answer stands right after the reason.
    void holdAfterReason(QWidget* panel);

    /// Marks what is missing; moves to the first of it. False when something is.
    bool check();
    /// Shows an error of the use case at its field: "/reason", "at", "command".
    bool showError(const Error& error);
    /// Asks for the reason why no challenge follows; true when it is answered.
    bool askWhyNoChallenge();
    void forgetWhyNoChallenge();

signals:
    void changed();
    void needChanged(holdfast::Need need);

private:
    void buildWhere(QVBoxLayout& column);
    void buildWhen(QVBoxLayout& column);
    void buildAnswers(QVBoxLayout& column);
    void buildReason(QVBoxLayout& column);
    void buildWords(QVBoxLayout& column);
    void fillServices(const ServiceId& wanted);
    void fillWorkers();
    void chooseOther(ResponseKind kind);
    void kindChosen();
    void refreshVisible();
    void refreshSuggestions();
    void touch();
    QWidget* pair(QWidget* left, QWidget* right, int leftStretch, int rightStretch);

    const Theme& m_theme;
    const Policy& m_policy;
    ReplyContext m_context;
    Instant m_now;
    bool m_touched = false;
    bool m_filling = false;

    SegmentedControl* m_need = nullptr;
    FieldBox* m_needField = nullptr;
    Choice* m_service = nullptr;
    FieldBox* m_serviceField = nullptr;
    QDateTimeEdit* m_received = nullptr;
    FieldBox* m_receivedField = nullptr;
    Choice* m_channel = nullptr;
    QButtonGroup* m_answers = nullptr;
    ChoiceCard* m_otherAnswer = nullptr;
    Button* m_more = nullptr;
    FieldBox* m_answerField = nullptr;
    ReasonPicker* m_reason = nullptr;
    FieldBox* m_reasonField = nullptr;
    QSpinBox* m_weeks = nullptr;
    FieldBox* m_weeksField = nullptr;
    Choice* m_pointsTo = nullptr;
    FieldBox* m_pointsToField = nullptr;
    GrowingText* m_words = nullptr;
    QWidget* m_suggestions = nullptr;
    Choice* m_worker = nullptr;
    FieldBox* m_workerField = nullptr;
    QLineEdit* m_toldBy = nullptr;
    ReplySafety* m_safety = nullptr;
    GrowingText* m_why = nullptr;
    FieldBox* m_whyField = nullptr;
};

}  // namespace holdfast::ui
