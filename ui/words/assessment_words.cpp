#include "words/assessment_words.h"

#include "words/codes.h"

#include <QCoreApplication>

namespace holdfast::ui {
namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Words)
};

template <class Facts>
auto& find(Facts& facts, SafetyFact fact)
{
    switch (fact) {
    case SafetyFact::suicidalThoughts: return facts.suicidalThoughts;
    case SafetyFact::recentAttempt: return facts.recentAttempt;
    case SafetyFact::overdose: return facts.overdose;
    case SafetyFact::pregnant: return facts.pregnant;
    case SafetyFact::withdrawalRisk: return facts.withdrawalRisk;
    case SafetyFact::intoxicatedNow: break;
    }
    return facts.intoxicatedNow;
}

}  // namespace

QString words(record::CameFirst value)
{
    switch (value) {
    case record::CameFirst::notAsked: return Words::tr("Not asked yet");
    case record::CameFirst::mentalHealth: return Words::tr("Mental health first");
    case record::CameFirst::substanceUse: return Words::tr("Use first");
    case record::CameFirst::together: return Words::tr("Both together");
    case record::CameFirst::notSure: return Words::tr("Not sure");
    }
    return {};
}

QString words(record::Readiness value)
{
    switch (value) {
    case record::Readiness::notAsked: return Words::tr("Not asked yet");
    case record::Readiness::notYet: return Words::tr("Not ready yet");
    case record::Readiness::thinking: return Words::tr("Thinking about it");
    case record::Readiness::ready: return Words::tr("Ready to start");
    case record::Readiness::alreadyChanging: return Words::tr("Already making changes");
    }
    return {};
}

QString words(record::Disclosure value)
{
    switch (value) {
    case record::Disclosure::notAsked: return Words::tr("Not asked yet");
    case record::Disclosure::oneToOne: return Words::tr("One to one");
    case record::Disclosure::group: return Words::tr("In a group");
    case record::Disclosure::either: return Words::tr("Either is fine");
    }
    return {};
}

QString words(record::Wish value)
{
    switch (value) {
    case record::Wish::notAsked: return Words::tr("Not asked yet");
    case record::Wish::yes: return Words::tr("Yes, please");
    case record::Wish::no: return Words::tr("No");
    case record::Wish::noPreference: return Words::tr("No preference");
    }
    return {};
}

QString words(Urgency urgency)
{
    switch (urgency) {
    case Urgency::emergency: return Words::tr("Emergency: act now");
    case Urgency::veryUrgent: return Words::tr("Very urgent: within 4 hours");
    case Urgency::urgent: return Words::tr("Urgent: within 24 hours");
    case Urgency::routine: return Words::tr("Routine");
    }
    return {};
}

std::vector<SafetyWords> safetyWords()
{
    return {
        {SafetyFact::suicidalThoughts, Words::tr("Thoughts of suicide"), QStringLiteral("crisis"),
         Words::tr("Plan, means, what helps")},
        {SafetyFact::recentAttempt, Words::tr("Recent attempt"), QStringLiteral("alert"),
         Words::tr("When, and what followed")},
        {SafetyFact::overdose, Words::tr("Overdose"), QStringLiteral("flag"), Words::tr("When, naloxone offered?")},
        {SafetyFact::withdrawalRisk, Words::tr("Risk in withdrawal"), QStringLiteral("bolt"),
         Words::tr("Signs, past seizures")},
        {SafetyFact::pregnant, Words::tr("Pregnant"), QStringLiteral("baby"), Words::tr("Weeks, who else knows")},
        {SafetyFact::intoxicatedNow, Words::tr("Intoxicated right now"), QStringLiteral("clock"),
         Words::tr("When to meet again")},
    };
}

std::optional<bool>& factOf(SafetyFacts& facts, SafetyFact fact)
{
    return find(facts, fact);
}

const std::optional<bool>& factOf(const SafetyFacts& facts, SafetyFact fact)
{
    return find(facts, fact);
}

std::vector<BarrierWords> barrierWords()
{
    return {
        {"travel", Words::tr("Travel"), QStringLiteral("bus"), Words::tr("Two buses. Pay the fare?")},
        {"work_hours", Words::tr("Working hours"), QStringLiteral("work"), Words::tr("06:00 to 14:00. Evenings?")},
        {"recognised_locally", Words::tr("Not being recognised locally"), QStringLiteral("eyeoff"),
         Words::tr("Another town, or a home visit")},
        {"cost", Words::tr("Cost"), {}, Words::tr("What costs too much, who can help")},
        {"childcare", Words::tr("Childcare"), {}, Words::tr("School hours, somewhere to play")},
        {"phone_or_data", Words::tr("Phone or data"), {}, Words::tr("Letters, a shared phone, a safe number")},
        {"past_experience",
         Words::tr("Past experience of services"),
         {},
         Words::tr("What happened, what would be different")},
        {"culture", Words::tr("Culture, family or faith"), {}, Words::tr("What would make it possible")},
        {"stigma", Words::tr("Fear of being judged"), {}, Words::tr("Who feels safe to talk to")},
        {"other", Words::tr("Something else"), {}, Words::tr("What it is, and the plan")},
    };
}

std::vector<EqualityWords> equalityWords()
{
    return {
        {"gender", Words::tr("Gender")},
        {"ethnicity", Words::tr("Ethnic background")},
        {"religion", Words::tr("Religion or belief")},
        {"sexual_orientation", Words::tr("Sexual orientation")},
        {"disability", Words::tr("Disability or long-term condition")},
        {"caring", Words::tr("Caring for someone")},
    };
}

QString missingWords(std::string_view field)
{
    if (field == "status.mental_health")
        return Words::tr("Say whether there is a mental health need");
    if (field == "status.substance_use")
        return Words::tr("Say whether there is a drug or alcohol need");
    if (field.starts_with("severity."))
        return Words::tr("Choose how much it affects daily life");
    if (field.starts_with("safety."))
        return Words::tr("Ask, then choose yes or no");
    if (field == "safetyPlanReviewed" || field == "safety_plan_reviewed")
        return Words::tr("Enter the review date");
    if (field == "whatMatters" || field == "what_matters")
        return Words::tr("Write what matters, in the person's words");
    if (field == "askedAboutBoth" || field == "asked_about_both")
        return Words::tr("Ask about both, then tick this");
    if (field.starts_with("substances"))
        return Words::tr("Name what is used");
    if (field.starts_with("conditions"))
        return Words::tr("Name it as said or diagnosed");
    if (field.starts_with("answers."))
        return Words::tr("Finish this form, or clear it");
    return Words::tr("This answer is needed");
}

QStringList conditionSuggestions()
{
    return {Words::tr("depression"),       Words::tr("anxiety"), Words::tr("PTSD"),   Words::tr("psychosis"),
            Words::tr("schizophrenia"),    Words::tr("bipolar"), Words::tr("panic"),  Words::tr("OCD"),
            Words::tr("eating disorder"),  Words::tr("ADHD"),    Words::tr("autism"), Words::tr("emotional intensity"),
            Words::tr("postnatal illness")};
}

QStringList substanceSuggestions()
{
    return {Words::tr("alcohol"),         Words::tr("cannabis"),
            Words::tr("cocaine"),         Words::tr("crack"),
            Words::tr("heroin"),          Words::tr("methadone"),
            Words::tr("benzodiazepines"), Words::tr("ketamine"),
            Words::tr("amphetamine"),     Words::tr("MDMA"),
            Words::tr("pregabalin"),      Words::tr("codeine"),
            Words::tr("nitrous oxide"),   Words::tr("synthetic cannabinoids")};
}

QString criterionWords(std::string_view criterion)
{
    if (criterion == "concurrent_use")
        return Words::tr("Sees people who use");
    if (criterion == "hours")
        return Words::tr("Opening hours");
    if (criterion == "wait")
        return Words::tr("Wait now");
    if (criterion == "not_near_home")
        return Words::tr("Away from home");
    if (criterion == "setting")
        return Words::tr("One to one or group");
    if (criterion == "remote")
        return Words::tr("In person or remote");
    if (criterion == "lead")
        return Words::tr("Kind that should lead");
    if (criterion == "travel_help")
        return Words::tr("Help with travel cost");
    if (criterion == "lived_experience")
        return Words::tr("Lived experience");
    if (criterion == "family")
        return Words::tr("Family or carers");
    if (criterion == "travel")
        return Words::tr("How far");
    if (criterion == "open")
        return Words::tr("Open or closed");
    if (criterion == "step_free")
        return Words::tr("Step-free");
    return plainWords(criterion);
}

}  // namespace holdfast::ui
