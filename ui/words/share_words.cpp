#include "words/share_words.h"

#include <QCoreApplication>
#include <QStringList>

namespace holdfast::ui {
namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(ShareWords)
};

}  // namespace

QString words(CarerTopic topic)
{
    switch (topic) {
    case CarerTopic::mentalHealth: return Words::tr("Mental health, and who helps with it");
    case CarerTopic::substanceUse: return Words::tr("Drug or alcohol use, and who helps with it");
    case CarerTopic::whatHappensNext: return Words::tr("The plan, and what happens next");
    case CarerTopic::refusals: return Words::tr("Which services have said no");
    case CarerTopic::safety: return Words::tr("Worries about safety");
    case CarerTopic::appointments: return Words::tr("Appointments: when and where");
    case CarerTopic::medication: return Words::tr("Medication");
    case CarerTopic::crisis: return Words::tr("That there is a crisis, and what to do");
    case CarerTopic::money: return Words::tr("Money and debts");
    case CarerTopic::whereabouts: return Words::tr("Where they are");
    }
    return {};
}

QString shortWords(CarerTopic topic)
{
    switch (topic) {
    case CarerTopic::mentalHealth: return Words::tr("Mental health");
    case CarerTopic::substanceUse: return Words::tr("Drug or alcohol use");
    case CarerTopic::whatHappensNext: return Words::tr("The plan");
    case CarerTopic::refusals: return Words::tr("Who said no");
    case CarerTopic::safety: return Words::tr("Safety");
    case CarerTopic::appointments: return Words::tr("Appointments");
    case CarerTopic::medication: return Words::tr("Medication");
    case CarerTopic::crisis: return Words::tr("A crisis");
    case CarerTopic::money: return Words::tr("Money");
    case CarerTopic::whereabouts: return Words::tr("Where they are");
    }
    return {};
}

QString words(ShareKind kind)
{
    switch (kind) {
    case ShareKind::betweenServices: return Words::tr("Mental health and drug and alcohol services, between them");
    case ShareKind::gp: return Words::tr("GP");
    case ShareKind::socialCare: return Words::tr("Adult social care");
    case ShareKind::carer: return Words::tr("Carer");
    case ShareKind::housing: return Words::tr("Housing");
    case ShareKind::employer: return Words::tr("Employer");
    case ShareKind::police: return Words::tr("Police and probation");
    case ShareKind::research: return Words::tr("Research");
    }
    return {};
}

QString words(ConsentDecision decision)
{
    switch (decision) {
    case ConsentDecision::given: return Words::tr("Yes");
    case ConsentDecision::refused: return Words::tr("No");
    case ConsentDecision::withdrawn: return Words::tr("Withdrawn");
    case ConsentDecision::notAsked: return Words::tr("Not asked yet");
    }
    return {};
}

QString words(ConsentHow how)
{
    switch (how) {
    case ConsentHow::spoken: return Words::tr("Said it");
    case ConsentHow::inWriting: return Words::tr("In writing");
    case ConsentHow::message: return Words::tr("By message");
    case ConsentHow::throughSomebody: return Words::tr("Through an advocate or interpreter");
    }
    return {};
}

QString words(CapacityNote capacity)
{
    switch (capacity) {
    case CapacityNote::presumed: return Words::tr("Presumed: nothing spoke against it");
    case CapacityNote::assessedHas: return Words::tr("Assessed: can decide this");
    case CapacityNote::assessedLacks: return Words::tr("Assessed: cannot decide this now");
    }
    return {};
}

QString words(TopicAnswer answer)
{
    switch (answer) {
    case TopicAnswer::notAsked: return Words::tr("Not asked");
    case TopicAnswer::yes: return Words::tr("Yes");
    case TopicAnswer::no: return Words::tr("No");
    case TopicAnswer::askFirst: return Words::tr("Ask first");
    }
    return {};
}

QString words(AssessmentAnswer answer)
{
    switch (answer) {
    case AssessmentAnswer::none: return Words::tr("No answer yet");
    case AssessmentAnswer::accepted: return Words::tr("Accepted");
    case AssessmentAnswer::declined: return Words::tr("Declined");
    case AssessmentAnswer::later: return Words::tr("Later, ask again");
    }
    return {};
}

QString words(PersonKnows knows)
{
    switch (knows) {
    case PersonKnows::notAsked: return Words::tr("Not recorded");
    case PersonKnows::yes: return Words::tr("Yes");
    case PersonKnows::no: return Words::tr("No");
    }
    return {};
}

GroundWords groundWords(ShareKind kind)
{
    switch (groundOf(kind)) {
    case LegalGround::directCare:
        return {
            Words::tr("Direct care: UK GDPR 6(1)(e) with 9(2)(h), implied consent, and the duty to share in section "
                      "251B. No tick is needed."),
            Certainty::secondary};
    case LegalGround::lawTest:
        return {Words::tr("Needs its own test in law: DPA 2018, schedules 2 and 3."), Certainty::unverified};
    case LegalGround::explicitWord: break;
    }
    if (kind == ShareKind::housing)
        return {Words::tr("Their own yes: housing is not direct care."), Certainty::inference};
    return {Words::tr("Their own yes, said for this."), Certainty::secondary};
}

QString listeningWords()
{
    return Words::tr("Listening needs no consent.");
}

QString answerWords(ShareAnswer answer)
{
    switch (answer) {
    case ShareAnswer::allowed: return Words::tr("May be told");
    case ShareAnswer::askFirst: return Words::tr("Ask first");
    case ShareAnswer::blocked: return Words::tr("Do not tell");
    }
    return {};
}

QString answerIcon(ShareAnswer answer)
{
    switch (answer) {
    case ShareAnswer::allowed: return QStringLiteral("ok");
    case ShareAnswer::askFirst: return QStringLiteral("speak");
    case ShareAnswer::blocked: return QStringLiteral("xcircle");
    }
    return {};
}

QString standingWords(ConsentStanding standing, ShareKind with)
{
    switch (standing) {
    case ConsentStanding::notAsked:
        return groundOf(with) == LegalGround::directCare ? Words::tr("Not asked: goes on") : Words::tr("Not asked");
    case ConsentStanding::given: return Words::tr("Yes");
    case ConsentStanding::refused: return Words::tr("No");
    case ConsentStanding::withdrawn: return Words::tr("Withdrawn");
    case ConsentStanding::expired: return Words::tr("Has run out");
    }
    return {};
}

QString shareRefusal(std::string_view reason)
{
    switch (named<ShareReason>(reason).value_or(ShareReason::none)) {
    case ShareReason::notAsked:
        return Words::tr(
            "Nobody has asked the person about this. Ask, and record the answer under Consent and carers.");
    case ShareReason::refused:
        return Words::tr("The person said no. Talk with them; a coordinator or supervisor can share it for a reason.");
    case ShareReason::withdrawn:
        return Words::tr("The person took their yes back. Talk with them; a coordinator or supervisor can share it for "
                         "a reason.");
    case ShareReason::expired:
        return Words::tr("The person's answer has run out. Ask again, and record it under Consent and carers.");
    case ShareReason::topicNo:
        return Words::tr("The person asked for part of this to be kept back. Leave it out, or talk with them.");
    case ShareReason::topicNotAsked:
        return Words::tr("Nobody has asked whether all of this may be told. Ask, and record it under Consent and "
                         "carers.");
    case ShareReason::topicAskFirst:
        return Words::tr("The person wants to be asked each time. Ask today, and record what they said.");
    case ShareReason::needsLawTest:
        return Words::tr("This needs its own test in law. Ask your information governance lead; a coordinator or "
                         "supervisor records the reason.");
    case ShareReason::none: break;
    }
    return Words::tr("This may not be shared as things stand. See Consent and carers.");
}

QString listed(const std::vector<CarerTopic>& topics)
{
    QStringList names;
    for (const CarerTopic topic : topics)
        names << shortWords(topic);
    return names.join(QStringLiteral(", "));
}

}  // namespace holdfast::ui
