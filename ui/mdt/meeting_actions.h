// Who does what by when, as a meeting agrees it: a row for each action, one more with Ctrl+Plus or the button.
#pragma once

#include "app/meetings.h"

#include <QWidget>

class QLineEdit;
class QVBoxLayout;

namespace holdfast::ui {

class Choice;
class DayEdit;
class FieldBox;
class Theme;

class MeetingActions final : public QWidget {
    Q_OBJECT

public:
    explicit MeetingActions(const Theme& theme, QWidget* parent = nullptr);

    void setPeople(const std::vector<Worker>& workers, Date today, Date usual);
    void setActions(const std::vector<MeetingAction>& actions);
    std::vector<MeetingAction> actions() const;
    void setError(std::size_t index, const QString& field, const QString& error);
    void clearErrors();
    void addAction();

signals:
    void edited();

private:
    struct Row {
        QWidget* box = nullptr;
        QLineEdit* what = nullptr;
        Choice* owner = nullptr;
        DayEdit* due = nullptr;
        FieldBox* whatBox = nullptr;
        FieldBox* ownerBox = nullptr;
        FieldBox* dueBox = nullptr;
        NeedScope need = NeedScope::both;
    };
    void add(const MeetingAction& action);

    const Theme& m_theme;
    std::vector<Worker> m_workers;
    Date m_today{};
    Date m_usual{};  ///< by when, unless somebody says otherwise
    std::vector<Row> m_rows;
    QVBoxLayout* m_column;
};

/// A drop-down of workers, with `none` first.
void offerWorkers(Choice& choice, const std::vector<Worker>& workers, const QString& none);
/// Chooses one, who may have left since.
void chooseWorker(Choice& choice, const WorkerId& worker);

}  // namespace holdfast::ui
