#include "shell/status_strip.h"

#include "theme/theme.h"
#include "widgets/buttons.h"
#include "widgets/icon_label.h"
#include "widgets/text.h"

#include <QHBoxLayout>

namespace holdfast::ui {

StatusStrip::StatusStrip(const Theme& theme, QWidget* parent) : QFrame{parent}, m_theme{theme}
{
    setObjectName(QStringLiteral("statusStrip"));
    m_row = new QHBoxLayout{this};
    m_store = addPart(QStringLiteral("consent"));
    m_encrypted = addPart(QStringLiteral("lock"));
    m_saved = addPart(QStringLiteral("disk"));
    m_policy = addPart(QStringLiteral("guidance"));
    m_row->addStretch();
    const auto addKey = [&](const QString& key, const QString& words, void (StatusStrip::*signal)()) {
        auto* hint = new KeyHint{key};
        auto* button = new QPushButton{words};
        button->setProperty("kind", QStringLiteral("status"));
        button->setFocusPolicy(Qt::TabFocus);
        button->setCursor(Qt::PointingHandCursor);
        connect(button, &QAbstractButton::clicked, this, signal);
        auto* pair = new QWidget;
        auto* inside = new QHBoxLayout{pair};
        inside->setContentsMargins(0, 0, 0, 0);
        inside->setSpacing(6);
        inside->addWidget(hint);
        inside->addWidget(button);
        m_row->addWidget(pair);
        m_keys.append(pair);
    };
    addKey(tr("F1"), tr("Help"), &StatusStrip::helpRequested);
    addKey(tr("?"), tr("Shortcuts"), &StatusStrip::shortcutsRequested);
    connect(&theme, &Theme::themeChanged, this, &StatusStrip::resizeToTheme);
    resizeToTheme();
}

StatusStrip::Part StatusStrip::addPart(const QString& icon)
{
    Part part;
    part.widget = new QWidget;
    part.icon = new IconLabel{m_theme, icon, Color::ink3, 14};
    part.text = plainLabel({}, Type::small, Color::ink3);
    auto* row = new QHBoxLayout{part.widget};
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(6);
    row->addWidget(part.icon);
    row->addWidget(part.text);
    part.widget->hide();
    m_row->addWidget(part.widget);
    return part;
}

void StatusStrip::show(Part& part, const QString& text)
{
    part.text->setText(text);
    part.widget->setAccessibleName(text);
    part.used = !text.isEmpty();
    resizeToTheme();
}

void StatusStrip::setPracticeStore()
{
    setStoreLook(true);
    show(m_store, tr("Practice store: made-up people only"));
    m_encrypted.icon->setIcon(QStringLiteral("unlock"), Color::ink3);
    show(m_encrypted, tr("Not encrypted"));
}

void StatusStrip::setStore(const QString& name, bool encrypted)
{
    setStoreLook(false);
    show(m_store, name);
    m_encrypted.icon->setIcon(encrypted ? QStringLiteral("lock") : QStringLiteral("unlock"), Color::ink3);
    show(m_encrypted, encrypted ? tr("Encrypted on this computer") : tr("Not encrypted"));
}

void StatusStrip::setStoreLook(bool practice)
{
    m_store.icon->setIcon(practice ? QStringLiteral("consent") : QStringLiteral("folder"),
                          practice ? Color::joint : Color::ink3);
    m_store.text->setProperty("weight", practice ? QStringLiteral("strong") : QString{});
    setTone(m_store.text, practice ? Color::joint : Color::ink2);
}

void StatusStrip::setSaved(const QString& time)
{
    show(m_saved, time.isEmpty() ? QString{} : tr("Saved %1").arg(time));
}

void StatusStrip::setPolicy(const QString& policy)
{
    show(m_policy, policy);
}

void StatusStrip::setNarrow(bool narrow)
{
    m_narrow = narrow;
    resizeToTheme();
}

void StatusStrip::resizeToTheme()
{
    setFixedHeight(m_narrow ? m_theme.px(24) : m_theme.size(Size::statusBar));
    m_row->setContentsMargins(m_theme.px(m_narrow ? 16 : 24), 1, m_theme.px(m_narrow ? 16 : 24), 0);
    m_row->setSpacing(m_theme.px(m_narrow ? 12 : 20));
    m_store.widget->setVisible(m_store.used);
    m_encrypted.widget->setVisible(m_encrypted.used);
    m_saved.widget->setVisible(m_saved.used && !m_narrow);
    m_policy.widget->setVisible(m_policy.used && !m_narrow);
    for (QWidget* key : std::as_const(m_keys))
        key->setVisible(!m_narrow);
}

}  // namespace holdfast::ui
