// What is done on the Story tab: writing, confirming, promises, the passport, handing over.
#include "async/desk.h"
#include "drafts/difference_sheet.h"
#include "drafts/sheet_keeper.h"
#include "story/handover_sheet.h"
#include "story/passport_sheet.h"
#include "story/story_sheet.h"
#include "story/story_tab.h"
#include "story/story_words.h"
#include "words/codes.h"

namespace holdfast::ui {

void StoryTab::openSheet()
{
    if (!m_story)
        return;
    const PersonId person = m_case->person.id;
    auto* sheet =
        new StorySheet{m_theme, m_desk, person, text(displayName(m_case->person)), m_story->current, *window()};
    sheet->setAttribute(Qt::WA_DeleteOnClose);
    connect(sheet, &StorySheet::saved, this, [this](int number) {
        emit done(number == 1 ? tr("Kept. New workers are asked to read it.")
                              : tr("Kept as version %1. The version before stays.").arg(number));
        emit changed(false);
        reload();
    });
    new SheetKeeper{m_theme, m_desk, *sheet, "story", person};
    sheet->open();
}

void StoryTab::confirm()
{
    m_desk.ask(
        this,
        [person = m_case->person.id, number = m_story->current.number](UseCases& use, const app::Session& session) {
            return use.stories.confirmRead(session, person, number);
        },
        [this](const Result<Done>& confirmed) {
            if (!confirmed)
                emit failed(storyErrorWords(confirmed.error()));
            else
                emit this->done(tr("Confirmed. They need not tell it to you."));
            emit changed(false);
            reload();
        });
}

void StoryTab::addPromise()
{
    promiseSheet(m_theme, m_desk, m_case->person.id, *window(), [this](const StoryPromise& promise) {
        if (!m_story)
            return;
        Story story = m_story->current.story;
        story.promises.push_back(promise);
        keep(story, tr("Promise added."));
    });
}

void StoryTab::settle(std::size_t promise, PromiseState state)
{
    Story story = m_story->current.story;
    story.promises[promise].state = state;
    keep(story, state == PromiseState::kept ? tr("Marked as kept.") : tr("Marked as not kept."));
}

/// A new version over the one on the screen; undoing it is a version again.
void StoryTab::keep(const Story& story, const QString& said)
{
    m_desk.ask(
        this,
        [input = app::WriteStoryInput{m_case->person.id, story, m_story->current.number, m_desk.newCommand()}](
            UseCases& use, const app::Session& session) { return use.stories.write(session, input); },
        [this, said, before = m_story->current.story](const Result<StoryVersion>& kept) {
            if (!kept)
                emit failed(storyErrorWords(kept.error()));
            else
                emit done(said, [this, before] { undoTo(before); });
            emit changed(false);
            reload();
        });
}

void StoryTab::undoTo(const Story& before)
{
    if (!m_story || !m_case)
        return;
    m_desk.ask(
        this,
        [input = app::WriteStoryInput{m_case->person.id, before, m_story->current.number, m_desk.newCommand()}](
            UseCases& use, const app::Session& session) { return use.stories.write(session, input); },
        [this](const Result<StoryVersion>& undone) {
            if (undone)
                emit done(tr("Taken back. What was there stays as a version."));
            else
                emit failed(storyErrorWords(undone.error()));
            reload();
        });
}

void StoryTab::countRetelling()
{
    const PersonId person = m_case->person.id;
    retellingSheet(m_theme, m_desk, person, *window(), [this, person](const std::string& toWhom) {
        m_desk.ask(
            this,
            [person, toWhom](UseCases& use, const app::Session& session) {
                return use.stories.toldAgain(session, person, toWhom);
            },
            [this, person](const Result<Retelling>& told) {
                if (!told)
                    return emit failed(storyErrorWords(told.error()));
                emit done(tr("Counted."), [this, person, id = told->id] {
                    m_desk.ask(
                        this,
                        [person, id](UseCases& use, const app::Session& session) {
                            return use.stories.takeBack(session, person, id);
                        },
                        [this](const Result<Done>&) { reload(); });
                });
                emit changed(false);
                reload();
            });
    });
}

void StoryTab::showVersion(std::size_t earlier)
{
    auto* sheet = new DifferenceSheet{m_theme,
                                      tr("Version %1 and now").arg(m_story->earlier[earlier].number),
                                      tr("Struck through: as it stood then. Underlined: as it stands now."),
                                      storyPassages(m_story->earlier[earlier].story),
                                      storyPassages(m_story->current.story),
                                      *window()};
    sheet->setAttribute(Qt::WA_DeleteOnClose);
    sheet->open();
}

void StoryTab::openPassport()
{
    if (!m_story)
        return;
    auto* sheet = new PassportSheet{m_theme,           m_desk,   m_case->person.id, text(displayName(m_case->person)),
                                    m_story->passport, *window()};
    sheet->setAttribute(Qt::WA_DeleteOnClose);
    connect(sheet, &PassportSheet::said, this, [this](const QString& message) {
        emit done(message);
        reload();
    });
    connect(sheet, &PassportSheet::failed, this, &StoryTab::failed);
    sheet->open();
}

void StoryTab::handOver()
{
    const PersonId person = m_case->person.id;
    m_desk.ask(
        this, [person](UseCases& use, const app::Session& session) { return use.handovers.begin(session, person); },
        [this, person](const Result<app::HandoverBeginning>& beginning) {
            if (!beginning)
                return emit failed(handoverErrorWords(beginning.error()));
            auto* sheet = new HandoverSheet{m_theme, m_desk, *beginning, *window()};
            sheet->setAttribute(Qt::WA_DeleteOnClose);
            connect(sheet, &HandoverSheet::written, this, [this](const QString& to) {
                emit done(tr("Signed. It waits for %1 to agree; you can take it back until then.").arg(to));
                reload();
            });
            new SheetKeeper{m_theme, m_desk, *sheet, "handover", person};
            sheet->open();
        });
}

void StoryTab::showHandover(const app::HandoverLine& line)
{
    auto* sheet = new HandoverView{m_theme, m_desk, line, m_handovers.names, *window()};
    sheet->setAttribute(Qt::WA_DeleteOnClose);
    connect(sheet, &HandoverView::answered, this, [this](HandoverAnswerKind kind) {
        emit done(kind == HandoverAnswerKind::agreed     ? tr("You hold it now. Read their story next.")
                  : kind == HandoverAnswerKind::declined ? tr("Your colleague sees why. Nothing has changed.")
                                                         : tr("Taken back. Nothing has changed."));
        reload();
        emit changed(kind == HandoverAnswerKind::agreed);
    });
    connect(sheet, &HandoverView::said, this, [this](const QString& message) { emit done(message); });
    connect(sheet, &HandoverView::failed, this, &StoryTab::failed);
    sheet->open();
}

}  // namespace holdfast::ui
