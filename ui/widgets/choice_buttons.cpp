#include "theme/style.h"
#include "theme/theme.h"
#include "widgets/buttons.h"
#include "widgets/text.h"

#include <QMenu>
#include <QPainter>
#include <QVariant>

namespace holdfast::ui {
namespace {

constexpr int mostValue = 260;  ///< drawn pixels of a filter's value: a longer name ends in an ellipsis

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

FilterButton::FilterButton(const Theme& theme, QString caption, QWidget* parent)
    : QAbstractButton{parent}, m_theme{theme}, m_caption{std::move(caption)}
{
    setAttribute(Qt::WA_Hover);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    connect(this, &QAbstractButton::clicked, this, &FilterButton::openMenu);
    follow(this, theme);
    setValue({});
}

void FilterButton::setChoices(const QStringList& choices)
{
    m_choices = choices;
    if (m_current < 0 || m_current >= choices.size())
        setCurrent(0);
}

void FilterButton::setIconName(const QString& icon)
{
    m_icon = icon;
    updateGeometry();
    update();
}

void FilterButton::setCurrent(int index)
{
    m_current = index;
    setValue(m_choices.value(index));
}

void FilterButton::setValue(const QString& value)
{
    m_value = value;
    setAccessibleName(m_caption.isEmpty() ? value : m_caption + QStringLiteral(": ") + value);
    const bool fits = widthOf(m_theme.font(Type::dense, 600), value) <= m_theme.px(mostValue);
    setToolTip(fits ? QString{} : plainToolTip(value));
    updateGeometry();
    update();
}

QSize FilterButton::sizeHint() const
{
    qreal width = m_theme.px(12) + m_theme.px(8) + m_theme.px(14) + m_theme.px(8) + 2;
    if (!m_icon.isEmpty())
        width += m_theme.px(16) + m_theme.px(8);
    if (!m_caption.isEmpty())
        width += widthOf(m_theme.font(Type::dense, 500), m_caption) + (m_value.isEmpty() ? 0 : m_theme.px(8));
    const QFont font = m_theme.font(Type::dense, m_caption.isEmpty() ? 500 : 600);
    width += qMin<qreal>(widthOf(font, m_value), m_theme.px(mostValue));
    return {qCeil(width), m_theme.size(Size::button)};
}

void FilterButton::paintEvent(QPaintEvent*)
{
    QPainter painter{this};
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(m_theme.color(Color::lineStrong));
    painter.setBrush(m_theme.color(underMouse() || isDown() ? Color::hover : Color::surface));
    painter.drawRoundedRect(crisp(rect()), m_theme.size(Size::radiusControl), m_theme.size(Size::radiusControl));
    qreal x = m_theme.px(12);
    const qreal middle = height() / 2.0;
    if (!m_icon.isEmpty()) {
        const qreal side = m_theme.px(16);
        m_theme.paintIcon(painter, m_icon, QRectF{x, middle - side / 2, side, side}, m_theme.color(Color::ink2));
        x += side + m_theme.px(8);
    }
    const auto draw = [&](const QString& text, int weight, Color tone) {
        const QFont font = m_theme.font(Type::dense, weight);
        painter.setFont(font);
        painter.setPen(m_theme.color(tone));
        const QString fits = QFontMetricsF{font}.elidedText(text, Qt::ElideRight, m_theme.px(mostValue));
        painter.drawText(QRectF{x, 0, width() - x, qreal(height())}, Qt::AlignVCenter, fits);
        if (!text.isEmpty())
            x += widthOf(font, fits) + m_theme.px(8);
    };
    draw(m_caption, 500, Color::ink2);
    draw(m_value, m_caption.isEmpty() ? 500 : 600, Color::ink);
    const qreal small = m_theme.px(14);
    m_theme.paintIcon(painter, u"chev-d", QRectF{width() - m_theme.px(8) - small, middle - small / 2, small, small},
                      m_theme.color(Color::ink3), 1.8);
}

void FilterButton::openMenu()
{
    if (m_choices.isEmpty())
        return;
    auto* menu = new QMenu{this};
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (int i = 0; i < m_choices.size(); ++i) {
        QString text = m_choices[i];
        QAction* action = menu->addAction(text.replace(u'&', QStringLiteral("&&")));
        if (i == m_current)
            action->setIcon(m_theme.icon(QStringLiteral("check"), Color::joint));
        connect(action, &QAction::triggered, this, [this, i] {
            setCurrent(i);
            emit chosen(i);
        });
    }
    menu->popup(mapToGlobal(QPoint{0, height() + m_theme.px(2)}));
}

ToggleChip::ToggleChip(const Theme& theme, const QString& text, QString icon, Off off, QWidget* parent)
    : QAbstractButton{parent}, m_theme{theme}, m_icon{std::move(icon)}, m_off{off}
{
    setText(text);
    setCheckable(true);
    setAttribute(Qt::WA_Hover);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setProperty(focusRadiusProperty, 14);
    follow(this, theme);
    connect(this, &QAbstractButton::toggled, this, &QWidget::updateGeometry);
}

void ToggleChip::setDetail(const QString& detail)
{
    m_detail = detail;
    setAccessibleDescription(detail);
    updateGeometry();
    update();
}

/// A filter says its count whether it is on or not; what is planned around a barrier belongs to one that is on.
bool ToggleChip::showsDetail() const
{
    return !m_detail.isEmpty() && (isChecked() || m_off == Off::plain);
}

QStringList ToggleChip::iconsNow() const
{
    QStringList icons;
    if (isChecked())
        icons.append(QStringLiteral("check"));
    else if (m_off == Off::plus)
        icons.append(QStringLiteral("plus"));
    if (!m_icon.isEmpty() && (isChecked() || m_off == Off::plain))
        icons.append(m_icon);
    return icons;
}

QSize ToggleChip::sizeHint() const
{
    const qreal gap = m_theme.px(6);
    qreal width = m_theme.px(10) + m_theme.px(iconsNow().isEmpty() ? 10 : 8);
    width += static_cast<int>(iconsNow().size()) * (m_theme.px(14) + gap);
    width += widthOf(m_theme.font(Type::small, isChecked() ? 600 : 500), text());
    if (showsDetail())
        width += gap + widthOf(m_theme.font(Type::small), m_detail);
    return {qCeil(width) + 1, m_theme.size(Size::chip)};
}

void ToggleChip::paintEvent(QPaintEvent*)
{
    QPainter painter{this};
    painter.setRenderHint(QPainter::Antialiasing);
    const bool on = isChecked();
    painter.setPen(m_theme.color(on ? Color::jointFill : Color::lineStrong));
    painter.setBrush(m_theme.color(on ? Color::jointTint : underMouse() ? Color::hover : Color::surface));
    const QRectF box = crisp(rect());
    painter.drawRoundedRect(box, box.height() / 2, box.height() / 2);
    const QColor ink = m_theme.color(on ? Color::joint : Color::ink2);
    const QStringList icons = iconsNow();
    const qreal side = m_theme.px(14);
    qreal x = m_theme.px(icons.isEmpty() ? 10 : 8);
    for (const QString& icon : icons) {
        const QColor tone = on && icon == m_icon ? m_theme.color(Color::ink) : ink;
        m_theme.paintIcon(painter, icon, QRectF{x, (height() - side) / 2, side, side}, tone, 1.8);
        x += side + m_theme.px(6);
    }
    const QFont font = m_theme.font(Type::small, on ? 600 : 500);
    painter.setFont(font);
    painter.setPen(ink);
    painter.drawText(QRectF{x, 0, width() - x, qreal(height())}, Qt::AlignVCenter, text());
    if (showsDetail()) {
        x += widthOf(font, text()) + m_theme.px(6);
        painter.setFont(m_theme.font(Type::small));
        painter.setPen(m_theme.color(Color::ink));
        painter.drawText(QRectF{x, 0, width() - x, qreal(height())}, Qt::AlignVCenter, m_detail);
    }
}

ChoiceCard::ChoiceCard(const Theme& theme, const QString& title, QString icon, QString detail, Role role,
                       QWidget* parent)
    : QAbstractButton{parent}, m_theme{theme}, m_icon{std::move(icon)}, m_detail{std::move(detail)}, m_role{role}
{
    setText(title);
    setAccessibleDescription(m_detail);
    setCheckable(true);
    setAttribute(Qt::WA_Hover);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    follow(this, theme);
}

QSize ChoiceCard::sizeHint() const
{
    qreal width = m_theme.px(10) * 2 + m_theme.px(16) + m_theme.px(8);
    if (!m_icon.isEmpty())
        width += m_theme.px(16) + m_theme.px(8);
    width += qMax(widthOf(m_theme.font(Type::dense, 600), text()),
                  m_detail.isEmpty() ? 0 : widthOf(m_theme.font(Type::small), m_detail));
    return {qCeil(width) + 2, m_theme.px(m_detail.isEmpty() ? 40 : 56)};
}

QSize ChoiceCard::minimumSizeHint() const
{
    return {qMin(sizeHint().width(), m_theme.px(120)), sizeHint().height()};
}

void ChoiceCard::paintEvent(QPaintEvent*)
{
    QPainter painter{this};
    painter.setRenderHint(QPainter::Antialiasing);
    const bool on = isChecked();
    const int edge = on ? 2 : 1;
    const qreal half = edge / 2.0;
    painter.setPen(QPen{on ? m_theme.fill(m_role) : m_theme.color(Color::lineStrong), qreal(edge)});
    painter.setBrush(on ? m_theme.tint(m_role) : m_theme.color(underMouse() ? Color::hover : Color::surface));
    painter.drawRoundedRect(QRectF{rect()}.adjusted(half, half, -half, -half), m_theme.size(Size::radiusControl),
                            m_theme.size(Size::radiusControl));
    const qreal middle = height() / 2.0;
    const qreal side = m_theme.px(16);
    qreal x = m_theme.px(11);
    const QRectF ring{x, middle - side / 2, side, side};
    painter.setPen(QPen{on ? m_theme.fill(m_role) : m_theme.color(Color::lineStrong), on ? m_theme.px(5) : 1.5});
    painter.setBrush(m_theme.color(Color::surface));
    const qreal inset = on ? m_theme.px(5) / 2.0 : 0.75;
    painter.drawEllipse(ring.adjusted(inset, inset, -inset, -inset));
    x += side + m_theme.px(8);
    if (!m_icon.isEmpty()) {
        m_theme.paintIcon(painter, m_icon, QRectF{x, middle - side / 2, side, side},
                          on ? m_theme.text(m_role) : m_theme.color(Color::ink2));
        x += side + m_theme.px(8);
    }
    const qreal room = width() - x - m_theme.px(8);
    const QFont title = m_theme.font(Type::dense, on ? 600 : 500);
    painter.setFont(title);
    painter.setPen(m_theme.color(Color::ink));
    const qreal line = m_theme.lineHeight(Type::dense);
    const qreal top = m_detail.isEmpty() ? middle - line / 2 : middle - line;
    painter.drawText(QRectF{x, top, room, line}, Qt::AlignVCenter,
                     QFontMetricsF{title}.elidedText(text(), Qt::ElideRight, room));
    if (m_detail.isEmpty())
        return;
    const QFont small = m_theme.font(Type::small);
    painter.setFont(small);
    painter.setPen(m_theme.color(Color::ink3));
    painter.drawText(QRectF{x, top + line, room, line}, Qt::AlignVCenter,
                     QFontMetricsF{small}.elidedText(m_detail, Qt::ElideRight, room));
}

}  // namespace holdfast::ui
