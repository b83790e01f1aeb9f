#include "exchange/standing_sheets.h"

#include "domain/opening_hours.h"
#include "engine/match.h"
#include "exchange/event_parts.h"
#include "report/measure_tally.h"

#include <algorithm>

namespace holdfast::exchange {
namespace {

constexpr std::array<std::string_view, 15> peopleColumns{
    "person_id",        "record_id",         "nhs_number", "given_name", "family_name",
    "birth_date",       "birth_month",       "sex",        "postcode",   "postcode_district",
    "avoids_home_area", "needs_travel_help", "work_hours", "language",   "children_in_household"};
constexpr std::array<std::string_view, 5> contactColumns{"person_id", "contact_at", "direction", "outcome", "undone"};
constexpr std::array<std::string_view, 3> retellingColumns{"person_id", "retold_at", "taken_back"};
constexpr std::array<std::string_view, 7> mergeColumns{"merge_id",  "kept_person_id", "merged_person_id", "merged_at",
                                                       "undone_at", "uneven",         "undone_uneven"};
constexpr std::array<std::string_view, 6> effectColumns{"merge_id", "effect",     "event_id",
                                                        "need",     "service_id", "worker_id"};
constexpr std::array<std::string_view, 6> workerColumns{"worker_id", "name", "role", "service_id", "team", "active"};
constexpr std::array<std::string_view, 16> serviceColumns{"service_id",    "name",
                                                          "service_kind",  "ods_code",
                                                          "needs",         "min_age",
                                                          "max_age",       "areas",
                                                          "postcode",      "postcode_district",
                                                          "opening_hours", "helps_with_travel_cost",
                                                          "wait_days",     "accepts_concurrent_use",
                                                          "severities",    "active"};
constexpr std::array<std::string_view, 11> reasonColumns{
    "policy_id", "policy_version", "in_force_from",   "reason_code",   "bounce_class", "label",
    "side",      "cites_need",     "mhsds_rejection", "mhsds_closure", "training_need"};
constexpr std::array<std::string_view, 7> clockColumns{"policy_id", "policy_version", "in_force_from", "clock",
                                                       "amount",    "unit",           "code"};
constexpr std::array<std::string_view, 8> leadColumns{
    "policy_id",     "policy_version", "in_force_from", "position", "severe_mental_illness",
    "mental_health", "substance_use",  "quadrant"};
constexpr std::array<std::string_view, 4> holidayColumns{"policy_id", "policy_version", "in_force_from", "holiday"};
constexpr std::array<std::string_view, 2> aboutColumns{"key", "value"};

template <class Each>
std::string inOneCell(const Each& list)
{
    std::string text;
    for (const auto& each : list)
        text += (text.empty() ? "" : "; ") + std::string{each};
    return text;
}

template <class Enum>
std::vector<std::string_view> namesIn(const std::vector<Enum>& list)
{
    std::vector<std::string_view> names;
    names.reserve(list.size());
    for (const Enum each : list)
        names.push_back(nameOf(each));
    return names;
}

FileText finished(Sheet& sheet)
{
    return {std::string{sheet.file()}, sheet.take()};
}

Sheet& ofPage(Sheet& sheet, const PolicyPage& page)
{
    return sheet.set("policy_id", page.policy.id)
        .set("policy_version", page.policy.version)
        .set("in_force_from", exactInstant(page.from));
}

std::string trainingNeedOf(std::string_view code)
{
    for (const report::TrainingNeed& each : report::trainingNeeds())
        if (std::ranges::find(each.codes, code) != each.codes.end())
            return std::string{each.id};
    return {};
}

/// The clocks of one policy, a row each.
class ClockRows {
public:
    ClockRows(Sheet& sheet, const PolicyPage& page) : m_sheet{sheet}, m_page{page} {}

    void write()
    {
        const Policy& policy = m_page.policy;
        for (const policy::SilenceClock& clock : policy.silenceClocks)
            row("silence." + std::string{nameOf(clock.state)}, clock.weeks > 0 ? clock.weeks : clock.workingDays,
                clock.weeks > 0 ? "weeks" : "working_days", clock.code.str());
        for (const policy::Standard& each : policy.standards)
            if (each.workingDays)
                row("standard." + each.id, *each.workingDays, "working_days");
        row("call_back", policy.delays.callBack, "working_days", policy.defaults.noCallBack.str());
        row("call_back.urgent", policy.delays.urgentCallBackHours, "hours", policy.defaults.noCallBack.str());
        row("tennis.window", policy.tennis.windowDays, "days",
            policy.tennis.pair[0].str() + "; " + policy.tennis.pair[1].str());
        const policy::DefaultReasons& codes = policy.defaults;
        implied("returned_with_advice", codes.returnedWithAdvice);
        implied("signposted", codes.signposted);
        implied("second_information_request", codes.secondInformationRequest);
        implied("no_aftercare", codes.noAftercare);
        implied("one_missed_visit", codes.oneMissedVisit);
        implied("more_missed_visits", codes.moreMissedVisits);
        implied("worker_left", codes.workerLeft);
        for (const policy::UrgencyRule& rule : policy.urgency)
            row("urgency." + std::string{nameOf(rule.urgency)}, {}, "facts", inOneCell(namesIn(rule.facts)));
        row("transition", policy.delays.transitionMonths, "months");
        row("duty_holder", {}, "service", policy.dutyHolder.service.str());
    }

private:
    void row(std::string clock, std::optional<int> amount, std::string unit, std::string code = {})
    {
        ofPage(m_sheet, m_page)
            .set("clock", std::move(clock))
            .set("unit", std::move(unit))
            .set("code", std::move(code));
        if (amount)
            m_sheet.set("amount", std::int64_t{*amount});
        m_sheet.endRow();
    }

    void implied(const std::string& by, const ReasonCode& code) { row("implied." + by, {}, "reason", code.str()); }

    Sheet& m_sheet;
    const PolicyPage& m_page;
};

}  // namespace

PeopleSheets::PeopleSheets(const Naming& naming)
    : m_naming{naming},
      m_people{"people.csv", peopleColumns},
      m_contacts{"carer_contacts.csv", contactColumns},
      m_retellings{"retellings.csv", retellingColumns},
      m_merges{"merges.csv", mergeColumns},
      m_effects{"merge_effects.csv", effectColumns}
{}

void PeopleSheets::add(const PersonId& id, const Person& record)
{
    m_people.set("person_id", m_naming.id(id.text()))
        .set("record_id", m_naming.id(record.id.text()))
        .set("nhs_number", m_naming.text(record.nhsNumber))
        .set("given_name", m_naming.text(record.givenName))
        .set("family_name", m_naming.text(record.familyName))
        .set("sex", std::string{nameOf(record.sex)})
        .set("postcode", m_naming.text(record.postcode))
        .set("postcode_district", engine::outwardOf(record.postcode))
        .set("work_hours", m_naming.text(record.fit.workHours))
        .set("language", m_naming.text(record.fit.language));
    if (record.born) {
        const std::string born = formatDate(*record.born);
        m_people.set("birth_date", m_naming.text(born)).set("birth_month", born.substr(0, born.rfind('-')));
    }
    if (record.fit.avoidsHomeArea)
        m_people.yes("avoids_home_area", *record.fit.avoidsHomeArea);
    if (record.fit.needsTravelHelp)
        m_people.yes("needs_travel_help", *record.fit.needsTravelHelp);
    if (record.fit.childrenInHousehold && !m_naming.pseudonymous)
        m_people.set("children_in_household", std::int64_t{*record.fit.childrenInHousehold});
    m_people.endRow();
}

void PeopleSheets::add(const CarerContact& contact)
{
    m_contacts.set("person_id", m_naming.id(contact.person.text()))
        .set("contact_at", exactInstant(contact.at))
        .set("direction", contact.direction)
        .set("outcome", contact.outcome)
        .yes("undone", contact.undone);
    m_contacts.endRow();
}

void PeopleSheets::add(const Retold& retold)
{
    m_retellings.set("person_id", m_naming.id(retold.person.text()))
        .set("retold_at", exactInstant(retold.at))
        .yes("taken_back", retold.takenBack);
    m_retellings.endRow();
}

void PeopleSheets::add(const MergeRecord& merge)
{
    const PersonMerge& made = merge.merge;
    const std::string id = m_naming.id(made.id.text());
    m_merges.set("merge_id", id)
        .set("kept_person_id", m_naming.id(made.kept.text()))
        .set("merged_person_id", m_naming.id(made.merged.text()))
        .set("merged_at", exactInstant(made.at))
        .yes("uneven", made.joining.uneven);
    if (merge.undone)
        m_merges.set("undone_at", exactInstant(merge.undone->at)).yes("undone_uneven", merge.undone->uneven);
    m_merges.endRow();
    for (const EventId& event : made.joining.setAside) {
        m_effects.set("merge_id", id).set("effect", "set_aside").set("event_id", m_naming.id(event.text()));
        m_effects.endRow();
    }
    for (const Reopening& each : made.joining.reopened) {
        m_effects.set("merge_id", id)
            .set("effect", "reopened")
            .set("need", std::string{nameOf(each.need)})
            .set("service_id", each.service.str())
            .set("worker_id", m_naming.id(each.worker.text()));
        m_effects.endRow();
    }
}

FileText workersFile(const std::vector<Worker>& workers, const Naming& naming)
{
    Sheet sheet{"workers.csv", workerColumns};
    for (const Worker& worker : workers) {
        sheet.set("worker_id", naming.id(worker.id.text()))
            .set("name", naming.text(worker.name))
            .set("role", std::string{nameOf(worker.role)})
            .set("service_id", worker.service.str())
            .set("team", worker.team)
            .yes("active", worker.active);
        sheet.endRow();
    }
    return finished(sheet);
}

FileText servicesFile(const std::vector<Service>& services)
{
    Sheet sheet{"services.csv", serviceColumns};
    for (const Service& service : services) {
        sheet.set("service_id", service.id.str())
            .set("name", service.name)
            .set("service_kind", std::string{nameOf(service.kind)})
            .set("ods_code", service.odsCode)
            .set("needs", inOneCell(namesIn(service.needs)))
            .set("areas", inOneCell(service.areas))
            .set("opening_hours", formatHours(service.hours))
            .set("severities", inOneCell(namesIn(service.severities)))
            .yes("active", service.active);
        const auto number = [&](std::string_view column, const std::optional<int>& value) {
            if (value)
                sheet.set(column, std::int64_t{*value});
        };
        number("min_age", service.minAge);
        number("max_age", service.maxAge);
        number("wait_days", service.waitDays);
        if (service.postcode)
            sheet.set("postcode", *service.postcode).set("postcode_district", engine::outwardOf(*service.postcode));
        if (service.helpsWithTravelCost)
            sheet.yes("helps_with_travel_cost", *service.helpsWithTravelCost);
        if (service.acceptsConcurrentUse)
            sheet.yes("accepts_concurrent_use", *service.acceptsConcurrentUse);
        sheet.endRow();
    }
    return finished(sheet);
}

FileText reasonsFile(const PolicyBook& policies)
{
    Sheet sheet{"reasons.csv", reasonColumns};
    for (const PolicyPage& page : policies.pages())
        for (const policy::Reason& reason : page.policy.reasons) {
            ofPage(sheet, page)
                .set("reason_code", reason.code.str())
                .set("bounce_class", std::string{nameOf(reason.cls)})
                .set("label", reason.label)
                .set("side", std::string{nameOf(reason.side)})
                .set("mhsds_rejection", reason.rejection)
                .set("mhsds_closure", reason.closure)
                .set("training_need", trainingNeedOf(reason.code.text()));
            if (reason.cites)
                sheet.set("cites_need", std::string{nameOf(*reason.cites)});
            sheet.endRow();
        }
    return finished(sheet);
}

FileText clocksFile(const PolicyBook& policies)
{
    Sheet sheet{"clocks.csv", clockColumns};
    for (const PolicyPage& page : policies.pages())
        ClockRows{sheet, page}.write();
    return finished(sheet);
}

FileText leadRulesFile(const PolicyBook& policies)
{
    Sheet sheet{"lead_rules.csv", leadColumns};
    for (const PolicyPage& page : policies.pages()) {
        std::int64_t position = 0;
        for (const policy::LeadRule& rule : page.policy.leadRules) {
            ofPage(sheet, page)
                .set("position", ++position)
                .set("mental_health", inOneCell(namesIn(rule.mentalHealth)))
                .set("substance_use", inOneCell(namesIn(rule.substanceUse)))
                .set("quadrant", rule.quadrant);
            if (rule.severeMentalIllness)
                sheet.yes("severe_mental_illness", *rule.severeMentalIllness);
            sheet.endRow();
        }
    }
    return finished(sheet);
}

FileText holidaysFile(const PolicyBook& policies, Date from, Date to)
{
    Sheet sheet{"holidays.csv", holidayColumns};
    for (const PolicyPage& page : policies.pages())
        for (Date day = from; day <= to; day += std::chrono::days{1})
            if (page.days.isBankHoliday(day)) {
                ofPage(sheet, page).set("holiday", formatDate(day));
                sheet.endRow();
            }
    return finished(sheet);
}

FileText aboutFile(const std::vector<std::pair<std::string, std::string>>& facts)
{
    Sheet sheet{"about.csv", aboutColumns};
    for (const auto& [key, value] : facts) {
        sheet.set("key", key).set("value", value);
        sheet.endRow();
    }
    return finished(sheet);
}

}  // namespace holdfast::exchange
