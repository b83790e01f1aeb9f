// Who can open this store: for administrators and supervisors, in a store that has accounts.
#pragma once

#include "app/accounts.h"
#include "settings/account_sheets.h"
#include "widgets/cards.h"

#include <vector>

class QTableWidget;

namespace holdfast::ui {

class Button;
class Desk;
class Theme;

class AccountsCard final : public Card {
    Q_OBJECT

public:
    AccountsCard(Desk& desk, const Theme& theme, QWidget* parent = nullptr);

    /// The names of those who work here.
    void setWorkers(const std::vector<Worker>& workers);
    void refresh();

signals:
    void done(const QString& message);

private:
    void show(const std::vector<app::AccountRow>& rows);
    void open(AccountSheet::Does does);
    std::vector<Worker> withoutAccount() const;

    Desk& m_desk;
    const Theme& m_theme;
    std::vector<Worker> m_workers;
    std::vector<app::AccountRow> m_rows;
    QTableWidget* m_table;
    Button* m_add;
    Button* m_reset;
    Button* m_remove;
};

}  // namespace holdfast::ui
