#include "widgets/buttons.h"

#include "theme/theme.h"

#include <QPainter>
#include <QStyle>
#include <QStyleOptionButton>
#include <QVariant>

namespace holdfast::ui {
namespace {

const char* nameOf(ButtonKind kind)
{
    switch (kind) {
    case ButtonKind::primary: return "primary";
    case ButtonKind::secondary: return "secondary";
    case ButtonKind::quiet: return "quiet";
    case ButtonKind::urgent: return "urgent";
    case ButtonKind::link: return "link";
    }
    return "";
}

qreal widthOf(const QFont& font, const QString& text)
{
    return QFontMetricsF{font}.horizontalAdvance(text);
}

/// Repaints and lays out again when the theme changes.
void follow(QWidget* widget, const Theme& theme)
{
    QObject::connect(&theme, &Theme::themeChanged, widget, [widget] {
        widget->updateGeometry();
        widget->update();
    });
}

}  // namespace

Button::Button(const Theme& theme, const QString& text, ButtonKind kind, QString icon, ButtonSize size, QWidget* parent)
    : QPushButton{text, parent}, m_theme{theme}, m_kind{kind}, m_size{size}, m_icon{std::move(icon)}
{
    setProperty("kind", QLatin1String{nameOf(kind)});
    if (size == ButtonSize::small)
        setProperty("size", QStringLiteral("small"));
    else if (size == ButtonSize::dialog)
        setProperty("size", QStringLiteral("dialog"));
    setProperty("square", text.isEmpty());
    setAutoDefault(false);
    if (kind == ButtonKind::link || kind == ButtonKind::quiet)
        setCursor(Qt::PointingHandCursor);
    follow(this, theme);
}

void Button::setIconName(const QString& icon)
{
    m_icon = icon;
    refresh();
}

void Button::setBusy(bool busy)
{
    if (m_busy == busy)
        return;
    m_busy = busy;
    setProperty("busy", busy);
    setEnabled(!busy);
    refresh();
}

void Button::setOpens(bool opens)
{
    m_opens = opens;
    refresh();
}

void Button::setPopup(QMenu* menu)
{
    setOpens(true);
    setMenu(menu);
}

void Button::refresh()
{
    style()->unpolish(this);
    style()->polish(this);
    updateGeometry();
    update();
}

QFont Button::inkFont() const
{
    return m_theme.font(m_size == ButtonSize::small    ? Type::small
                        : m_size == ButtonSize::dialog ? Type::body
                                                       : Type::dense,
                        600);
}

QString Button::iconNow() const
{
    return m_busy ? QStringLiteral("hourglass") : m_icon;
}

int Button::contentWidth() const
{
    // Busy keeps the width it had, so that nothing jumps; a button without an icon makes room inside its padding.
    qreal width = widthOf(inkFont(), text());
    if (!m_icon.isEmpty())
        width += m_theme.px(16) + (text().isEmpty() ? 0 : m_theme.px(6));
    if (m_opens)
        width += m_theme.px(14) + m_theme.px(6);
    return qCeil(width);
}

QSize Button::sizeHint() const
{
    const Size height = m_size == ButtonSize::small    ? Size::buttonSmall
                        : m_size == ButtonSize::dialog ? Size::buttonDialog
                                                       : Size::button;
    if (m_kind == ButtonKind::link)
        return {contentWidth(), m_theme.px(24)};
    if (text().isEmpty())
        return {m_theme.size(height), m_theme.size(height)};
    const int padding = m_kind == ButtonKind::quiet    ? 8
                        : m_size == ButtonSize::small  ? 10
                        : m_size == ButtonSize::dialog ? 16
                                                       : 12;
    return {contentWidth() + 2 * m_theme.px(padding) + 2, m_theme.size(height)};
}

QColor Button::inkNow() const
{
    if (!isEnabled() && !m_busy)
        return m_theme.color(Color::ink3);
    switch (m_kind) {
    case ButtonKind::primary:
    case ButtonKind::urgent: return m_theme.color(Color::onFill);
    case ButtonKind::secondary: return m_busy ? m_theme.color(Color::onFill) : m_theme.color(Color::ink);
    case ButtonKind::quiet: return m_theme.color(Color::joint);
    case ButtonKind::link: return m_theme.color(underMouse() ? Color::ink : Color::joint);
    }
    return {};
}

void Button::paintEvent(QPaintEvent*)
{
    QPainter painter{this};
    QStyleOptionButton option;
    initStyleOption(&option);
    option.text.clear();
    option.icon = {};
    option.features &= ~QStyleOptionButton::HasMenu;
    style()->drawControl(QStyle::CE_PushButtonBevel, &option, &painter, this);

    QFont font = inkFont();
    font.setUnderline(m_kind == ButtonKind::link);
    painter.setFont(font);
    const QString icon = iconNow();
    const qreal side = m_theme.px(16);
    const qreal gap = text().isEmpty() ? 0 : m_theme.px(6);
    const qreal chevron = m_opens ? m_theme.px(14) + m_theme.px(6) : 0;
    const qreal lead = icon.isEmpty() ? 0 : side + gap;
    const qreal room = QWidget::width() - lead - chevron - (m_kind == ButtonKind::link ? 0 : m_theme.px(8));
    const QString shown = QFontMetricsF{font}.elidedText(text(), Qt::ElideRight, room + 1);
    const qreal words = widthOf(font, shown);
    qreal x = m_kind == ButtonKind::link ? 0 : (QWidget::width() - lead - words - chevron) / 2;
    const QColor ink = inkNow();
    if (!icon.isEmpty())
        m_theme.paintIcon(painter, icon, QRectF{x, (height() - side) / 2, side, side}, ink);
    x += lead;
    painter.setPen(ink);
    painter.drawText(QRectF{x, 0, words + 2, qreal(height())}, Qt::AlignVCenter, shown);
    if (m_opens) {
        const qreal small = m_theme.px(14);
        const QColor quiet = m_kind == ButtonKind::secondary ? m_theme.color(Color::ink3) : ink;
        m_theme.paintIcon(painter, u"chev-d", QRectF{x + words + m_theme.px(6), (height() - small) / 2, small, small},
                          quiet, 1.8);
    }
}

KeyHint::KeyHint(const QString& keys, QWidget* parent) : QLabel{keys, parent}
{
    setTextFormat(Qt::PlainText);
    setProperty("key", true);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

}  // namespace holdfast::ui
