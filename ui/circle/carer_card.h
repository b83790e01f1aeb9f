// One carer on the page: who they are, how to reach them, what they may be told, what they need themselves, and what is
// owed to them.
#pragma once

#include "circle/circle_words.h"
#include "widgets/cards.h"

class QVBoxLayout;

namespace holdfast::ui {

class CarerCard final : public Card {
    Q_OBJECT

public:
    struct Offers {
        bool calls = false;
        bool edits = false;
        bool consent = false;
        bool letters = false;
    };

    CarerCard(const Theme& theme, const app::CarerView& carer, const app::CarerList& all, Date today,
              const Offers& offers, QWidget* parent = nullptr);

signals:
    void callRequested(const holdfast::CarerId& carer);
    void editRequested(const holdfast::CarerId& carer);
    void consentRequested(const holdfast::CarerId& carer);
    void letterRequested(const holdfast::CarerId& carer);
    void calledBack(const holdfast::CarerCallId& call);

private:
    void addHead(QVBoxLayout& column);
    void addConsent(QVBoxLayout& column);
    void addOwnNeeds(QVBoxLayout& column);
    void addOwed(QVBoxLayout& column, const app::CarerList& all);
    void addButtons(QVBoxLayout& column, const Offers& offers);
    QWidget* line(const QString& icon, const QString& strong, const QString& rest, Color tone = Color::ink2);

    const Theme& m_theme;
    app::CarerView m_carer;
    Date m_today;
};

}  // namespace holdfast::ui
