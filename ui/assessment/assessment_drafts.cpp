// The draft behind the page: kept as it is typed, joined with a colleague's, and put back from an earlier version.
#include "assessment/assessment_page.h"
#include "assessment/assessment_view.h"
#include "assessment/draft_keeper.h"
#include "assessment/form_merge.h"
#include "assessment/route_panel.h"
#include "async/desk.h"
#include "drafts/difference_sheet.h"
#include "drafts/draft_offer.h"
#include "drafts/kept_line.h"
#include "drafts/kept_words.h"
#include "drafts/parting.h"
#include "drafts/versions_sheet.h"
#include "theme/theme.h"

namespace holdfast::ui {

void AssessmentPage::connectKeeper()
{
    // A keeper belongs to one person: what it still has to save is saved for that person, whoever is on the screen.
    if (m_keeper->isUnsaved())
        saveApart(std::move(m_keeper), *this);
    m_keeper = std::make_unique<DraftKeeper>(
        [this, person = m_person](const app::AssessmentDraft& draft, const DraftKeeper::Answer& answer) {
            m_desk.keep(
                [person, draft](UseCases& cases, const app::Session& session) {
                    return cases.assessments.saveDraft(session, person, draft);
                },
                [answer](const Result<app::AssessmentDraft>& saved) { answer(saved); });
        });
    m_keeper->setHere(
        [this, person = m_person](const app::AssessmentDraft& draft, const auto& answer) {
            m_desk.keepHere(app::Assessments::textOf(person, draft), answer);
        },
        [this, person = m_person] { m_desk.forgetHere(draftKind, person); });
    m_view->kept().follow(*m_keeper);
    connect(m_keeper.get(), &DraftKeeper::keptChanged, this, [this] {
        const QString line = keptWords(*m_keeper);
        m_view->route().setSaved(line.isEmpty() ? tr("Not saved yet") : line);
    });
    connect(m_keeper.get(), &DraftKeeper::saved, this, [this](const app::AssessmentDraft& draft) {
        m_base = draft.form;
        if (!m_joined)
            m_view->setNotice({});
        emit draftSaved(savedWords(draft.savedAt.value_or(m_desk.clock().now())));
    });
    connect(m_keeper.get(), &DraftKeeper::settled, this, [this] {
        if (m_signWhenSaved)
            sign();
    });
    connect(m_keeper.get(), &DraftKeeper::conflicted, this, &AssessmentPage::readTheirs);
    connect(m_keeper.get(), &DraftKeeper::failed, this, [this](const Error& error) { explain(error, true); });
}

/// Nothing is cut off when the page is left.
void AssessmentPage::leaveDraft()
{
    if (m_loaded)
        endWriting(m_desk, m_person, draftKind);
}

void AssessmentPage::readTheirs()
{
    m_signWhenSaved.reset();
    m_desk.ask(
        this,
        [person = m_person](UseCases& cases, const app::Session& session) {
            return cases.assessments.draft(session, person);
        },
        [this, generation = m_generation](const Result<app::AssessmentDraft>& theirs) {
            if (generation != m_generation)
                return;
            if (theirs)
                takeTheirs(*theirs);
            else
                explain(theirs.error(), true);
        });
}

void AssessmentPage::takeTheirs(const app::AssessmentDraft& theirs)
{
    m_theirs = theirs;
    if (merge(m_base, m_view->form(), theirs.form).bothChanged.empty()) {
        m_joined.emplace(m_base, theirs.form);
        settleConflict(true);
        m_view->setNotice(tr("A colleague saved here while you typed. "),
                          tr("Their answers and yours are joined; every version is kept."), {}, {},
                          tr("See what they changed"));
        return;
    }
    m_view->setNotice(tr("Someone else changed the same answers while you typed. "),
                      tr("Yours are still here, and nothing of theirs is overwritten. Both are kept."),
                      tr("Keep my answers"), tr("Take theirs"), tr("See both, word by word"));
}

/// What a colleague changed beside what was typed here.
void AssessmentPage::showBoth()
{
    using app::Assessments;
    if (!m_theirs && m_joined) {
        auto* sheet =
            new DifferenceSheet{m_theme,
                                tr("What your colleague changed"),
                                tr("Struck through: taken out by them. Underlined: put in by them. It is joined "
                                   "with what you typed."),
                                Assessments::passagesOf(m_joined->first),
                                Assessments::passagesOf(m_joined->second),
                                *window()};
        sheet->open();
        return;
    }
    if (!m_theirs)
        return;
    auto* sheet = new DifferenceSheet{m_theme,
                                      tr("Theirs and yours"),
                                      tr("Struck through: only in your colleague's answers. Underlined: only in yours. "
                                         "Whichever you choose, both stay "
                                         "under Earlier versions."),
                                      Assessments::passagesOf(m_theirs->form),
                                      Assessments::passagesOf(m_view->form()),
                                      *window()};
    sheet->addChoice(tr("Take theirs"), false, [this] { settleConflict(false); });
    sheet->addChoice(tr("Keep my answers"), true, [this] { settleConflict(true); });
    sheet->open();
}

void AssessmentPage::settleConflict(bool mine)
{
    if (!m_theirs)
        return;
    const auto theirs = *std::exchange(m_theirs, std::nullopt);
    const auto form =
        mine ? merge(m_base, m_view->form(), theirs.form).form : merge(m_base, theirs.form, m_view->form()).form;
    m_base = theirs.form;
    m_view->setForm(form);
    m_view->setMissing(record::missingAnswers(form));
    m_view->setNotice({});
    m_keeper->settle(theirs.version, form);
    askPreview();
}

void AssessmentPage::openVersions()
{
    if (!m_loaded)
        return;
    m_keeper->flush();
    auto* sheet = new VersionsSheet{m_theme, m_desk, m_person, draftKind, *window()};
    connect(sheet, &VersionsSheet::putBack, this, [this, person = m_person](qint64 before) {
        load();
        if (before > 0)
            emit undoable(tr("The earlier version is back. What stood here is kept too."), [this, person, before] {
                undoPutBack(m_desk, this, person, draftKind, before, [this] { load(); });
            });
    });
    sheet->open();
}

}  // namespace holdfast::ui
