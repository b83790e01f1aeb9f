// While a leg waits: how long it may take, how often somebody is in touch and who, and what to do if it gets worse.
#pragma once

#include "person/person_view.h"
#include "widgets/cards.h"

class QVBoxLayout;

namespace holdfast::ui {

class SupportCard final : public Card {
    Q_OBJECT

public:
    /// Only for a case in which somebody waits.
    SupportCard(const Theme& theme, const CaseLens& lens, QWidget* parent = nullptr);

    static bool hasAnything(const CaseLens& lens);

signals:
    void checkInRequested(int scope);

private:
    void addWaits(const CaseLens& lens);
    void addRhythm(const CaseLens& lens);
    void addIfWorse(const CaseLens& lens);
    QVBoxLayout* section();
    void addLine(QVBoxLayout& column, const QString& icon, Color tone, const QList<TextRun>& runs);

    const Theme& m_theme;
    QVBoxLayout* m_column;
};

}  // namespace holdfast::ui
