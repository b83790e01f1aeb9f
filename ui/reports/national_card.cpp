#include "reports/national_card.h"

#include "reports/document_table.h"
#include "theme/theme.h"
#include "widgets/buttons.h"
#include "widgets/text.h"
#include "words/codes.h"
#include "words/numbers.h"

#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>
#include <map>

namespace holdfast::ui {
namespace {

struct Seen {
    int all = 0;
    int rejected = 0;  ///< with a rejection code
    int closed = 0;    ///< with a closure code only
};

int countIn(const report::Table& table, std::size_t row, std::string_view column)
{
    const auto at = std::ranges::find(table.columns, column, &report::Column::key);
    if (at == table.columns.end())
        return 0;
    const auto* count =
        std::get_if<std::int64_t>(&table.rows[row][static_cast<std::size_t>(at - table.columns.begin())]);
    return count == nullptr ? 0 : static_cast<int>(*count);
}

Seen seenIn(const report::Table& table)
{
    Seen seen;
    for (std::size_t row = 0; row < table.rows.size(); ++row) {
        const int bounces = countIn(table, row, "bounces");
        seen.all += bounces;
        if (!textIn(table, static_cast<int>(row), "mhsds_rejection").empty())
            seen.rejected += bounces;
        else if (!textIn(table, static_cast<int>(row), "mhsds_closure").empty())
            seen.closed += bounces;
    }
    return seen;
}

/// What the extract has of a reason: its rejection code, else its closure code, else nothing.
QString standsAs(const std::string& rejection, const std::string& closure)
{
    if (rejection == "01")
        return NationalCard::tr("Rejection 01, duplicate");
    if (rejection == "02")
        return NationalCard::tr("Rejection 02, inappropriate");
    if (rejection == "03")
        return NationalCard::tr("Rejection 03, incomplete");
    if (!rejection.empty())
        return NationalCard::tr("Rejection %1").arg(text(rejection));
    return closure.empty() ? NationalCard::tr("Nothing") : NationalCard::tr("Closure %1").arg(text(closure));
}

/// A line for each code, with the reasons that it makes into one.
report::Table byCode(const report::Table& national)
{
    struct Line {
        int bounces = 0;
        QStringList reasons;
    };
    std::map<QString, Line> lines;
    for (int row = 0; row < static_cast<int>(national.rows.size()); ++row) {
        Line& line = lines[standsAs(textIn(national, row, "mhsds_rejection"), textIn(national, row, "mhsds_closure"))];
        line.bounces += countIn(national, static_cast<std::size_t>(row), "bounces");
        line.reasons << text(textIn(national, row, "label"));
    }
    std::vector<std::pair<QString, Line>> sorted{lines.begin(), lines.end()};
    std::ranges::stable_sort(sorted, std::ranges::greater{}, [](const auto& line) { return line.second.bounces; });
    report::Table table{"national_codes",
                        {},
                        {},
                        {{"stands", NationalCard::tr("Stands there as").toStdString()},
                         {"bounces", NationalCard::tr("Bounces").toStdString(), report::ColumnKind::count},
                         {"count", NationalCard::tr("Reasons in one").toStdString(), report::ColumnKind::count}},
                        {}};
    for (const auto& [stands, line] : sorted)
        table.rows.push_back({stands.toStdString(), std::int64_t{line.bounces}, std::int64_t{line.reasons.size()}});
    return table;
}

}  // namespace

NationalCard::NationalCard(const Theme& theme, QWidget* parent)
    : Card{theme, parent},
      m_words{new RunLabel{theme, Type::dense}},
      m_codes{new DocumentTableModel{this}},
      m_codeTable{documentTable(theme, *m_codes, tr("What the national data would hold, by code"))},
      m_rows{new DocumentTableModel{this}},
      m_table{documentTable(theme, *m_rows, tr("What the national data would hold"))},
      m_every{
          new Button{theme, tr("Show every reason"), ButtonKind::quiet, QStringLiteral("table"), ButtonSize::small}},
      m_note{new RunLabel{theme, Type::small}}
{
    m_table->setObjectName(QStringLiteral("nationalTable"));
    auto* column = new QVBoxLayout{this};
    const int pad = theme.size(Size::cardPadding);
    column->setContentsMargins(pad, theme.px(12), pad, theme.px(12));
    column->setSpacing(theme.px(6));
    auto* head = new QHBoxLayout;
    head->addWidget(strongLabel(tr("What the national data would show of this"), Type::h3), 1);
    m_every->setObjectName(QStringLiteral("nationalEveryButton"));
    head->addWidget(m_every);
    column->addLayout(head);
    column->addWidget(m_words);
    column->addWidget(m_codeTable);
    column->addWidget(m_table);
    m_table->hide();
    connect(m_every, &Button::clicked, this, &NationalCard::turn);
    connect(m_codeTable, &QTableView::activated, this, &NationalCard::turn);
    connect(m_codeTable, &QTableView::clicked, this, &NationalCard::turn);
    column->addWidget(m_note);
    connect(m_table, &QTableView::activated, this,
            [this](const QModelIndex& at) { emit reasonActivated(text(textIn(m_rows->table(), at.row(), "code"))); });
}

void NationalCard::turn()
{
    const bool every = m_table->isHidden();
    const bool hadFocus = m_table->hasFocus() || m_codeTable->hasFocus();
    m_table->setVisible(every);
    m_codeTable->setVisible(!every);
    m_every->setText(every ? tr("Show by code") : tr("Show every reason"));
    if (hadFocus)
        (every ? m_table : m_codeTable)->setFocus();
}

void NationalCard::show(const report::Table& table)
{
    m_rows->setTable(table);
    m_codes->setTable(byCode(table));
    m_note->setText(text(table.note), Color::ink3);
    const Seen seen = seenIn(table);
    const int unseen = seen.all - seen.rejected - seen.closed;
    m_words->setRuns({{counted(seen.rejected, tr("%1 bounce"), tr("%1 bounces")), Color::ink, 600},
                      {tr(" of %1 would stand there as one of three rejection codes, ").arg(seen.all), Color::ink2},
                      {QString::number(seen.closed), Color::ink, 600},
                      {tr(" as a closure only, "), Color::ink2},
                      {QString::number(unseen), Color::ink, 600},
                      {tr(" not at all. The reason itself stands there of none."), Color::ink2}});
}

}  // namespace holdfast::ui
