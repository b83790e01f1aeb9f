// What came of referrals, challenges and calls, and what went well.
#include "report/measure_list.h"
#include "report/small_numbers.h"

#include <algorithm>
#include <array>
#include <iterator>

namespace holdfast::report {
namespace {

int outcomes(const Tally& tally, Outcome outcome)
{
    return tally.challengeOutcomes[static_cast<std::size_t>(outcome)];
}

/// People who were referred or turned away, and those of them whose carer was written or spoken to.
Figure carersInvolved(const Tally& tally)
{
    auto people = tally.people;
    auto carers = tally.carerPeople;
    sortMostlySorted(people);
    sortMostlySorted(carers);
    people.erase(std::unique(people.begin(), people.end()), people.end());
    carers.erase(std::unique(carers.begin(), carers.end()), carers.end());
    std::vector<PersonNumber> both;
    std::ranges::set_intersection(people, carers, std::back_inserter(both));
    return {static_cast<int>(both.size()), static_cast<int>(people.size())};
}

constexpr std::array list{
    Measure{
        "first_help.mental_health", Chapter::waits, Unit::days, "From asking to first mental health help",
        "Days from the day help was first asked for until a service started (Kaplan-Meier). Who still waits, or was "
        "lost from sight, counts for as long as they were followed.",
        "People who first asked in the period", "", "One clock for each person and need, local", Certainty::inference,
        [](const Tally& tally) { return untilHelp(tally.firstHelp.mentalHealth); }},
    Measure{"first_help.substance_use", Chapter::waits, Unit::days, "From asking to first drug and alcohol help",
            "The same for drugs and alcohol.", "People who first asked in the period", "",
            "One clock for each person and need, local", Certainty::inference,
            [](const Tally& tally) { return untilHelp(tally.firstHelp.substanceUse); }},
    Measure{"clock.answer", Chapter::waits, Unit::share, "Not acknowledged in time",
            "Referrals without any answer by the day the policy of their day sets: two working days unless a local "
            "protocol says otherwise.",
            "Referrals answered later, or not yet and the day has passed",
            "Referrals that were answered or whose day has passed", "Acknowledge within 2 working days, local default",
            Certainty::inference, [](const Tally& tally) { return shareOf(tally.answeredLate); }},
    Measure{"clock.decision", Chapter::waits, Unit::share, "Not decided in time",
            "Referrals without a yes or a no by the day the policy of their day sets: five working days unless a local "
            "protocol says otherwise.",
            "Referrals decided later, or not yet and the day has passed",
            "Referrals that were decided or whose day has passed",
            "Accept or decline within 5 working days, local default", Certainty::inference,
            [](const Tally& tally) { return shareOf(tally.decidedLate); }},
    Measure{"challenges.sent", Chapter::challenges, Unit::count, "Challenges",
            "Refusals that were challenged; the steps of one challenge count once.", "Challenges begun in the period",
            "", "The challenge ladder, local", Certainty::inference,
            [](const Tally& tally) { return counted(tally.challenges); }},
    Measure{"challenges.overturned", Chapter::challenges, Unit::share, "Challenges that overturned the refusal", "",
            "Answered so", "Challenges begun in the period", "The challenge ladder, local", Certainty::inference,
            [](const Tally& tally) {
                return Figure{outcomes(tally, Outcome::overturned), tally.challenges};
            }},
    Measure{"challenges.upheld", Chapter::challenges, Unit::share, "Challenges where the service stood by it", "",
            "Answered so", "Challenges begun in the period", "The challenge ladder, local", Certainty::inference,
            [](const Tally& tally) {
                return Figure{outcomes(tally, Outcome::upheld), tally.challenges};
            }},
    Measure{"challenges.unanswered", Chapter::challenges, Unit::share, "Challenges without an answer", "",
            "Not answered and not withdrawn by the day of the data", "Challenges begun in the period",
            "The challenge ladder, local", Certainty::inference,
            [](const Tally& tally) {
                return Figure{outcomes(tally, Outcome::none), tally.challenges};
            }},
    Measure{"challenges.days", Chapter::challenges, Unit::days, "Days until a challenge was answered",
            "Ten working days are asked for.", "Challenges of the period that were answered", "",
            "Challenge response, local", Certainty::inference,
            [](const Tally& tally) { return daysFigure(tally.daysToAnswer); }},
    Measure{"contacts.unanswered", Chapter::silence, Unit::share, "Calls and messages that reached nobody",
            "Calls and messages to services that ended in no answer or a message left.", "Such calls and messages",
            "Calls and messages to services", "Call-back clock, local", Certainty::inference,
            [](const Tally& tally) { return shareOf(tally.unansweredContacts); }},
    Measure{"ended.without_aftercare", Chapter::silence, Unit::share, "Ended without a plan for after",
            "A service ended its care with neither a plan in force nor the person's recorded choice to have none.",
            "Such endings", "Endings in the period", "Reason S05", Certainty::seed,
            [](const Tally& tally) { return shareOf(tally.aftercare); }},
    Measure{"wish.not_near_home", Chapter::fit, Unit::share, "Sent to a service near home against the person's wish",
            "The service lies in the postcode district the person lives in.", "Such referrals",
            "Referrals of people who wish not to be seen near home",
            "What people with both needs said of services, 2025", Certainty::seed,
            [](const Tally& tally) { return shareOf(tally.missedWishes[0]); }},
    Measure{"wish.travel", Chapter::fit, Unit::share,
            "Sent to a service without help with travel, which the person needs",
            "Nobody recorded that the service helps with the cost of travel.", "Such referrals",
            "Referrals of people who need help with travel", "What people with both needs said of services, 2025",
            Certainty::seed, [](const Tally& tally) { return shareOf(tally.missedWishes[1]); }},
    Measure{
        "wish.hours", Chapter::fit, Unit::share, "Sent to a service that opens only in the person's working hours",
        "No opening leaves half an hour outside them; a service whose hours are not recorded is not counted as such.",
        "Such referrals", "Referrals of people whose working hours are recorded",
        "What people with both needs said of services, 2025", Certainty::seed,
        [](const Tally& tally) { return shareOf(tally.missedWishes[2]); }},
    Measure{"eighteen.accepted", Chapter::fit, Unit::share, "Turned 18 with an adult service",
            "An eighteenth birthday while the need was open: a service for adults had accepted by then.",
            "Such birthdays", "Eighteenth birthdays in the period with an open need, one for each need",
            "Rule EIGHTEEN", Certainty::inference, [](const Tally& tally) { return shareOf(tally.eighteen); }},
    Measure{"protocol.applied", Chapter::fit, Unit::share, "Joint protocol applied",
            "Where somebody recorded whether the joint protocol was applied to a refusal.", "Applied",
            "Recorded either way", "What people with both needs said of services, 2025", Certainty::seed,
            [](const Tally& tally) { return shareOf(tally.protocol); }},
    Measure{"carers.involved", Chapter::effort, Unit::share, "People whose carer was involved",
            "A carer was written to or spoken with in the period.", "Such people",
            "People referred or bounced in the period", "What people with both needs said of services, 2025",
            Certainty::seed, carersInvolved},
    Measure{"contacts.avoidable", Chapter::effort, Unit::share, "Calls and messages that should not have been needed",
            "To a service that had turned the person away or gone silent, before anybody took the need.",
            "Such calls and messages", "Calls and messages to services", "Counted here", Certainty::inference,
            [](const Tally& tally) { return shareOf(tally.avoidableContacts); }},
    Measure{"attempts.all", Chapter::effort, Unit::count, "Times help was sought before any referral",
            "At a GP, an emergency department or another door.", "Such times in the period", "",
            "What people with both needs said of services, 2025", Certainty::seed,
            [](const Tally& tally) { return counted(tally.attempts); }},
    Measure{"cost.person", Chapter::effort, Unit::pounds, "What it cost the person to get help",
            "Fares, phone credit, care for others and lost pay, as the person told it; the median of what was written "
            "down.",
            "Times such a cost was recorded", "", "Counted here, as far as somebody asked and wrote it down",
            Certainty::inference, [](const Tally& tally) { return poundsFigure(tally.pence); }},
    Measure{"story.retold", Chapter::effort, Unit::count, "Times the story had to be told again",
            "As the person or a worker recorded it.", "Such times in the period", "",
            "Counted here; not known apart by service or need", Certainty::inference,
            [](const Tally& tally) { return counted(tally.retold); }},
    Measure{"well.accepted_first", Chapter::wentWell, Unit::share, "Accepted first time",
            "The first referral of a need was accepted without a bounce.", "Such referrals",
            "First referrals of a need in the period", "Counted here", Certainty::inference,
            [](const Tally& tally) { return shareOf(tally.acceptedFirst); }},
    Measure{"well.joined_28", Chapter::wentWell, Unit::share, "Both needs accepted within 28 days",
            "From the day both needs had been referred until both were accepted.",
            "People for whom it took 28 days or less",
            "People whose needs had both been referred, and 28 days have passed or both were accepted",
            "28 days as for community mental health", Certainty::secondary,
            [](const Tally& tally) { return shareOf(tally.joined28); }},
    Measure{"well.joint_meetings", Chapter::wentWell, Unit::count, "Joint meetings",
            "About one person, with a decision.", "Meetings in the period, one for each person", "", "Counted here",
            Certainty::inference, [](const Tally& tally) { return counted(tally.meetings); }},
    Measure{"well.good", Chapter::wentWell, Unit::count, "What went well", "Good experiences that somebody recorded.",
            "Recorded in the period", "", "What people with both needs said of services, 2025", Certainty::seed,
            [](const Tally& tally) { return counted(tally.good); }},
    Measure{"well.held_both", Chapter::wentWell, Unit::share, "With both needs held together", "",
            "Of these, with both needs together", "Good experiences in the period",
            "What people with both needs said of services, 2025", Certainty::seed,
            [](const Tally& tally) {
                return Figure{tally.heldBoth, tally.good};
            }},
};

}  // namespace

std::span<const Measure> careMeasures()
{
    return list;
}

}  // namespace holdfast::report
