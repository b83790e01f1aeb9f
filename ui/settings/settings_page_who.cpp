// Who is working: their own account and its passphrase, or a choice where a store has no accounts; and when the screen
// locks by itself.
#include "async/desk.h"
#include "settings/account_sheets.h"
#include "settings/settings_page.h"
#include "shell/settings_store.h"
#include "theme/theme.h"
#include "widgets/buttons.h"
#include "widgets/cards.h"
#include "widgets/entries.h"
#include "widgets/field_box.h"
#include "widgets/text.h"
#include "words/codes.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

namespace holdfast::ui {
namespace {

constexpr std::array lockAfter{1, 2, 5, 10, 15};

}  // namespace

QWidget* SettingsPage::buildWho()
{
    auto* card = new Card{m_theme};
    auto* column = new QVBoxLayout{card};
    const int pad = m_theme.size(Size::cardPadding);
    column->setContentsMargins(pad, m_theme.px(12), pad, pad);
    column->setSpacing(m_theme.px(12));
    column->addWidget(strongLabel(tr("Who is working"), Type::h2));
    if (m_desk.store().encrypted)
        addOwnAccount(*column);
    else
        addChoiceOfWorker(*column);
    addLock(*column);
    column->addStretch(1);
    return card;
}

void SettingsPage::addChoiceOfWorker(QVBoxLayout& column)
{
    m_who = new Choice{tr("Who is working")};
    m_who->setObjectName(QStringLiteral("whoChoice"));
    connect(m_who, &Choice::activated, this, [this] { signIn(WorkerId{m_who->value().toString().toStdString()}); });
    column.addWidget(new FieldBox{
        m_theme, tr("Worker"), m_who,
        m_desk.store().server ? tr("What you record carries this name. On a server its own accounts say who may "
                                   "connect")
                              : tr("What you record carries this name. A practice store has no passphrases")});
    m_role = new RunLabel{m_theme, Type::dense};
    column.addWidget(m_role);
}

void SettingsPage::addOwnAccount(QVBoxLayout& column)
{
    column.addWidget(strongLabel(text(m_desk.session().worker.name), Type::body));
    m_role = new RunLabel{m_theme, Type::dense};
    column.addWidget(m_role);
    m_ownPassphrase = new Button{m_theme, tr("Change my passphrase"), ButtonKind::secondary, QStringLiteral("key")};
    m_ownPassphrase->setObjectName(QStringLiteral("changeOwnButton"));
    connect(m_ownPassphrase, &Button::clicked, this, &SettingsPage::changeOwnPassphrase);
    column.addWidget(m_ownPassphrase, 0, Qt::AlignLeft);
}

void SettingsPage::addLock(QVBoxLayout& column)
{
    auto* row = new QHBoxLayout;
    row->setSpacing(m_theme.px(12));
    auto* minutes = new Choice{tr("Lock the screen")};
    minutes->setObjectName(QStringLiteral("lockMinutesChoice"));
    for (const int after : lockAfter)
        minutes->addChoice(after == 1 ? tr("After 1 minute") : tr("After %1 minutes").arg(after), after);
    minutes->setValueQuietly(m_settings.value(lockMinutesSetting, usualLockMinutes).toInt());
    connect(minutes, &Choice::activated, this,
            [this, minutes] { m_settings.setValue(lockMinutesSetting, minutes->value().toInt()); });
    row->addWidget(new FieldBox{m_theme, tr("When nobody types, lock the screen"), minutes}, 1);
    auto* now = new Button{m_theme, tr("Lock now"), ButtonKind::secondary, QStringLiteral("lock")};
    now->setObjectName(QStringLiteral("lockNowButton"));
    connect(now, &Button::clicked, this, &SettingsPage::lockRequested);
    row->addWidget(now, 0, Qt::AlignBottom);
    column.addLayout(row);
}

void SettingsPage::changeOwnPassphrase()
{
    auto* sheet = new AccountSheet{m_desk, m_theme, AccountSheet::Does::changeOwn, {}, {}, *window()};
    sheet->setAttribute(Qt::WA_DeleteOnClose);
    connect(sheet, &AccountSheet::finishedWith, this, &SettingsPage::done);
    sheet->open();
}

void SettingsPage::refreshChoices()
{
    if (!m_who)
        return;
    m_desk.ask(
        this, [](UseCases& use, const app::Session&) { return use.workers.signInChoices(); },
        [this](const Result<std::vector<Worker>>& workers) {
            if (!workers)
                return;
            const QSignalBlocker quiet{m_who};
            m_who->clear();
            for (const Worker& worker : *workers)
                m_who->addChoice(text(worker.name), text(worker.id.text()));
            m_who->setValueQuietly(text(m_desk.session().worker.id.text()));
        });
}

void SettingsPage::signIn(const WorkerId& worker)
{
    m_desk.ask(
        this, [worker](UseCases& use, const app::Session&) { return use.workers.signIn(worker); },
        [this](const Result<app::Session>& session) {
            if (!session) {
                emit failed(words(session.error()));
                return;
            }
            m_settings.setValue(QStringLiteral("worker"), text(session->worker.id.text()));
            useSession(*session);
        });
}

void SettingsPage::useSession(const app::Session& session)
{
    m_desk.setSession(session);
    emit workerChanged(session.worker);
    refresh();
}

}  // namespace holdfast::ui
