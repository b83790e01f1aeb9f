// What one measure is: what is counted, of what, where it comes from and how sure that is. And on to the cases behind it.
#pragma once

#include "report/measure.h"
#include "widgets/dialog_sheet.h"

#include <optional>

namespace holdfast::ui {

class MeasureSheet final : public DialogSheet {
    Q_OBJECT

public:
    /// The same told apart by what the page's table is.
    struct Line {
        std::string key;
        QString label;
        report::Figure figure;
    };
    struct Apart {
        QString by;  ///< "Service"
        std::vector<Line> lines{};
    };

    /// `before` when two periods are compared. With `maySeeCases` false it says why there is no list.
    MeasureSheet(const Theme& theme, const report::Measure& measure, const report::Figure& now,
                 const std::optional<report::Figure>& before, Apart apart, bool maySeeCases, QWidget& window);

signals:
    void casesRequested(bool whole);
    void lineRequested(const QString& key, const QString& label);  ///< the cases of one line

private:
    void addLine(QVBoxLayout& column, const QString& head, const QString& words);
    void addLines(QVBoxLayout& column, const report::Measure& measure, Apart apart, bool maySeeCases);
    void addCases(const report::Measure& measure, const report::Figure& now, bool maySeeCases);
};

/// Why a keyworker sees the figures and not who is behind them.
QString casesRefusedTitle();
QString casesRefusedWords();

}  // namespace holdfast::ui
