// Counts rows for the measures, one row at a time; measure.h reads the figures from here.
#pragma once

#include "report/measure_query.h"
#include "report/survival.h"

#include <array>
#include <span>
#include <utility>
#include <vector>

namespace holdfast::report {

/// What staff could learn to do, read from the reasons they gave.
struct TrainingNeed {
    std::string_view id;
    std::string_view title;
    std::string_view basis;                 ///< source, with how sure we are of it
    std::array<std::string_view, 8> codes;  ///< the reasons that point to it; empty at the end
};
std::span<const TrainingNeed> trainingNeeds();

class Tally {
public:
    /// What is still open is counted up to this London day.
    explicit Tally(Date asAt) : m_asAt{asAt} {}

    void add(const BounceRow& row, PersonNumber person);
    void add(const ReferralRow& row, PersonNumber person);
    void add(const FactRow& row, PersonNumber person);
    void addCarerSpokenTo(PersonNumber person) { carerPeople.push_back(person); }

    /// One part of a whole.
    struct Part {
        int part = 0;
        int whole = 0;
        void add(bool yes)
        {
            ++whole;
            part += yes ? 1 : 0;
        }
    };

    int bounces = 0;
    std::array<int, 3> classes{};  ///< by BounceClass
    PerNeed<int> citedOther;       ///< refusals of this need because of the other one
    int tennis = 0;
    int silences = 0;
    int unreachable = 0;  ///< offers out of reach
    std::vector<int> daysLost;
    std::vector<std::pair<PersonNumber, int>> lostBy;  ///< a pair for each bounce
    std::vector<int> training;                         ///< by trainingNeeds()

    PerNeed<Part> refusedForOther;  ///< of the referrals
    Part answeredLate;
    Part decidedLate;
    Part acceptedFirst;
    std::array<Part, 3> missedWishes{};  ///< not near home, travel, hours

    PerNeed<std::vector<Followed>> firstHelp;
    int joint = 0;
    Part joined28;
    int challenges = 0;
    std::array<int, 10> challengeOutcomes{};  ///< by Outcome
    std::vector<int> daysToAnswer;
    Part unansweredContacts;
    Part avoidableContacts;
    int attempts = 0;
    std::vector<int> pence;  ///< of each cost
    Part aftercare;          ///< ended without
    Part protocol;
    Part eighteen;
    int meetings = 0;
    int good = 0;
    int heldBoth = 0;
    int retold = 0;
    std::vector<PersonNumber> people;  ///< referred or turned away; who comes again at once is not noted again
    std::vector<PersonNumber> carerPeople;

private:
    void sawPerson(PersonNumber person)
    {
        if (people.empty() || people.back() != person)
            people.push_back(person);
    }
    void addContact(const Fact& fact);
    void addChallenge(const Fact& fact);

    Date m_asAt;
};

/// How many different people, and how many of them more than once.
struct PeopleCount {
    int different = 0;
    int again = 0;
};
PeopleCount countPeople(std::vector<PersonNumber> people);

}  // namespace holdfast::report
