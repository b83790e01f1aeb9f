#include "backups/restore_sheet.h"

#include "async/desk.h"
#include "backups/backup_words.h"
#include "theme/theme.h"
#include "unlock/passphrase_edit.h"
#include "widgets/buttons.h"
#include "widgets/entries.h"
#include "widgets/field_box.h"
#include "widgets/messages.h"
#include "widgets/text.h"
#include "words/codes.h"
#include "words/dates.h"

#include <QCheckBox>
#include <QFileInfo>
#include <QProgressBar>
#include <QVBoxLayout>

#include <algorithm>

namespace holdfast::ui {

RestoreSheet::RestoreSheet(Desk& desk, const Theme& theme, const app::BackupFile& backup, const std::string& user,
                           QWidget& window)
    : DialogSheet{theme, tr("Put a backup back"), 600, window}, m_desk{desk}, m_backup{backup}, m_user{user}
{
    setObjectName(QStringLiteral("restoreSheet"));
    setSubtitle(momentWords(backup.madeAt, desk.clock().now()),
                QStringLiteral(", ") + QFileInfo{text(backup.path)}.fileName());
    QVBoxLayout* column = addColumn(14);
    m_problem = new Banner{theme, Banner::Kind::stop};
    m_problem->hide();
    column->addWidget(m_problem);
    m_ask = new QWidget;
    auto* ask = new QVBoxLayout{m_ask};
    ask->setContentsMargins(0, 0, 0, 0);
    ask->setSpacing(theme.px(14));
    auto* first = new RunLabel{theme, Type::dense};
    first->setText(
        tr("First every page of the backup is read. Nothing is changed by that, and people can go on working."),
        Color::ink2);
    ask->addWidget(first);
    if (desk.store().encrypted)
        addSecrets(*ask);
    column->addWidget(m_ask);
    m_progress = new QProgressBar;
    m_progress->setRange(0, 0);
    m_progress->setTextVisible(false);
    m_progress->setAccessibleName(tr("Reading the backup"));
    m_progress->hide();
    column->addWidget(m_progress);

    m_found = new QWidget;
    auto* found = new QVBoxLayout{m_found};
    found->setContentsMargins(0, 0, 0, 0);
    found->setSpacing(theme.px(10));
    m_whole = new RunLabel{theme, Type::body};
    m_lost = new RunLabel{theme, Type::body};
    m_lost->setObjectName(QStringLiteral("restoreLost"));
    auto* then = new RunLabel{theme, Type::dense};
    then->setText(
        tr("The store that is there now is not deleted: it is kept beside the store, its name ends in "
           ".before-restore. Holdfast closes the store, puts the backup in its place in one step, and opens it. "
           "Today's passphrases stay."),
        Color::ink2);
    m_agree = new QCheckBox{tr("Yes, put this backup in the place of the store")};
    m_agree->setObjectName(QStringLiteral("restoreAgree"));
    for (QWidget* each : {static_cast<QWidget*>(m_whole), static_cast<QWidget*>(m_lost), static_cast<QWidget*>(then),
                          static_cast<QWidget*>(m_agree)})
        found->addWidget(each);
    m_found->hide();
    column->addWidget(m_found);
    column->addStretch(1);
    footer()->addStretch(1);
    addCancel(tr("Cancel"));
    m_act = addPrimary(tr("Check this backup"));
    m_act->setObjectName(QStringLiteral("restoreAct"));
    connect(m_act, &Button::clicked, this, &RestoreSheet::act);
    connect(m_agree, &QCheckBox::toggled, m_act, &QWidget::setEnabled);
}

RestoreSheet::~RestoreSheet()
{
    m_reading.finish();
}

void RestoreSheet::addSecrets(QVBoxLayout& column)
{
    m_own = new PassphraseEdit{theme(), tr("Your passphrase")};
    m_own->setObjectName(QStringLiteral("restoreOwn"));
    m_ownField = new FieldBox{theme(), tr("Your own passphrase, once more"), m_own};
    column.addWidget(m_ownField);
    m_other = new QCheckBox{tr("It was another one when the backup was made")};
    m_other->setObjectName(QStringLiteral("restoreOther"));
    column.addWidget(m_other);
    m_then = new QWidget;
    auto* then = new QVBoxLayout{m_then};
    then->setContentsMargins(0, 0, 0, 0);
    then->setSpacing(theme().px(14));
    addOtherSecret(*then);
    m_then->hide();
    column.addWidget(m_then);
    connect(m_other, &QCheckBox::toggled, m_then, &QWidget::setVisible);
}

void RestoreSheet::addOtherSecret(QVBoxLayout& column)
{
    m_thenUser = new Choice{tr("Whose passphrase")};
    m_thenUser->setObjectName(QStringLiteral("restoreThenUser"));
    for (const std::string& each : app::signInNames(m_backup.path))
        m_thenUser->addChoice(text(each), text(each));
    m_thenUser->setValueQuietly(text(m_user));
    column.addWidget(new FieldBox{theme(), tr("Sign-in name in the backup"), m_thenUser});
    m_thenSecret = new PassphraseEdit{theme(), tr("Passphrase of that day")};
    m_thenSecret->setObjectName(QStringLiteral("restoreThen"));
    m_thenField = new FieldBox{theme(), tr("Passphrase of that day, or the recovery key"), m_thenSecret};
    column.addWidget(m_thenField);
}

bool RestoreSheet::isFilledIn()
{
    if (!m_own)
        return true;
    m_ownField->setError(m_own->text().isEmpty() ? tr("Type your own passphrase") : QString{});
    m_thenField->setError(m_other->isChecked() && m_thenSecret->text().isEmpty() ? tr("Type the passphrase of that day")
                                                                                 : QString{});
    if (FieldBox* wrong = firstWithError({m_ownField, m_thenField})) {
        wrong->editor()->setFocus();
        return false;
    }
    return true;
}

void RestoreSheet::act()
{
    if (m_checked) {
        emit agreed(*m_checked);
        return accept();
    }
    if (isFilledIn())
        check();
}

void RestoreSheet::check()
{
    m_problem->hide();
    app::RestoreRequest request;
    request.backup = m_backup.path;
    request.store = m_desk.store().file;
    if (m_own) {
        request.storeSignIn = {m_user, m_own->take()};
        request.backupSignIn = m_other->isChecked()
                                   ? app::SignIn{m_thenUser->value().toString().toStdString(), m_thenSecret->take()}
                                   : request.storeSignIn;
    }
    m_act->setBusy(true);
    m_progress->show();
    m_reading.run(
        this, [request, &clock = m_desk.clock()] { return app::checkRestore(request, clock); },
        [this, request](const Result<Done>& whole) {
            if (!whole)
                return explain(whole.error());
            m_desk.ask(
                this,
                [then = m_backup.madeAt](UseCases& use, const app::Session& session) {
                    return use.backups.since(session, then);
                },
                [this, request](const Result<app::Backups::Since>& since) {
                    if (!since)
                        return explain(since.error());
                    m_checked = request;
                    showChecked(*since);
                });
        });
}

void RestoreSheet::showChecked(const app::Backups::Since& since)
{
    m_progress->hide();
    m_ask->hide();
    m_whole->setRuns({{tr("The backup is whole. "), Color::ok, 600},
                      {tr("It was made: %1.").arg(momentWords(m_backup.madeAt, m_desk.clock().now())), Color::ink}});
    const bool nothing = since.events == 0 && since.added == 0 && since.notes == 0 && since.disposed == 0;
    m_lost->setText(setAsideWords(since), nothing ? Color::ink : Color::late, nothing ? 400 : 600);
    m_found->show();
    m_act->setBusy(false);
    m_act->setText(tr("Put it back"));
    m_act->setEnabled(false);
    m_agree->setFocus();
}

void RestoreSheet::explain(const Error& error)
{
    m_progress->hide();
    m_act->setBusy(false);
    m_problem->setText(restoreProblem(error));
    m_problem->show();
    if (m_own && error.where == "backup")
        m_other->setChecked(true);
    if (m_own)
        (error.where == "backup" ? m_thenSecret : m_own)->setFocus();
}

}  // namespace holdfast::ui
