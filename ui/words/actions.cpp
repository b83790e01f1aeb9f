#include "words/actions.h"

#include "words/codes.h"

#include <QCoreApplication>

#include <array>

namespace holdfast::ui {
namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Words)
};

struct Phrase {
    std::string_view code;
    const char* words;
    const char* verb;
};

constexpr std::array actions{
    Phrase{"hold_mdt", QT_TRANSLATE_NOOP("Words", "Hold a joint meeting"), QT_TRANSLATE_NOOP("Words", "Open person")},
    Phrase{"supervisor_review", QT_TRANSLATE_NOOP("Words", "Supervisor looks at it"),
           QT_TRANSLATE_NOOP("Words", "Open person")},
    Phrase{"keyworker_query", QT_TRANSLATE_NOOP("Words", "Ask the service to think again"),
           QT_TRANSLATE_NOOP("Words", "Challenge")},
    Phrase{"challenge_letter", QT_TRANSLATE_NOOP("Words", "Challenge letter from the coordinator"),
           QT_TRANSLATE_NOOP("Words", "Challenge")},
    Phrase{"supervisors_contact", QT_TRANSLATE_NOOP("Words", "Both supervisors talk"),
           QT_TRANSLATE_NOOP("Words", "Open person")},
    Phrase{"strategic_lead_review", QT_TRANSLATE_NOOP("Words", "Strategic lead decides"),
           QT_TRANSLATE_NOOP("Words", "Open person")},
    Phrase{"external_route", QT_TRANSLATE_NOOP("Words", "Take it outside: complaint or ombudsman"),
           QT_TRANSLATE_NOOP("Words", "Open person")},
    Phrase{"chase", QT_TRANSLATE_NOOP("Words", "Ask for a reply"), QT_TRANSLATE_NOOP("Words", "Log reply")},
    Phrase{"name_worker", QT_TRANSLATE_NOOP("Words", "Name a worker"), QT_TRANSLATE_NOOP("Words", "Name worker")},
    Phrase{"complete_handover", QT_TRANSLATE_NOOP("Words", "Refusing service completes the hand-over"),
           QT_TRANSLATE_NOOP("Words", "Log hand-over")},
    Phrase{"reoffer", QT_TRANSLATE_NOOP("Words", "Offer help again"), QT_TRANSLATE_NOOP("Words", "Open person")},
    Phrase{"ask_both", QT_TRANSLATE_NOOP("Words", "Ask about both needs"), QT_TRANSLATE_NOOP("Words", "Assess")},
    Phrase{"ask_capacity", QT_TRANSLATE_NOOP("Words", "Ask again when they can decide"),
           QT_TRANSLATE_NOOP("Words", "Open person")},
    Phrase{"plan_transition", QT_TRANSLATE_NOOP("Words", "Plan the move to adult services"),
           QT_TRANSLATE_NOOP("Words", "Open person")},
    Phrase{"step_down_plan", QT_TRANSLATE_NOOP("Words", "Make an aftercare plan"),
           QT_TRANSLATE_NOOP("Words", "Plan aftercare")},
    Phrase{"make_referral", QT_TRANSLATE_NOOP("Words", "Make the joint referral"), QT_TRANSLATE_NOOP("Words", "Refer")},
    Phrase{"waiting_well_contact", QT_TRANSLATE_NOOP("Words", "Keep in touch while they wait"),
           QT_TRANSLATE_NOOP("Words", "Log check-in")},
    Phrase{"call_back", QT_TRANSLATE_NOOP("Words", "Call back"), QT_TRANSLATE_NOOP("Words", "Log call")},
    Phrase{"missed_visit_follow_up", QT_TRANSLATE_NOOP("Words", "Get in touch after the missed visit"),
           QT_TRANSLATE_NOOP("Words", "Log contact")},
    Phrase{"safety_follow_up", QT_TRANSLATE_NOOP("Words", "Check that they are safe"),
           QT_TRANSLATE_NOOP("Words", "Log contact")},
    Phrase{"withdraw_challenge_reason", QT_TRANSLATE_NOOP("Words", "Settle the open challenge"),
           QT_TRANSLATE_NOOP("Words", "Open person")},
    Phrase{"confirm_with_person", QT_TRANSLATE_NOOP("Words", "Ask the person whether they said no"),
           QT_TRANSLATE_NOOP("Words", "Open person")},
    Phrase{"bereavement", QT_TRANSLATE_NOOP("Words", "Write to the family, stop letters"),
           QT_TRANSLATE_NOOP("Words", "Open person")},
};

constexpr std::array flags{
    Phrase{"tennis", QT_TRANSLATE_NOOP("Words", "Sent back and forth"), ""},
    Phrase{"loop", QT_TRANSLATE_NOOP("Words", "Back at a service that refused"), ""},
    Phrase{"silence", QT_TRANSLATE_NOOP("Words", "No reply in time"), ""},
    Phrase{"safety", QT_TRANSLATE_NOOP("Words", "Safety first"), ""},
    Phrase{"aftercare", QT_TRANSLATE_NOOP("Words", "No aftercare plan"), ""},
    Phrase{"clasp", QT_TRANSLATE_NOOP("Words", "One need was closed alone"), ""},
    Phrase{"eighteen", QT_TRANSLATE_NOOP("Words", "Turning 18"), ""},
};

const Phrase* phrase(std::span<const Phrase> among, std::string_view code)
{
    for (const Phrase& each : among)
        if (each.code == code)
            return &each;
    return nullptr;
}

QString roleWords(engine::OwnerRole role)
{
    switch (role) {
    case engine::OwnerRole::worker: return Words::tr("Keyworker");
    case engine::OwnerRole::coordinator: return Words::tr("Coordinator");
    case engine::OwnerRole::supervisor: return Words::tr("Supervisor");
    case engine::OwnerRole::strategicLead: return Words::tr("Strategic lead");
    case engine::OwnerRole::duty: return Words::tr("Duty worker");
    }
    return {};
}

}  // namespace

QString actionWords(std::string_view what)
{
    const Phrase* known = phrase(actions, what);
    return known ? Words::tr(known->words) : text(what);
}

QString actionVerb(std::string_view what)
{
    const Phrase* known = phrase(actions, what);
    return known ? Words::tr(known->verb) : Words::tr("Open person");
}

QString ownerWords(const engine::Owner& owner, const app::NameBook& names)
{
    if (!owner.worker.empty()) {
        const auto worker = names.workers.find(owner.worker);
        return worker == names.workers.end() ? text(owner.worker.text()) : text(worker->second);
    }
    if (owner.service.empty())
        return roleWords(owner.role);
    const auto service = names.services.find(owner.service);
    return Words::tr("%1, %2").arg(roleWords(owner.role), service == names.services.end() ? text(owner.service.text())
                                                                                          : text(service->second));
}

QString flagWords(std::string_view flag)
{
    const Phrase* known = phrase(flags, flag);
    return known ? Words::tr(known->words) : plainWords(flag);
}

QString levelWords(int escalationLevel)
{
    return escalationLevel == 0 ? QString{} : Words::tr("Step %1 of 5").arg(escalationLevel);
}

}  // namespace holdfast::ui
