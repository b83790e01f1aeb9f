#include "retention/retention_words.h"

#include "domain/calendar.h"
#include "words/codes.h"
#include "words/dates.h"

#include <QCoreApplication>

namespace holdfast::ui {
namespace {

struct RetentionWords {
    Q_DECLARE_TR_FUNCTIONS(RetentionWords)
};

}  // namespace

QString words(RetentionRule rule)
{
    switch (rule) {
        using enum RetentionRule;
    case mentalHealth: return RetentionWords::tr("mental health, 20 years after the last contact");
    case death: return RetentionWords::tr("8 years after death");
    case childTo25: return RetentionWords::tr("last seen as a child, until the 25th birthday");
    case childTo26: return RetentionWords::tr("last seen at 17, until the 26th birthday");
    case drugsAndAlcohol: return RetentionWords::tr("drugs or alcohol, 8 years after the last contact");
    case longerOfBoth: return RetentionWords::tr("both needs, so the longer of the two");
    case childWithoutRule: return RetentionWords::tr("last seen as a child, kept as for mental health");
    case contactAfterDeath: return RetentionWords::tr("something was done after the death, 8 years from then");
    case noBirthDate: return RetentionWords::tr("no date of birth, so 20 years after the last contact");
    case noNeed: return RetentionWords::tr("no need was recorded, so 20 years after the last contact");
    }
    return {};
}

QString keptWords(const RetentionReason& reason)
{
    return RetentionWords::tr("%1: %2").arg(birthDateWords(reason.until), words(reason.rule));
}

QString sourceWords(RetentionRule rule)
{
    const RetentionSource source = sourceOf(rule);
    switch (source.certainty) {
    case Certainty::verified:
    case Certainty::secondary:
        return rule == RetentionRule::mentalHealth
                   ? RetentionWords::tr("From the %1, which follows the national code. It has 8 years where an illness "
                                        "was mild and is over; no record can tell, so 20 stand.")
                         .arg(text(source.source))
                   : RetentionWords::tr("From the %1, which follows the national code.").arg(text(source.source));
    case Certainty::unverified:
        return RetentionWords::tr("Commonly used, but not confirmed. Some contracts ask for 20 years if mental health "
                                  "care was given: look at yours.");
    case Certainty::seed:
    case Certainty::inference: break;
    }
    return RetentionWords::tr("Our own caution, where no rule is known.");
}

QString keepWords(const RetentionKeep& keep, const QString& by)
{
    if (!keep.until)
        return RetentionWords::tr("%1 (%2, %3)").arg(text(keep.reason), by, birthDateWords(londonDate(keep.at)));
    return RetentionWords::tr("Kept until %1 by %2: %3").arg(birthDateWords(*keep.until), by, text(keep.reason));
}

QString retentionProblem(const Error& error)
{
    if (error.where == "suspended")
        return RetentionWords::tr("Somebody suspended everything just now. Look at the page again.");
    if (error.where == "keep" && error.code == ErrorCode::conflict)
        return RetentionWords::tr("Somebody lifted this just now. Look at the list again.");
    return words(error);
}

}  // namespace holdfast::ui
