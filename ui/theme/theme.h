// Colours, sizes, fonts and icons of the running program, from one token file. Handed to every widget by reference.
#pragma once

#include "theme/icons.h"
#include "theme/tokens.h"

#include <QColor>
#include <QFont>
#include <QIcon>
#include <QObject>
#include <QPointer>
#include <QStringList>
#include <QStyle>

#include <array>

class QApplication;
class QWidget;

namespace holdfast::ui {

class Theme final : public QObject {
    Q_OBJECT

public:
    explicit Theme(QObject* parent = nullptr);
    /// The application goes back to a style that does not read this theme.
    ~Theme() override;

    Scheme scheme() const { return m_scheme; }
    void setScheme(Scheme scheme);

    /// Qt 6.4 does not say when the computer changes its scheme, so `system` is what it had when the program started.
    Appearance appearance() const { return m_appearance; }
    void setAppearance(Appearance appearance);

    /// 100, 125, 150 or 200 (per cent); anything else becomes the nearest of them.
    int textSize() const { return m_textSize; }
    void setTextSize(int percent);
    void biggerText();
    void smallerText();

    QColor color(Color token) const { return m_colors[static_cast<std::size_t>(token)]; }
    QColor text(Role role) const;
    QColor fill(Role role) const;
    QColor tint(Role role) const;
    QColor line(Role role) const;

    /// How much larger than drawn everything is: 1.0 at 100 %.
    qreal u() const { return m_textSize / 100.0; }
    /// A length of the drawing, in pixels of this screen and text size.
    int px(qreal drawn) const { return qRound(drawn * u()); }
    int size(Size token) const { return px(m_sizes[static_cast<std::size_t>(token)]); }

    QFont font(Type type) const;
    QFont font(Type type, int weight) const;
    /// Height of a line of text as drawn, larger than the font's own.
    int lineHeight(Type type) const;

    const Icons& icons() const { return m_icons; }
    void paintIcon(QPainter& painter, QStringView name, const QRectF& rect, const QColor& color,
                   qreal stroke = 1.6) const;
    /// For buttons and menus; drawn when painted, so it is sharp at every size and follows the colour scheme.
    QIcon icon(const QString& name, Color token = Color::ink2) const;

    /// The stylesheet for the current scheme and text size.
    QString styleSheet() const;
    /// Base style, palette, font and stylesheet of the whole program; again after every change.
    void applyTo(QApplication& application);

signals:
    void themeChanged();

private:
    struct TypeStyle {
        int size = 14;
        int line = 20;
        int weight = 400;
        qreal spacing = 0;  ///< per cent of the size
    };

    void readTokens();
    void readColors();
    void changed();

    Icons m_icons;
    Scheme m_computer = Scheme::light;
    Appearance m_appearance = Appearance::light;
    Scheme m_scheme = Scheme::light;
    int m_textSize = 100;
    QApplication* m_application = nullptr;
    QPointer<QStyle> m_style;  ///< the application's, while it is ours
    QStringList m_families;
    std::array<QColor, colorCount> m_colors;
    std::array<int, sizeCount> m_sizes{};
    std::array<TypeStyle, typeCount> m_types{};
    QString m_template;
};

/// As settings keep it: "system", "light" or "dark"; anything else is what the computer has.
QString nameOf(Appearance appearance);
Appearance appearanceNamed(const QString& name);

/// 1 px lines on half pixels, so that they stay crisp.
inline QRectF crisp(const QRectF& rect)
{
    return rect.adjusted(0.5, 0.5, -0.5, -0.5);
}

}  // namespace holdfast::ui
