#include "person/record_kind.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace holdfast::ui {
namespace {

struct Kind {
    RecordKind kind;
    const char* title;
    const char* primary;
    const char* icon;
    app::Action permission;
};

// clang-format off
constexpr std::array kinds{
    Kind{RecordKind::contact, QT_TRANSLATE_NOOP("Record", "A contact or a call"), QT_TRANSLATE_NOOP("Record", "Record contact"), "phone", app::Action::recordContact},
    Kind{RecordKind::attempt, QT_TRANSLATE_NOOP("Record", "Help that was asked for"), QT_TRANSLATE_NOOP("Record", "Record it"), "pin", app::Action::recordAttempt},
    Kind{RecordKind::referral, QT_TRANSLATE_NOOP("Record", "A referral sent"), QT_TRANSLATE_NOOP("Record", "Send referral"), "referrals", app::Action::sendReferral},
    Kind{RecordKind::challengeSent, QT_TRANSLATE_NOOP("Record", "Challenge sent"), QT_TRANSLATE_NOOP("Record", "Record challenge"), "letter", app::Action::workChallenge},
    Kind{RecordKind::challengeAnswered, QT_TRANSLATE_NOOP("Record", "Challenge answered"), QT_TRANSLATE_NOOP("Record", "Record answer"), "checkin", app::Action::workChallenge},
    Kind{RecordKind::challengeWithdrawn, QT_TRANSLATE_NOOP("Record", "Challenge withdrawn"), QT_TRANSLATE_NOOP("Record", "Withdraw challenge"), "undo", app::Action::workChallenge},
    Kind{RecordKind::stepHandedOn, QT_TRANSLATE_NOOP("Record", "Hand this step on"), QT_TRANSLATE_NOOP("Record", "Hand the step on"), "arrow-r", app::Action::handStepOn},
    Kind{RecordKind::handover, QT_TRANSLATE_NOOP("Record", "Hand-over accepted"), QT_TRANSLATE_NOOP("Record", "Record hand-over"), "arrow-r", app::Action::recordHandover},
    Kind{RecordKind::worker, QT_TRANSLATE_NOOP("Record", "Worker changed"), QT_TRANSLATE_NOOP("Record", "Record change"), "user", app::Action::changeWorker},
    Kind{RecordKind::personDeclined, QT_TRANSLATE_NOOP("Record", "The person said no for now"), QT_TRANSLATE_NOOP("Record", "Record choice"), "speak", app::Action::recordPersonsChoice},
    Kind{RecordKind::aftercare, QT_TRANSLATE_NOOP("Record", "Plan for after"), QT_TRANSLATE_NOOP("Record", "Record plan"), "calendar", app::Action::planAftercare},
    Kind{RecordKind::mdt, QT_TRANSLATE_NOOP("Record", "Joint meeting (MDT)"), QT_TRANSLATE_NOOP("Record", "Record decision"), "mdt", app::Action::recordMdt},
    Kind{RecordKind::closure, QT_TRANSLATE_NOOP("Record", "End the hold together"), QT_TRANSLATE_NOOP("Record", "End the hold"), "clasp", app::Action::closeJointly},
    Kind{RecordKind::reopen, QT_TRANSLATE_NOOP("Record", "Open a need again"), QT_TRANSLATE_NOOP("Record", "Open again"), "unlock", app::Action::reopen},
    Kind{RecordKind::secondLook, QT_TRANSLATE_NOOP("Record", "Second look"), QT_TRANSLATE_NOOP("Record", "Record second look"), "eye", app::Action::secondLook},
    Kind{RecordKind::enteredInError, QT_TRANSLATE_NOOP("Record", "Entered in error"), QT_TRANSLATE_NOOP("Record", "Mark as entered in error"), "undo", app::Action::enterInError},
    Kind{RecordKind::died, QT_TRANSLATE_NOOP("Record", "The person died"), QT_TRANSLATE_NOOP("Record", "Record the death"), "info", app::Action::recordDeath},
    Kind{RecordKind::reasonInWriting, QT_TRANSLATE_NOOP("Record", "The reason in writing"), QT_TRANSLATE_NOOP("Record", "Record the reason"), "letter", app::Action::recordContact},
    Kind{RecordKind::protocol, QT_TRANSLATE_NOOP("Record", "Whether the joint protocol was applied"), QT_TRANSLATE_NOOP("Record", "Record protocol"), "guidance", app::Action::recordResponse},
    Kind{RecordKind::secondOpinion, QT_TRANSLATE_NOOP("Record", "A second opinion asked for"), QT_TRANSLATE_NOOP("Record", "Record request"), "eye", app::Action::workChallenge},
    Kind{RecordKind::feedback, QT_TRANSLATE_NOOP("Record", "The referrer was told"), QT_TRANSLATE_NOOP("Record", "Record feedback"), "speak", app::Action::recordContact},
    Kind{RecordKind::checkIn, QT_TRANSLATE_NOOP("Record", "A check-in with the person"), QT_TRANSLATE_NOOP("Record", "Record check-in"), "checkin", app::Action::recordContact},
    Kind{RecordKind::goodExperience, QT_TRANSLATE_NOOP("Record", "Something that went well"), QT_TRANSLATE_NOOP("Record", "Record it"), "ok", app::Action::recordGoodExperience},
    Kind{RecordKind::cost, QT_TRANSLATE_NOOP("Record", "What it cost the person"), QT_TRANSLATE_NOOP("Record", "Record the cost"), "info", app::Action::recordContact},
};

struct Target {
    std::string_view what;
    ActionTarget target;
};
using Place = ActionTarget::Place;
constexpr std::array targets{
    Target{"chase", {Place::reply, {}}},
    Target{"check_reply", {Place::reply, {}}},
    Target{"review", {Place::record, RecordKind::contact}},
    Target{"joint_closure", {Place::record, RecordKind::closure}},
    Target{"ask_both", {Place::assessment, {}}},
    Target{"make_referral", {Place::record, RecordKind::referral}},
    Target{"hold_mdt", {Place::record, RecordKind::mdt}},
    Target{"keyworker_query", {Place::record, RecordKind::challengeSent}},
    Target{"challenge_letter", {Place::record, RecordKind::challengeSent}},
    Target{"supervisors_contact", {Place::record, RecordKind::challengeAnswered}},
    Target{"strategic_lead_review", {Place::record, RecordKind::challengeAnswered}},
    Target{"external_route", {Place::record, RecordKind::challengeAnswered}},
    Target{"withdraw_challenge_reason", {Place::record, RecordKind::challengeWithdrawn}},
    Target{"name_worker", {Place::record, RecordKind::worker}},
    Target{"complete_handover", {Place::record, RecordKind::handover}},
    Target{"plan_transition", {Place::record, RecordKind::handover}},
    Target{"reoffer", {Place::record, RecordKind::reopen}},
    Target{"ask_capacity", {Place::record, RecordKind::personDeclined}},
    Target{"confirm_with_person", {Place::record, RecordKind::personDeclined}},
    Target{"step_down_plan", {Place::record, RecordKind::aftercare}},
    Target{"waiting_well_contact", {Place::record, RecordKind::checkIn}},
    Target{"call_back", {Place::record, RecordKind::contact}},
    Target{"missed_visit_follow_up", {Place::record, RecordKind::contact}},
    Target{"supervisor_review", {Place::record, RecordKind::contact}},
    Target{"safety_follow_up", {Place::record, RecordKind::contact}},
    Target{"check_in", {Place::record, RecordKind::checkIn}},
    Target{"phone_call", {Place::record, RecordKind::contact}},
    Target{"outreach", {Place::record, RecordKind::checkIn}},
    Target{"worse_review", {Place::record, RecordKind::checkIn}},
    Target{"reason_in_writing", {Place::record, RecordKind::reasonInWriting}},
    Target{"protocol_check", {Place::record, RecordKind::protocol}},
    Target{"protocol_review", {Place::record, RecordKind::protocol}},
    Target{"feed_back_outcome", {Place::record, RecordKind::feedback}},
    Target{"second_look", {Place::record, RecordKind::secondLook}},
    Target{"named_contact", {Place::record, RecordKind::worker}},
    Target{"crisis_reassess", {Place::reply, {}}},
    Target{"second_opinion", {Place::reply, {}}},
    Target{"ask_safety", {Place::assessment, {}}},
    Target{"repeat_attendance_review", {Place::record, RecordKind::mdt}},
    Target{"mdt_seat", {Place::record, RecordKind::mdt}},
};
// clang-format on

const Kind& entry(RecordKind kind)
{
    return kinds.at(static_cast<std::size_t>(kind));
}

}  // namespace

QString recordTitle(RecordKind kind)
{
    return QCoreApplication::translate("Record", entry(kind).title);
}

QString recordPrimary(RecordKind kind)
{
    return QCoreApplication::translate("Record", entry(kind).primary);
}

QString recordIcon(RecordKind kind)
{
    return QString::fromLatin1(entry(kind).icon);
}

app::Action permissionFor(RecordKind kind)
{
    return entry(kind).permission;
}

const std::vector<RecordKind>& recordMenu()
{
    static const std::vector<RecordKind> menu{RecordKind::contact,
                                              RecordKind::checkIn,
                                              RecordKind::attempt,
                                              RecordKind::referral,
                                              RecordKind::reasonInWriting,
                                              RecordKind::protocol,
                                              RecordKind::secondOpinion,
                                              RecordKind::challengeSent,
                                              RecordKind::challengeAnswered,
                                              RecordKind::challengeWithdrawn,
                                              RecordKind::handover,
                                              RecordKind::worker,
                                              RecordKind::personDeclined,
                                              RecordKind::aftercare,
                                              RecordKind::mdt,
                                              RecordKind::feedback,
                                              RecordKind::goodExperience,
                                              RecordKind::cost,
                                              RecordKind::closure,
                                              RecordKind::reopen,
                                              RecordKind::died};
    return menu;
}

ActionTarget targetOf(std::string_view what)
{
    const auto found =
        std::find_if(targets.begin(), targets.end(), [&](const auto& each) { return each.what == what; });
    return found == targets.end() ? ActionTarget{} : found->target;
}

}  // namespace holdfast::ui
