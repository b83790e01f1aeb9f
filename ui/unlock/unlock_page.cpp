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
#include <QLineEdit>
#include <QTimer>
#include <QVBoxLayout>

namespace holdfast::ui {

UnlockPage::UnlockPage(const Theme& theme, QWidget* parent) : QWidget{parent}, m_theme{theme}
{
    auto* column = new QVBoxLayout{this};
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(theme.px(16));
    m_title = plainLabel(tr("Welcome back"), Type::h1);
    column->addWidget(m_title);

    auto* card = new Card{theme};
    auto* inside = new QVBoxLayout{card};
    const int pad = theme.px(24);
    inside->setContentsMargins(pad, pad, pad, pad);
    inside->setSpacing(theme.px(12));
    m_what = strongLabel(tr("Store"), Type::dense);
    inside->addWidget(m_what);
    m_name = plainLabel({}, Type::body);
    m_folder = plainLabel({}, Type::small, Color::ink3);
    inside->addWidget(m_name);
    inside->addWidget(m_folder);

    m_user = new QLineEdit;
    m_user->setObjectName(QStringLiteral("unlockUserEdit"));
    m_user->setMaxLength(40);
    m_user->setInputMethodHints(Qt::ImhNoPredictiveText | Qt::ImhNoAutoUppercase);
    m_userField = new FieldBox{theme, tr("Sign-in name"), m_user};
    m_userField->hide();
    inside->addWidget(m_userField);
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
    m_somebodyElse = new Button{theme, tr("Somebody else"), ButtonKind::link};
    m_somebodyElse->setObjectName(QStringLiteral("somebodyElseButton"));
    m_somebodyElse->hide();
    connect(m_somebodyElse, &Button::clicked, this, &UnlockPage::somebodyElseRequested);
    links->addWidget(m_somebodyElse);
    m_other = new Button{theme, tr("Another store"), ButtonKind::link};
    connect(m_other, &Button::clicked, this, &UnlockPage::otherRequested);
    links->addWidget(m_other);
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

void UnlockPage::setUsers(const std::vector<std::string>& users, const QString& user)
{
    m_onlyUser = users.size() == 1 ? users.front() : std::string{};
    m_userField->setVisible(m_onlyUser.empty() && m_hasAccounts);
    m_user->setText(user);
}

void UnlockPage::setLocked(const QString& worker, bool hasAccounts)
{
    m_title->setText(tr("Locked"));
    m_what->setText(tr("Working here"));
    m_name->setText(worker);
    m_folder->setText(tr("Everything is as you left it."));
    m_hasAccounts = hasAccounts;
    m_field->setVisible(hasAccounts);
    m_switch->setVisible(hasAccounts);
    m_other->hide();
    m_userField->setVisible(hasAccounts && m_onlyUser.empty());
    m_somebodyElse->setVisible(!hasAccounts);
    m_unlock->setText(hasAccounts ? tr("Unlock") : tr("Go on working"));
}

void UnlockPage::useRecoveryKey(bool use)
{
    m_recovery = use;
    m_switch->setText(use ? tr("Use the passphrase") : tr("Use the recovery key"));
    m_secret->setAccessibleName(use ? tr("Recovery key") : tr("Passphrase"));
    m_field->setHint(use ? tr("The eight groups from the paper in the safe. It opens the store as its administrator.")
                         : QString{});
    m_field->setError({});
    m_userField->setVisible(!use && m_onlyUser.empty());
    m_secret->clear();
    m_secret->setFocus();
}

void UnlockPage::unlock()
{
    if (m_unlock->isBusy() || !m_secret->isEnabled())
        return;
    const bool asksName = m_hasAccounts && !m_recovery && m_onlyUser.empty();
    m_userField->setError(asksName && m_user->text().trimmed().isEmpty() ? tr("Type your sign-in name") : QString{});
    const bool isMissing = m_hasAccounts && m_secret->text().isEmpty();
    m_field->setError(!isMissing ? QString{} : m_recovery ? tr("Type the recovery key") : tr("Type your passphrase"));
    if (FieldBox* wrong = firstWithError({m_userField, m_field}))
        return wrong->editor()->setFocus();
    setBusy(true);
    const std::string user = asksName ? m_user->text().trimmed().toLower().toStdString() : m_onlyUser;
    emit unlockRequested({m_recovery ? std::string{} : user, m_secret->take()});
}

void UnlockPage::explain(const QString& problem)
{
    setBusy(false);
    if (!m_hasAccounts)
        return m_folder->setText(problem);
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
    if (!m_hasAccounts)
        m_unlock->setFocus();
    else if (m_userField->isVisibleTo(this) && m_user->text().isEmpty())
        m_user->setFocus();
    else
        m_secret->setFocus();
}

}  // namespace holdfast::ui
