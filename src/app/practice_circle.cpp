#include "app/practice_circle.h"

#include "domain/calendar.h"
#include "exchange/json_input.h"
#include "store/carer_repository.h"
#include "store/consent_repository.h"
#include "store/note_repository.h"

#include <algorithm>

namespace holdfast::app {
namespace {

using exchange::JsonIn;

constexpr std::uint64_t ownSeries = 0x636972636c65;  ///< so that the ids are other than the caseload's
constexpr int longAgo = -40'000;
constexpr int farAhead = 400;

/// Days from the as-of date, kept as a day of the epoch until that date is known.
Date dayOf(const JsonIn& in)
{
    return dateFromDays(in.integer(longAgo, farAhead));
}

Date asOfDay(Date counted, Date asOf)
{
    return asOf + std::chrono::days{toDays(counted)};
}

std::string textOf(const JsonIn& in, std::string_view name)
{
    const auto found = in.find(name);
    return found ? found->text() : std::string{};
}

Carer carerOf(const JsonIn& in)
{
    in.allowOnly({"name", "liked", "born", "phone", "preference", "may", "discreet", "address", "needs",
                  "looked_after_by", "since", "offered", "answer", "answered"});
    Carer carer;
    carer.name = in.at("name").someText();
    carer.likedName = textOf(in, "liked");
    carer.born = exchange::optionally(in, "born", dayOf);
    carer.contact.phone = textOf(in, "phone");
    carer.contact.preference = textOf(in, "preference");
    for (const std::string& way : exchange::listOf(in.at("may"), [](const JsonIn& each) { return each.text(); })) {
        carer.contact.mayText = carer.contact.mayText || way == "text";
        carer.contact.mayLeaveVoicemail = carer.contact.mayLeaveVoicemail || way == "voicemail";
        carer.contact.mayWrite = carer.contact.mayWrite || way == "write";
    }
    if (const auto discreet = in.find("discreet"))
        carer.contact.discreetOnly = discreet->boolean();
    carer.address = textOf(in, "address");
    carer.ownNeeds = textOf(in, "needs");
    carer.lookedAfterBy = textOf(in, "looked_after_by");
    carer.knownSince = dayOf(in.at("since"));
    carer.offeredOn = exchange::optionally(in, "offered", dayOf);
    if (const auto answer = in.find("answer"))
        carer.answer = answer->named<AssessmentAnswer>();
    carer.answeredOn = exchange::optionally(in, "answered", dayOf);
    return carer;
}

std::pair<std::string, CarerLink> linkOf(const JsonIn& in)
{
    in.allowOnly({"carer", "relationship", "emergency", "knows"});
    CarerLink link;
    link.relationship = in.at("relationship").someText();
    if (const auto emergency = in.find("emergency"))
        link.emergency = emergency->boolean();
    link.knows = in.at("knows").named<PersonKnows>();
    return {in.at("carer").someText(), link};
}

StoryConsent consentOf(const JsonIn& in)
{
    in.allowOnly({"d", "by", "with", "carer", "decision", "words", "review", "ends", "how", "topics"});
    const auto count = [](const JsonIn& each) { return each.integer(longAgo, farAhead); };
    StoryConsent told;
    told.day = in.at("d").integer(longAgo, 0);
    told.by = in.at("by").id<WorkerId>();
    told.carer = textOf(in, "carer");
    told.review = exchange::optionally(in, "review", count);
    told.ends = exchange::optionally(in, "ends", count);
    told.consent.with = in.at("with").named<ShareKind>();
    told.consent.decision = in.at("decision").named<ConsentDecision>();
    told.consent.words = in.at("words").someText();
    told.consent.how = in.at("how").named<ConsentHow>();
    if (const auto topics = in.find("topics"))
        for (const std::string& name : topics->names()) {
            const auto topic = named<CarerTopic>(name);
            if (!topic)
                topics->fail("topics");
            told.consent.topics[*topic] = topics->at(name).named<TopicAnswer>();
        }
    return told;
}

StoryCall callOf(const JsonIn& in)
{
    in.allowOnly({"d", "t", "by", "carer", "told", "owed"});
    StoryCall call;
    call.at = momentOf(in);
    call.by = in.at("by").id<WorkerId>();
    call.carer = in.at("carer").someText();
    call.told = exchange::listOf(in.at("told"), [](const JsonIn& each) { return each.named<CarerTopic>(); });
    if (const auto owed = in.find("owed")) {
        owed->allowOnly({"d", "by", "about"});
        call.owed = CallBack{dayOf(owed->at("d")), owed->at("by").id<WorkerId>(), owed->at("about").text()};
    }
    return call;
}

StoryCircle circleOf(const JsonIn& in)
{
    in.allowOnly({"carers", "consents", "calls"});
    StoryCircle circle;
    circle.carers = exchange::listOf(in.at("carers"), linkOf);
    circle.consents = exchange::listOf(in.at("consents"), consentOf);
    if (const auto calls = in.find("calls"))
        circle.calls = exchange::listOf(*calls, callOf);
    return circle;
}

PracticeCircles circlesOf(const JsonIn& in)
{
    in.allowOnly({"comment", "carers", "circles"});
    PracticeCircles circles;
    const JsonIn carers = in.at("carers");
    for (const std::string& key : carers.names())
        circles.carers[key] = carerOf(carers.at(key));
    const JsonIn people = in.at("circles");
    for (const std::string& story : people.names())
        circles.byStory[story] = circleOf(people.at(story));
    return circles;
}

}  // namespace

Result<PracticeCircles> readPracticeCircles(std::string_view text)
{
    return exchange::readJson(text, circlesOf);
}

PracticeCircleWriter::PracticeCircleWriter(Workspace& workspace, PracticeCircles circles, std::uint64_t seed, Date asOf,
                                           Instant now, const std::vector<Worker>& workers)
    : m_circles{std::move(circles)}, m_pen{workspace, seed ^ ownSeries, asOf, now, workers}
{}

/// On record once, for however many people they care.
Result<CarerId> PracticeCircleWriter::carer(const std::string& key)
{
    if (const auto known = m_known.find(key); known != m_known.end())
        return known->second;
    const auto sketch = m_circles.carers.find(key);
    if (sketch == m_circles.carers.end())
        return Error{ErrorCode::invalid, "carer", "expected a carer of the practice world"};
    Carer made = sketch->second;
    made.id = m_pen.make<CarerId>();
    for (const auto day : {&Carer::born, &Carer::offeredOn, &Carer::answeredOn})
        if (made.*day)
            made.*day = asOfDay(*(made.*day), m_pen.asOf());
    made.knownSince = asOfDay(made.knownSince, m_pen.asOf());
    if (auto fine = checkCarer(made, m_pen.asOf()); !fine)
        return std::move(fine).error();
    auto saved = store::CarerRepository{m_pen.connection()}.save(std::move(made));
    if (!saved)
        return std::move(saved).error();
    m_known[key] = saved->id;
    return saved->id;
}

Result<Done> PracticeCircleWriter::write(const PersonId& person, const std::string& story)
{
    const auto told = m_circles.byStory.find(story);
    if (told == m_circles.byStory.end())
        return Done{};
    const CommandId command = m_pen.begin(person);
    auto written = writeLinks(person, told->second);
    for (const StoryConsent& consent : told->second.consents)
        if (written)
            written = writeConsent(person, consent, command);
    for (const StoryCall& call : told->second.calls)
        if (written)
            written = writeCall(person, call, command);
    if (!written)
        return Error{written.error().code, story + '/' + written.error().where, written.error().detail};
    return Done{};
}

Result<Done> PracticeCircleWriter::writeLinks(const PersonId& person, const StoryCircle& circle)
{
    for (const auto& [key, sketch] : circle.carers) {
        auto id = carer(key);
        if (!id)
            return std::move(id).error();
        CarerLink link = sketch;
        link.carer = *id;
        link.person = person;
        if (auto saved = store::CarerRepository{m_pen.connection()}.save(std::move(link)); !saved)
            return std::move(saved).error();
    }
    return Done{};
}

Result<Done> PracticeCircleWriter::writeConsent(const PersonId& person, const StoryConsent& told,
                                                const CommandId& command)
{
    auto by = m_pen.worker(told.by);
    if (!by)
        return std::move(by).error();
    const auto later = [&](std::optional<int> day) {
        return day ? std::optional{m_pen.asOf() + std::chrono::days{*day}} : std::nullopt;
    };
    Consent made = told.consent;
    made.id = m_pen.make<ConsentId>();
    made.person = person;
    if (!told.carer.empty()) {
        auto id = carer(told.carer);
        if (!id)
            return std::move(id).error();
        made.carer = *id;
    }
    made.on = m_pen.day(told.day);
    made.reviewBy = later(told.review);
    made.endsOn = later(told.ends);
    made.worker = by->id;
    made.role = by->role;
    made.service = by->service;
    made.recordedAt = londonInstant(made.on, std::chrono::hours{16});
    made.command = command;
    if (auto fine = checkConsent(made, m_pen.asOf()); !fine)
        return fine;
    store::ConsentRepository{m_pen.connection()}.insert(made);
    return Done{};
}

Result<Done> PracticeCircleWriter::writeCall(const PersonId& person, const StoryCall& told, const CommandId& command)
{
    auto by = m_pen.worker(told.by);
    auto who = carer(told.carer);
    if (!by || !who)
        return by ? who.error() : by.error();
    const Instant at = m_pen.at(told.at);
    const auto notes = store::NoteRepository{m_pen.connection()}.forPerson(person);
    const auto note = std::ranges::find(notes, at, &Note::happenedAt);
    if (note == notes.end() || note->kind != NoteKind::carerContact)
        return Error{ErrorCode::invalid, "calls", "expected a note of that moment about a carer"};
    CarerCall call;
    call.id = m_pen.make<CarerCallId>();
    call.carer = *who;
    call.person = person;
    call.at = at;
    call.told = told.told;
    call.owed = told.owed;
    if (call.owed)
        call.owed->by = asOfDay(call.owed->by, m_pen.asOf());
    call.note = note->id;
    call.worker = by->id;
    call.recordedAt = note->writtenAt;
    call.command = command;
    store::CarerRepository{m_pen.connection()}.insertCall(call);
    return Done{};
}

}  // namespace holdfast::app
