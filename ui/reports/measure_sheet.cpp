#include "reports/measure_sheet.h"

#include "report/case_list.h"
#include "reports/document_table.h"
#include "reports/report_words.h"
#include "theme/theme.h"
#include "widgets/buttons.h"
#include "widgets/text.h"
#include "words/answer_words.h"
#include "words/codes.h"

#include <QBoxLayout>
#include <QTableView>

namespace holdfast::ui {
namespace {

constexpr int sheetWidth = 640;

}  // namespace

QString casesRefusedTitle()
{
    return MeasureSheet::tr("You see the figures here, not who is behind them");
}

QString casesRefusedWords()
{
    return MeasureSheet::tr("Lists of people across services are for coordinators and supervisors, and each look is "
                            "recorded. The people you work with are under People.");
}

MeasureSheet::MeasureSheet(const Theme& theme, const report::Measure& measure, const report::Figure& now,
                           const std::optional<report::Figure>& before, Apart apart, bool maySeeCases, QWidget& window)
    : DialogSheet{theme, text(measure.title), sheetWidth, window}
{
    setObjectName(QStringLiteral("measureSheet"));
    setAttribute(Qt::WA_DeleteOnClose);
    setSubtitle(figureWords(measure, now), before ? tr(". Before: %1").arg(figureWords(measure, *before)) : QString{});
    auto* column = addColumn(12);
    addLine(*column, tr("What it is"), text(measure.definition));
    addLine(*column, tr("What is counted"), text(measure.part));
    addLine(*column, tr("Of what"), text(measure.whole));
    addLine(*column, tr("Where it comes from"), text(measure.source));
    addLine(*column, tr("How sure that is"), words(measure.certainty));
    addLines(*column, measure, std::move(apart), maySeeCases);
    footer()->addStretch(1);
    addCancel(tr("Close"));
    addCases(measure, now, maySeeCases);
    if (!maySeeCases)
        addLine(*column, casesRefusedTitle(), casesRefusedWords());
    else if (report::isOfNobodyKnown(measure))
        addLine(*column, tr("No list"), tr("It is recorded without saying of whom, so there is nobody to list."));
}

void MeasureSheet::addLine(QVBoxLayout& column, const QString& head, const QString& words)
{
    if (words.isEmpty())
        return;
    auto* line = new QVBoxLayout;
    line->setSpacing(theme().px(2));
    line->addWidget(plainLabel(head, Type::small, Color::ink3));
    line->addWidget(new RunLabel{theme(), Type::body, {{words}}});
    column.addLayout(line);
}

void MeasureSheet::addLines(QVBoxLayout& column, const report::Measure& measure, Apart apart, bool maySeeCases)
{
    using report::Cell;
    using report::ColumnKind;
    std::erase_if(apart.lines,
                  [](const Line& line) { return line.figure.part == 0 && line.figure.whole.value_or(0) == 0; });
    if (apart.lines.empty())
        return;
    report::Table table{"apart", {}, {}, {{"key", {}}, {"label", apart.by.toStdString()}}, {}};
    table.columns.push_back({"part", tr("Counted").toStdString(), ColumnKind::count});
    if (measure.unit == report::Unit::share)
        table.columns.push_back({"whole", tr("Of").toStdString(), ColumnKind::count});
    if (measure.unit != report::Unit::count)
        table.columns.push_back({"figure", tr("Figure").toStdString()});
    for (const Line& line : apart.lines) {
        std::vector<Cell> row{line.key, line.label.toStdString(), std::int64_t{line.figure.part}};
        if (measure.unit == report::Unit::share)
            row.emplace_back(std::int64_t{line.figure.whole.value_or(0)});
        if (measure.unit != report::Unit::count)
            row.emplace_back(headFigure(measure, line.figure).toStdString());
        table.rows.push_back(std::move(row));
    }
    auto* rows = new DocumentTableModel{this};
    auto* view = documentTable(theme(), *rows, tr("By %1").arg(apart.by.toLower()));
    view->setObjectName(QStringLiteral("measureLines"));
    rows->setTable(std::move(table));
    column.addWidget(view);
    if (!maySeeCases || report::isOfNobodyKnown(measure))
        return;
    const auto open = [this, rows](const QModelIndex& at) {
        const QString key = text(textIn(rows->table(), at.row(), "key"));
        const QString label = text(textIn(rows->table(), at.row(), "label"));
        accept();
        emit lineRequested(key, label);
    };
    connect(view, &QTableView::activated, this, open);
    connect(view, &QTableView::clicked, this, open);
}

void MeasureSheet::addCases(const report::Measure& measure, const report::Figure& now, bool maySeeCases)
{
    if (!maySeeCases || report::isOfNobodyKnown(measure))
        return;
    if (const int whole = now.whole.value_or(0); whole > 0) {
        auto* all = addSecondary(tr("Show all %1 it is of").arg(whole));
        all->setObjectName(QStringLiteral("measureWholeButton"));
        connect(all, &Button::clicked, this, [this] {
            accept();
            emit casesRequested(true);
        });
    }
    if (now.part == 0)
        return;
    auto* part =
        addPrimary(now.part == 1 ? tr("Show the one that is counted") : tr("Show the %1 counted").arg(now.part));
    part->setObjectName(QStringLiteral("measurePartButton"));
    connect(part, &Button::clicked, this, [this] {
        accept();
        emit casesRequested(false);
    });
}

}  // namespace holdfast::ui
