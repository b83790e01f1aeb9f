#include "widgets/segmented_control.h"

#include "theme/style.h"
#include "theme/theme.h"

#include <QAbstractButton>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPainter>

namespace holdfast::ui {
namespace {

/// One segment; the frame around all of them is the control's.
class Segment final : public QAbstractButton {
public:
    Segment(const Theme& theme, const QString& text, bool first, bool last, QWidget* parent)
        : QAbstractButton{parent}, m_theme{theme}, m_first{first}, m_last{last}
    {
        setText(text);
        setCheckable(true);
        setAttribute(Qt::WA_Hover);
        setFocusPolicy(Qt::StrongFocus);
        setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
        connect(&theme, &Theme::themeChanged, this, &QWidget::updateGeometry);
        connect(this, &QAbstractButton::toggled, this, &QWidget::updateGeometry);
    }

    QSize sizeHint() const override
    {
        // As wide as when chosen, so that choosing moves nothing.
        const qreal words = QFontMetricsF{m_theme.font(Type::dense, 600)}.horizontalAdvance(text());
        const int icon = iconNow().isEmpty() ? 0 : m_theme.px(20);
        return {qCeil(words) + icon + 2 * m_theme.px(12), m_theme.size(Size::button)};
    }
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter{this};
        painter.setRenderHint(QPainter::Antialiasing);
        const qreal round = m_theme.size(Size::radiusControl);
        QPainterPath box;
        const QRectF inner = QRectF{rect()}.adjusted(m_first ? 1 : 0, 1, m_last ? -1 : 0, -1);
        box.addRoundedRect(inner.adjusted(m_first ? 0 : -round, 0, m_last ? 0 : round, 0), round - 1, round - 1);
        painter.setClipRect(inner);
        painter.fillPath(box, m_theme.color(isChecked()    ? Color::jointTint
                                            : underMouse() ? Color::hover
                                                           : Color::surface));
        if (!m_first)
            painter.fillRect(QRectF{0, 1, 1, height() - 2.0}, m_theme.color(Color::line));
        const QFont font = m_theme.font(Type::dense, isChecked() ? 600 : 500);
        const QColor ink = m_theme.color(isChecked() ? Color::joint : Color::ink2);
        const qreal words = QFontMetricsF{font}.horizontalAdvance(text());
        const QString icon = iconNow();
        qreal x = (width() - words - (icon.isEmpty() ? 0 : m_theme.px(20))) / 2;
        if (!icon.isEmpty()) {
            const qreal side = m_theme.px(14);
            m_theme.paintIcon(painter, icon, QRectF{x, (height() - side) / 2, side, side}, ink, 1.8);
            x += m_theme.px(20);
        }
        painter.setFont(font);
        painter.setPen(ink);
        painter.drawText(QRectF{x, 0, words + 2, qreal(height())}, Qt::AlignVCenter, text());
    }

private:
    QString iconNow() const { return isChecked() ? QStringLiteral("check") : QString{}; }

    const Theme& m_theme;
    bool m_first;
    bool m_last;
};

}  // namespace

SegmentedControl::SegmentedControl(const Theme& theme, const QString& name, const QStringList& choices, QWidget* parent)
    : QFrame{parent}, m_theme{theme}, m_choices{choices}
{
    setAccessibleName(name);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    auto* row = new QHBoxLayout{this};
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    m_group.setExclusive(true);
    for (int i = 0; i < choices.size(); ++i) {
        auto* segment = new Segment{theme, choices[i], i == 0, i == choices.size() - 1, this};
        m_group.addButton(segment, i);
        row->addWidget(segment);
        connect(segment, &QAbstractButton::toggled, this, [this, i](bool on) {
            refreshNames();
            if (on)
                emit chosen(i);
        });
    }
    const QSignalBlocker quiet{this};
    if (auto* first = m_group.button(0))
        first->setChecked(true);
    refreshNames();
    connect(&theme, &Theme::themeChanged, this, qOverload<>(&QWidget::update));
}

int SegmentedControl::current() const
{
    return m_group.checkedId();
}

void SegmentedControl::setCurrent(int index)
{
    if (auto* segment = m_group.button(index))
        segment->setChecked(true);
}

void SegmentedControl::keyPressEvent(QKeyEvent* event)
{
    const int by = event->key() == Qt::Key_Right ? 1 : event->key() == Qt::Key_Left ? -1 : 0;
    if (by == 0) {
        QFrame::keyPressEvent(event);
        return;
    }
    const int next = qBound(0, current() + by, static_cast<int>(m_choices.size()) - 1);
    setCurrent(next);
    m_group.button(next)->setFocus(Qt::TabFocusReason);
}

void SegmentedControl::paintEvent(QPaintEvent*)
{
    QPainter painter{this};
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(m_theme.color(Color::lineStrong));
    painter.setBrush(m_theme.color(Color::surface));
    painter.drawRoundedRect(crisp(rect()), m_theme.size(Size::radiusControl), m_theme.size(Size::radiusControl));
}

void SegmentedControl::refreshNames()
{
    for (int i = 0; i < m_choices.size(); ++i) {
        auto* segment = m_group.button(i);
        const QString place = tr("%1 of %2").arg(i + 1).arg(m_choices.size());
        segment->setAccessibleName(segment->isChecked() ? tr("%1, chosen, %2").arg(m_choices[i], place)
                                                        : QStringLiteral("%1, %2").arg(m_choices[i], place));
        segment->setFocusPolicy(segment->isChecked() ? Qt::StrongFocus : Qt::ClickFocus);
    }
}

}  // namespace holdfast::ui
