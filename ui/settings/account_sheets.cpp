#include "settings/account_sheets.h"

#include "async/desk.h"
#include "theme/theme.h"
#include "unlock/new_passphrase.h"
#include "unlock/passphrase_edit.h"
#include "widgets/buttons.h"
#include "widgets/entries.h"
#include "widgets/field_box.h"
#include "widgets/messages.h"
#include "widgets/text.h"
#include "words/codes.h"

#include <QLineEdit>
#include <QVBoxLayout>

#include <algorithm>

namespace holdfast::ui {
namespace {

using Does = AccountSheet::Does;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Words)

public:
    static QString title(Does does)
    {
        switch (does) {
        case Does::add: return tr("Give somebody an account");
        case Does::reset: return tr("Give a new passphrase");
        case Does::remove: return tr("Remove an account");
        case Does::changeKey: return tr("Change the key of the store");
        case Does::changeOwn: return tr("Change your passphrase");
        }
        return {};
    }
    static QString what(Does does, const QString& user)
    {
        switch (does) {
        case Does::add:
            return tr("They sign in with this name and a first passphrase, and then choose their own. Tell it to them "
                      "in person.");
        case Does::reset:
            return tr("%1 signs in with it once and then chooses their own. Tell it to them in person.").arg(user);
        case Does::remove:
            return tr("%1 cannot open the store any more, and its key is changed, so that a key they may have kept "
                      "opens nothing new. Nobody else may have the store open meanwhile. Backups made before still "
                      "open with the old key.")
                .arg(user);
        case Does::changeKey:
            return tr("After somebody left: what they may have kept opens nothing new. Nobody else may have the store "
                      "open meanwhile.");
        case Does::changeOwn: return {};
        }
        return {};
    }
    static QString act(Does does)
    {
        switch (does) {
        case Does::add: return tr("Add account");
        case Does::reset: return tr("Give it");
        case Does::remove: return tr("Remove account");
        case Does::changeKey: return tr("Change the key");
        case Does::changeOwn: return tr("Change it");
        }
        return {};
    }
};

}  // namespace

AccountSheet::AccountSheet(Desk& desk, const Theme& theme, Does does, const QString& user,
                           const std::vector<Worker>& without, QWidget& window)
    : DialogSheet{theme, Words::title(does), 560, window}, m_desk{desk}, m_does{does}, m_user{user}, m_without{without}
{
    setObjectName(QStringLiteral("accountSheet"));
    QVBoxLayout* column = addColumn(14);
    m_problem = new Banner{theme, Banner::Kind::stop};
    m_problem->hide();
    column->addWidget(m_problem);
    if (const QString what = Words::what(does, user); !what.isEmpty()) {
        auto* label = new RunLabel{theme, Type::dense};
        label->setText(what, Color::ink2);
        column->addWidget(label);
    }
    if (does == Does::add)
        addFields(*column, without);
    const bool own = does == Does::changeOwn;
    m_own = new PassphraseEdit{theme, tr("Your passphrase")};
    m_own->setObjectName(QStringLiteral("ownPassphraseEdit"));
    m_ownField = new FieldBox{theme, own ? tr("Your passphrase now") : tr("Your own passphrase, once more"), m_own};
    if (own)
        column->addWidget(m_ownField);
    if (own || does == Does::add || does == Does::reset) {
        m_fresh = new NewPassphrase{theme, own ? tr("New passphrase") : tr("Their first passphrase")};
        column->addWidget(m_fresh);
        connect(m_fresh, &NewPassphrase::edited, this, [this] { setUnsaved(true); });
    }
    if (!own)
        column->addWidget(m_ownField);
    column->addStretch(1);
    footer()->addStretch(1);
    addCancel(tr("Cancel"));
    m_act = addPrimary(Words::act(does));
    m_act->setObjectName(QStringLiteral("accountActButton"));
    connect(m_act, &Button::clicked, this, &AccountSheet::act);
}

void AccountSheet::addFields(QVBoxLayout& column, const std::vector<Worker>& without)
{
    m_worker = new Choice{tr("Worker")};
    m_worker->setObjectName(QStringLiteral("accountWorkerChoice"));
    for (const Worker& worker : without)
        m_worker->addChoice(text(worker.name), text(worker.id.text()));
    column.addWidget(new FieldBox{theme(), tr("Worker"), m_worker, tr("Who works here and has no account yet")});
    m_name = new QLineEdit;
    m_name->setObjectName(QStringLiteral("accountUserEdit"));
    m_name->setMaxLength(40);
    m_nameField =
        new FieldBox{theme(), tr("Sign-in name"), m_name,
                     tr("It can be read without a passphrase, so no full name. Small letters, digits, dots.")};
    column.addWidget(m_nameField);
    connect(m_worker, &Choice::activated, this, &AccountSheet::suggestUser);
    suggestUser();
}

void AccountSheet::suggestUser()
{
    const auto worker = std::ranges::find(m_without, m_worker->value().toString().toStdString(),
                                          [](const Worker& each) { return each.id.str(); });
    if (!m_name->isModified())
        m_name->setText(worker == m_without.end() ? QString{} : text(app::suggestedUser(worker->name)));
}

template <class Work, class Said>
void AccountSheet::ask(Work work, Said said)
{
    m_act->setBusy(true);
    m_desk.ask(this, std::move(work), [this, said](const auto& done) {
        m_act->setBusy(false);
        if (!done)
            return explain(done.error());
        setUnsaved(false);
        emit finishedWith(said(*done));
        accept();
    });
}

void AccountSheet::act()
{
    m_problem->hide();
    m_ownField->setError(m_own->text().isEmpty() ? tr("Type your own passphrase") : QString{});
    if (m_nameField)
        m_nameField->setError(app::checkedUser(m_name->text().trimmed().toStdString())
                                  ? QString{}
                                  : tr("Use 2 to 40 small letters, digits, dots or dashes"));
    QList<FieldBox*> fields{m_ownField};
    if (m_nameField)
        fields.prepend(m_nameField);
    if (FieldBox* wrong = firstWithError(fields))
        return wrong->editor()->setFocus();
    std::string fresh;
    if (m_fresh) {
        auto typed = m_fresh->take();
        if (!typed)
            return;
        fresh = *std::move(typed);
    }
    const std::string own = m_own->take();
    const std::string user = m_user.toStdString();
    switch (m_does) {
    case Does::add: {
        const app::NewAccount account{m_name->text().trimmed().toStdString(),
                                      WorkerId{m_worker->value().toString().toStdString()}, fresh};
        return ask([own, account](UseCases& use,
                                  const app::Session& session) { return use.accounts.add(session, own, account); },
                   [](Done) { return tr("Account added."); });
    }
    case Does::reset:
        return ask(
            [own, user, fresh](UseCases& use, const app::Session& session) {
                return use.accounts.reset(session, own, user, fresh);
            },
            [](Done) { return tr("They can sign in with it now."); });
    case Does::remove:
        return ask(
            [own, user](UseCases& use, const app::Session& session) { return use.accounts.remove(session, own, user); },
            [](const app::AccountRemoved& removed) {
                return removed.keyChanged ? tr("Account removed, and the store has a new key.")
                                          : tr("Account removed. Somebody has the store open: change its key "
                                               "when they have closed it.");
            });
    case Does::changeKey:
        return ask([own](UseCases& use, const app::Session& session) { return use.accounts.changeKey(session, own); },
                   [](Done) { return tr("The store has a new key."); });
    case Does::changeOwn:
        return ask([own, fresh](UseCases& use,
                                const app::Session& session) { return use.accounts.changeOwn(session, own, fresh); },
                   [](Done) { return tr("Passphrase changed."); });
    }
}

void AccountSheet::explain(const Error& error)
{
    if (error.where == "own")
        return m_ownField->setError(tr("That is not your passphrase"));
    if (error.where == "sign_in")
        return m_ownField->setError(tr("Too many wrong tries. Wait a minute, then try again."));
    if (error.code == ErrorCode::conflict && m_nameField)
        return m_nameField->setError(error.where == "user" ? tr("Somebody signs in with this name already")
                                                           : tr("This worker has an account already"));
    if (error.code == ErrorCode::busy)
        m_problem->setText(tr("Somebody else has the store open."), tr(" Try again when they have closed it."));
    else if (error.detail == "accounts.own")
        m_problem->setText(tr("This is your own account."), tr(" Another administrator can remove it."));
    else if (error.where == "passphrase")
        m_problem->setText(tr("Choose another passphrase than before."));
    else
        m_problem->setText(words(error));
    m_problem->show();
}

}  // namespace holdfast::ui
