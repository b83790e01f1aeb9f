// Initials in a disc (worker, carer) or a rounded square (the person). Never a photograph.
#pragma once

#include "theme/tokens.h"

#include <QWidget>

namespace holdfast::ui {

class Theme;

/// "Danielle Okafor" becomes "DO"; one name gives one letter.
QString initialsOf(const QString& name);

class Avatar final : public QWidget {
    Q_OBJECT

public:
    enum class Shape : std::uint8_t { disc, square };

    Avatar(const Theme& theme, const QString& name, Role role = Role::joint, int drawnSize = 32,
           Shape shape = Shape::disc, QWidget* parent = nullptr);

    void setName(const QString& name, Role role);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    const Theme& m_theme;
    QString m_initials;
    Role m_role;
    int m_size;
    Shape m_shape;
};

}  // namespace holdfast::ui
