// Every place that takes words, tried with words that mean harm: kept and read back to the byte, or refused with a reason,
// on every store. What is refused leaves the store able to take the next.
#include "support/hostile.h"

#include "app/app_world.h"
#include "app/carers.h"
#include "app/check.h"
#include "app/consents.h"
#include "app/documents.h"
#include "app/drafts.h"
#include "app/find.h"
#include "app/letters.h"
#include "app/local_guides.h"
#include "app/meetings.h"
#include "app/note_templates.h"
#include "app/notes.h"
#include "app/plans.h"
#include "app/story.h"
#include "base/text.h"
#include "domain/note_text.h"

#include <catch2/catch_test_macros.hpp>

using namespace holdfast;
using namespace holdfast::test;

namespace {

constexpr int stores = 3;  // each takes its share of the words, or of the places: all on each would take minutes

using Take = std::function<Result<std::string>(const std::string&)>;

/// One kind of place: puts the words in and reads them back as another worker would.
struct Place {
    std::string name;
    std::function<std::string(const std::string&)> normal;  ///< what of them is kept: white space put in order, or all
    Take take;
};

std::string asTyped(const std::string& text)
{
    return text;
}

/// A mark of a third party's passage that opens or closes nothing is put in order when a note is signed.
std::string asSigned(const std::string& text)
{
    return withMarksClosed(text);
}

class Places {
public:
    explicit Places(AppWorld& world) : m_world{world}, m_person{world.referred()} {}

    std::vector<Place> all()
    {
        std::vector<Place> places;
        for (auto part :
             {&Places::ofPeople, &Places::ofWriting, &Places::ofTheCircle, &Places::ofTheTeam, &Places::ofTheCase})
            (this->*part)(places);
        return places;
    }
    const PersonId& person() const { return m_person.id; }

private:
    void ofPeople(std::vector<Place>& places);
    void ofWriting(std::vector<Place>& places);
    void ofTheCircle(std::vector<Place>& places);
    void ofTheTeam(std::vector<Place>& places);
    void ofTheCase(std::vector<Place>& places);

    Result<std::string> savedPerson(std::string Person::*field, const std::string& text);
    Result<NoteId> signNote(const std::string& text);
    Result<std::string> signedNote(const std::string& text);
    Result<std::string> recordedWords(const std::string& text);
    Result<std::string> attachedName(const std::string& text);

    template <class UseCase>
    UseCase make()
    {
        return UseCase{*m_world.workspace};
    }

    AppWorld& m_world;
    Person m_person;
    std::int64_t m_serviceVersion = 0;
    NoteId m_note;  ///< that papers are attached to
    int m_tries = 0;
};

Result<std::string> Places::savedPerson(std::string Person::*field, const std::string& text)
{
    Person person = m_world.people().find(m_world.priya, m_person.id).value();
    person.*field = text;
    if (auto saved = m_world.people().save(m_world.priya, person); !saved)
        return saved.error();
    return m_world.people().find(m_world.samir, m_person.id).value().*field;
}

void Places::ofPeople(std::vector<Place>& places)
{
    places.push_back({"a new person's name", tidied, [this](const std::string& text) -> Result<std::string> {
                          Person person;
                          person.familyName = text;
                          person.givenName = "Made up";
                          person.nhsNumberMissing = NhsNumberMissing::notKnown;
                          const auto made = m_world.people().registerPerson(m_world.priya, person, m_world.command(),
                                                                            app::NotTheSame::askedThem);
                          if (!made)
                              return made.error();
                          return m_world.people().find(m_world.samir, made->id)->familyName;
                      }});
    places.push_back({"a preferred name", tidied,
                      [this](const std::string& text) { return savedPerson(&Person::preferredName, text); }});
    places.push_back(
        {"a person's wishes", asTyped, [this](const std::string& text) { return savedPerson(&Person::wishes, text); }});
}

Result<NoteId> Places::signNote(const std::string& text)
{
    auto notes = make<app::Notes>();
    NoteContent content;
    content.text = text;
    const auto draft = notes.begin(m_world.priya, m_person.id, content);
    if (!draft)
        return draft.error();
    const auto made = notes.sign(m_world.priya, {m_person.id, draft->id, draft->version, m_world.command()});
    if (!made) {
        REQUIRE(notes.discard(m_world.priya, m_person.id, draft->id, draft->version));
        return made.error();
    }
    return *made;
}

Result<std::string> Places::signedNote(const std::string& text)
{
    const auto note = signNote(text);
    if (!note)
        return note.error();
    return app::readableNote(*m_world.workspace, m_world.samir, m_person.id, *note).value().text;
}

void Places::ofWriting(std::vector<Place>& places)
{
    places.push_back({"a note", asSigned, [this](const std::string& text) { return signedNote(text); }});
    places.push_back(
        {"a sheet that is being filled in", asTyped, [this](const std::string& text) -> Result<std::string> {
             const auto drafts = make<app::Drafts>().saveSheet(
                 m_world.priya, {"record/contact", m_person.id, {{"words", text}}, 0, {}, false});
             if (!drafts)
                 return drafts.error();
             const auto back = make<app::Drafts>().sheet(m_world.priya, m_person.id, "record/contact");
             return back ? Result<std::string>{(*back)->answers.at("words")} : back.error();
         }});
    places.push_back(
        {"an assessment that is being filled in", asTyped, [this](const std::string& text) -> Result<std::string> {
             auto assessments = make<app::Assessments>();
             app::AssessmentDraft draft = assessments.draft(m_world.priya, m_person.id).value();
             draft.form.whatMatters = text;
             draft.form.barriers = {{"other", text}};
             if (auto saved = assessments.saveDraft(m_world.priya, m_person.id, draft); !saved)
                 return saved.error();
             const auto back = assessments.draft(m_world.samir, m_person.id);
             if (!back)
                 return back.error();
             CHECK((back->form.barriers.front().plan == text));
             return back->form.whatMatters;
         }});
    places.push_back({"a template", asTyped, [this](const std::string& text) -> Result<std::string> {
                          NoteTemplate made;
                          made.shortcut = "t" + std::to_string(++m_tries);
                          made.title = "Made up";
                          made.text = text;
                          const auto saved = make<app::NoteTemplates>().save(m_world.joanne, made);
                          if (!saved)
                              return saved.error();
                          const auto list = make<app::NoteTemplates>().list(m_world.priya);
                          for (const NoteTemplate& one : *list)
                              if (one.id == saved->id)
                                  return one.text;
                          return Error{ErrorCode::notFound, "template", {}};
                      }});
    places.push_back({"a letter", asTyped, [this](const std::string& text) -> Result<std::string> {
                          auto letters = make<app::Letters>();
                          letters::Request request;
                          request.kind = letters::LetterKind::chase;
                          request.service = ServiceId{"cmht"};
                          request.need = Need::mentalHealth;
                          auto draft = letters.begin(m_world.priya, m_person.id, request);
                          if (!draft)
                              return draft.error();
                          draft.value().draft.document = {};
                          draft.value().draft.document.paragraph(text);
                          if (auto saved = letters.saveDraft(m_world.priya, m_person.id, *draft); !saved)
                              return saved.error();
                          const auto back = letters.draft(m_world.samir, m_person.id, draft->id);
                          return back ? Result<std::string>{back->draft.document.blocks.at(0).runs.at(0).text}
                                      : back.error();
                      }});
    places.push_back({"a file's name", asTyped, [this](const std::string& text) { return attachedName(text); }});
}

/// Only the last part of a name is kept, so what is kept is compared with itself: no way out of a folder may be left.
Result<std::string> Places::attachedName(const std::string& text)
{
    if (m_note.empty())
        m_note = signNote("Papers came").value();
    app::AttachInput input;
    input.person = m_person.id;
    input.command = m_world.command();
    input.name = text;
    input.bytes = "A paper, number " + std::to_string(++m_tries);
    input.note = m_note;
    const auto kept = make<app::Documents>().attach(m_world.priya, input);
    if (!kept)
        return kept.error();
    CHECK(kept->name.find('/') == std::string::npos);
    CHECK(kept->name.find('\\') == std::string::npos);
    CHECK(kept->name != "..");
    CHECK_FALSE(kept->name.empty());
    CHECK(isValidUtf8(kept->name));
    return text;
}

void Places::ofTheCircle(std::vector<Place>& places)
{
    places.push_back({"a carer's name", tidied, [this](const std::string& text) -> Result<std::string> {
                          app::SaveCarerInput input;
                          input.person = m_person.id;
                          input.carer.name = text;
                          input.carer.ownNeeds = text;
                          input.carer.knownSince = std::chrono::floor<std::chrono::days>(tuesday);
                          input.link.relationship = "mum";
                          input.command = m_world.command();
                          const auto saved = make<app::Carers>().save(m_world.priya, input);
                          if (!saved)
                              return saved.error();
                          const auto list = make<app::Carers>().list(m_world.samir, m_person.id);
                          for (const app::CarerView& one : list->carers)
                              if (one.carer.id == saved->carer.id)
                                  return one.carer.name;
                          return Error{ErrorCode::notFound, "carer", {}};
                      }});
    places.push_back(
        {"what somebody agreed to", asTyped, [this](const std::string& text) -> Result<std::string> {
             auto consents = make<app::Consents>();
             const auto lineOf = [&] {
                 const auto list = consents.list(m_world.samir, m_person.id);
                 for (const auto& line : list->lines)
                     if (line.with == ShareKind::housing)
                         return line;
                 return app::ConsentLine{};
             };
             Consent consent;
             consent.person = m_person.id;
             consent.with = ShareKind::housing;
             consent.words = text;
             consent.on = std::chrono::floor<std::chrono::days>(tuesday);
             const auto before = lineOf();
             if (auto done = consents.record(m_world.priya,
                                             {consent, before.now ? before.now->id : ConsentId{}, m_world.command()});
                 !done)
                 return done.error();
             return lineOf().now.value().words;
         }});
    places.push_back({"a story", asTyped, [this](const std::string& text) -> Result<std::string> {
                          auto stories = make<app::Stories>();
                          app::WriteStoryInput input;
                          input.person = m_person.id;
                          input.seenNumber = stories.open(m_world.priya, m_person.id)->current.number;
                          input.story[StoryPart::ownWords].text = text;
                          input.story[StoryPart::name].text = std::to_string(++m_tries);
                          input.command = m_world.command();
                          if (auto done = stories.write(m_world.priya, input); !done)
                              return done.error();
                          return stories.open(m_world.samir, m_person.id)->current.story[StoryPart::ownWords].text;
                      }});
    places.push_back({"a plan that is being written", asTyped, [this](const std::string& text) -> Result<std::string> {
                          auto plans = make<app::Plans>();
                          PlanContent content;
                          auto draft = plans.begin(m_world.priya, m_person.id, content);
                          if (!draft)
                              return draft.error();
                          draft.value().content.answers["goals"] = text;
                          if (auto saved = plans.saveDraft(m_world.priya, m_person.id, *draft); !saved)
                              return saved.error();
                          const auto back = plans.list(m_world.samir, m_person.id);
                          if (!back)
                              return back.error();
                          auto answers = back->draft(PlanKind::care)->content.answers;
                          return answers["goals"];  // an empty answer is none
                      }});
}

void Places::ofTheTeam(std::vector<Place>& places)
{
    places.push_back(
        {"a service's name", tidied, [this](const std::string& text) -> Result<std::string> {
             auto directory = make<app::DirectoryOfServices>();
             const auto services = directory.list(m_world.samir, true);
             for (Service service : *services) {
                 if (service.id != ServiceId{"cmht"})
                     continue;
                 service.name = text;
                 const auto saved = directory.save(m_world.joanne, service, m_world.command());
                 if (!saved)
                     return saved.error();
                 // What leaves as a table comes back as it was.
                 CHECK((directory.previewImport(m_world.joanne, *directory.exportCsv(m_world.joanne))->same > 0));
                 return saved->name;
             }
             return Error{ErrorCode::notFound, "service", {}};
         }});
    places.push_back({"a worker's name", tidied, [this](const std::string& text) -> Result<std::string> {
                          Worker worker;
                          worker.name = text;
                          worker.service = ServiceId{"lantern"};
                          const auto saved = make<app::Workers>().save(m_world.joanne, worker, m_world.command());
                          if (!saved)
                              return saved.error();
                          const auto list = make<app::Workers>().list(m_world.joanne);
                          for (const Worker& one : *list)
                              if (one.id == saved->id)
                                  return one.name;
                          return Error{ErrorCode::notFound, "worker", {}};
                      }});
    places.push_back({"a local guide", tidied, [this](const std::string& text) -> Result<std::string> {
                          LocalGuide guide;
                          guide.name = text;
                          guide.edition = std::to_string(++m_tries);
                          guide.from = std::chrono::floor<std::chrono::days>(tuesday);
                          const auto added = make<app::LocalGuides>().add(m_world.joanne, guide, {}, m_world.command());
                          if (!added)
                              return added.error();
                          const auto list = make<app::LocalGuides>().list(m_world.priya);
                          for (const LocalGuide& one : *list)
                              if (one.id == added->id)
                                  return one.name;
                          return Error{ErrorCode::notFound, "guide", {}};
                      }});
}

Result<std::string> Places::recordedWords(const std::string& text)
{
    const auto recorded = m_world.record(
        m_person.id, event::Contact{ServiceId{"cmht"}, ContactDirection::out, ContactOutcome::spoke}, text);
    if (!recorded)
        return recorded.error();
    for (const app::HistoryEntry& entry : m_world.file(m_person.id).history)
        if (entry.event.id == recorded->event)
            return entry.event.words;
    return Error{ErrorCode::notFound, "event", {}};
}

void Places::ofTheCase(std::vector<Place>& places)
{
    places.push_back(
        {"the words of an entry", asTyped, [this](const std::string& text) { return recordedWords(text); }});
    places.push_back({"Find", asTyped, [this](const std::string& text) -> Result<std::string> {
                          app::FindQuery query;
                          query.text = text;
                          if (const auto found = make<app::Find>().ask(m_world.priya, query); !found)
                              return found.error();
                          return text;
                      }});
    places.push_back({"the list of people", asTyped, [this](const std::string& text) -> Result<std::string> {
                          app::PeopleQuery query;
                          query.text = text;
                          query.after = text;
                          if (const auto found = m_world.people().search(m_world.priya, query); !found)
                              return found.error();
                          return text;
                      }});
}

}  // namespace

TEST_CASE("words that mean harm are kept to the byte or refused with a reason, wherever words are taken")
{
    HostileTally tally;
    int store = 0;
    onEveryStore([&](AppWorld& world) {
        Places places{world};
        for (const Place& place : places.all()) {
            int number = 0;
            for (const Hostile& hostile : hostileTexts()) {
                if (++number % stores != store)
                    continue;
                const std::string where = place.name + ", " + hostile.tries + ' ' + std::to_string(number);
                world.clock.advance(std::chrono::seconds{1});
                tally.took(where, place.normal(hostile.text), place.take(hostile.text));
            }
        }
        CHECK(app::checkStore(*world.workspace, world.joanne, false)->findings.empty());
        ++store;
    });
    CHECK(tally.inputs() >= 3'000);
    tally.print("use cases on every store");
}

TEST_CASE("ten megabytes are refused wherever words are taken, and the next words are kept")
{
    const std::string much = tenMegabytes();
    int store = 0;
    onEveryStore([&](AppWorld& world) {
        Places places{world};
        int number = 0;
        for (const Place& place : places.all()) {
            if (++number % stores != store)
                continue;
            INFO(place.name);
            HostileTally tally;
            tally.took(place.name, place.normal(much), place.take(much));
            world.clock.advance(std::chrono::seconds{1});
            const auto next = place.take("Ada again");
            CHECK((next && *next == "Ada again"));
        }
        ++store;
    });
}
