#include "circle/circle_words.h"

#include "words/codes.h"
#include "words/dates.h"
#include "words/events.h"
#include "words/share_words.h"

#include <QCoreApplication>

#include <algorithm>

namespace holdfast::ui {
namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Circle)
};

constexpr std::size_t mostTopicsNamed = 3;

std::vector<CarerTopic> topicsWith(const app::CarerView& view, ShareAnswer answer)
{
    std::vector<CarerTopic> topics;
    for (const auto& [topic, verdict] : view.mayTell)
        if (verdict.answer == answer)
            topics.push_back(topic);
    return topics;
}

const app::ConsentLine* lineOf(const Circle& circle, ShareKind with)
{
    const auto& lines = circle.consents.lines;
    const auto found = std::ranges::find(lines, with, &app::ConsentLine::with);
    return found == lines.end() ? nullptr : &*found;
}

QString reviewWords(const Consent& consent, ConsentDue due, Date today)
{
    if (due == ConsentDue::over)
        return Words::tr("review is overdue");
    if (consent.endsOn && (!consent.reviewBy || *consent.endsOn < *consent.reviewBy))
        return Words::tr("until %1").arg(shortDayWords(*consent.endsOn, today));
    return consent.reviewBy ? Words::tr("review by %1").arg(shortDayWords(*consent.reviewBy, today)) : QString{};
}

AlertView servicesAlert(const app::ConsentLine& line, const QString& keptBack, Date today)
{
    const QString icon = QStringLiteral("consent");
    switch (line.standing) {
    case ConsentStanding::refused: return {icon, Words::tr("Consent: does not share between services"), {}, true};
    case ConsentStanding::withdrawn:
        return {icon, Words::tr("Consent withdrawn: does not share between services"), {}, true};
    case ConsentStanding::expired:
        return {icon, Words::tr("Consent between services has run out"), Words::tr("ask again"), false};
    case ConsentStanding::notAsked:
        return {icon, Words::tr("Consent: not asked yet"), Words::tr("direct care goes on"), false};
    case ConsentStanding::given: break;
    }
    if (!keptBack.isEmpty())
        return {icon, Words::tr("Consent: part is kept back"), keptBack, true};
    return {icon, Words::tr("Consent: shares with both services"), reviewWords(*line.now, line.due, today), false};
}

}  // namespace

std::string consentSheetName(ShareKind with, const CarerId& carer)
{
    return "consent/" + std::string{nameOf(with)} + (carer.empty() ? "" : "/" + carer.str());
}

QString carerName(const app::CarerView& view)
{
    return text(shortName(view.carer));
}

QString carerTitle(const app::CarerView& view)
{
    return Words::tr("%1, %2").arg(carerName(view), text(view.link.relationship));
}

QString callSummary(const app::CarerView& view, ContactDirection direction, ContactOutcome outcome)
{
    const QString who = Words::tr("%1 (%2)").arg(carerName(view), text(view.link.relationship));
    const bool in = direction == ContactDirection::in;
    switch (outcome) {
    case ContactOutcome::spoke:
        return in ? Words::tr("%1 rang. We listened.").arg(who) : Words::tr("Rang %1. We listened.").arg(who);
    case ContactOutcome::leftMessage:
        return in ? Words::tr("%1 left a message.").arg(who) : Words::tr("Rang %1 and left a message.").arg(who);
    case ContactOutcome::noAnswer:
        return in ? Words::tr("%1 rang and we missed it.").arg(who) : Words::tr("Rang %1, nobody answered.").arg(who);
    case ContactOutcome::replied: break;
    }
    return {};
}

QString toldWords(const std::vector<CarerTopic>& told, const QString& own)
{
    if (told.empty() && own.isEmpty())
        return {};
    QString words = told.empty() ? Words::tr("Told them.") : Words::tr("Told them: %1.").arg(listed(told));
    if (!own.isEmpty())
        words += QLatin1Char(' ') + own;
    return words;
}

QString mayTellWords(const app::CarerView& view)
{
    const auto green = topicsWith(view, ShareAnswer::allowed);
    if (green.empty())
        return Words::tr("listen, tell nothing");
    if (green.size() == allCarerTopics.size())
        return Words::tr("may be told everything");
    if (green.size() > mostTopicsNamed)
        return Words::tr("%1 of %2 topics").arg(green.size()).arg(allCarerTopics.size());
    return Words::tr("%1 only").arg(listed(green).toLower());
}

QString keptBackWords(const Circle& circle)
{
    const app::ConsentLine* line = lineOf(circle, ShareKind::betweenServices);
    if (line == nullptr || !line->now || line->standing != ConsentStanding::given)
        return {};
    std::vector<CarerTopic> kept;
    for (const auto& [topic, answer] : line->now->topics)
        if (answer == TopicAnswer::no)
            kept.push_back(topic);
    return kept.empty() ? QString{} : listed(kept);
}

std::vector<AlertView> circleAlerts(const Circle& circle)
{
    std::vector<AlertView> alerts;
    const Date today = circle.consents.today;
    if (const app::ConsentLine* line = lineOf(circle, ShareKind::betweenServices))
        alerts.push_back(servicesAlert(*line, keptBackWords(circle), today));
    for (const app::CarerView& view : circle.carers.carers) {
        if (view.link.endedOn)
            continue;
        const QString young = view.young ? Words::tr("Young carer") : Words::tr("Carer");
        alerts.push_back(
            {QStringLiteral("carer"), Words::tr("%1: %2").arg(young, carerTitle(view)), mayTellWords(view), false});
    }
    for (const app::CallLine& line : circle.carers.calls)
        if (line.call.isOwed()) {
            const auto& carers = circle.carers.carers;
            const auto found =
                std::ranges::find(carers, line.call.carer, [](const app::CarerView& each) { return each.carer.id; });
            alerts.push_back({QStringLiteral("phone"),
                              found == carers.end() ? Words::tr("A call back is owed")
                                                    : Words::tr("Call %1 back").arg(carerName(*found)),
                              Words::tr("by %1").arg(dayWords(line.call.owed->by, today)), false});
        }
    return alerts;
}

QString assessmentWords(const Carer& carer, Date today)
{
    if (const auto due = assessmentOfferDue(carer))
        return *due < today ? Words::tr("Not offered yet, due %1").arg(shortDayWords(*due, today))
                            : Words::tr("Offer by %1").arg(shortDayWords(*due, today));
    const QString offered = Words::tr("Offered %1").arg(shortDayWords(*carer.offeredOn, today));
    if (carer.answer == AssessmentAnswer::none)
        return Words::tr("%1, no answer yet").arg(offered);
    return Words::tr("%1 %2").arg(words(carer.answer), shortDayWords(*carer.answeredOn, today));
}

QString owedWords(const CallBack& owed, Date today)
{
    const QString by = Words::tr("Call back by %1").arg(dayWords(owed.by, today));
    return owed.about.empty() ? by : Words::tr("%1: %2").arg(by, text(owed.about));
}

QString consentFacts(const Consent& consent, const app::NameBook& names, Date today)
{
    QStringList facts{words(consent.how), shortDayWords(consent.on, today)};
    const auto worker = names.workers.find(consent.worker);
    if (worker != names.workers.end())
        facts << Words::tr("recorded by %1").arg(text(worker->second));
    if (consent.reviewBy)
        facts << Words::tr("review by %1").arg(shortDayWords(*consent.reviewBy, today));
    if (consent.endsOn)
        facts << Words::tr("holds until %1").arg(shortDayWords(*consent.endsOn, today));
    return facts.join(QStringLiteral(" \u00b7 "));
}

QString carerFieldError(const std::string& where)
{
    if (where == "name")
        return Words::tr("Enter the carer's name");
    if (where == "relationship")
        return Words::tr("Enter what they are to the person, like mum");
    if (where == "born")
        return Words::tr("Enter a day that has passed, like 3 May 1991");
    if (where == "looked_after_by")
        return Words::tr("They are under 18. Say who looks after them");
    if (where == "known_since")
        return Words::tr("Enter a day that has passed");
    if (where == "offered_on")
        return Words::tr("Enter the day it was offered");
    if (where == "answered_on")
        return Words::tr("Enter the day they answered, since the offer");
    if (where == "ended_on")
        return Words::tr("Enter a day that has passed");
    return {};
}

}  // namespace holdfast::ui
