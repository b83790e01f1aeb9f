// Asks why, and until when where that matters, before something is decided about keeping records.
#pragma once

#include "base/error.h"
#include "base/time.h"
#include "widgets/dialog_sheet.h"

#include <optional>
#include <string>

namespace holdfast::ui {

class Banner;
class Button;
class DayEdit;
class FieldBox;
class GrowingText;

class ReasonSheet final : public DialogSheet {
    Q_OBJECT

public:
    struct Words {
        QString title;
        QString about;  ///< a person's name, or empty
        QString intro;
        QString hint;
        QString primary;
        QString icon;
    };
    /// Asks for a day as well when there is one to begin with.
    ReasonSheet(const Theme& theme, const Words& words, Date today, const std::optional<Date>& until, QWidget& window);

    /// It is done: closes.
    void finish();
    /// Shows at the field what to do, or above.
    void explain(const Error& error, const QString& said);

signals:
    /// Answered with finish() or explain().
    void decided(const std::string& reason, const std::optional<holdfast::Date>& until);

private:
    void submit();

    Banner* m_problem;
    DayEdit* m_day = nullptr;
    FieldBox* m_dayField = nullptr;
    GrowingText* m_reason;
    FieldBox* m_reasonField;
    Button* m_done;
};

}  // namespace holdfast::ui
