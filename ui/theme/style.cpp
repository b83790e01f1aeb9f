#include "theme/style.h"

#include "theme/theme.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAbstractSpinBox>
#include <QApplication>
#include <QComboBox>
#include <QDateTimeEdit>
#include <QFocusEvent>
#include <QFocusFrame>
#include <QLineEdit>
#include <QPainter>
#include <QPlainTextEdit>
#include <QStyleOption>
#include <QTextEdit>

namespace holdfast::ui {
namespace {

constexpr int ringWidth = 2;
constexpr int ringOffset = 2;

bool isTypedIn(const QWidget* widget)
{
    return qobject_cast<const QLineEdit*>(widget) || qobject_cast<const QPlainTextEdit*>(widget) ||
           qobject_cast<const QTextEdit*>(widget) || qobject_cast<const QAbstractSpinBox*>(widget) ||
           qobject_cast<const QComboBox*>(widget);
}

/// The chevron of a combo box or the calendar of a date: a stylesheet could only show a raster image there.
class EditorIcon final : public QWidget {
public:
    EditorIcon(const Theme& theme, QString icon, QWidget& editor)
        : QWidget{&editor}, m_theme{theme}, m_icon{std::move(icon)}
    {
        setObjectName(editorIconName());
        setAttribute(Qt::WA_TransparentForMouseEvents);
        editor.installEventFilter(this);
        connect(&theme, &Theme::themeChanged, this, [this] { place(); });
        place();
        show();
    }
    static QString editorIconName() { return QStringLiteral("editorIcon"); }

    bool eventFilter(QObject* watched, QEvent* event) override
    {
        if (event->type() == QEvent::Resize)
            place();
        else if (event->type() == QEvent::EnabledChange)
            update();
        return QWidget::eventFilter(watched, event);
    }

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter{this};
        m_theme.paintIcon(painter, m_icon, rect(), m_theme.color(isEnabled() ? Color::ink2 : Color::ink3), 1.7);
    }

private:
    void place()
    {
        const int side = m_theme.px(16);
        const QWidget* editor = parentWidget();
        setGeometry(editor->width() - side - m_theme.px(11), (editor->height() - side) / 2, side, side);
        raise();
    }

    const Theme& m_theme;
    QString m_icon;
};

}  // namespace

Style::Style(const Theme& theme) : QProxyStyle{QStringLiteral("Fusion")}, m_theme{theme} {}

void Style::polish(QWidget* widget)
{
    QProxyStyle::polish(widget);
    const auto* date = qobject_cast<const QDateTimeEdit*>(widget);
    const bool combo = qobject_cast<const QComboBox*>(widget) != nullptr;
    if (!combo && !(date && date->calendarPopup()))
        return;
    if (!widget->findChild<QWidget*>(EditorIcon::editorIconName(), Qt::FindDirectChildrenOnly))
        new EditorIcon{m_theme, combo ? QStringLiteral("chev-d") : QStringLiteral("calendar"), *widget};
}

void Style::drawControl(ControlElement element, const QStyleOption* option, QPainter* painter,
                        const QWidget* widget) const
{
    if (element != CE_FocusFrame) {
        QProxyStyle::drawControl(element, option, painter, widget);
        return;
    }
    const auto* frame = qobject_cast<const QFocusFrame*>(widget);
    const QVariant own = frame && frame->widget() ? frame->widget()->property(focusRadiusProperty) : QVariant{};
    const qreal radius = (own.isValid() ? m_theme.px(own.toInt()) : m_theme.size(Size::radiusControl)) + ringOffset;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setBrush(Qt::NoBrush);
    const QRectF ring = QRectF{option->rect}.adjusted(1, 1, -1, -1);
    painter->setPen(QPen{m_theme.color(Color::focus), ringWidth});
    painter->drawRoundedRect(ring, radius + 1, radius + 1);
    painter->restore();
}

void Style::drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                          const QWidget* widget) const
{
    switch (static_cast<int>(element)) {
    case PE_FrameFocusRect: return;  // the ring says it
    case PE_IndicatorArrowDown: {
        if (qobject_cast<const QComboBox*>(widget) || qobject_cast<const QDateTimeEdit*>(widget))
            return;  // these have an EditorIcon
        const qreal side = m_theme.px(14);
        const QRectF box = option->rect;
        m_theme.paintIcon(*painter, u"chev-d",
                          QRectF{box.center().x() - side / 2, box.center().y() - side / 2, side, side},
                          m_theme.color(option->state & State_Enabled ? Color::ink2 : Color::ink3), 1.8);
        return;
    }
    case PE_IndicatorCheckBox:
    case PE_IndicatorRadioButton: paintIndicator(element, *option, *painter); return;
    default: QProxyStyle::drawPrimitive(element, option, painter, widget);
    }
}

void Style::paintIndicator(PrimitiveElement element, const QStyleOption& option, QPainter& painter) const
{
    const bool on = option.state & State_On;
    const bool part = option.state & State_NoChange;
    const bool enabled = option.state & State_Enabled;
    const QColor fill = m_theme.color(enabled ? Color::jointFill : Color::lineStrong);
    const QRectF box = crisp(option.rect);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    if (element == PE_IndicatorRadioButton) {
        painter.setPen(QPen{on ? fill : m_theme.color(Color::lineStrong), 1.5});
        painter.setBrush(on ? fill : m_theme.color(Color::surface));
        painter.drawEllipse(box);
        if (on) {
            painter.setPen(Qt::NoPen);
            painter.setBrush(m_theme.color(Color::surface));
            painter.drawEllipse(box.center(), box.width() * 0.2, box.width() * 0.2);
        }
    } else {
        painter.setPen(QPen{on || part ? fill : m_theme.color(Color::lineStrong), 1.5});
        painter.setBrush(on || part ? fill : m_theme.color(Color::surface));
        painter.drawRoundedRect(box, m_theme.size(Size::radiusTag), m_theme.size(Size::radiusTag));
        if (on || part)
            m_theme.paintIcon(painter, on ? u"check" : u"minus", box.adjusted(2, 2, -2, -2),
                              m_theme.color(Color::onFill), 2.2);
    }
    painter.restore();
}

int Style::pixelMetric(PixelMetric metric, const QStyleOption* option, const QWidget* widget) const
{
    switch (static_cast<int>(metric)) {
    case PM_FocusFrameHMargin:
    case PM_FocusFrameVMargin: return ringWidth + ringOffset;
    case PM_IndicatorWidth:
    case PM_IndicatorHeight:
    case PM_ExclusiveIndicatorWidth:
    case PM_ExclusiveIndicatorHeight: return m_theme.px(18);
    case PM_ButtonIconSize:
    case PM_SmallIconSize: return m_theme.px(16);
    case PM_ButtonShiftHorizontal:
    case PM_ButtonShiftVertical: return 0;
    case PM_ScrollBarExtent: return m_theme.px(12);
    case PM_TextCursorWidth: return qMax(1, m_theme.px(1.5));
    default: return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

int Style::styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget, QStyleHintReturn* data) const
{
    switch (static_cast<int>(hint)) {
    case SH_FocusFrame_Mask: return 0;
    case SH_FocusFrame_AboveWidget: return 1;
    case SH_EtchDisabledText:
    case SH_DitherDisabledText:
    case SH_ComboBox_Popup:
    case SH_TabBar_PreferNoArrows: return 0;
    default: return QProxyStyle::styleHint(hint, option, widget, data);
    }
}

FocusRing::FocusRing(QObject* parent) : QObject{parent}
{
    qApp->installEventFilter(this);
}

FocusRing::~FocusRing()
{
    delete m_frame;
}

bool FocusRing::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() != QEvent::FocusIn && event->type() != QEvent::FocusOut)
        return false;
    auto* widget = qobject_cast<QWidget*>(watched);
    if (!widget)
        return false;
    if (event->type() == QEvent::FocusOut) {
        if (m_frame && m_frame->widget() == widget)
            moveTo(nullptr);
        return false;
    }
    const bool byMouse = static_cast<QFocusEvent*>(event)->reason() == Qt::MouseFocusReason;
    const bool ownFocus = widget->property(ownFocusProperty).toBool() || qobject_cast<QAbstractItemView*>(widget) ||
                          widget->focusPolicy() == Qt::NoFocus;
    moveTo(ownFocus || (byMouse && !isTypedIn(widget)) ? nullptr : widget);
    return false;
}

QWidget* FocusRing::target() const
{
    return m_frame ? m_frame->widget() : nullptr;
}

void FocusRing::moveTo(QWidget* widget)
{
    // A frame whose parent went with its window is gone too; the pointer knows.
    if (!widget) {
        if (m_frame)
            m_frame->setWidget(nullptr);
        return;
    }
    if (!m_frame)
        m_frame = new QFocusFrame{widget->window()};  // Qt gives it the parent it needs in setWidget
    m_frame->setWidget(widget);
}

}  // namespace holdfast::ui
