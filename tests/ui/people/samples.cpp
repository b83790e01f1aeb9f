#include "people/samples.h"

#include "domain/calendar.h"

namespace holdfast::test {
namespace {

const ServiceId cmht{"cmht"};
const ServiceId lantern{"lantern"};
const ServiceId talking{"talking"};
const WorkerId samir{"samir"};
const WorkerId priya{"priya"};

struct Row {
    app::WorkGroup group;
    const char* name;
    int age;
    const char* pronouns;
    const char* condition;
    const char* substance;
    const char* what;
    const char* service;
    const char* words;
    const char* reason;
    Instant due;
};

app::WorkItem item(const Row& row)
{
    app::WorkItem item;
    item.group = row.group;
    item.person = PersonId{row.name};
    item.name = row.name;
    item.age = row.age;
    item.pronouns = row.pronouns;
    item.status = {NeedStatus::present, NeedStatus::present};
    item.detail = {row.condition, row.substance};
    item.action.what = row.what;
    item.action.need = NeedScope::mentalHealth;
    item.action.owner.worker = priya;
    item.action.due = row.due;
    item.ownerName = "Priya Raman";
    item.serviceName = row.service;
    item.words = row.words;
    item.reason = row.reason;
    item.leg = LegState::sent;
    item.since = row.due - std::chrono::hours{72};
    return item;
}

Event eventAt(const char* id, Instant at, EventBody body, const char* words = "")
{
    Event event;
    event.id = EventId{id};
    event.at = at;
    event.recordedAt = at;
    event.words = words;
    event.body = std::move(body);
    return event;
}

app::HistoryEntry entry(Event event)
{
    app::HistoryEntry entry;
    entry.event = std::move(event);
    entry.author = priya;
    return entry;
}

event::Response declined(Need need, const ServiceId& service, const char* reason)
{
    return {need, service, ResponseKind::declined, ReasonCode{reason}, {}, {}, {}};
}

engine::Bounce bounce(const char* event, const char* code, const char* service, Need need, Instant at, int daysLost)
{
    engine::Bounce bounce;
    bounce.event = EventId{event};
    bounce.code = ReasonCode{code};
    bounce.cls = BounceClass::never;
    bounce.service = service;
    bounce.need = need;
    bounce.at = at;
    bounce.daysLost = daysLost;
    return bounce;
}

app::CaseFile anyCase(const char* given, const char* family)
{
    app::CaseFile file;
    file.person.id = PersonId{given};
    file.person.givenName = given;
    file.person.familyName = family;
    file.names.services = {
        {cmht, "Wrenfield CMHT"}, {lantern, "Lantern Drug & Alcohol"}, {talking, "Talking Therapies"}};
    file.names.workers = {{samir, "Samir Haddad"}, {priya, "Priya Raman"}};
    file.now.at = sampleNow();
    return file;
}

void hold(app::CaseFile& file, Need need, LegState state, Instant since)
{
    auto& now = file.now.needs[need];
    now.status = NeedStatus::present;
    now.severity = Severity::moderate;
    now.detail = {need == Need::mentalHealth ? "trauma" : "alcohol"};
    now.firstAskedAt = on(2025, 1, 13);
    now.holder = engine::Holder{need == Need::mentalHealth ? cmht : lantern, need == Need::mentalHealth ? samir : priya,
                                since, false};
    now.leg = engine::Leg{state, need == Need::mentalHealth ? cmht : lantern, since, since, std::nullopt};
}

engine::NextAction action(NeedScope need, const char* what, const WorkerId& owner, Instant due, int level = 0)
{
    engine::NextAction action;
    action.need = need;
    action.what = what;
    action.owner.worker = owner;
    action.due = due;
    action.rule = RuleId{what};
    action.escalationLevel = level;
    return action;
}

engine::Score scoreOf(const char* instrument, int total, Instant at, const char* band)
{
    engine::Score score;
    score.instrument = InstrumentId{instrument};
    score.total = total;
    score.reading.band = band;
    score.at = at;
    return score;
}

}  // namespace

Instant on(int year, unsigned month, unsigned day, int hour, int minute)
{
    const Date date{std::chrono::year{year} / std::chrono::month{month} / std::chrono::day{day}};
    return londonInstant(date, std::chrono::minutes{hour * 60 + minute});
}

Instant sampleNow()
{
    return on(2025, 11, 18, 10, 42);
}

app::Today sampleToday()
{
    using app::WorkGroup;
    app::Today today;
    today.now = sampleNow();
    const std::vector<Row> rows{
        {WorkGroup::crisis, "Leanne Whitford", 29, "she/her", "anxiety", "alcohol", "safety_follow_up",
         "St Brannoc's A&E", "she had been drinking", "N08", on(2025, 11, 18, 11, 30)},
        {WorkGroup::overdueReplies, "Marcus Adeyemi", 41, "he/him", "psychosis", "alcohol", "chase", "Wrenfield CMHT",
         "", "", on(2025, 11, 14, 17)},
        {WorkGroup::overdueReplies, "Soraya Haidari", 37, "she/her", "PTSD", "opioids", "chase",
         "Lantern Drug & Alcohol", "", "", on(2025, 11, 13, 17)},
        {WorkGroup::bounces, "Gareth Pugh", 52, "he/him", "bipolar", "alcohol", "challenge_letter", "Complex Needs",
         "alcohol is his main problem", "N04", on(2025, 11, 18, 17)},
        {WorkGroup::bounces, "Aisha Rahman", 33, "she/her", "low mood", "alcohol", "keyworker_query",
         "Lantern Drug & Alcohol", "", "N06", on(2025, 11, 19, 17)},
        {WorkGroup::checkIns, "Dani Okafor", 34, "she/her", "trauma", "alcohol", "waiting_well_contact",
         "Wrenfield CMHT", "", "", on(2025, 11, 18, 17)},
        {WorkGroup::checkIns, "Tomasz Zielinski", 46, "he/him", "depression", "alcohol", "ask_both", "", "", "",
         on(2025, 11, 18, 15, 30)},
        {WorkGroup::mdtActions, "Bev Lockwood", 58, "she/her", "psychosis", "alcohol",
         "Share the joint plan with her husband", "", "", "", on(2025, 11, 19, 17)},
        {WorkGroup::turning18, "Jayden Clarke", 17, "he/him", "ADHD, low mood", "cannabis", "plan_transition", "", "",
         "", on(2025, 12, 29, 17)},
        {WorkGroup::unanswered, "Owen Tierney", 27, "he/him", "psychosis", "cannabis", "call_back",
         "Lantern Drug & Alcohol", "", "", on(2025, 11, 17, 17)},
    };
    today.groupTotals.assign(7, 0);
    for (const Row& row : rows) {
        today.items.push_back(item(row));
        ++today.groupTotals[static_cast<std::size_t>(row.group)];
    }
    today.total = static_cast<int>(today.items.size());
    today.held = {23, 11, 7, 5, 0, 0};
    return today;
}

app::CaseFile danisCase()
{
    app::CaseFile file = anyCase("Danielle", "Okafor");
    file.person.preferredName = "Dani";
    file.person.pronouns = "she/her";
    file.person.born = Date{std::chrono::year{1991} / 5 / 3};
    file.person.nhsNumber = "9995260182";
    file.person.contact.preference = "Text first, ring after 17:00";
    file.person.safetyAlerts =
        "Seizure risk: if drinking stops suddenly\nPenicillin allergy\nNo voicemail: shared phone";
    file.person.interpreter = "";
    file.person.companion = "Grace, mum";
    hold(file, Need::mentalHealth, LegState::waiting, on(2025, 6, 2));
    hold(file, Need::substanceUse, LegState::started, on(2025, 6, 1));
    file.now.clasp = ClaspState::joined;
    const auto add = [&](const char* id, Instant at, EventBody body, const char* words = "") {
        file.history.push_back(entry(eventAt(id, at, std::move(body), words)));
    };
    add("e1", on(2025, 1, 13), event::ReferralSent{{{Need::mentalHealth, cmht}}});
    add("e2", on(2025, 2, 3), declined(Need::mentalHealth, cmht, "N02"), "Must be abstinent 3 months");
    add("e3", on(2025, 2, 19), declined(Need::substanceUse, lantern, "N06"), "Not drinking enough");
    add("e4", on(2025, 3, 31), declined(Need::mentalHealth, talking, "N15"), "Too complex while drinking");
    add("e5", on(2025, 4, 28), declined(Need::substanceUse, lantern, "N05"), "Mental health is the main need");
    add("e6", on(2025, 5, 27), declined(Need::mentalHealth, cmht, "N08"), "Had been drinking when seen");
    add("e7", on(2025, 6, 1), event::Response{Need::substanceUse, lantern, ResponseKind::accepted, {}, {}, {}, priya});
    add("e8", on(2025, 6, 2), event::Response{Need::mentalHealth, cmht, ResponseKind::waitingList, {}, {}, {}, samir});
    add("e9", on(2025, 11, 14, 11, 5), event::Contact{lantern, ContactDirection::out, ContactOutcome::spoke},
        "Four alcohol-free days");
    file.history.back().late = true;
    file.history.back().event.recordedAt = on(2025, 11, 18, 9, 12);
    add("e10", on(2025, 11, 15, 11, 5), event::Contact{cmht, ContactDirection::in, ContactOutcome::leftMessage});
    file.history.back().voided = true;
    file.history.back().voidReason = "Belongs to somebody else";
    file.now.bounces = {bounce("e2", "N02", "cmht", Need::mentalHealth, on(2025, 2, 3), 23),
                        bounce("e3", "N06", "lantern", Need::substanceUse, on(2025, 2, 19), 19),
                        bounce("e4", "N15", "talking", Need::mentalHealth, on(2025, 3, 31), 37),
                        bounce("e5", "N05", "lantern", Need::substanceUse, on(2025, 4, 28), 28),
                        bounce("e6", "N08", "cmht", Need::mentalHealth, on(2025, 5, 27), 33)};
    file.now.nextActions = {action(NeedScope::substanceUse, "waiting_well_contact", priya, on(2025, 11, 21, 17, 45)),
                            action(NeedScope::mentalHealth, "waiting_well_contact", samir, on(2025, 11, 27, 17, 30)),
                            action(NeedScope::both, "Joint review of the plan", priya, on(2025, 12, 2, 17))};
    file.now.why = {{RuleId{"waiting_well_contact"}, {}, "Somebody who waits is contacted every 4 weeks.", {}}};
    file.now.scores = {scoreOf("PHQ-9", 14, on(2025, 11, 3), "moderate"),
                       scoreOf("AUDIT", 19, on(2025, 11, 3), "higher")};
    file.earlierScores = {scoreOf("PHQ-9", 19, on(2025, 6, 2), "moderately severe"),
                          scoreOf("AUDIT", 27, on(2025, 6, 2), "possible dependence")};
    file.lastAssessedAt = on(2025, 11, 3);
    file.version = 10;
    return file;
}

app::CaseFile garethsCase()
{
    app::CaseFile file = anyCase("Gareth", "Pugh");
    file.person.pronouns = "he/him";
    file.person.nhsNumberMissing = NhsNumberMissing::notYetTraced;
    hold(file, Need::mentalHealth, LegState::challenged, on(2025, 11, 17));
    hold(file, Need::substanceUse, LegState::accepted, on(2025, 11, 10));
    file.now.needs.mentalHealth.holder = file.now.needs.substanceUse.holder;
    file.now.clasp = ClaspState::held;
    file.now.flags = {"tennis"};
    file.history = {entry(eventAt("e1", on(2025, 11, 3),
                                  event::ReferralSent{{{Need::mentalHealth, cmht}, {Need::substanceUse, lantern}}})),
                    entry(eventAt("e2", on(2025, 11, 17), declined(Need::mentalHealth, cmht, "N04"),
                                  "alcohol is his main problem"))};
    file.now.bounces = {bounce("e2", "N04", "cmht", Need::mentalHealth, on(2025, 11, 17), 1)};
    file.now.nextActions = {action(NeedScope::mentalHealth, "challenge_letter", priya, on(2025, 11, 18, 9), 1),
                            action(NeedScope::both, "hold_mdt", priya, on(2025, 12, 1, 17))};
    file.lastAssessedAt = on(2025, 11, 3);
    file.version = 2;
    return file;
}

}  // namespace holdfast::test
