#include "unlock/unlock_page.h"

#include "theme/theme.h"
#include "unlock/passphrase_edit.h"
#include "widgets/buttons.h"
#include "widgets/cards.h"
#include "widgets/field_box.h"
#include "widgets/icon_label.h"
#include "widgets/messages.h"
#include "widgets/text.h"

#include <QFileInfo>
#include <QTimer>
#include <QVBoxLayout>

namespace holdfast::ui {

UnlockPage::UnlockPage(const Theme& theme, QWidget* parent) : QWidget{parent}, m_theme{theme}
{
    auto* column = new QVBoxLayout{this};
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(theme.px(16));
    column->addWidget(plainLabel(tr("Welcome back"), Type::h1));

    auto* card = new Card{theme};
    auto* inside = new QVBoxLayout{card};
    const int pad = theme.px(24);
    inside->setContentsMargins(pad, pad, pad, pad);
    inside->setSpacing(theme.px(12));
    inside->addWidget(strongLabel(tr("Store"), Type::dense));
    m_name = plainLabel({}, Type::body);
    m_folder = plainLabel({}, Type::small, Color::ink3);
    inside->addWidget(m_name);
    inside->addWidget(m_folder);

    m_secret = new PassphraseEdit{theme, tr("Passphrase")};
    m_secret->setObjectName(QStringLiteral("unlockEdit"));
    m_field = new FieldBox{theme, tr("Passphrase"), m_secret};
    inside->addWidget(m_field);
    m_capsLock = new QWidget;
    auto* caps = new QHBoxLayout{m_capsLock};
    caps->setContentsMargins(0, 0, 0, 0);
    caps->addWidget(new IconLabel{theme, QStringLiteral("up"), Color::ink2, 14});
    caps->addWidget(plainLabel(tr("Caps Lock is on"), Type::small, Color::ink2));
    caps->addStretch(1);
    m_capsLock->hide();
    inside->addWidget(m_capsLock);
    connect(m_secret, &PassphraseEdit::capsLockSeen, m_capsLock, &QWidget::setVisible);

    m_unlock = new Button{theme, tr("Unlock"), ButtonKind::primary, QStringLiteral("unlock"), ButtonSize::dialog};
    m_unlock->setObjectName(QStringLiteral("unlockButton"));
    connect(m_unlock, &Button::clicked, this, &UnlockPage::unlock);
    connect(m_secret, &QLineEdit::returnPressed, this, &UnlockPage::unlock);
    inside->addWidget(m_unlock);
    auto* links = new QHBoxLayout;
    m_switch = new Button{theme, tr("Use the recovery key"), ButtonKind::link};
    connect(m_switch, &Button::clicked, this, [this] { useRecoveryKey(!m_recovery); });
    links->addWidget(m_switch);
    links->addStretch(1);
    auto* otherStore = new Button{theme, tr("Another store"), ButtonKind::link};
    connect(otherStore, &Button::clicked, this, &UnlockPage::otherRequested);
    links->addWidget(otherStore);
    inside->addLayout(links);
    column->addWidget(card);

    auto* note = new Banner{theme, Banner::Kind::caution};
    note->setIconName(QStringLiteral("clock"));
    note->setText(tr("Clocks keep running while you are away."),
                  tr(" Unlock to see what changed. No names show on this screen."));
    column->addWidget(note);
}

void UnlockPage::setStore(const QString& location)
{
    const QFileInfo file{location};
    m_name->setText(file.fileName());
    m_folder->setText(file.absolutePath());
}

void UnlockPage::useRecoveryKey(bool use)
{
    m_recovery = use;
    m_switch->setText(use ? tr("Use the passphrase") : tr("Use the recovery key"));
    m_secret->setAccessibleName(use ? tr("Recovery key") : tr("Passphrase"));
    m_field->setHint(use ? tr("The eight groups from the paper in the safe") : QString{});
    m_field->setError({});
    m_secret->clear();
    m_secret->setFocus();
}

void UnlockPage::unlock()
{
    if (m_unlock->isBusy() || !m_secret->isEnabled())
        return;
    if (m_secret->text().isEmpty())
        return m_field->setError(m_recovery ? tr("Type the recovery key") : tr("Type your passphrase"));
    m_field->setError({});
    setBusy(true);
    emit unlockRequested(m_secret->take());
}

void UnlockPage::explain(const QString& problem)
{
    setBusy(false);
    m_field->setError(problem);
    m_secret->setFocus();
}

void UnlockPage::setBusy(bool busy)
{
    m_unlock->setBusy(busy);
}

void UnlockPage::waitFor(int seconds)
{
    m_secret->setEnabled(false);
    m_unlock->setEnabled(false);
    QTimer::singleShot(seconds * 1000, this, [this] {
        m_secret->setEnabled(true);
        m_unlock->setEnabled(true);
        m_field->setError({});
        m_secret->setFocus();
    });
}

void UnlockPage::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    m_secret->setFocus();
}

}  // namespace holdfast::ui
