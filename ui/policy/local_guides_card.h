// A team's own protocols and leaflets: what is in use, from when and for whom; supervisors keep the list.
#pragma once

#include "domain/local_guide.h"
#include "domain/service.h"
#include "widgets/cards.h"

#include <vector>

class QTableWidget;

namespace holdfast {
struct Error;
}

namespace holdfast::ui {

class Button;
class Desk;
class EmptyState;

/// "In use since 3 May 2026", "In use from 1 Jan 2027", "3 May 2024 to 2 May 2026".
QString inUseWords(const LocalGuide& guide, Date today);

class LocalGuidesCard final : public Card {
    Q_OBJECT

public:
    LocalGuidesCard(Desk& desk, const Theme& theme, QWidget* parent = nullptr);

    void refresh();

signals:
    void done(const QString& message);
    void failed(const QString& message);

private:
    struct Shown {
        std::vector<LocalGuide> guides;
        std::vector<Service> services;
    };

    QWidget* buildButtons();
    void show(const Shown& shown);
    void select(const LocalGuideId& id);
    void offer();
    const LocalGuide* chosen() const;
    QString forWords(const LocalGuide& guide) const;
    void add();
    void addVersion();
    void openSheet(const LocalGuide* before);
    void withdrawOrBringBack();
    void change(const LocalGuide& guide, bool withdraw);
    void explain(const Error& error);

    Desk& m_desk;
    const Theme& m_theme;
    Shown m_shown;
    QTableWidget* m_table = nullptr;
    EmptyState* m_empty = nullptr;
    QWidget* m_buttons = nullptr;
    Button* m_add = nullptr;
    Button* m_version = nullptr;
    Button* m_withdraw = nullptr;
};

}  // namespace holdfast::ui
