#include "settings/accounts_card.h"

#include "async/desk.h"
#include "theme/theme.h"
#include "widgets/buttons.h"
#include "widgets/report_widgets.h"
#include "widgets/table_columns.h"
#include "widgets/text.h"
#include "words/codes.h"

#include <QHBoxLayout>
#include <QTableWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace holdfast::ui {

AccountsCard::AccountsCard(Desk& desk, const Theme& theme, QWidget* parent)
    : Card{theme, parent}, m_desk{desk}, m_theme{theme}
{
    auto* column = new QVBoxLayout{this};
    const int pad = theme.size(Size::cardPadding);
    column->setContentsMargins(pad, theme.px(12), pad, pad);
    column->setSpacing(theme.px(12));
    column->addWidget(strongLabel(tr("Accounts"), Type::h2));
    m_table = new QTableWidget{0, 3};
    m_table->setObjectName(QStringLiteral("accountsTable"));
    m_table->setAccessibleName(tr("Accounts"));
    m_table->setHorizontalHeaderLabels({tr("Name"), tr("Sign-in name"), tr("Passphrase")});
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    dressTable(*m_table, theme);
    new TableColumns{*m_table, theme, {{0, 0}, {1, 200}, {2, 280}}};
    m_table->setMinimumHeight(theme.px(200));
    column->addWidget(m_table, 1);
    auto* buttons = new QHBoxLayout;
    const auto add = [&](const QString& words, ButtonKind kind, const char* name, AccountSheet::Does does) {
        auto* button = new Button{theme, words, kind};
        button->setObjectName(QLatin1String{name});
        connect(button, &Button::clicked, this, [this, does] { open(does); });
        buttons->addWidget(button);
        return button;
    };
    add(tr("Change the store's key"), ButtonKind::quiet, "changeKeyButton", AccountSheet::Does::changeKey);
    buttons->addStretch(1);
    m_remove = add(tr("Remove"), ButtonKind::secondary, "removeAccountButton", AccountSheet::Does::remove);
    m_reset = add(tr("Give a new passphrase"), ButtonKind::secondary, "resetAccountButton", AccountSheet::Does::reset);
    m_add = add(tr("Add an account"), ButtonKind::primary, "addAccountButton", AccountSheet::Does::add);
    column->addLayout(buttons);
    const auto follow = [this] {
        const bool chosen = !m_table->selectedItems().isEmpty();
        m_remove->setEnabled(chosen);
        m_reset->setEnabled(chosen);
    };
    connect(m_table, &QTableWidget::itemSelectionChanged, this, follow);
    follow();
}

void AccountsCard::setWorkers(const std::vector<Worker>& workers)
{
    m_workers = workers;
    show(m_rows);
}

void AccountsCard::refresh()
{
    if (!m_desk.store().encrypted || !m_desk.may(app::Action::manageAccounts))
        return hide();
    m_desk.ask(
        this, [](UseCases& use, const app::Session& session) { return use.accounts.list(session); },
        [this](const Result<std::vector<app::AccountRow>>& rows) {
            setVisible(rows.has_value());
            if (rows)
                show(*rows);
        });
}

void AccountsCard::show(const std::vector<app::AccountRow>& rows)
{
    m_rows = rows;
    m_add->setEnabled(!withoutAccount().empty());
    m_table->setRowCount(static_cast<int>(rows.size()));
    for (int row = 0; row < static_cast<int>(rows.size()); ++row) {
        const app::AccountRow& each = rows.at(static_cast<std::size_t>(row));
        const auto worker = std::ranges::find(m_workers, each.worker, &Worker::id);
        const QString state = each.locked       ? tr("Locked after wrong tries")
                              : each.mustChange ? tr("Given, not their own yet")
                                                : tr("Their own");
        const QStringList cells{worker == m_workers.end() ? tr("Nobody in the team") : text(worker->name),
                                text(each.user), state};
        for (int column = 0; column < cells.size(); ++column)
            m_table->setItem(row, column, new QTableWidgetItem{cells.at(column)});
    }
}

std::vector<Worker> AccountsCard::withoutAccount() const
{
    std::vector<Worker> without;
    std::ranges::copy_if(m_workers, std::back_inserter(without), [&](const Worker& worker) {
        return worker.active && worker.id != m_desk.policy().dutyHolder.worker &&
               std::ranges::find(m_rows, worker.id, &app::AccountRow::worker) == m_rows.end();
    });
    return without;
}

void AccountsCard::open(AccountSheet::Does does)
{
    const int row = m_table->currentRow();
    const QString user = row < 0 ? QString{} : text(m_rows.at(static_cast<std::size_t>(row)).user);
    auto* sheet = new AccountSheet{m_desk, m_theme, does, user, withoutAccount(), *window()};
    sheet->setAttribute(Qt::WA_DeleteOnClose);
    connect(sheet, &AccountSheet::finishedWith, this, [this](const QString& said) {
        emit done(said);
        refresh();
    });
    sheet->open();
}

}  // namespace holdfast::ui
