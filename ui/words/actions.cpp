#include "words/actions.h"

#include "words/codes.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>
#include <array>

namespace holdfast::ui {
namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Words)
};

struct ActionEntry {
    std::string_view code;
    const char* words;        ///< when no service is known
    const char* withService;  ///< %1 is the service; null: the same as `words`
    const char* button;
};

// clang-format off
constexpr std::array actions{
    ActionEntry{"hold_mdt", QT_TRANSLATE_NOOP("Words", "Hold a joint meeting: passed back and forth"), nullptr, QT_TRANSLATE_NOOP("Words", "Record MDT")},
    ActionEntry{"supervisor_review", QT_TRANSLATE_NOOP("Words", "Supervisor looks at this"), nullptr, QT_TRANSLATE_NOOP("Words", "Log contact")},
    ActionEntry{"keyworker_query", QT_TRANSLATE_NOOP("Words", "Ask why they said no"), QT_TRANSLATE_NOOP("Words", "Ask %1 why they said no"), QT_TRANSLATE_NOOP("Words", "Challenge")},
    ActionEntry{"challenge_letter", QT_TRANSLATE_NOOP("Words", "Send the challenge letter"), QT_TRANSLATE_NOOP("Words", "Send the challenge letter to %1"), QT_TRANSLATE_NOOP("Words", "Challenge")},
    ActionEntry{"supervisors_contact", QT_TRANSLATE_NOOP("Words", "Both supervisors talk"), QT_TRANSLATE_NOOP("Words", "Both supervisors talk about %1's answer"), QT_TRANSLATE_NOOP("Words", "Log answer")},
    ActionEntry{"strategic_lead_review", QT_TRANSLATE_NOOP("Words", "Take it to the strategic lead"), nullptr, QT_TRANSLATE_NOOP("Words", "Log answer")},
    ActionEntry{"external_route", QT_TRANSLATE_NOOP("Words", "Use the outside routes: complaint, commissioner"), nullptr, QT_TRANSLATE_NOOP("Words", "Log answer")},
    ActionEntry{"chase", QT_TRANSLATE_NOOP("Words", "Chase the reply"), QT_TRANSLATE_NOOP("Words", "%1 has not replied: chase them"), QT_TRANSLATE_NOOP("Words", "Log reply")},
    ActionEntry{"check_reply", QT_TRANSLATE_NOOP("Words", "Check whether an answer came"), QT_TRANSLATE_NOOP("Words", "Check whether %1 has answered"), QT_TRANSLATE_NOOP("Words", "Log reply")},
    ActionEntry{"review", QT_TRANSLATE_NOOP("Words", "See how it is going"), QT_TRANSLATE_NOOP("Words", "See how it is going with %1"), QT_TRANSLATE_NOOP("Words", "Log check-in")},
    ActionEntry{"joint_closure", QT_TRANSLATE_NOOP("Words", "Agree together whether the hold can end"), nullptr, QT_TRANSLATE_NOOP("Words", "End together")},
    ActionEntry{"name_worker", QT_TRANSLATE_NOOP("Words", "Name the worker"), QT_TRANSLATE_NOOP("Words", "%1 must name a worker"), QT_TRANSLATE_NOOP("Words", "Name worker")},
    ActionEntry{"complete_handover", QT_TRANSLATE_NOOP("Words", "Finish the hand-over"), QT_TRANSLATE_NOOP("Words", "%1 must finish the hand-over"), QT_TRANSLATE_NOOP("Words", "Log hand-over")},
    ActionEntry{"reoffer", QT_TRANSLATE_NOOP("Words", "Offer again: the person said not now"), nullptr, QT_TRANSLATE_NOOP("Words", "Ask again")},
    ActionEntry{"ask_both", QT_TRANSLATE_NOOP("Words", "Ask about both needs"), nullptr, QT_TRANSLATE_NOOP("Words", "Assess")},
    ActionEntry{"ask_capacity", QT_TRANSLATE_NOOP("Words", "Ask again: was the choice theirs to make?"), nullptr, QT_TRANSLATE_NOOP("Words", "Log choice")},
    ActionEntry{"plan_transition", QT_TRANSLATE_NOOP("Words", "Name the adult service: birthday ahead"), nullptr, QT_TRANSLATE_NOOP("Words", "Name leads")},
    ActionEntry{"step_down_plan", QT_TRANSLATE_NOOP("Words", "Agree the plan for after"), nullptr, QT_TRANSLATE_NOOP("Words", "Plan aftercare")},
    ActionEntry{"make_referral", QT_TRANSLATE_NOOP("Words", "Send the joint referral"), QT_TRANSLATE_NOOP("Words", "Send the referral to %1"), QT_TRANSLATE_NOOP("Words", "Send referral")},
    ActionEntry{"waiting_well_contact", QT_TRANSLATE_NOOP("Words", "Check in while they wait"), QT_TRANSLATE_NOOP("Words", "Check in while they wait for %1"), QT_TRANSLATE_NOOP("Words", "Log check-in")},
    ActionEntry{"call_back", QT_TRANSLATE_NOOP("Words", "Ring back: a message is waiting"), QT_TRANSLATE_NOOP("Words", "Nobody from %1 has rung back"), QT_TRANSLATE_NOOP("Words", "Log call")},
    ActionEntry{"missed_visit_follow_up", QT_TRANSLATE_NOOP("Words", "Ring after the missed visit"), nullptr, QT_TRANSLATE_NOOP("Words", "Log call")},
    ActionEntry{"safety_follow_up", QT_TRANSLATE_NOOP("Words", "See to their safety today"), nullptr, QT_TRANSLATE_NOOP("Words", "Log contact")},
    ActionEntry{"withdraw_challenge_reason", QT_TRANSLATE_NOOP("Words", "Answer or withdraw the open challenge"), QT_TRANSLATE_NOOP("Words", "Answer or withdraw the challenge to %1"), QT_TRANSLATE_NOOP("Words", "Withdraw")},
    ActionEntry{"confirm_with_person", QT_TRANSLATE_NOOP("Words", "Ask the person whether they said no"), nullptr, QT_TRANSLATE_NOOP("Words", "Log choice")},
    ActionEntry{"check_in", QT_TRANSLATE_NOOP("Words", "Check in while they wait"), nullptr, QT_TRANSLATE_NOOP("Words", "Log check-in")},
    ActionEntry{"phone_call", QT_TRANSLATE_NOOP("Words", "Ring about the open questions"), QT_TRANSLATE_NOOP("Words", "Ring %1 about the open questions"), QT_TRANSLATE_NOOP("Words", "Log call")},
    ActionEntry{"crisis_reassess", QT_TRANSLATE_NOOP("Words", "Set a time to see them again after the crisis door"), QT_TRANSLATE_NOOP("Words", "Set a time to see them again after %1"), QT_TRANSLATE_NOOP("Words", "Log reply")},
    ActionEntry{"ask_safety", QT_TRANSLATE_NOOP("Words", "Ask about thoughts of suicide"), nullptr, QT_TRANSLATE_NOOP("Words", "Assess")},
    ActionEntry{"outreach", QT_TRANSLATE_NOOP("Words", "Reach out: they stayed away"), nullptr, QT_TRANSLATE_NOOP("Words", "Log check-in")},
    ActionEntry{"second_look", QT_TRANSLATE_NOOP("Words", "Look again: the words say more than the label"), nullptr, QT_TRANSLATE_NOOP("Words", "Look again")},
    ActionEntry{"feed_back_outcome", QT_TRANSLATE_NOOP("Words", "Tell the referrer what came of it"), nullptr, QT_TRANSLATE_NOOP("Words", "Log feedback")},
    ActionEntry{"second_opinion", QT_TRANSLATE_NOOP("Words", "Hear the second opinion"), QT_TRANSLATE_NOOP("Words", "Hear the second opinion of %1"), QT_TRANSLATE_NOOP("Words", "Log reply")},
    ActionEntry{"worse_review", QT_TRANSLATE_NOOP("Words", "Look again: getting worse while waiting"), nullptr, QT_TRANSLATE_NOOP("Words", "Log check-in")},
    ActionEntry{"repeat_attendance_review", QT_TRANSLATE_NOOP("Words", "Look together at the repeated crisis visits"), nullptr, QT_TRANSLATE_NOOP("Words", "Record MDT")},
    ActionEntry{"reason_in_writing", QT_TRANSLATE_NOOP("Words", "Get the reason in writing"), QT_TRANSLATE_NOOP("Words", "Get the reason in writing from %1"), QT_TRANSLATE_NOOP("Words", "Log reason")},
    ActionEntry{"named_contact", QT_TRANSLATE_NOOP("Words", "Get a named contact"), QT_TRANSLATE_NOOP("Words", "%1 must name a contact"), QT_TRANSLATE_NOOP("Words", "Name worker")},
    ActionEntry{"protocol_check", QT_TRANSLATE_NOOP("Words", "Was the joint protocol applied?"), QT_TRANSLATE_NOOP("Words", "Did %1 apply the joint protocol?"), QT_TRANSLATE_NOOP("Words", "Log protocol")},
    ActionEntry{"protocol_review", QT_TRANSLATE_NOOP("Words", "The joint protocol was not applied"), QT_TRANSLATE_NOOP("Words", "%1 did not apply the joint protocol"), QT_TRANSLATE_NOOP("Words", "Log protocol")},
    ActionEntry{"mdt_seat", QT_TRANSLATE_NOOP("Words", "A seat at the joint meeting"), QT_TRANSLATE_NOOP("Words", "A seat for %1 at the joint meeting"), QT_TRANSLATE_NOOP("Words", "Record MDT")},
    ActionEntry{"bereavement", QT_TRANSLATE_NOOP("Words", "Contact the family"), nullptr, QT_TRANSLATE_NOOP("Words", "Open person")},
};
// clang-format on

const ActionEntry* find(std::string_view code)
{
    const auto found =
        std::find_if(actions.begin(), actions.end(), [&](const auto& each) { return each.code == code; });
    return found == actions.end() ? nullptr : &*found;
}

QString tr(const char* source)
{
    return QCoreApplication::translate("Words", source);
}

QString roleName(engine::OwnerRole role)
{
    switch (role) {
    case engine::OwnerRole::worker: return {};
    case engine::OwnerRole::coordinator: return Words::tr("Coordinator");
    case engine::OwnerRole::supervisor: return Words::tr("Supervisor");
    case engine::OwnerRole::strategicLead: return Words::tr("Strategic lead");
    case engine::OwnerRole::duty: return Words::tr("Duty worker");
    }
    return {};
}

}  // namespace

bool isKnownAction(std::string_view what)
{
    return find(what) != nullptr;
}

QString actionWords(std::string_view what, const QString& service)
{
    const ActionEntry* entry = find(what);
    if (!entry)
        return text(what);
    if (entry->withService && !service.isEmpty())
        return tr(entry->withService).arg(service);
    return tr(entry->words);
}

QString actionVerb(std::string_view what)
{
    const ActionEntry* entry = find(what);
    return entry ? tr(entry->button) : Words::tr("Open person");
}

QString ownerWords(const engine::Owner& owner, const app::NameBook& names, const WorkerId& me)
{
    if (owner.role == engine::OwnerRole::worker)
        return owner.worker == me ? Words::tr("You") : workerName(owner.worker, names);
    const QString role = roleName(owner.role);
    return owner.service.empty() ? role : Words::tr("%1, %2").arg(role, serviceName(owner.service, names));
}

QString flagWords(std::string_view flag)
{
    if (flag == "tennis")
        return Words::tr("Passed back and forth");
    if (flag == "loop")
        return Words::tr("Sent to a service that already said no");
    if (flag == "silence")
        return Words::tr("No reply");
    if (flag == "safety")
        return Words::tr("Safety first");
    if (flag == "aftercare")
        return Words::tr("No plan for after");
    if (flag == "clasp")
        return Words::tr("One service tried to close alone");
    if (flag == "hearsay")
        return Words::tr("Heard second hand");
    if (flag == "history")
        return Words::tr("Something in the history does not fit");
    if (flag == "masked")
        return Words::tr("The words say more than the label");
    if (flag == "crisis_bounce")
        return Words::tr("Turned away in a crisis");
    if (flag == "feedback")
        return Words::tr("Referrer not told yet");
    if (flag == "information_loop")
        return Words::tr("A second round of questions");
    if (flag == "no_call_back")
        return Words::tr("Nobody rang back");
    if (flag == "pre_referral")
        return Words::tr("Turned away before a referral");
    if (flag == "protocol")
        return Words::tr("Joint protocol not applied");
    if (flag == "repeat_attendance")
        return Words::tr("Back at a crisis door");
    if (flag == "second_opinion")
        return Words::tr("Second opinion asked for");
    if (flag == "waiting_silence")
        return Words::tr("Silence on the waiting list");
    if (flag == "worker_left")
        return Words::tr("Worker left, nobody named");
    if (flag == "worse")
        return Words::tr("Getting worse while waiting");
    if (flag == "mismatch")
        return Words::tr("This service may not fit");
    if (flag == "eighteen")
        return Words::tr("Turning 18");
    return plainWords(flag);
}

QString levelWords(int escalationLevel)
{
    switch (escalationLevel) {
    case 1: return Words::tr("Level 1 of 5: coordinator");
    case 2: return Words::tr("Level 2 of 5: both supervisors");
    case 3: return Words::tr("Level 3 of 5: joint meeting");
    case 4: return Words::tr("Level 4 of 5: strategic lead");
    case 5: return Words::tr("Level 5 of 5: outside routes");
    default: return {};
    }
}

QString serviceName(const ServiceId& id, const app::NameBook& names)
{
    const auto found = names.services.find(id);
    return found == names.services.end() ? plainWords(id.text()) : text(found->second);
}

QString workerName(const WorkerId& id, const app::NameBook& names)
{
    const auto found = names.workers.find(id);
    return found == names.workers.end() ? plainWords(id.text()) : text(found->second);
}

QString withNames(std::string_view sentence, const app::NameBook& names)
{
    QString said = text(sentence);
    for (const auto& [id, name] : names.workers) {
        const QRegularExpression whole{
            QStringLiteral("(?<![\\w-])%1(?![\\w-])").arg(QRegularExpression::escape(text(id.text())))};
        const QString shown = text(name);
        for (auto found = whole.match(said); found.hasMatch();
             found = whole.match(said, found.capturedStart() + shown.size()))
            said.replace(found.capturedStart(), found.capturedLength(), shown);
    }
    return said;
}

}  // namespace holdfast::ui
