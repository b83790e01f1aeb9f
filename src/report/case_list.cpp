#include "report/case_list.h"

#include <algorithm>
#include <array>
#include <set>
#include <type_traits>

namespace holdfast::report {
namespace {

/// A figure of these is of people and not of what happened to them.
constexpr std::array ofPeople{std::string_view{"people.twice"}, std::string_view{"days_lost.person"},
                              std::string_view{"carers.involved"}};

/// Where a refusal sent the person; nothing else sends anybody anywhere.
bool sent(const BounceRow& row, const std::optional<std::string>& to)
{
    return !to || row.pointsTo == *to;
}
template <class Row>
bool sent(const Row&, const std::optional<std::string>& to)
{
    return !to;
}

/// Nothing but a bounce has a reason that points to a skill.
bool pointsToSkill(const BounceRow& row, const std::string& skill)
{
    if (skill.empty())
        return true;
    const auto need = std::ranges::find(trainingNeeds(), skill, &TrainingNeed::id);
    return need != trainingNeeds().end() && std::ranges::find(need->codes, row.code.text()) != need->codes.end();
}
template <class Row>
bool pointsToSkill(const Row&, const std::string& skill)
{
    return skill.empty();
}

}  // namespace

bool isOfNobodyKnown(const Measure& measure)
{
    return measure.id == "story.retold";
}

CaseFinder::CaseFinder(CaseAsked asked, Date asAt, Recorders recorders)
    : m_asked{std::move(asked)},
      m_asAt{asAt},
      m_ask{std::move(recorders)},
      m_measure{measure(m_asked.measure)},
      m_ofPeople{std::ranges::find(ofPeople, m_asked.measure) != ofPeople.end()}
{}

bool CaseFinder::counts(const Figure& figure) const
{
    return m_asked.whole && figure.whole ? *figure.whole > 0 : figure.part > 0;
}

Tally& CaseFinder::tallyOf(const PersonId& person)
{
    return m_people.try_emplace(person, m_asAt).first->second;
}

template <class Row>
void CaseFinder::find(const Row& row, const PersonId& person, Date on, const Circumstances& where, ReportCase found)
{
    const Recorder recorder = where.author.empty() ? Recorder{} : m_ask(where.author);
    if (on < m_asked.query.from || on > m_asked.query.to || !Choice{m_asked.query}.takes(row, recorder) ||
        !sent(row, m_asked.sentTo) || !pointsToSkill(row, m_asked.skill))
        return;
    if (m_asked.only && keyOf(m_asked.only->first, row, recorder).value_or("not_recorded") != m_asked.only->second)
        return;
    found.person = person;
    found.on = on;
    if (m_measure == nullptr) {
        if (std::is_same_v<Row, ReferralRow>)
            m_found.push_back(std::move(found));
        return;
    }
    Tally alone{m_asAt};
    alone.add(row, 0);
    const Figure figure = m_measure->read(alone);
    if (m_ofPeople) {
        tallyOf(person).add(row, 0);
        if (figure.part == 0 && figure.whole.value_or(0) == 0)
            return;  // it decides about the person, but it is not what is counted
    } else if (!counts(figure)) {
        return;
    }
    m_found.push_back(std::move(found));
}

void CaseFinder::add(const BounceRow& row)
{
    ReportCase found;
    found.need = scopeOf(row.need);
    found.service = row.service;
    found.reason = row.code;
    found.daysLost = row.daysLost;
    found.challenged = row.challenged;
    found.overturned = row.overturned;
    find(row, row.person, row.on, row.where, std::move(found));
}

void CaseFinder::add(const ReferralRow& row)
{
    ReportCase found;
    found.need = scopeOf(row.need);
    found.service = row.service;
    found.until = row.marks.accepted;
    find(row, row.person, row.on, row.where, std::move(found));
}

void CaseFinder::add(const FactRow& row)
{
    ReportCase found;
    found.need = row.fact.need;
    found.service = row.fact.service;
    found.fact = row.fact.kind;
    found.outcome = row.fact.outcome;
    found.yes = row.fact.yes;
    found.until = row.fact.until;
    found.pence = row.fact.pence;
    find(row, row.person, row.fact.on, row.fact.where, std::move(found));
}

void CaseFinder::addCarerSpokenTo(const PersonId& person)
{
    if (const auto known = m_people.find(person); known != m_people.end())
        known->second.addCarerSpokenTo(0);
}

CaseList CaseFinder::finish()
{
    CaseList list;
    if (m_ofPeople)
        std::erase_if(m_found,
                      [this](const ReportCase& each) { return !counts(m_measure->read(m_people.at(each.person))); });
    std::ranges::stable_sort(m_found, [](const ReportCase& a, const ReportCase& b) {
        return a.on != b.on ? a.on > b.on : a.person < b.person;
    });
    std::set<PersonId> people;
    for (const ReportCase& each : m_found)
        people.insert(each.person);
    list.people = static_cast<int>(people.size());
    list.counted = m_ofPeople ? list.people : static_cast<int>(m_found.size());
    list.cases = std::move(m_found);
    return list;
}

}  // namespace holdfast::report
