#include "letters/letter_actions.h"

#include "async/desk.h"
#include "drafts/sheet_keeper.h"
#include "letters/letter_output.h"
#include "letters/letter_page.h"
#include "letters/letter_words.h"
#include "letters/new_letter_sheet.h"
#include "widgets/messages.h"

#include <algorithm>

namespace holdfast::ui {

LetterActions::LetterActions(Theme& theme, Desk& desk, ToastArea& toasts, QWidget& window, QObject* parent)
    : QObject{parent}, m_theme{theme}, m_desk{desk}, m_toasts{toasts}, m_window{window}, m_papers{theme, desk, window}
{
    connect(&m_papers, &Attachments::attached, this, &LetterActions::changed);
    connect(&m_papers, &Attachments::done, this, [this](const QString& message) { m_toasts.done(message); });
    connect(&m_papers, &Attachments::failed, this, [this](const QString& message) { m_toasts.failed(message); });
}

bool LetterActions::mayWrite() const
{
    return app::authorise(m_desk.session().worker, app::Action::writeLetter).has_value();
}

bool LetterActions::mayAttach() const
{
    return app::authorise(m_desk.session().worker, app::Action::attachDocument).has_value();
}

void LetterActions::write(const PersonId& person, const letters::Request& request)
{
    m_desk.ask(
        this,
        [person, request](UseCases& use, const app::Session& session) {
            return use.letters.begin(session, person, request);
        },
        [this, person](const Result<app::LetterDraft>& draft) {
            if (!draft)
                return m_toasts.failed(letterErrorWords(draft.error()));
            openDraft(person, draft->id);
        });
}

void LetterActions::writeAsked(const PersonId& person, letters::LetterKind kind, std::optional<Need> need)
{
    struct Found {
        std::string draft;
        std::optional<letters::Request> offer;
    };
    m_desk.ask(
        this,
        [person, kind, need](UseCases& use, const app::Session& session) -> Result<Found> {
            auto list = use.letters.list(session, person);
            if (!list)
                return list.error();
            Found found;
            for (const app::LetterLine& line : list->lines)
                if (line.kind == kind && !line.draft.empty() && (!need || line.need == need))
                    found.draft = line.draft;
            for (const app::LetterOffer& offer : list->offers)
                if (!found.offer && offer.request.kind == kind && (!need || offer.request.need == need))
                    found.offer = offer.request;
            return found;
        },
        [this, person](const Result<Found>& found) {
            if (!found)
                return m_toasts.failed(letterErrorWords(found.error()));
            if (!found->draft.empty())
                return openDraft(person, found->draft);
            if (found->offer)
                return write(person, *found->offer);
            emit listRequested(person);
        });
}

void LetterActions::writeAnother(const PersonId& person)
{
    struct Ready {
        app::CaseFile file;
        std::vector<Service> services;
        std::vector<app::CarerView> carers;
    };
    m_desk.ask(
        this,
        [person](UseCases& use, const app::Session& session) -> Result<Ready> {
            auto file = use.cases.open(session, person);
            if (!file)
                return file.error();
            auto services = use.directory.list(session, false);
            if (!services)
                return services.error();
            auto carers = use.carers.list(session, person);
            if (!carers)
                return carers.error();
            return Ready{*std::move(file), *std::move(services), std::move(carers.value().carers)};
        },
        [this, person](const Result<Ready>& ready) {
            if (!ready)
                return m_toasts.failed(letterErrorWords(ready.error()));
            auto* sheet = new NewLetterSheet{m_theme, ready->file, ready->services, m_window, ready->carers};
            sheet->setAttribute(Qt::WA_DeleteOnClose);
            connect(sheet, &NewLetterSheet::chosen, this,
                    [this, person](const letters::Request& request) { write(person, request); });
            new SheetKeeper{m_theme, m_desk, *sheet, "new_letter", person};
            sheet->open();
        });
}

void LetterActions::openDraft(const PersonId& person, const std::string& draft)
{
    emit pageRequested(LetterPage::placeOf(person, draft));
}

void LetterActions::openLetter(const PersonId& person, const DocumentId& document)
{
    emit pageRequested(LetterPage::placeOf(person, document));
}

void LetterActions::copyStatus(const QString& line)
{
    copyText(line);
    m_toasts.done(tr("The plain words are on the clipboard."));
}

}  // namespace holdfast::ui
