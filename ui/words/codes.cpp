#include "words/codes.h"

#include "words/dates.h"
#include "words/share_words.h"

#include <QCoreApplication>

namespace holdfast::ui {
namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Words)
};

}  // namespace

QString words(Need need)
{
    return need == Need::mentalHealth ? Words::tr("Mental health") : Words::tr("Drugs and alcohol");
}

QString shortWords(Need need)
{
    return need == Need::mentalHealth ? Words::tr("MH") : Words::tr("D&A");
}

QString words(NeedScope scope)
{
    switch (scope) {
    case NeedScope::mentalHealth: return words(Need::mentalHealth);
    case NeedScope::substanceUse: return words(Need::substanceUse);
    case NeedScope::both: return Words::tr("Both needs");
    }
    return {};
}

QString words(NeedStatus status)
{
    switch (status) {
    case NeedStatus::notAsked: return Words::tr("Not asked yet");
    case NeedStatus::none: return Words::tr("No need found");
    case NeedStatus::possible: return Words::tr("Possible need");
    case NeedStatus::present: return Words::tr("Needs support");
    case NeedStatus::met: return Words::tr("Need met");
    case NeedStatus::declinedByPerson: return Words::tr("Said no for now");
    }
    return {};
}

QString words(Severity severity)
{
    switch (severity) {
    case Severity::none: return Words::tr("None");
    case Severity::mild: return Words::tr("Mild");
    case Severity::moderate: return Words::tr("Moderate");
    case Severity::severe: return Words::tr("Severe");
    }
    return {};
}

QString words(LegState state)
{
    switch (state) {
    case LegState::draft: return Words::tr("Not sent yet");
    case LegState::sent: return Words::tr("Sent");
    case LegState::acknowledged: return Words::tr("Acknowledged");
    case LegState::informationRequested: return Words::tr("More detail asked");
    case LegState::accepted: return Words::tr("Accepted");
    case LegState::waiting: return Words::tr("Waiting");
    case LegState::started: return Words::tr("Started");
    case LegState::challenged: return Words::tr("Challenged");
    case LegState::handoverPending: return Words::tr("Handing over");
    case LegState::completed: return Words::tr("Completed");
    case LegState::withdrawnByPerson: return Words::tr("Person said no");
    case LegState::closedJointly: return Words::tr("Closed together");
    }
    return {};
}

QString words(ResponseKind kind)
{
    switch (kind) {
    case ResponseKind::acknowledged: return Words::tr("Got it, no decision yet");
    case ResponseKind::informationRequested: return Words::tr("Asked for more detail");
    case ResponseKind::accepted: return Words::tr("Accepted");
    case ResponseKind::waitingList: return Words::tr("Accepted, on a waiting list");
    case ResponseKind::appointmentOffered: return Words::tr("Offered an appointment");
    case ResponseKind::started: return Words::tr("Started support");
    case ResponseKind::declined: return Words::tr("Refused");
    case ResponseKind::returnedWithAdvice: return Words::tr("Sent back with advice");
    case ResponseKind::signposted: return Words::tr("Pointed elsewhere");
    case ResponseKind::didNotAttend: return Words::tr("Missed visit");
    case ResponseKind::discharged: return Words::tr("Ended by the service");
    case ResponseKind::completed: return Words::tr("Completed");
    }
    return {};
}

QString words(BounceClass cls)
{
    switch (cls) {
    case BounceClass::never: return Words::tr("Not allowed by the protocol");
    case BounceClass::handover: return Words::tr("Allowed only with a hand-over");
    case BounceClass::soft: return Words::tr("Not a clear answer");
    }
    return {};
}

QString words(ClaspState state)
{
    switch (state) {
    case ClaspState::held: return Words::tr("Held");
    case ClaspState::joined: return Words::tr("Held together");
    case ClaspState::released: return Words::tr("Hold ended");
    }
    return {};
}

QString words(ContactDirection direction)
{
    return direction == ContactDirection::in ? Words::tr("They contacted us") : Words::tr("We contacted them");
}

QString words(ContactOutcome outcome)
{
    switch (outcome) {
    case ContactOutcome::spoke: return Words::tr("Spoke together");
    case ContactOutcome::leftMessage: return Words::tr("Left a message");
    case ContactOutcome::noAnswer: return Words::tr("No answer");
    case ContactOutcome::replied: return Words::tr("Replied in writing");
    }
    return {};
}

QString words(LetterMethod method)
{
    switch (method) {
    case LetterMethod::post: return Words::tr("By post");
    case LetterMethod::emailByHand: return Words::tr("By e-mail, sent by hand");
    case LetterMethod::handedOver: return Words::tr("Handed over");
    case LetterMethod::fax: return Words::tr("By fax");
    case LetterMethod::portal: return Words::tr("Through the service's own portal");
    }
    return {};
}

QString words(CostKind kind)
{
    switch (kind) {
    case CostKind::travel: return Words::tr("Fares and travel");
    case CostKind::phone: return Words::tr("Phone calls and data");
    case CostKind::careOfOthers: return Words::tr("Care for children or others");
    case CostKind::lostPay: return Words::tr("Lost pay");
    case CostKind::other: return Words::tr("Something else");
    }
    return {};
}

QString words(SupportChange change)
{
    switch (change) {
    case SupportChange::better: return Words::tr("Getting better");
    case SupportChange::same: return Words::tr("About the same");
    case SupportChange::worse: return Words::tr("Getting worse");
    }
    return {};
}

QString words(ChallengeOutcome outcome)
{
    return outcome == ChallengeOutcome::overturned ? Words::tr("They changed their answer")
                                                   : Words::tr("They kept their answer");
}

QString words(NhsNumberMissing reason)
{
    switch (reason) {
    case NhsNumberMissing::none: return Words::tr("Choose why there is no number");
    case NhsNumberMissing::notKnown: return Words::tr("Not known");
    case NhsNumberMissing::noFixedAddress: return Words::tr("No fixed address");
    case NhsNumberMissing::visitor: return Words::tr("Visitor to England");
    case NhsNumberMissing::personPrefersNot: return Words::tr("Person prefers not to say");
    case NhsNumberMissing::notYetTraced: return Words::tr("Not looked up yet");
    }
    return {};
}

QString words(AddressStatus status)
{
    switch (status) {
    case AddressStatus::known: return Words::tr("Has an address");
    case AddressStatus::noFixedAddress: return Words::tr("No fixed address");
    case AddressStatus::notKnown: return Words::tr("Not known");
    case AddressStatus::withheld: return Words::tr("Person prefers not to say");
    }
    return {};
}

QString words(Sex sex)
{
    switch (sex) {
    case Sex::female: return Words::tr("Female");
    case Sex::male: return Words::tr("Male");
    case Sex::notRecorded: return Words::tr("Not recorded: show both");
    }
    return {};
}

QString words(holdfast::Role role)
{
    switch (role) {
    case holdfast::Role::keyworker: return Words::tr("Keyworker");
    case holdfast::Role::coordinator: return Words::tr("Coordinator");
    case holdfast::Role::supervisor: return Words::tr("Supervisor");
    case holdfast::Role::administrator: return Words::tr("Administrator");
    }
    return {};
}

QString plainWords(std::string_view code)
{
    if (code == "gp")
        return Words::tr("GP");
    QString words = text(code).replace(QLatin1Char('_'), QLatin1Char(' '));
    if (!words.isEmpty())
        words[0] = words[0].toUpper();
    return words;
}

QString words(ServiceKind kind)
{
    switch (kind) {
    case ServiceKind::communityMentalHealth: return Words::tr("Community mental health team");
    case ServiceKind::crisis: return Words::tr("Crisis team");
    case ServiceKind::liaison: return Words::tr("Hospital liaison");
    case ServiceKind::talkingTherapies: return Words::tr("Talking therapies");
    case ServiceKind::eip: return Words::tr("Early intervention in psychosis");
    case ServiceKind::camhs: return Words::tr("Children and young people's mental health");
    case ServiceKind::drugAndAlcohol: return Words::tr("Drugs and alcohol");
    case ServiceKind::gp: return Words::tr("GP practice");
    case ServiceKind::carers: return Words::tr("Carers' service");
    case ServiceKind::other: return Words::tr("Other");
    }
    return {};
}

QString channelWords(std::string_view channel)
{
    if (channel == "phone")
        return Words::tr("By phone");
    if (channel == "letter")
        return Words::tr("By letter");
    if (channel == "email")
        return Words::tr("By email");
    if (channel == "text")
        return Words::tr("By text");
    if (channel == "in_person")
        return Words::tr("In person");
    return plainWords(channel);
}

QString capitalised(const QString& words)
{
    const qsizetype first = words.startsWith(QLatin1String{"gp "}) ? 2 : 1;
    return words.left(first).toUpper() + words.mid(first);
}

QString sentence(const QString& words)
{
    static const QString ends = QStringLiteral(".!?\u2026");
    QStringView body{words};
    while (!body.isEmpty() && (body.back() == QChar{0x201d} || body.back() == QLatin1Char{'"'}))
        body.chop(1);
    return words.isEmpty() || (!body.isEmpty() && ends.contains(body.back())) ? words : words + QLatin1Char('.');
}

QString detailWords(NeedStatus status, std::string_view detail)
{
    return isOpen(status) && !detail.empty() ? plainWords(detail) : words(status);
}

QString words(const Error& error)
{
    switch (error.code) {
    case ErrorCode::notFound:
        if (error.where == "disposed")
            return Words::tr("This record was disposed of on %1. It cannot be opened any more.")
                .arg(birthDateWords(parseDate(error.detail).value_or(Date{})));
        return Words::tr("This is no longer there. Go back and look again.");
    case ErrorCode::conflict: return Words::tr("Someone else saved a change first. Nothing you typed is lost.");
    case ErrorCode::invalid: return Words::tr("Check the marked answer.");
    case ErrorCode::refused:
        if (error.where == "restricted.holder")
            return Words::tr("This record is restricted. Let a supervisor name the worker first, then hand it on.");
        if (error.where == "disposal.own")
            return Words::tr("You proposed this yourself. Somebody else has to confirm it.");
        if (error.where == "disposal.changed")
            return Words::tr(
                "The record is not as it was when this was proposed. Withdraw it, look again, and propose it "
                "anew.");
        if (error.where == "disposal.not_due")
            return Words::tr("The time of this record is not over yet, so it stays.");
        if (error.where == "disposal.kept")
            return Words::tr("Somebody decided to keep this record for longer. Lift that first.");
        if (error.where == "restricted.join")
            return Words::tr("A restricted record is neither joined nor taken apart. Lift the restriction first.");
        return error.where == "share" ? shareRefusal(error.detail)
                                      : Words::tr("This cannot be recorded as things stand.");
    case ErrorCode::forbidden: return Words::tr("Your role does not include this. Ask your supervisor.");
    case ErrorCode::unavailable: return Words::tr("The store cannot be reached. Check the connection, then try again.");
    case ErrorCode::busy: return Words::tr("Another program is using the store. Try again in a moment.");
    case ErrorCode::readOnly: return Words::tr("The store's folder does not allow saving. Nothing was changed.");
    case ErrorCode::diskFull: return Words::tr("The disk is full. Nothing was changed. Make room, then try again.");
    case ErrorCode::notAStore: return Words::tr("This file is not a Holdfast store.");
    case ErrorCode::newerStore:
        return Words::tr("This store was made by a newer Holdfast. Update Holdfast to open it.");
    case ErrorCode::damaged: return Words::tr("The store is damaged. Nothing was changed. Tell your administrator.");
    case ErrorCode::wrongKey: return Words::tr("That passphrase did not open this store.");
    case ErrorCode::storeFailed: return Words::tr("The store could not save this. Nothing was changed. Try again.");
    case ErrorCode::cancelled: return Words::tr("Stopped. Nothing was changed.");
    }
    return {};
}

}  // namespace holdfast::ui
