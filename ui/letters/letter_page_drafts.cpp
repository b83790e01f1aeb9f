// The draft behind a letter's page: kept as it is typed, a colleague's text beside it, and earlier versions.
#include "async/desk.h"
#include "drafts/difference_sheet.h"
#include "drafts/draft_offer.h"
#include "drafts/parting.h"
#include "drafts/versions_sheet.h"
#include "letters/letter_editor.h"
#include "letters/letter_page.h"
#include "widgets/messages.h"

namespace holdfast::ui {

void LetterPage::connectKeeper()
{
    connect(&m_keeper, &LetterKeeper::saved, this, [this] {
        sayState();
        emit draftSaved();
    });
    connect(&m_keeper, &LetterKeeper::conflicted, this, [this] {
        m_finalising = false;
        followState();
        readTheirs();
    });
    connect(&m_keeper, &LetterKeeper::failed, this, [this](const Error& error) {
        m_finalising = false;
        followState();
        explain(error);
    });
    connect(&m_keeper, &LetterKeeper::settled, this, [this] {
        if (m_finalising)
            keepFinal();
    });
    m_keeper.setHere([this](const app::LetterDraft& draft,
                            const auto& answer) { m_desk.keepHere(app::Letters::textOf(m_person, draft), answer); },
                     [this] { m_desk.forgetHere(kind(), m_person); });
    connect(m_offer, &DraftOffer::draftChanged, this, &LetterPage::reload);
    connect(m_offer, &DraftOffer::settled, this, &LetterPage::draftSettled);
    connect(m_offer, &DraftOffer::failed, this, &LetterPage::failed);
}

void LetterPage::save(const app::LetterDraft& draft, const LetterKeeper::Answer& answer)
{
    // The page may have gone on to another letter when the answer comes: the keeper knows which is too late.
    m_desk.keep(
        [person = m_person, draft](UseCases& use, const app::Session& session) {
            return use.letters.saveDraft(session, person, draft);
        },
        answer);
}

/// Nothing is cut off when the page is left.
void LetterPage::leaveDraft()
{
    if (m_sight && !m_sight->isFinal)
        endWriting(m_desk, m_person, kind());
}

void LetterPage::readTheirs()
{
    m_trouble->setText(tr("Somebody else changed this draft."),
                       tr("What you typed is still here, and kept beside it."));
    m_trouble->setAction({});
    m_trouble->show();
    m_desk.ask(
        this,
        [person = m_person, id = m_draft](UseCases& use, const app::Session& session) {
            return use.letters.draft(session, person, id);
        },
        [this](const Result<app::LetterDraft>& theirs) {
            if (!theirs)
                return explain(theirs.error());
            m_theirs = *theirs;
            m_trouble->setAction(tr("See both, word by word"));
            showBoth();
        });
}

void LetterPage::showBoth()
{
    if (!m_theirs)
        return;
    auto* sheet = new DifferenceSheet{m_theme,
                                      tr("Theirs and yours"),
                                      tr("Struck through: only in your colleague's letter. Underlined: only in yours. "
                                         "Whichever you choose, both stay "
                                         "under Earlier versions."),
                                      app::Letters::passagesOf(m_theirs->draft.document),
                                      app::Letters::passagesOf(m_editor->letter()),
                                      *window()};
    sheet->addChoice(tr("Take theirs"), false, [this] { settleConflict(false); });
    sheet->addChoice(tr("Keep mine"), true, [this] { settleConflict(true); });
    sheet->open();
}

void LetterPage::settleConflict(bool mine)
{
    if (!m_theirs)
        return;
    const auto theirs = *std::exchange(m_theirs, std::nullopt);
    m_trouble->hide();
    if (!mine)
        m_editor->show(theirs.draft.document);
    m_keeper.settle(theirs.version, m_editor->letter());
}

/// The draft in the store is another one now.
void LetterPage::reload()
{
    m_keeper.stop();
    m_sight.reset();
    load();
}

void LetterPage::openVersions()
{
    m_keeper.flush();
    auto* sheet = new VersionsSheet{m_theme, m_desk, m_person, kind(), *window()};
    connect(sheet, &VersionsSheet::putBack, this, [this, person = m_person, kind = kind()](qint64 before) {
        reload();
        if (before > 0)
            emit undoable(tr("The earlier version is back. What stood here is kept too."),
                          [this, person, kind, before] {
                              undoPutBack(m_desk, this, person, kind, before, [this] { reload(); });
                          });
    });
    sheet->open();
}

}  // namespace holdfast::ui
