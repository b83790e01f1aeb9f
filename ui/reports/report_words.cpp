#include "reports/report_words.h"

#include "words/codes.h"
#include "words/dates.h"
#include "words/numbers.h"
#include "words/reasons.h"

#include <QCoreApplication>
#include <QLocale>

#include <cmath>

namespace holdfast::ui {
namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(ReportWords)
};

constexpr int fewestForShare = 10;

QString quadrantWords(const std::string& key)
{
    if (key == "held_together")
        return Words::tr("Both severe: held together");
    if (key == "mental_health_leads")
        return Words::tr("Mental health leads");
    if (key == "substance_use_leads")
        return Words::tr("Drug and alcohol service leads");
    if (key == "primary_care")
        return Words::tr("Both mild: primary care");
    if (key == "not_known_yet")
        return Words::tr("Severity not known yet");
    return plainWords(key);
}

QString monthKeyWords(const std::string& key)
{
    const QDate month = QDate::fromString(text(key) + QStringLiteral("-01"), Qt::ISODate);
    return month.isValid()
               ? QLocale{QLocale::English, QLocale::UnitedKingdom}.toString(month, QStringLiteral("MMMM yyyy"))
               : text(key);
}

QString outcomeWords(report::Outcome outcome)
{
    using enum report::Outcome;
    switch (outcome) {
    case none: return {};
    case helped: return Words::tr("help began");
    case lost: return Words::tr("lost from sight");
    case overturned: return Words::tr("they changed their answer");
    case upheld: return Words::tr("they kept their answer");
    case withdrawn: return Words::tr("withdrawn");
    case spoke: return Words::tr("spoke together");
    case leftMessage: return Words::tr("left a message");
    case noAnswer: return Words::tr("no answer");
    case replied: return Words::tr("they replied");
    }
    return {};
}

QString factOutcome(const report::ReportCase& what)
{
    using enum report::FactKind;
    switch (*what.fact) {
    case asked: return what.outcome == report::Outcome::none ? Words::tr("still waits") : outcomeWords(what.outcome);
    case joint: return what.until ? Words::tr("both accepted") : Words::tr("not both accepted yet");
    case challenge:
        return what.outcome == report::Outcome::none ? Words::tr("no answer yet") : outcomeWords(what.outcome);
    case contactOut:
    case contactIn: return outcomeWords(what.outcome);
    case ended: return what.yes ? Words::tr("with a plan for after") : Words::tr("without a plan for after");
    case protocol: return what.yes ? Words::tr("applied") : Words::tr("not applied");
    case eighteen: return what.yes ? Words::tr("an adult service had accepted") : Words::tr("without an adult service");
    case good: return what.yes ? Words::tr("both needs held together") : QString{};
    case cost: return poundsWords(what.pence / 100.0);
    case attempt:
    case meeting:
    case carer: return {};
    }
    return {};
}

}  // namespace

QString words(report::Chapter chapter)
{
    switch (chapter) {
    case report::Chapter::headline: return Words::tr("Turned away because of the other need");
    case report::Chapter::bounces: return Words::tr("Bounces");
    case report::Chapter::waits: return Words::tr("Waits");
    case report::Chapter::challenges: return Words::tr("Challenges");
    case report::Chapter::silence: return Words::tr("Silence and endings");
    case report::Chapter::fit: return Words::tr("Whether it fits the person");
    case report::Chapter::effort: return Words::tr("What it took");
    case report::Chapter::training: return Words::tr("What staff could learn");
    case report::Chapter::wentWell: return Words::tr("What went well");
    }
    return {};
}

QString words(report::Dimension dimension)
{
    switch (dimension) {
    case report::Dimension::service: return Words::tr("Service");
    case report::Dimension::reason: return Words::tr("Reason");
    case report::Dimension::month: return Words::tr("Month");
    case report::Dimension::cls: return Words::tr("Class of the reason");
    case report::Dimension::need: return Words::tr("Need");
    case report::Dimension::door: return Words::tr("Door");
    case report::Dimension::quadrant: return Words::tr("Quadrant");
    case report::Dimension::ageBand: return Words::tr("Age");
    case report::Dimension::area: return Words::tr("Area");
    case report::Dimension::team: return Words::tr("Team");
    }
    return {};
}

QString words(report::AgeBand band)
{
    switch (band) {
    case report::AgeBand::under18: return Words::tr("Under 18");
    case report::AgeBand::from18: return Words::tr("18 to 24");
    case report::AgeBand::from25: return Words::tr("25 to 34");
    case report::AgeBand::from35: return Words::tr("35 to 44");
    case report::AgeBand::from45: return Words::tr("45 to 54");
    case report::AgeBand::from55: return Words::tr("55 to 64");
    case report::AgeBand::from65: return Words::tr("65 and over");
    case report::AgeBand::notRecorded: return Words::tr("Age not recorded");
    }
    return {};
}

QString whoseWords(report::FactKind kind)
{
    using enum report::FactKind;
    switch (kind) {
    case asked: return Words::tr("Help first asked for");
    case joint: return Words::tr("Both needs referred");
    case challenge: return Words::tr("Challenge");
    case contactOut: return Words::tr("Call or message to the service");
    case contactIn: return Words::tr("Call or message from the service");
    case attempt: return Words::tr("Help sought before any referral");
    case ended: return Words::tr("Care ended");
    case protocol: return Words::tr("Joint protocol");
    case eighteen: return Words::tr("Turned 18");
    case meeting: return Words::tr("Joint meeting");
    case carer: return Words::tr("Letter to a carer");
    case good: return Words::tr("Something that went well");
    case cost: return Words::tr("What it cost the person");
    }
    return {};
}

QString keyWords(report::Dimension by, const std::string& key)
{
    if (key == "not_recorded")
        return Words::tr("Not recorded");
    switch (by) {
    case report::Dimension::reason: return reasonWords(key);
    case report::Dimension::month: return monthKeyWords(key);
    case report::Dimension::cls:
        if (const auto cls = named<BounceClass>(key))
            return words(*cls);
        return text(key);
    case report::Dimension::need:
        if (const auto need = named<Need>(key))
            return words(*need);
        return text(key);
    case report::Dimension::door: return key == "referral" ? Words::tr("After a referral") : plainWords(key);
    case report::Dimension::quadrant: return quadrantWords(key);
    case report::Dimension::ageBand:
        if (const auto band = named<report::AgeBand>(key))
            return words(*band);
        return text(key);
    case report::Dimension::service:
    case report::Dimension::area:
    case report::Dimension::team: return text(key);
    }
    return {};
}

QString keyWords(report::Dimension by, const std::string& key, const std::string& label)
{
    const bool isNamed = by == report::Dimension::service || by == report::Dimension::team;
    return isNamed && key != "not_recorded" ? capitalised(text(label)) : keyWords(by, key);
}

QString daysNumber(double days)
{
    return QString::number(days, 'f', days == std::floor(days) ? 0 : 1);
}

QString shareWords(int part, int whole)
{
    if (whole == 0)
        return {};
    if (whole < fewestForShare)
        return Words::tr("too few");
    return Words::tr("%1%").arg(qRound(100.0 * part / whole));
}

QString figureWords(const report::Measure& measure, const report::Figure& figure)
{
    switch (measure.unit) {
    case report::Unit::count: return QString::number(figure.part);
    case report::Unit::share: {
        const int whole = figure.whole.value_or(0);
        if (whole == 0)
            return Words::tr("None in this period");
        return Words::tr("%1 of %2, %3").arg(figure.part).arg(whole).arg(shareWords(figure.part, whole));
    }
    case report::Unit::days:
        if (figure.part == 0)
            return Words::tr("None in this period");
        if (!figure.median)
            return Words::tr("More than half of %1 still wait").arg(figure.part);
        if (!figure.lower || !figure.upper)
            return Words::tr("Median %1 days, of %2").arg(daysNumber(*figure.median)).arg(figure.part);
        return Words::tr("Median %1 days, half between %2 and %3, of %4")
            .arg(daysNumber(*figure.median), daysNumber(*figure.lower), daysNumber(*figure.upper))
            .arg(figure.part);
    case report::Unit::pounds:
        if (!figure.median)
            return Words::tr("None in this period");
        if (!figure.lower || !figure.upper)
            return Words::tr("Median %1, of %2").arg(poundsWords(*figure.median)).arg(figure.part);
        return Words::tr("Median %1, half between %2 and %3, of %4")
            .arg(poundsWords(*figure.median), poundsWords(*figure.lower), poundsWords(*figure.upper))
            .arg(figure.part);
    }
    return {};
}

QString countWords(const report::Measure& measure, const report::Figure& figure)
{
    switch (measure.unit) {
    case report::Unit::count: return {};
    case report::Unit::share:
        return figure.whole.value_or(0) == 0 ? Words::tr("None in this period")
                                             : Words::tr("%1 of %2").arg(figure.part).arg(*figure.whole);
    case report::Unit::days:
        if (figure.part == 0)
            return Words::tr("None in this period");
        if (!figure.median)
            return Words::tr("More than half of %1 still wait").arg(figure.part);
        return figure.lower && figure.upper ? Words::tr("Half between %1 and %2 days, of %3")
                                                  .arg(daysNumber(*figure.lower), daysNumber(*figure.upper))
                                                  .arg(figure.part)
                                            : Words::tr("Of %1").arg(figure.part);
    case report::Unit::pounds:
        if (!figure.median)
            return Words::tr("None in this period");
        return figure.lower && figure.upper ? Words::tr("Half between %1 and %2, of %3")
                                                  .arg(poundsWords(*figure.lower), poundsWords(*figure.upper))
                                                  .arg(figure.part)
                                            : Words::tr("Of %1").arg(figure.part);
    }
    return {};
}

QString headFigure(const report::Measure& measure, const report::Figure& figure)
{
    switch (measure.unit) {
    case report::Unit::count: return QString::number(figure.part);
    case report::Unit::share: return shareWords(figure.part, figure.whole.value_or(0));
    case report::Unit::days: return figure.median ? Words::tr("%1 days").arg(daysNumber(*figure.median)) : QString{};
    case report::Unit::pounds: return figure.median ? poundsWords(*figure.median) : QString{};
    }
    return {};
}

QString changeWords(const report::Measure& measure, const report::Figure& now, const report::Figure& before)
{
    switch (measure.unit) {
    case report::Unit::count: {
        if (now.part == before.part)
            return Words::tr("the same as before");
        if (before.part < fewestForShare)
            return Words::tr("%1 before").arg(before.part);
        const int percent = qRound(100.0 * std::abs(now.part - before.part) / before.part);
        return now.part < before.part ? Words::tr("%1% fewer than %2 before").arg(percent).arg(before.part)
                                      : Words::tr("%1% more than %2 before").arg(percent).arg(before.part);
    }
    case report::Unit::share: {
        const auto earlier = before.share();
        if (!now.share() || !earlier || *before.whole < fewestForShare)
            return {};
        const int from = qRound(100.0 * *earlier);
        const int to = qRound(100.0 * *now.share());
        return from == to  ? Words::tr("%1% before too").arg(from)
               : to > from ? Words::tr("up from %1%").arg(from)
                           : Words::tr("down from %1%").arg(from);
    }
    case report::Unit::days: {
        if (!now.median || !before.median)
            return {};
        const double difference = *now.median - *before.median;
        if (difference == 0)
            return Words::tr("the same as before");
        return difference < 0 ? Words::tr("%1 days fewer than before").arg(daysNumber(-difference))
                              : Words::tr("%1 days more than before").arg(daysNumber(difference));
    }
    case report::Unit::pounds: {
        if (!now.median || !before.median)
            return {};
        const double difference = *now.median - *before.median;
        if (difference == 0)
            return Words::tr("the same as before");
        return difference < 0 ? Words::tr("%1 less than before").arg(poundsWords(-difference))
                              : Words::tr("%1 more than before").arg(poundsWords(difference));
    }
    }
    return {};
}

QString caseWords(const report::ReportCase& what, Date today)
{
    if (!what.reason.empty()) {
        QString said = reasonWords(what.reason.text());
        if (what.overturned)
            said = Words::tr("%1; challenged, they changed their answer").arg(said);
        else if (what.challenged)
            said = Words::tr("%1; challenged").arg(said);
        return said;
    }
    if (!what.fact)
        return what.until ? Words::tr("Referral, accepted %1").arg(shortDayWords(*what.until, today))
                          : Words::tr("Referral, not accepted yet");
    const QString outcome = factOutcome(what);
    return outcome.isEmpty() ? whoseWords(*what.fact) : Words::tr("%1, %2").arg(whoseWords(*what.fact), outcome);
}

}  // namespace holdfast::ui
