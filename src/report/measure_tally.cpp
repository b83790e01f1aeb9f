#include "report/measure_tally.h"

#include "report/small_numbers.h"

#include <algorithm>

namespace holdfast::report {
namespace {

using std::chrono::days;

// Ours (certainty I): which codes of domain.md section 3 point to which skill; the basis is the one the code rests on.
constexpr std::array needs{
    TrainingNeed{"both_needs_mental_health",
                 "Working with people who use drugs or alcohol",
                 "QS188 st.2 (V)",
                 {"N01", "N02", "N03", "N04", "N07", "N11", "N19"}},
    TrainingNeed{"both_needs_substance_use",
                 "Working with people who have a mental illness",
                 "CG120 1.5.1 (V3)",
                 {"N05", "N17"}},
    TrainingNeed{
        "thresholds", "Meeting a need before it is severe", "PHE 2017 everyone's job (V3)", {"N06", "N13", "N15"}},
    TrainingNeed{"missed_visits", "Staying in touch after a missed visit", "QS188 st.4 (V)", {"N09", "N10"}},
    TrainingNeed{"motivation", "Plain talking and motivation, about the person now", "CG120 1.1.1 (V)", {"N12", "N14"}},
    TrainingNeed{"crisis", "Seeing somebody who is intoxicated in a crisis", "PHE 2017 crisis (U)", {"N08", "H08"}},
    TrainingNeed{"access",
                 "Help without an address, a GP or a form",
                 "NHS guidance on registering (U)",
                 {"N18", "H07", "S06", "S12"}},
    TrainingNeed{"handing_over",
                 "Handing over instead of sending away",
                 "local (I)",
                 {"H01", "H02", "H03", "H04", "H10", "S01", "S10"}},
    TrainingNeed{
        "answering", "Answering referrals and calls", "local (I)", {"S02", "S03", "S04", "S07", "S08", "S09", "S11"}},
    TrainingNeed{"ending", "Ending care with a plan for after", "local (I)", {"S05", "S13"}},
};

constexpr int daysToJoin = 28;

/// A code as one number: comparing texts for every skill and bounce took longer than all other counting.
constexpr std::uint64_t asNumber(std::string_view code)
{
    std::uint64_t number = 0;
    for (const char c : code)
        number = number << 8U | static_cast<unsigned char>(c);
    return code.size() <= sizeof number ? number : 0;
}

bool pointsTo(std::size_t need, std::string_view code)
{
    static const auto numbers = [] {
        std::array<std::array<std::uint64_t, 8>, needs.size()> made{};
        for (std::size_t i = 0; i < needs.size(); ++i)
            std::ranges::transform(needs[i].codes, made[i].begin(), asNumber);
        return made;
    }();
    return !code.empty() && std::ranges::find(numbers[need], asNumber(code)) != numbers[need].end();
}

}  // namespace

std::span<const TrainingNeed> trainingNeeds()
{
    return needs;
}

void Tally::add(const BounceRow& row, PersonNumber person)
{
    ++bounces;
    ++classes[static_cast<std::size_t>(row.cls)];
    const bool citesOther = row.need == Need::mentalHealth ? row.substanceUseCited : row.mentalHealthCited;
    citedOther[row.need] += citesOther ? 1 : 0;
    tennis += row.tennis ? 1 : 0;
    const std::string_view code = row.code.text();
    silences += code == "S02" || code == "S03" ? 1 : 0;
    unreachable += code == "S12" ? 1 : 0;
    daysLost.push_back(row.daysLost);
    lostBy.emplace_back(person, row.daysLost);
    sawPerson(person);
    training.resize(needs.size());
    for (std::size_t i = 0; i < needs.size(); ++i)
        training[i] += pointsTo(i, code) ? 1 : 0;
}

void Tally::add(const ReferralRow& row, PersonNumber person)
{
    const ReferralMarks& marks = row.marks;
    if (marks.number == 0)
        return;  // asked again where the person was waiting: the same referral
    sawPerson(person);
    refusedForOther[row.need].add(marks.otherNeedCited);
    const auto late = [this](Part& part, std::optional<Date> done, std::optional<Date> due) {
        if (due && (done || m_asAt > *due))
            part.add(done.value_or(m_asAt) > *due);
    };
    late(answeredLate, marks.answered, marks.answerDue);
    late(decidedLate, marks.decided, marks.decisionDue);
    if (marks.number == 1)
        acceptedFirst.add(marks.accepted.has_value() && !marks.bounced);
    for (std::size_t i = 0; i < missedWishes.size(); ++i)
        if (const auto wish = static_cast<Wish>(1U << i); has(marks.wishes, wish))
            missedWishes[i].add(has(row.missed, wish));
}

void Tally::add(const FactRow& row, PersonNumber person)
{
    const Fact& fact = row.fact;
    const auto until = std::min(fact.until.value_or(m_asAt), m_asAt);
    switch (fact.kind) {
    case FactKind::asked: {
        const bool helped = fact.outcome == Outcome::helped && fact.until && *fact.until <= m_asAt;
        const int waited = static_cast<int>((until - fact.on).count());
        if (const auto need = needOf(fact.need))
            firstHelp[*need].push_back({waited, helped ? 1 : 0, helped ? 0 : 1});
        return;
    }
    case FactKind::joint:
        ++joint;
        if (fact.until || fact.on + days{daysToJoin} < m_asAt)
            joined28.add(fact.until && *fact.until - fact.on <= days{daysToJoin});
        return;
    case FactKind::challenge: return addChallenge(fact);
    case FactKind::contactOut:
    case FactKind::contactIn: return addContact(fact);
    case FactKind::attempt: ++attempts; return;
    case FactKind::cost: pence.push_back(fact.pence); return;
    case FactKind::ended: aftercare.add(!fact.yes); return;
    case FactKind::protocol: protocol.add(fact.yes); return;
    case FactKind::eighteen:
        if (fact.on <= m_asAt)
            eighteen.add(fact.yes);
        return;
    case FactKind::meeting: ++meetings; return;
    case FactKind::carer: carerPeople.push_back(person); return;
    case FactKind::good:
        ++good;
        heldBoth += fact.yes ? 1 : 0;
        return;
    }
}

void Tally::addContact(const Fact& fact)
{
    if (fact.kind == FactKind::contactIn)
        return;
    unansweredContacts.add(fact.outcome == Outcome::leftMessage || fact.outcome == Outcome::noAnswer);
    avoidableContacts.add(fact.yes);
}

void Tally::addChallenge(const Fact& fact)
{
    ++challenges;
    ++challengeOutcomes[static_cast<std::size_t>(fact.outcome)];
    if (fact.until && (fact.outcome == Outcome::overturned || fact.outcome == Outcome::upheld))
        daysToAnswer.push_back(static_cast<int>((*fact.until - fact.on).count()));
}

PeopleCount countPeople(std::vector<PersonNumber> people)
{
    sortMostlySorted(people);
    PeopleCount count;
    for (std::size_t i = 0; i < people.size();) {
        std::size_t end = i;
        while (end < people.size() && people[end] == people[i])
            ++end;
        ++count.different;
        count.again += end - i > 1 ? 1 : 0;
        i = end;
    }
    return count;
}

}  // namespace holdfast::report
