#include "widgets/messages.h"

#include "theme/theme.h"
#include "widgets/buttons.h"
#include "widgets/icon_label.h"
#include "widgets/text.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QPainter>
#include <QVBoxLayout>

namespace holdfast::ui {
namespace {

Role roleOf(Banner::Kind kind)
{
    switch (kind) {
    case Banner::Kind::stop: return Role::late;
    case Banner::Kind::caution: return Role::wait;
    case Banner::Kind::good: return Role::joint;
    }
    return Role::wait;
}

Color toneOf(Banner::Kind kind)
{
    switch (kind) {
    case Banner::Kind::stop: return Color::late;
    case Banner::Kind::caution: return Color::wait;
    case Banner::Kind::good: return Color::joint;
    }
    return Color::wait;
}

QString iconOf(Banner::Kind kind)
{
    switch (kind) {
    case Banner::Kind::stop: return QStringLiteral("xcircle");
    case Banner::Kind::caution: return QStringLiteral("info");
    case Banner::Kind::good: return QStringLiteral("clasp");
    }
    return {};
}

}  // namespace

Banner::Banner(const Theme& theme, Kind kind, QWidget* parent)
    : QFrame{parent},
      m_theme{theme},
      m_kind{kind},
      m_icon{new IconLabel{theme, iconOf(kind), toneOf(kind), 20}},
      m_text{new RunLabel{theme, Type::dense}},
      m_action{new Button{theme, {}, ButtonKind::secondary, {}, ButtonSize::small}}
{
    auto* row = new QHBoxLayout{this};
    row->setContentsMargins(13, 9, 13, 9);
    row->setSpacing(10);
    row->addWidget(m_icon);
    row->addWidget(m_text, 1);
    row->addWidget(m_action);
    row->addStrut(theme.px(28));
    m_action->hide();
    connect(m_action, &QAbstractButton::clicked, this, &Banner::actionTriggered);
    connect(&theme, &Theme::themeChanged, this, qOverload<>(&QWidget::update));
}

void Banner::setText(const QString& strong, const QString& rest)
{
    m_text->setRuns({{strong, Color::ink, 600}, {rest.isEmpty() ? rest : QLatin1Char{' '} + rest, Color::ink}});
    setAccessibleName(m_text->text());
    if (isVisible())
        announce();
}

void Banner::setIconName(const QString& icon)
{
    m_icon->setIcon(icon, toneOf(m_kind));
}

void Banner::setAction(const QString& text)
{
    m_action->setText(text);
    m_action->setProperty("square", false);
    m_action->setVisible(!text.isEmpty());
}

QString Banner::text() const
{
    return m_text->text();
}

void Banner::announce()
{
    if (m_kind != Kind::stop)
        return;
    QAccessibleEvent alert{this, QAccessible::Alert};
    QAccessible::updateAccessibility(&alert);
}

void Banner::paintEvent(QPaintEvent*)
{
    QPainter painter{this};
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(m_theme.line(roleOf(m_kind)));
    painter.setBrush(m_theme.tint(roleOf(m_kind)));
    painter.drawRoundedRect(crisp(rect()), m_theme.size(Size::radiusGroup), m_theme.size(Size::radiusGroup));
}

void Banner::showEvent(QShowEvent*)
{
    announce();
}

EmptyState::EmptyState(const Theme& theme, const QString& icon, const QString& title, const QString& detail,
                       const QString& action, QWidget* parent)
    : QFrame{parent},
      m_theme{theme},
      m_title{new RunLabel{theme, Type::dense}},
      m_detail{new RunLabel{theme, Type::dense}}
{
    auto* column = new QVBoxLayout{this};
    column->setContentsMargins(16, 16, 16, 16);
    column->setSpacing(0);
    column->addStretch();
    column->addWidget(new IconLabel{theme, icon, Color::joint, 28}, 0, Qt::AlignHCenter);
    m_title->setAlignment(Qt::AlignHCenter);
    m_detail->setAlignment(Qt::AlignHCenter);
    column->addWidget(m_title);
    column->addWidget(m_detail);
    m_button = new Button{theme, action};
    column->addSpacing(10);
    column->addWidget(m_button, 0, Qt::AlignHCenter);
    connect(m_button, &QAbstractButton::clicked, this, &EmptyState::actionTriggered);
    setAction(action);
    column->addStretch();
    setWords(title, detail);
    connect(&theme, &Theme::themeChanged, this, qOverload<>(&QWidget::update));
}

void EmptyState::setAction(const QString& action)
{
    m_button->setText(action);
    m_button->setVisible(!action.isEmpty());
}

void EmptyState::setWords(const QString& title, const QString& detail)
{
    m_title->setText(title, Color::ink, 600);
    m_detail->setText(detail, Color::ink2);
    m_detail->setVisible(!detail.isEmpty());
    setAccessibleName(title + QLatin1Char{' '} + detail);
}

void EmptyState::paintEvent(QPaintEvent*)
{
    QPainter painter{this};
    painter.setRenderHint(QPainter::Antialiasing);
    QPen pen{m_theme.color(Color::lineStrong)};
    pen.setDashPattern({3, 3});
    painter.setPen(pen);
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(crisp(rect()), m_theme.size(Size::radiusCard), m_theme.size(Size::radiusCard));
}

}  // namespace holdfast::ui
