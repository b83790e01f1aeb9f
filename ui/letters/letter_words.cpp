#include "letters/letter_words.h"

#include "words/codes.h"
#include "words/dates.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace holdfast::ui {
namespace {

QString tr(const char* text)
{
    return QCoreApplication::translate("Letter", text);
}

struct Entry {
    const char* words;
    const char* purpose;
};
// clang-format off
constexpr std::array kinds{
    Entry{QT_TRANSLATE_NOOP("Letter", "Joint referral"), QT_TRANSLATE_NOOP("Letter", "Both needs together, with scores, dates and what is asked by when")},
    Entry{QT_TRANSLATE_NOOP("Letter", "Challenge letter"), QT_TRANSLATE_NOOP("Letter", "Asks a service to look again at a refusal")},
    Entry{QT_TRANSLATE_NOOP("Letter", "Chase"), QT_TRANSLATE_NOOP("Letter", "Asks a service that has not answered for its decision")},
    Entry{QT_TRANSLATE_NOOP("Letter", "Hand-over"), QT_TRANSLATE_NOOP("Letter", "Gives another service all it needs to take over")},
    Entry{QT_TRANSLATE_NOOP("Letter", "Letter to the person"), QT_TRANSLATE_NOOP("Letter", "Where things are, what happens next, who to ask")},
    Entry{QT_TRANSLATE_NOOP("Letter", "Letter to a carer"), QT_TRANSLATE_NOOP("Letter", "Only what the person has agreed to")},
    Entry{QT_TRANSLATE_NOOP("Letter", "Rights card"), QT_TRANSLATE_NOOP("Letter", "What anybody can ask for when a service says no")},
    Entry{QT_TRANSLATE_NOOP("Letter", "Sheet for partner agencies"), QT_TRANSLATE_NOOP("Letter", "One page for the police and others. It names nobody")},
};
struct Reason {
    std::string_view code;
    const char* words;
};
constexpr std::array reasons{
    Reason{"no_letters", QT_TRANSLATE_NOOP("Letter", "Letters home are not safe for them, or nobody has asked. Hand it over in person, or ask them and note it under Edit details.")},
    Reason{"carer_no_letters", QT_TRANSLATE_NOOP("Letter", "Letters home are not safe for this carer, or there is no address. Hand it over, or ask them and note it under Consent and carers.")},
    Reason{"no_address", QT_TRANSLATE_NOOP("Letter", "There is no address on their record.")},
    Reason{"no_email", QT_TRANSLATE_NOOP("Letter", "There is no e-mail address on their record.")},
    Reason{"fax", QT_TRANSLATE_NOOP("Letter", "A fax lies open at the other end. Use another way.")},
    Reason{"discreet", QT_TRANSLATE_NOOP("Letter", "Be discreet: a plain envelope or subject line, and no service named. The letterhead is left out.")},
    Reason{"alerts", QT_TRANSLATE_NOOP("Letter", "There is a safety note on their record. Read it before this leaves.")},
    Reason{"died", QT_TRANSLATE_NOOP("Letter", "This person has died. No letter leaves.")},
    Reason{"no_referral", QT_TRANSLATE_NOOP("Letter", "No referral to this service is open.")},
    Reason{"not_a_refusal", QT_TRANSLATE_NOOP("Letter", "Only a refusal is challenged. Send a chase instead.")},
    Reason{"no_open_need", QT_TRANSLATE_NOOP("Letter", "No need is open to hand over.")},
    Reason{"empty", QT_TRANSLATE_NOOP("Letter", "The file is empty.")},
    Reason{"too_large", QT_TRANSLATE_NOOP("Letter", "The file is larger than 10 MB. Save it smaller, or attach it in parts.")},
    Reason{"type", QT_TRANSLATE_NOOP("Letter", "Only a PDF, a PNG or JPEG picture, or plain text can be attached. Save it as a PDF first.")},
};
// clang-format on

QString known(std::string_view code)
{
    const auto found = std::ranges::find(reasons, code, &Reason::code);
    return found == reasons.end() ? QString{} : tr(found->words);
}

}  // namespace

QString words(letters::LetterKind kind)
{
    return tr(kinds.at(static_cast<std::size_t>(kind)).words);
}

QString explain(letters::LetterKind kind)
{
    return tr(kinds.at(static_cast<std::size_t>(kind)).purpose);
}

QString words(letters::Variant variant)
{
    switch (variant) {
    case letters::Variant::standard: return tr("Standard");
    case letters::Variant::largePrint: return tr("Large print");
    case letters::Variant::easyRead: return tr("Easy read");
    }
    return {};
}

QString addressLabel(LetterMethod method)
{
    switch (method) {
    case LetterMethod::post: return tr("Postal address");
    case LetterMethod::emailByHand: return tr("E-mail address");
    case LetterMethod::handedOver: return tr("To whom, and where");
    case LetterMethod::fax: return tr("Fax number");
    case LetterMethod::portal: return tr("Which portal");
    }
    return {};
}

QString letterTitle(letters::LetterKind kind, const QString& recipient)
{
    const bool toService = letters::audienceOf(kind) == letters::Audience::service;
    return toService && !recipient.isEmpty()                              ? tr("%1 to %2").arg(words(kind), recipient)
           : kind == letters::LetterKind::toCarer && !recipient.isEmpty() ? tr("%1, %2").arg(words(kind), recipient)
                                                                          : words(kind);
}

QString safeContactWords(std::string_view reason)
{
    return known(reason);
}

QString offerWords(const app::LetterOffer& offer, Instant now)
{
    const QString when = offer.since ? dueWords(*offer.since, now) : QString{};
    if (offer.why == "refused")
        return tr("They refused on %1").arg(when);
    if (offer.why == "handover_owed")
        return tr("A hand-over is owed since %1").arg(when);
    if (offer.why == "silent")
        return tr("No answer; the time ran out on %1").arg(when);
    if (offer.why == "referred")
        return offer.since ? tr("Referred on %1").arg(when) : tr("The referral is being made");
    return explain(offer.request.kind);
}

QString letterErrorWords(const Error& error)
{
    if (error.code == ErrorCode::refused || (error.code == ErrorCode::invalid && error.where == "bytes"))
        if (const QString said = known(error.detail); !said.isEmpty())
            return said;
    if (error.code == ErrorCode::conflict && error.where == "bytes")
        return tr("The same paper is attached to this entry already.");
    return words(error);
}

}  // namespace holdfast::ui
