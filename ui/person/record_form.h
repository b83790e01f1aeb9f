// A form for one kind of event, put together from a few editors: it turns keys into an event and knows what is missing.
#pragma once

#include "app/cases.h"
#include "domain/local_guide.h"
#include "domain/service.h"
#include "person/record_kind.h"

#include <QHash>
#include <QList>
#include <QWidget>

#include <functional>
#include <optional>
#include <vector>

class QCheckBox;
class QLineEdit;
class QVBoxLayout;

namespace holdfast::ui {

class Choice;
class DayEdit;
class FieldBox;
class GrowingText;
class Theme;

/// What a form needs to know to offer sensible answers.
struct RecordContext {
    app::CaseFile file;
    std::vector<Service> services;
    std::vector<Worker> workers;
    Worker me;
    Instant now;
    std::optional<Need> need;              ///< the need it was opened for
    EventId event;                         ///< the entry it is about
    ServiceId about{};                     ///< the service that the action it was opened for is about; may be empty
    std::vector<std::string> protocols{};  ///< protocols and leaflets named before, latest first
    std::vector<LocalGuide> guides{};      ///< the team's own protocols and leaflets, every version
};

class RecordForm final : public QWidget {
    Q_OBJECT

public:
    RecordForm(const Theme& theme, RecordContext context, QWidget* parent = nullptr);

    const RecordContext& context() const { return m_context; }
    /// After a conflict: the case moved on, the answers stay.
    void setFile(app::CaseFile file) { m_context.file = std::move(file); }

    /// The day it happened, as far as it can be read; what is offered may hang on it.
    Date happenedOn() const { return m_happenedOn; }
    void setHappenedOn(Date day);

    // Building blocks; each adds a labelled field and returns its editor.
    Choice* addNeed(const QString& label);
    Choice* addService(const QString& label, const ServiceId& chosen, bool mayBeEmpty = false);
    /// With `elsewhere` the box can also say that nobody is named.
    Choice* addWorker(const QString& label, const WorkerId& chosen, const QString& nobody = {});
    Choice* addChoice(const QString& label, const QList<std::pair<QString, QString>>& wordsAndValues);
    GrowingText* addText(const QString& label, const QString& hint = {}, int lines = 2);
    QLineEdit* addLine(const QString& label, const QString& hint = {});
    /// A line that offers what was typed before.
    QLineEdit* addCompleted(const QString& label, const QString& hint, const QStringList& known);
    DayEdit* addDay(const QString& label, const QString& hint = {});
    QCheckBox* addTick(const QString& label);
    void addNote(const QString& text);
    /// Offers to attach what the service sent as soon as the entry is kept, to those who may.
    void addPaperTick(const QString& label);
    bool wantsPaper() const;

    /// `problem` says what to do about the answer, or nothing when it is fine.
    void require(QWidget* editor, std::function<QString()> problem);
    /// Common: an answer must be chosen or typed.
    void requireAnswer(QWidget* editor, const QString& problem);
    /// What was said is written outside the form; `problem` says what to do when it is empty, or nothing when it may be.
    void requireWords(std::function<QString()> problem) { m_wordsProblem = std::move(problem); }
    QString wordsProblem() const { return m_wordsProblem ? m_wordsProblem() : QString{}; }
    void produce(std::function<EventBody()> produce) { m_produce = std::move(produce); }

    /// Nothing while something is missing.
    std::optional<EventBody> body() const;
    /// Marks what is missing and goes to the first; false when something is.
    bool showProblems();
    /// A refusal that names a place in the event: "/re_offer_on".
    bool showProblemAt(const QString& pointer, const QString& problem);
    void setPointer(QWidget* editor, const QString& pointer);

    /// The need that the answers are about now, for what depends on it.
    void setWidgetVisible(QWidget* editor, bool visible);

signals:
    void changed();
    void dayChanged();

private:
    FieldBox* add(const QString& label, QWidget* editor, const QString& hint = {});
    FieldBox* boxOf(QWidget* editor) const;

    struct Check {
        QWidget* editor;
        std::function<QString()> problem;
    };

    const Theme& m_theme;
    RecordContext m_context;
    Date m_happenedOn;
    QVBoxLayout* m_column;
    QList<FieldBox*> m_boxes;
    std::vector<Check> m_checks;
    QHash<QString, QWidget*> m_pointers;
    std::function<EventBody()> m_produce;
    std::function<QString()> m_wordsProblem;
    QCheckBox* m_paper = nullptr;
};

/// Puts the focus there, and brings its whole field with the error into sight.
void goTo(FieldBox* box);

/// Fills a form for that kind.
void buildForm(RecordForm& form, RecordKind kind);

// One for each kind; in record_forms_*.cpp.
void buildContact(RecordForm& form);
void buildAttempt(RecordForm& form);
void buildReferral(RecordForm& form);
void buildChallengeSent(RecordForm& form);
void buildChallengeAnswered(RecordForm& form);
void buildChallengeWithdrawn(RecordForm& form);
void buildStepHandedOn(RecordForm& form);
void buildSecondLook(RecordForm& form);
void buildHandover(RecordForm& form);
void buildWorker(RecordForm& form);
void buildPersonDeclined(RecordForm& form);
void buildAftercare(RecordForm& form);
void buildMdt(RecordForm& form);
void buildClosure(RecordForm& form);
void buildReopen(RecordForm& form);
void buildEnteredInError(RecordForm& form);
void buildDied(RecordForm& form);
void buildReasonInWriting(RecordForm& form);
void buildProtocol(RecordForm& form);
void buildSecondOpinion(RecordForm& form);
void buildFeedback(RecordForm& form);
void buildCheckIn(RecordForm& form);
void buildGoodExperience(RecordForm& form);
void buildCost(RecordForm& form);

}  // namespace holdfast::ui
