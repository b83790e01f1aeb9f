// What is done on the tab of consent and carers: sheets opened, calls logged and undone.
#include "async/desk.h"
#include "circle/carer_call_sheet.h"
#include "circle/carer_sheet.h"
#include "circle/circle_tab.h"
#include "circle/consent_sheet.h"
#include "circle/outside_sheet.h"
#include "drafts/sheet_keeper.h"
#include "letters/compose.h"
#include "notes/note_sheets.h"
#include "theme/theme.h"
#include "words/codes.h"

#include <algorithm>

namespace holdfast::ui {

void CircleTab::open(DialogSheet& sheet, const std::string& draft)
{
    sheet.setAttribute(Qt::WA_DeleteOnClose);
    new SheetKeeper{m_theme, m_desk, sheet, draft, m_file->person.id};
    sheet.open();
}

void CircleTab::logCall(const CarerId& first)
{
    if (!m_file || !m_loaded || !m_desk.may(app::Action::recordCarerCall))
        return;
    std::vector<app::CarerView> now = m_circle.carers.carers;
    std::erase_if(now, [](const app::CarerView& each) { return each.link.endedOn.has_value(); });
    if (now.empty())
        return addCarer();
    // Without somebody chosen, whoever is to be rung in an emergency, and rings most likely, comes first.
    std::ranges::stable_sort(now, std::greater{}, [](const app::CarerView& each) { return each.link.emergency; });
    auto* sheet = new CarerCallSheet{m_theme, m_desk,        m_file->person,        std::move(now),
                                     first,   m_file->names, m_circle.carers.today, *window()};
    connect(sheet, &CarerCallSheet::logged, this, [this](const CarerCallId& call, const QString& summary) {
        reload();
        emit done(summary, [this, call] { undoCall(call); });
    });
    open(*sheet, "carer/call");
}

void CircleTab::addCarer()
{
    editCarer({});
}

void CircleTab::editCarer(const CarerId& id)
{
    if (!m_file || !m_loaded || !m_desk.may(app::Action::editCarer))
        return;
    const app::CarerView* known = carer(id);
    auto* sheet = new CarerSheet{
        m_theme,  m_desk, m_file->person, known ? std::optional{*known} : std::nullopt, m_circle.carers.today,
        *window()};
    connect(sheet, &CarerSheet::saved, this, [this](const app::CarerView& saved, bool isNew) {
        reload();
        emit done(isNew ? tr("%1 is on record. Next: what may they be told?").arg(carerName(saved))
                        : tr("%1: saved.").arg(carerName(saved)));
    });
    open(*sheet, known ? "carer/" + id.str() : "carer");
}

void CircleTab::recordConsent(std::size_t line)
{
    if (line < m_circle.consents.lines.size())
        openConsent(m_circle.consents.lines[line]);
}

void CircleTab::openConsent(const app::ConsentLine& line)
{
    if (!m_file || !m_desk.may(app::Action::recordConsent))
        return;
    const app::CarerView* known = line.carer.empty() ? nullptr : carer(line.carer);
    auto* sheet = new ConsentSheet{
        m_theme,  m_desk, m_file->person, line, known ? std::optional{*known} : std::nullopt, m_circle.consents.today,
        *window()};
    connect(sheet, &ConsentSheet::recorded, this, [this](const ConsentId& consent) {
        reload();
        emit done(tr("Their answer is recorded."), [this, consent] { undoConsent(consent); });
    });
    open(*sheet, ConsentSheet::draftName(line));
}

void CircleTab::openOutside()
{
    if (!m_file || !m_loaded)
        return;
    auto* sheet = new OutsideSheet{m_theme, m_desk, m_file->person, m_circle, *window()};
    connect(sheet, &OutsideSheet::shared, this, [this](const QString& with) {
        reload();
        emit done(tr("Recorded for today: %1.").arg(with));
    });
    open(*sheet, "consent/outside");
}

void CircleTab::openKept(const std::string& sheet)
{
    if (!m_loaded) {
        m_kept = sheet;
        return;
    }
    if (sheet == "carer/call")
        return logCall();
    if (sheet == "consent/outside")
        return openOutside();
    if (sheet.starts_with("carer/") && CarerId::fits(sheet.substr(6)))
        return editCarer(CarerId{sheet.substr(6)});
    if (sheet == "carer")
        return addCarer();
    for (const app::ConsentLine& line : m_circle.consents.lines)
        if (ConsentSheet::draftName(line) == sheet)
            return openConsent(line);
}

void CircleTab::enterInError(const ConsentId& consent)
{
    if (!m_file)
        return;
    askWhyInError(
        m_theme, *window(),
        [this, consent, person = m_file->person.id, command = m_desk.newCommand()](const QString& reason) {
            m_desk.ask(
                this,
                [input = app::ConsentErrorInput{person, consent, reason.toStdString(), command}](
                    UseCases& use, const app::Session& session) { return use.consents.enterInError(session, input); },
                [this](const Result<Done>& marked) {
                    if (!marked)
                        return emit failed(words(marked.error()));
                    reload();
                    emit done(tr("Marked as entered in error. It stays readable, with your reason."));
                });
        });
}

void CircleTab::undoConsent(const ConsentId& consent)
{
    if (!m_file)
        return;
    app::ConsentErrorInput input{m_file->person.id, consent, tr("Undone right after it was recorded").toStdString(),
                                 m_desk.newCommand()};
    m_desk.ask(
        this, [input](UseCases& use, const app::Session& session) { return use.consents.enterInError(session, input); },
        [this](const Result<Done>& undone) {
            if (!undone)
                return emit failed(words(undone.error()));
            reload();
            emit done(tr("Undone. The answer before counts again."));
        });
}

void CircleTab::undoCall(const CarerCallId& call)
{
    if (!m_file)
        return;
    m_desk.ask(
        this,
        [person = m_file->person.id, call, reason = tr("Undone right after it was recorded").toStdString(),
         command = m_desk.newCommand()](UseCases& use, const app::Session& session) {
            return use.carers.undoCall(session, person, call, reason, command);
        },
        [this](const Result<Done>& undone) {
            if (!undone)
                return emit failed(words(undone.error()));
            reload();
            emit done(tr("Undone. The call is marked as entered in error."));
        });
}

void CircleTab::setCalledBack(const CarerCallId& call, bool isDone)
{
    if (!m_file)
        return;
    m_desk.ask(
        this,
        [person = m_file->person.id, call, isDone](UseCases& use, const app::Session& session) {
            return use.carers.setCalledBack(session, person, call, isDone);
        },
        [this, call, isDone](const Result<Done>& set) {
            if (!set)
                return emit failed(words(set.error()));
            reload();
            emit done(isDone ? tr("Rung back.") : tr("The call is owed again."),
                      [this, call, isDone] { setCalledBack(call, !isDone); });
        });
}

}  // namespace holdfast::ui
