// The first quarter of 2026 of four people, small enough to work every measure out by hand; the data end on 31 March.
#pragma once

#include "report/measure.h"

namespace holdfast::test {

inline Date on(std::string_view text)
{
    return parseDate(text).value();
}

inline report::BounceRow bounced(std::string_view person, std::string service, Need need, std::string_view code,
                                 std::string_view day, int daysLost)
{
    report::BounceRow row;
    row.person = PersonId{person};
    row.service = std::move(service);
    row.need = need;
    row.code = ReasonCode{code};
    row.cls = code.front() == 'N'   ? BounceClass::never
              : code.front() == 'H' ? BounceClass::handover
                                    : BounceClass::soft;
    row.on = on(day);
    row.daysLost = daysLost;
    row.substanceUseCited = code == "N02";
    row.mentalHealthCited = code == "N05";
    row.tennis = code == "N05";
    row.attempt = code == "S01";
    return row;
}

inline std::vector<report::BounceRow> quarterBounces()
{
    using enum Need;
    return {bounced("p1", "cmht", mentalHealth, "N02", "2026-01-10", 10),
            bounced("p1", "lantern", substanceUse, "N05", "2026-01-20", 4),
            bounced("p2", "cmht", mentalHealth, "H01", "2026-02-02", 20),
            bounced("p2", "cmht", mentalHealth, "S02", "2026-02-10", 6),
            bounced("p3", "gp", mentalHealth, "S01", "2026-03-01", 0),
            bounced("p2", "lantern", substanceUse, "S12", "2026-03-05", 9)};
}

struct Days {
    const char* answered = nullptr;
    const char* due = nullptr;
    const char* decided = nullptr;
    const char* decisionDue = nullptr;
    const char* accepted = nullptr;
};

inline report::ReferralRow referredOn(std::string_view person, Need need, std::string service, std::string_view day,
                                      int number, const Days& days)
{
    const auto read = [](const char* text) { return text == nullptr ? std::nullopt : std::optional{on(text)}; };
    report::ReferralRow row;
    row.person = PersonId{person};
    row.need = need;
    row.service = std::move(service);
    row.on = on(day);
    row.marks.number = number;
    row.marks.answered = read(days.answered);
    row.marks.answerDue = read(days.due);
    row.marks.decided = read(days.decided);
    row.marks.decisionDue = read(days.decisionDue);
    row.marks.accepted = read(days.accepted);
    return row;
}

inline std::vector<report::ReferralRow> quarterReferrals()
{
    using enum Need;
    std::vector<report::ReferralRow> rows{
        referredOn("p1", mentalHealth, "cmht", "2026-01-05", 1,
                   {"2026-01-06", "2026-01-07", "2026-01-10", "2026-01-12"}),
        referredOn("p1", substanceUse, "lantern", "2026-01-05", 1,
                   {"2026-01-08", "2026-01-07", "2026-01-08", "2026-01-12", "2026-01-08"}),
        referredOn("p2", mentalHealth, "cmht", "2026-02-01", 1, {nullptr, "2026-02-03", nullptr, "2026-02-08"}),
        referredOn("p2", mentalHealth, "therapies", "2026-02-20", 2,
                   {"2026-02-21", "2026-02-24", "2026-02-21", "2026-02-27", "2026-02-21"}),
        referredOn("p3", substanceUse, "lantern", "2026-03-10", 1,
                   {"2026-03-11", "2026-03-12", "2026-03-11", "2026-03-17"}),
        referredOn("p4", substanceUse, "lantern", "2026-03-31", 1, {nullptr, "2026-04-02", nullptr, "2026-04-07"}),
        referredOn("p4", substanceUse, "lantern", "2026-03-31", 0, {}),  // asked again while waiting
    };
    rows[0].marks.bounced = rows[0].marks.otherNeedCited = true;
    rows[2].marks.bounced = true;
    rows[4].marks.bounced = rows[4].marks.otherNeedCited = true;
    rows[0].marks.wishes = 3;
    rows[0].missed = 1;
    rows[3].marks.wishes = rows[3].missed = 4;
    rows[5].marks.wishes = 1;
    return rows;
}

inline report::FactRow fact(std::string_view person, report::FactKind kind, NeedScope need, std::string service,
                            std::string_view day, const char* until = nullptr,
                            report::Outcome outcome = report::Outcome::none, bool yes = false)
{
    report::FactRow row{PersonId{person}, {kind, need, std::move(service), on(day)}};
    if (until != nullptr)
        row.fact.until = on(until);
    row.fact.outcome = outcome;
    row.fact.yes = yes;
    return row;
}

inline report::FactRow paid(std::string_view person, std::string_view day, int pence)
{
    report::FactRow row = fact(person, report::FactKind::cost, NeedScope::both, "cmht", day);
    row.fact.pence = pence;
    return row;
}

inline std::vector<report::FactRow> quarterFacts()
{
    using enum report::FactKind;
    using enum report::Outcome;
    using enum NeedScope;
    return {
        fact("p1", asked, mentalHealth, "", "2026-01-01", "2026-01-21", helped),  // 20 days
        fact("p2", asked, mentalHealth, "", "2026-01-11"),                        // waits for 79 days
        fact("p3", asked, mentalHealth, "", "2026-03-01", "2026-03-11", lost),    // lost from sight after 10
        fact("p5", asked, mentalHealth, "", "2026-02-01", "2026-02-11", helped),  // 10 days
        fact("p1", asked, substanceUse, "", "2026-01-01", "2026-01-08", helped),
        fact("p1", joint, both, "", "2026-01-05", "2026-02-01"),  // 27 days
        fact("p2", joint, both, "", "2026-02-20"),                // 39 days so far
        fact("p4", joint, both, "", "2026-03-31"),                // too early to say
        fact("p1", challenge, mentalHealth, "cmht", "2026-01-11", "2026-01-21", overturned),
        fact("p1", challenge, substanceUse, "lantern", "2026-01-22", "2026-02-25", upheld),  // 34 days
        fact("p2", challenge, mentalHealth, "cmht", "2026-02-03"),
        fact("p3", challenge, mentalHealth, "cmht", "2026-03-03", "2026-03-04", withdrawn),
        fact("p1", contactOut, both, "cmht", "2026-01-12", nullptr, noAnswer, true),
        fact("p1", contactOut, both, "cmht", "2026-01-13", nullptr, leftMessage, true),
        fact("p1", contactOut, both, "lantern", "2026-01-05", nullptr, spoke),
        fact("p1", contactIn, both, "cmht", "2026-01-14", nullptr, spoke),
        fact("p3", attempt, mentalHealth, "gp", "2026-03-01", nullptr, report::Outcome::none, true),
        fact("p2", ended, substanceUse, "lantern", "2026-03-02"),
        fact("p5", ended, mentalHealth, "cmht", "2026-03-02", nullptr, report::Outcome::none, true),
        fact("p1", protocol, mentalHealth, "cmht", "2026-01-12", nullptr, report::Outcome::none, true),
        fact("p2", protocol, mentalHealth, "cmht", "2026-02-04"),
        fact("p1", protocol, substanceUse, "lantern", "2026-01-22"),
        fact("p4", eighteen, substanceUse, "", "2026-02-02", nullptr, report::Outcome::none, true),
        fact("p5", eighteen, mentalHealth, "", "2026-04-15"),  // still to come
        fact("p1", meeting, both, "", "2026-01-28"),
        fact("p1", carer, both, "", "2026-01-29"),
        fact("p1", good, both, "lantern", "2026-02-01", nullptr, report::Outcome::none, true),
        fact("p2", good, mentalHealth, "therapies", "2026-02-22"),
        paid("p1", "2026-01-12", 460),
        paid("p1", "2026-02-12", 3126),
        paid("p3", "2026-03-12", 210),
    };
}

inline report::PersonNumber numberOf(const PersonId& person)
{
    return static_cast<report::PersonNumber>(person.text().back() - '0');
}

inline report::Tally quarter()
{
    report::Tally tally{on("2026-03-31")};
    for (const auto& row : quarterBounces())
        tally.add(row, numberOf(row.person));
    for (const auto& row : quarterReferrals())
        tally.add(row, numberOf(row.person));
    for (const auto& row : quarterFacts())
        tally.add(row, numberOf(row.person));
    tally.addCarerSpokenTo(2);
    tally.addCarerSpokenTo(9);  // nobody of this report
    tally.retold = 3;
    return tally;
}

}  // namespace holdfast::test
