#include "app/cases.h"

#include "app/agreed_lines.h"
#include "app/event_rules.h"
#include "app/merges.h"
#include "app/recorder.h"
#include "app/sharing.h"
#include "app/use_case.h"
#include "domain/instrument.h"
#include "exchange/event_json.h"
#include "store/event_repository.h"

#include <algorithm>
#include <array>

namespace holdfast::app {
namespace {

constexpr int mostProtocols = 200;

Submission submissionOf(const RecordInput& input)
{
    return {input.at, input.body, input.words, input.safety, input.channel, input.toldBy, input.whyNotChallenged};
}

std::vector<HistoryEntry> shown(const History& history)
{
    std::vector<HistoryEntry> entries;
    for (const Entry& entry : history.entries()) {
        HistoryEntry row;
        row.event = entry.event;
        row.author = entry.author;
        row.seq = entry.seq;
        row.channel = entry.channel;
        row.toldBy = entry.toldBy;
        row.late = londonDate(entry.event.recordedAt) > londonDate(entry.event.at);
        row.voided = history.isVoided(entry.event.id);
        if (history.isSetAside(entry.event.id))
            row.voidReason = "set aside when two records of this person were joined: the need is held by the other one";
        entries.push_back(std::move(row));
    }
    for (const Entry& entry : history.entries()) {
        if (history.isVoided(entry.event.id))
            continue;
        const auto* voids = std::get_if<event::EnteredInError>(&entry.event.body);
        const auto* looks = std::get_if<event::SecondLook>(&entry.event.body);
        for (HistoryEntry& row : entries) {
            if (voids != nullptr && row.event.id == voids->event)
                row.voidReason = voids->reason;
            if (looks != nullptr && row.event.id == looks->event)
                row.secondLook = looks->cls;
        }
    }
    return entries;
}

engine::Score::Reading reading(const InstrumentReading& from)
{
    return {from.band, from.positive};
}

engine::Score scoreOf(const InstrumentId& id, const InstrumentScore& from, Instant at)
{
    engine::Score score;
    score.instrument = id;
    score.total = from.total;
    score.missing = from.missing;
    score.reading = reading(from.reading);
    if (from.female)
        score.female = reading(*from.female);
    if (from.male)
        score.male = reading(*from.male);
    score.at = at;
    return score;
}

/// For each instrument the score before the latest one.
std::vector<engine::Score> earlierScores(const History& history, const InstrumentSet& instruments, Sex sex)
{
    std::map<InstrumentId, engine::Score> latest;
    std::map<InstrumentId, engine::Score> earlier;
    for (const Entry& entry : history.entries()) {
        const auto* assessed = std::get_if<event::AssessmentSigned>(&entry.event.body);
        if (assessed == nullptr || history.isVoided(entry.event.id))
            continue;
        for (const InstrumentAnswers& answers : assessed->instruments) {
            const Instrument* instrument = instruments.find(answers.instrument);
            if (instrument == nullptr || !checkAnswers(*instrument, answers.items))
                continue;
            if (const auto before = latest.find(answers.instrument); before != latest.end())
                earlier[answers.instrument] = before->second;
            latest[answers.instrument] =
                scoreOf(answers.instrument, score(*instrument, answers.items, sex), entry.event.at);
        }
    }
    std::vector<engine::Score> scores;
    scores.reserve(earlier.size());
    for (auto& [id, each] : earlier)
        scores.push_back(std::move(each));
    return scores;
}

std::optional<Instant> lastAssessedAt(const History& history)
{
    std::optional<Instant> last;
    for (const Entry& entry : history.entries())
        if (std::holds_alternative<event::AssessmentSigned>(entry.event.body) && !history.isVoided(entry.event.id))
            last = entry.event.at;
    return last;
}

}  // namespace

Result<CaseFile> Cases::open(const Session& session, const PersonId& person)
{
    return audited(m_workspace, session, Action::viewPerson, person.str(), [&](AuditNote&) -> Result<CaseFile> {
        auto found = Recorder{m_workspace}.person(person);
        if (!found)
            return std::move(found).error();
        auto history = History::load(m_workspace.connection(), person);
        if (!history)
            return std::move(history).error();
        auto now = engine::evaluate(contextOf(m_workspace), factsOf(*found), history->events(),
                                    asOf(*history, m_workspace.clock().now()), engine::Explain::yes);
        if (!now)
            return std::move(now).error();
        CaseFile file;
        auto ladders = engine::laddersOf(contextOf(m_workspace), factsOf(*found), history->events(),
                                         asOf(*history, m_workspace.clock().now()));
        if (!ladders)
            return std::move(ladders).error();
        file.ladders = *std::move(ladders);
        file.support = engine::supportPlan(contextOf(m_workspace), *now);
        file.names = nameBook(m_workspace, *history, *now);
        file.now = *std::move(now);
        file.history = shown(*history);
        file.lastAssessedAt = lastAssessedAt(*history);
        file.earlierScores = earlierScores(*history, m_workspace.instruments(), found->sex);
        file.version = history->version();
        file.joined = joinedTo(m_workspace, found->id, file.names);
        file.person = *std::move(found);
        addAgreedLines(m_workspace, file);
        return file;
    });
}

Result<RecordOutcome> Cases::preview(const Session& session, const RecordInput& input)
{
    return unsaved(m_workspace, session, actionFor(input.body), input.person.str(), [&]() -> Result<RecordOutcome> {
        Recorder recorder{m_workspace};
        const std::array submissions{submissionOf(input)};
        auto folded = recorder.fold(input.person, input.seenVersion, session.worker.id, input.command, submissions);
        if (!folded)
            return std::move(folded).error();
        return recorder.outcome(*folded);
    });
}

Result<RecordOutcome> Cases::record(const Session& session, const RecordInput& input)
{
    const Action action = actionFor(input.body);
    if (input.command.empty())
        return commandNeeded();
    return audited(m_workspace, session, action, input.person.str(), [&](AuditNote& note) -> Result<RecordOutcome> {
        Recorder recorder{m_workspace};
        note.detail = eventKindNames[input.body.index()];
        auto first = recorder.repeated(input.person, input.command);
        if (!first)
            return std::move(first).error();
        if (*first) {
            note.detail += " repeated";
            return recorder.outcome(**first);
        }
        const std::array submissions{submissionOf(input)};
        auto folded = recorder.fold(input.person, input.seenVersion, session.worker.id, input.command, submissions);
        if (!folded)
            return std::move(folded).error();
        if (std::holds_alternative<event::ReferralSent>(input.body))
            if (auto may = requireReferralSharing(m_workspace, input.person); !may)
                return std::move(may).error();
        if (auto saved = recorder.save(*folded, session.worker.id, input.command, nameOf(action)); !saved)
            return std::move(saved).error();
        return recorder.outcome(*folded);
    });
}

Result<RecordOutcome> Cases::undo(const Session& session, const PersonId& person, const EventId& event,
                                  const CommandId& command)
{
    std::int64_t version = 0;
    const auto counted = inTransaction(m_workspace.connection(), db::Access::read, [&]() -> Result<Done> {
        version = store::EventRepository{m_workspace.connection()}.count(person);
        return Done{};
    });
    if (!counted)
        return counted.error();
    RecordInput input;
    input.person = person;
    input.seenVersion = version;
    input.command = command;
    input.at = m_workspace.clock().now();
    input.body = event::EnteredInError{event, "undone by the person who recorded it"};
    return record(session, input);
}

Result<std::vector<std::string>> Cases::protocolsNamed(const Session& session)
{
    using Names = std::vector<std::string>;
    const auto action = Action::recordResponse;
    return audited(m_workspace, session, action, {}, [&](AuditNote& note) -> Result<Names> {
        note.detail = "protocols named";
        Names names;
        for (const std::string& body : store::EventRepository{m_workspace.connection()}.protocolBodies(mostProtocols)) {
            const auto read = exchange::readEvent(body, EventId{}, Instant{});
            const auto* said = read ? std::get_if<event::ProtocolApplied>(&read->body) : nullptr;
            if (said != nullptr && !said->protocol.empty() && std::ranges::find(names, said->protocol) == names.end())
                names.push_back(said->protocol);
        }
        return names;
    });
}

}  // namespace holdfast::app
