#include "words/answer_words.h"

#include <QCoreApplication>

namespace holdfast::ui {
namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Words)
};

}  // namespace

std::vector<AnswerChoice> mainAnswers()
{
    return {
        {ResponseKind::accepted, Words::tr("Accepted"), QStringLiteral("ok")},
        {ResponseKind::waitingList, Words::tr("Accepted, no date"), QStringLiteral("hourglass")},
        {ResponseKind::informationRequested, Words::tr("Wants more detail"), QStringLiteral("info")},
        {ResponseKind::declined, Words::tr("Declined"), QStringLiteral("bounce")},
    };
}

std::vector<AnswerChoice> otherAnswers()
{
    return {
        {ResponseKind::acknowledged, Words::tr("Got it, not decided yet"), QStringLiteral("check")},
        {ResponseKind::appointmentOffered, Words::tr("Offered a first visit"), QStringLiteral("calendar")},
        {ResponseKind::started, Words::tr("Support has started"), QStringLiteral("play")},
        {ResponseKind::returnedWithAdvice, Words::tr("Sent back with advice"), QStringLiteral("undo")},
        {ResponseKind::signposted, Words::tr("Pointed somewhere else"), QStringLiteral("out")},
        {ResponseKind::didNotAttend, Words::tr("Did not come this time"), QStringLiteral("missed")},
        {ResponseKind::discharged, Words::tr("They ended it"), QStringLiteral("out")},
        {ResponseKind::completed, Words::tr("Finished as planned"), QStringLiteral("flag")},
    };
}

std::vector<Channel> channels()
{
    return {
        {"email", Words::tr("Email"), QStringLiteral("letter")},
        {"letter", Words::tr("Letter"), QStringLiteral("note")},
        {"phone", Words::tr("Phone"), QStringLiteral("phone")},
        {"text", Words::tr("Text message"), QStringLiteral("text")},
        {"in_person", Words::tr("In person"), QStringLiteral("people")},
        {"record_system", Words::tr("Their record system"), QStringLiteral("folder")},
        {"person_or_carer", Words::tr("The person or a carer told us"), QStringLiteral("speak")},
    };
}

QString words(Certainty certainty)
{
    switch (certainty) {
    case Certainty::verified: return Words::tr("Verified at its source");
    case Certainty::secondary: return Words::tr("Verified at second hand");
    case Certainty::seed: return Words::tr("From what people told us");
    case Certainty::inference: return Words::tr("Our own reading");
    case Certainty::unverified: return Words::tr("Not verified");
    }
    return {};
}

QString sideWords(Side side)
{
    switch (side) {
    case Side::mentalHealth: return Words::tr("Mental health services say");
    case Side::substanceUse: return Words::tr("Drug and alcohol services say");
    case Side::both: return Words::tr("Either service says");
    case Side::crisis: return Words::tr("Crisis and hospital teams say");
    case Side::referrer: return Words::tr("Whoever refers says");
    case Side::person: return Words::tr("The person says");
    }
    return {};
}

bool turnsAway(ResponseKind kind)
{
    switch (kind) {
    case ResponseKind::declined:
    case ResponseKind::returnedWithAdvice:
    case ResponseKind::signposted:
    case ResponseKind::didNotAttend:
    case ResponseKind::discharged: return true;
    case ResponseKind::acknowledged:
    case ResponseKind::informationRequested:
    case ResponseKind::accepted:
    case ResponseKind::waitingList:
    case ResponseKind::appointmentOffered:
    case ResponseKind::started:
    case ResponseKind::completed: return false;
    }
    return false;
}

bool takesOn(ResponseKind kind)
{
    return kind == ResponseKind::accepted || kind == ResponseKind::waitingList || kind == ResponseKind::started;
}

bool mayHaveReason(ResponseKind kind)
{
    switch (kind) {
    case ResponseKind::acknowledged:
    case ResponseKind::accepted:
    case ResponseKind::started: return false;
    case ResponseKind::informationRequested:
    case ResponseKind::waitingList:
    case ResponseKind::appointmentOffered:
    case ResponseKind::declined:
    case ResponseKind::returnedWithAdvice:
    case ResponseKind::signposted:
    case ResponseKind::didNotAttend:
    case ResponseKind::discharged:
    case ResponseKind::completed: return true;
    }
    return false;
}

}  // namespace holdfast::ui
