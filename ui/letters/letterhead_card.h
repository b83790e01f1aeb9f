// In Settings: what stands at the head and foot of the team's letters, and the margins of the sheet.
#pragma once

#include "domain/letterhead.h"
#include "widgets/cards.h"

#include <array>

class QLineEdit;
class QSpinBox;
class QVBoxLayout;

namespace holdfast {
struct Error;
}

namespace holdfast::ui {

class Banner;
class Button;
class Desk;
class FieldBox;
class GrowingText;

class LetterheadCard final : public Card {
    Q_OBJECT

public:
    LetterheadCard(Theme& theme, Desk& desk, QWidget* parent = nullptr);

    /// Asks for the letterhead of the team of whoever is at the screen; what was typed and not saved stays.
    void refresh();
    void show(const Letterhead& letterhead);
    using QWidget::show;
    Letterhead letterhead() const;

signals:
    void done(const QString& message);

private:
    void buildFields(QVBoxLayout& column);
    void save();
    void explain(const Error& error);

    Theme& m_theme;
    Desk& m_desk;
    Letterhead m_kept;
    bool m_touched = false;
    QLineEdit* m_organisation;
    GrowingText* m_address;
    QLineEdit* m_phone;
    QLineEdit* m_email;
    QLineEdit* m_footer;
    std::array<QSpinBox*, 4> m_margins{};
    FieldBox* m_organisationBox;
    Banner* m_trouble;
    Button* m_save;
};

}  // namespace holdfast::ui
