// The headline and the bounces themselves.
#include "report/measure_list.h"
#include "report/small_numbers.h"

#include <algorithm>
#include <array>
#include <iterator>

namespace holdfast::report {
namespace {

Figure daysPerPerson(const Tally& tally)
{
    auto pairs = tally.lostBy;
    sortMostlySorted(pairs);
    std::vector<int> days;
    for (std::size_t i = 0; i < pairs.size(); ++i) {
        if (i == 0 || pairs[i].first != pairs[i - 1].first)
            days.push_back(0);
        days.back() += pairs[i].second;
    }
    return daysFigure(std::move(days));
}

constexpr std::array list{
    Measure{
        "qs188.substance_use", Chapter::headline, Unit::share,
        "Refused by drug and alcohol services because of mental illness",
        "Of the referrals for drugs and alcohol sent in the period, the share that was turned away because of the "
        "person's mental health. The quality standard speaks of severe mental illness and of people of 14 and over; "
        "here every referral counts.",
        "Referrals turned away with a reason that names the person's mental health, up to the day of the data",
        "Referrals for drugs and alcohol sent in the period; asking again while the person waits is the same one",
        "NICE QS188 statement 2, process measure a", Certainty::verified,
        [](const Tally& tally) { return shareOf(tally.refusedForOther.substanceUse); }},
    Measure{"qs188.mental_health", Chapter::headline, Unit::share,
            "Refused by mental health services because of drugs or alcohol",
            "Of the referrals for mental health sent in the period, the share that was turned away because the person "
            "uses drugs or alcohol. The mirror of the measure above.",
            "Referrals turned away with a reason that names drugs or alcohol, up to the day of the data",
            "Referrals for mental health sent in the period; asking again while the person waits is the same one",
            "NICE QS188 statement 2, process measure b", Certainty::inference,
            [](const Tally& tally) { return shareOf(tally.refusedForOther.mentalHealth); }},
    Measure{"bounces.all", Chapter::bounces, Unit::count, "Bounces",
            "Answers, doors and silences that the policy counts as turning somebody away.", "Bounces in the period", "",
            "The reasons of the policy in force, 46 in the national one", Certainty::inference,
            [](const Tally& tally) { return counted(tally.bounces); }},
    Measure{"bounces.never", Chapter::bounces, Unit::share, "Bounces that are never legitimate",
            "Bounces for a reason that no protocol allows by itself (class N).", "Bounces of class N",
            "Bounces in the period", "The class of each reason, with its basis, in the policy", Certainty::inference,
            [](const Tally& tally) {
                return Figure{tally.classes[0], tally.bounces};
            }},
    Measure{"bounces.handover", Chapter::bounces, Unit::share, "Bounces with a duty to hand over",
            "Bounces for a reason that is legitimate only with a hand-over (class H).", "Bounces of class H",
            "Bounces in the period", "The class of each reason, with its basis, in the policy", Certainty::inference,
            [](const Tally& tally) {
                return Figure{tally.classes[1], tally.bounces};
            }},
    Measure{"bounces.soft", Chapter::bounces, Unit::share, "Soft bounces",
            "Nobody said no, and nobody helped either (class S).", "Bounces of class S", "Bounces in the period",
            "The class of each reason, with its basis, in the policy", Certainty::inference,
            [](const Tally& tally) {
                return Figure{tally.classes[2], tally.bounces};
            }},
    Measure{"cited.substance_use", Chapter::bounces, Unit::count, "Refusals that cite drugs or alcohol",
            "Bounces of the mental health need for a reason that names drugs or alcohol.", "Such bounces in the period",
            "", "NICE QS188 statement 2", Certainty::verified,
            [](const Tally& tally) { return counted(tally.citedOther.mentalHealth); }},
    Measure{"cited.mental_health", Chapter::bounces, Unit::count, "Refusals that cite mental health",
            "Bounces of the drug and alcohol need for a reason that names the person's mental health.",
            "Such bounces in the period", "", "NICE QS188 statement 2", Certainty::verified,
            [](const Tally& tally) { return counted(tally.citedOther.substanceUse); }},
    Measure{"people.twice", Chapter::bounces, Unit::share, "People bounced twice or more",
            "Of the people who were bounced in the period, those to whom it happened more than once.",
            "People with two or more bounces", "People with a bounce", "Counted here", Certainty::inference,
            [](const Tally& tally) {
                std::vector<PersonNumber> people;
                for (const auto& [person, days] : tally.lostBy)
                    people.push_back(person);
                const PeopleCount counts = countPeople(std::move(people));
                return Figure{counts.again, counts.different};
            }},
    Measure{
        "tennis.matches", Chapter::bounces, Unit::count, "Tennis matches",
        "Two refusals within 90 days that name each other's service, or N04 and N05, counted once between two joint "
        "meetings, on the day of the refusal that made it one.",
        "Matches in the period", "", "Detection rule ping-pong, local", Certainty::inference,
        [](const Tally& tally) { return counted(tally.tennis); }},
    Measure{
        "days_lost.bounce", Chapter::bounces, Unit::days, "Days lost to a bounce",
        "From the day that service was asked until somebody else was asked, the need was accepted or closed, or the "
        "day of the data.",
        "Bounces in the period", "", "Counted here", Certainty::inference,
        [](const Tally& tally) { return daysFigure(tally.daysLost); }},
    Measure{
        "days_lost.person", Chapter::bounces, Unit::days, "Days lost to a person",
        "The days lost to all the bounces of one person in the period; days that two needs lost at once count twice.",
        "People with a bounce", "", "Counted here", Certainty::inference, daysPerPerson},
    Measure{"bounces.unreachable", Chapter::fit, Unit::count, "Offers out of reach",
            "Offers that the person could not take up for travel, hours or because they were digital only (S12).",
            "Such bounces in the period", "", "Reason S12", Certainty::seed,
            [](const Tally& tally) { return counted(tally.unreachable); }},
    Measure{"silence.bounces", Chapter::silence, Unit::count, "Silences",
            "No answer at all (S02) or a waiting list gone silent (S03), past the clock of the policy.",
            "Silences that began in the period", "", "Reasons S02 and S03", Certainty::seed,
            [](const Tally& tally) { return counted(tally.silences); }},
};

}  // namespace

std::span<const Measure> bounceMeasures()
{
    return list;
}

}  // namespace holdfast::report
