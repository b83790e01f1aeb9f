#include "app/practice_notes.h"

#include "domain/calendar.h"
#include "domain/note_text.h"
#include "exchange/json_input.h"
#include "store/note_repository.h"

#include <algorithm>

namespace holdfast::app {
namespace {

using exchange::JsonIn;

constexpr std::uint64_t ownSeries = 0x6e6f746573;  ///< so that the ids are other than the caseload's

StoryNote::Aside asideOf(const JsonIn& in)
{
    in.allowOnly({"d", "t", "by", "reason", "text"});
    const auto text = in.find("text");
    return {momentOf(in), in.at("by").id<WorkerId>(), in.at("reason").someText(),
            text ? text->someText() : std::string{}};
}

StoryNote noteOf(const JsonIn& in)
{
    in.allowOnly({"d", "t", "by", "kind", "need", "text", "audience", "why", "pinned", "read", "amended", "in_error"});
    StoryNote note;
    note.at = momentOf(in);
    note.by = in.at("by").id<WorkerId>();
    note.content.kind = in.at("kind").named<NoteKind>();
    note.content.need = in.at("need").named<NeedScope>();
    note.content.text = in.at("text").someText();
    if (const auto audience = in.find("audience")) {
        note.content.audience = audience->named<NoteAudience>();
        note.content.whyLimited = in.at("why").someText();
    }
    if (const auto pinned = in.find("pinned"))
        note.pinnedBy = pinned->id<WorkerId>();
    if (const auto read = in.find("read"))
        note.readBy = exchange::listOf(*read, [](const JsonIn& each) { return each.id<WorkerId>(); });
    note.amended = exchange::optionally(in, "amended", asideOf);
    note.inError = exchange::optionally(in, "in_error", asideOf);
    return note;
}

NoteTemplate templateOf(const JsonIn& in)
{
    in.allowOnly({"service", "shortcut", "title", "kind", "text"});
    NoteTemplate made;
    made.service = in.at("service").id<ServiceId>();
    made.shortcut = in.at("shortcut").someText();
    made.title = in.at("title").someText();
    made.kind = in.at("kind").named<NoteKind>();
    made.text = in.at("text").someText();
    return made;
}

PracticeNotes notesOf(const JsonIn& in)
{
    in.allowOnly({"comment", "templates", "notes"});
    PracticeNotes notes;
    notes.templates = exchange::listOf(in.at("templates"), templateOf);
    const JsonIn people = in.at("notes");
    for (const std::string& story : people.names())
        notes.byStory[story] = exchange::listOf(people.at(story), noteOf);
    return notes;
}

}  // namespace

Result<PracticeNotes> readPracticeNotes(std::string_view text)
{
    return exchange::readJson(text, notesOf);
}

PracticeNoteWriter::PracticeNoteWriter(Workspace& workspace, PracticeNotes notes, std::uint64_t seed, Date asOf,
                                       Instant now, const std::vector<Worker>& workers)
    : m_notes{std::move(notes)}, m_pen{workspace, seed ^ ownSeries, asOf, now, workers}
{}

Result<Done> PracticeNoteWriter::writeTemplates()
{
    for (NoteTemplate made : m_notes.templates) {
        made.id = m_pen.make<NoteTemplateId>();
        if (auto fine = checkTemplate(made); !fine)
            return fine;
        auto saved = store::NoteTemplateRepository{m_pen.connection()}.save(std::move(made));
        if (!saved)
            return std::move(saved).error();
    }
    return Done{};
}

Result<Done> PracticeNoteWriter::write(const PersonId& person, const std::string& story)
{
    const auto told = m_notes.byStory.find(story);
    if (told == m_notes.byStory.end())
        return Done{};
    const CommandId command = m_pen.begin(person);
    for (const StoryNote& note : told->second)
        if (auto written = writeOne(person, note, command); !written)
            return Error{written.error().code, story + '/' + written.error().where, written.error().detail};
    return Done{};
}

Result<Done> PracticeNoteWriter::writeOne(const PersonId& person, const StoryNote& told, const CommandId& command)
{
    if (auto fine = checkNote(told.content, m_pen.now()); !fine)
        return fine;
    auto author = m_pen.worker(told.by);
    if (!author)
        return std::move(author).error();
    store::NoteRepository notes{m_pen.connection()};
    Note note;
    note.id = m_pen.make<NoteId>();
    note.person = person;
    note.happenedAt = m_pen.at(told.at);
    note.writtenAt = note.happenedAt + std::chrono::minutes{10};
    note.kind = told.content.kind;
    note.need = told.content.need;
    note.audience = told.content.audience;
    note.whyLimited = told.content.whyLimited;
    note.text = withMarksClosed(told.content.text);
    note.author = author->id;
    note.role = author->role;
    note.service = author->service;
    note.command = command;
    notes.insert(note);
    notes.insertReading({note.id, 0, author->id, person, note.writtenAt});
    for (const WorkerId& reader : told.readBy)
        notes.insertReading({note.id, 0, reader, person, note.writtenAt + std::chrono::hours{20}});
    if (told.amended) {
        auto by = m_pen.worker(told.amended->by);
        if (!by)
            return std::move(by).error();
        notes.insertAmendment({note.id, 1, person, told.amended->text, told.amended->reason, by->id, by->role,
                               by->service, m_pen.at(told.amended->at), command});
        notes.insertReading({note.id, 1, by->id, person, m_pen.at(told.amended->at)});
    }
    if (told.inError)
        notes.insertInError(
            {note.id, person, told.inError->reason, told.inError->by, m_pen.at(told.inError->at), command});
    if (!told.pinnedBy.empty())
        notes.pin({note.id, person, told.pinnedBy, note.writtenAt});
    return Done{};
}

}  // namespace holdfast::app
