#include "widgets/kpi_tile.h"

#include "theme/theme.h"
#include "widgets/icon_label.h"
#include "widgets/text.h"

#include <QPainter>
#include <QVBoxLayout>

namespace holdfast::ui {
namespace {

struct Look {
    Color tone;
    const char* icon;
};

Look lookOf(const KpiData& data)
{
    const char* arrow = data.up ? "up" : "down";
    switch (data.trend) {
    case KpiData::Trend::better: return {Color::ok, arrow};
    case KpiData::Trend::worse: return {Color::late, arrow};
    case KpiData::Trend::level: return {Color::ink2, "minus"};
    case KpiData::Trend::hidden: return {Color::ink2, "eyeoff"};
    case KpiData::Trend::joint: return {Color::joint, "clasp"};
    }
    return {Color::ink2, "minus"};
}

}  // namespace

KpiTile::KpiTile(const Theme& theme, QWidget* parent)
    : QFrame{parent},
      m_theme{theme},
      m_caption{new RunLabel{theme, Type::small}},
      m_value{plainLabel({}, Type::kpi)},
      m_unit{plainLabel({}, Type::body, Color::ink2)},
      m_change{new RunLabel{theme, Type::small}},
      m_icon{new IconLabel{theme, {}, Color::ink2, 14}}
{
    m_unit->setProperty("weight", QStringLiteral("medium"));
    auto* value = new QHBoxLayout;
    value->setSpacing(6);
    value->addWidget(m_value, 0, Qt::AlignBaseline);
    value->addWidget(m_unit, 0, Qt::AlignBaseline);
    value->addStretch();
    auto* change = new QHBoxLayout;
    change->setSpacing(4);
    change->addWidget(m_icon, 0, Qt::AlignTop);
    change->addWidget(m_change, 1);
    auto* column = new QVBoxLayout{this};
    column->setContentsMargins(16, 9, 16, 9);
    column->setSpacing(1);
    column->addWidget(m_caption);
    column->addLayout(value);
    column->addLayout(change);
    column->addStretch();
    setFocusPolicy(Qt::NoFocus);
    connect(&theme, &Theme::themeChanged, this, qOverload<>(&QWidget::update));
}

void KpiTile::addAction(QWidget& button)
{
    m_button = &button;
    button.setParent(this);
    button.show();
}

void KpiTile::setData(const KpiData& kpi)
{
    const Look look = lookOf(kpi);
    m_highlighted = kpi.highlighted;
    m_caption->setText(kpi.caption, Color::ink2, 500);
    m_value->setText(kpi.value);
    m_unit->setText(kpi.unit);
    m_unit->setVisible(!kpi.unit.isEmpty());
    m_change->setText(kpi.change, look.tone, 500);
    m_icon->setIcon(kpi.icon.isEmpty() ? QLatin1String{look.icon} : kpi.icon, look.tone);
    m_icon->setVisible(!kpi.change.isEmpty());
    QString name = tr("%1: %2").arg(kpi.caption, kpi.value);
    if (!kpi.unit.isEmpty())
        name += QLatin1Char{' '} + kpi.unit;
    if (!kpi.change.isEmpty())
        name += QStringLiteral(". ") + kpi.change;
    setAccessibleName(name);
    update();
}

void KpiTile::resizeEvent(QResizeEvent* event)
{
    QFrame::resizeEvent(event);
    if (m_button == nullptr)
        return;
    // Beside the figure: a long caption needs the whole of its line.
    const QSize size = m_button->sizeHint();
    const int middle = m_value->geometry().center().y();
    m_button->setGeometry(width() - size.width() - m_theme.px(4), middle - size.height() / 2, size.width(),
                          size.height());
}

void KpiTile::paintEvent(QPaintEvent*)
{
    QPainter painter{this};
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(m_highlighted ? m_theme.line(Role::joint) : m_theme.color(Color::line));
    painter.setBrush(m_highlighted ? m_theme.tint(Role::joint) : m_theme.color(Color::surface));
    painter.drawRoundedRect(crisp(rect()), m_theme.size(Size::radiusCard), m_theme.size(Size::radiusCard));
}

}  // namespace holdfast::ui
