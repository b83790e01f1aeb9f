#include "person/wait_view.h"

#include "domain/calendar.h"
#include "words/dates.h"
#include "words/numbers.h"
#include "words/waits.h"

#include <QCoreApplication>

namespace holdfast::ui {
namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Words)
};

}  // namespace

bool isAwaited(const engine::NeedSnapshot& need)
{
    if (!isOpen(need.status) || !need.leg)
        return false;
    switch (need.leg->state) {
        using enum LegState;
    case sent:
    case acknowledged:
    case informationRequested:
    case accepted:
    case waiting: return true;
    case draft:
    case started:
    case challenged:
    case handoverPending:
    case completed:
    case withdrawnByPerson:
    case closedJointly: return false;
    }
    return false;
}

Date awaitedSince(const engine::Leg& leg)
{
    return londonDate(leg.sentAt.value_or(leg.since));
}

const report::ExpectedWait* expectedFor(const CaseLens& lens, const engine::Leg& leg)
{
    return lens.waits ? waitOf(*lens.waits, leg.service) : nullptr;
}

std::optional<LaneCardData::Measure> waitMeasure(const CaseLens& lens, const engine::NeedSnapshot& need)
{
    if (!isAwaited(need))
        return std::nullopt;
    const Date today = londonDate(lens.now);
    const Date since = awaitedSince(*need.leg);
    const report::ExpectedWait* expected = expectedFor(lens, *need.leg);
    QString detail = expected ? briefWaitWords(*expected) : QString{};
    if (detail.isEmpty())
        detail = Words::tr("since %1").arg(shortDayWords(since, today));
    const auto days = static_cast<int>((today - since).count());
    return LaneCardData::Measure{Words::tr("Waiting"), counted(days, Words::tr("%1 day"), Words::tr("%1 days")),
                                 detail};
}

}  // namespace holdfast::ui
