// Consent in words: what may be told to whom, on what ground, and what to do when it may not.
#pragma once

#include "domain/consent.h"
#include "domain/policy.h"

#include <QString>

#include <string_view>

namespace holdfast::ui {

QString words(CarerTopic topic);       ///< "Appointments: when and where"
QString shortWords(CarerTopic topic);  ///< "Appointments"
QString words(ShareKind kind);         ///< "Mental health and drug and alcohol services, between them"
QString words(ConsentDecision decision);
QString words(ConsentHow how);
QString words(CapacityNote capacity);
QString words(TopicAnswer answer);  ///< "Ask first"
QString words(AssessmentAnswer answer);
QString words(PersonKnows knows);

/// What sharing of this kind rests on, and how sure that is.
struct GroundWords {
    QString words;
    Certainty certainty;
};
GroundWords groundWords(ShareKind kind);
QString listeningWords();  ///< "Listening needs no consent."

QString answerWords(ShareAnswer answer);  ///< "May be told"
QString answerIcon(ShareAnswer answer);
QString standingWords(ConsentStanding standing, ShareKind with);  ///< "Not asked: direct care goes on"

/// Why it may not be shared, and what to do now; by the code of a ShareReason.
QString shareRefusal(std::string_view reason);

/// "Appointments, the plan"
QString listed(const std::vector<CarerTopic>& topics);

}  // namespace holdfast::ui
