// The sheet around a record form: when it happened, what was said, what it will change, and saving it. A conflict or a
// failure keeps every word that was typed.
#pragma once

#include "app/cases.h"
#include "person/record_form.h"
#include "widgets/dialog_sheet.h"

#include <QTimer>

class QGridLayout;
class QVBoxLayout;

namespace holdfast::ui {

class Banner;
class Desk;
class RunLabel;

class RecordSheet final : public DialogSheet {
    Q_OBJECT

public:
    RecordSheet(Theme& theme, Desk& desk, RecordKind kind, RecordContext context, QWidget& window);

    RecordForm& form() const { return *m_form; }
    /// What would be recorded now; nothing while something is missing.
    std::optional<app::RecordInput> input() const;
    /// Says at its field when the moment cannot be read or is still to come.
    bool whenIsFine();
    /// Draws what a record would change.
    void showPreview(const Result<app::RecordOutcome>& outcome);

signals:
    void recorded(const holdfast::app::RecordOutcome& outcome);

private:
    void addWhen(QVBoxLayout& column);
    void addSafety(QVBoxLayout& column);
    void addPreview(QVBoxLayout& column);
    std::optional<Instant> when() const;
    QString wordsProblem() const;
    bool wordsAreFine();
    void typed();
    void askPreview();
    void save();
    void answered(const Result<app::RecordOutcome>& outcome);
    void explain(const Error& error);
    void loadTheirChange();

    Theme& m_theme;
    Desk& m_desk;
    RecordKind m_kind;
    CommandId m_command;
    RecordForm* m_form;
    DayEdit* m_day = nullptr;
    QLineEdit* m_time = nullptr;
    FieldBox* m_dayBox = nullptr;
    FieldBox* m_timeBox = nullptr;
    bool m_whenTouched = false;
    GrowingText* m_words = nullptr;
    FieldBox* m_wordsBox = nullptr;
    std::vector<std::pair<int, Choice*>> m_safety;  ///< index into safetyWords()
    RunLabel* m_preview = nullptr;
    Banner* m_stop = nullptr;
    Banner* m_conflict = nullptr;
    Button* m_primary = nullptr;
    QTimer m_settle;
    int m_generation = 0;
};

/// The lines that say what changes: "Mental health, held by: Lantern, was Wrenfield CMHT."
QStringList changeLines(const app::RecordOutcome& outcome, Instant now);

}  // namespace holdfast::ui
