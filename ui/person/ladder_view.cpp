#include "person/ladder_view.h"

#include "domain/calendar.h"
#include "words/actions.h"
#include "words/codes.h"
#include "words/dates.h"
#include "words/numbers.h"
#include "words/reasons.h"

#include <QCoreApplication>

#include <array>

namespace holdfast::ui {
namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Ladder)
};

using Outcome = LadderView::Outcome;
using State = LadderRungView::State;

/// When a later refusal of the same need by the same service began a challenge of its own.
std::optional<Instant> until(const CaseLens& lens, const engine::Ladder& ladder)
{
    std::optional<Instant> end;
    for (const engine::Ladder& other : lens.file.ladders)
        if (other.need == ladder.need && other.service == ladder.service && other.since > ladder.since &&
            (!end || other.since < *end))
            end = other.since;
    return end;
}

struct Answer {
    Outcome outcome = Outcome::notSent;
    std::string words;
    QString reason{};  ///< the label of the reason, when one was chosen
};

/// The last thing that was recorded of what came of it; nothing while nobody has answered.
std::optional<Answer> answerTo(const CaseLens& lens, const engine::Ladder& ladder)
{
    const auto end = until(lens, ladder);
    std::optional<Answer> last;
    for (const app::HistoryEntry& entry : lens.file.history) {
        if (entry.voided || entry.event.at < ladder.since || (end && entry.event.at >= *end))
            continue;
        const auto* answered = std::get_if<event::ChallengeAnswered>(&entry.event.body);
        if (answered && answered->need == ladder.need && answered->service == ladder.service)
            last = {answered->outcome == ChallengeOutcome::upheld ? Outcome::upheld : Outcome::overturned,
                    entry.event.words, answered->reason ? reasonWords(answered->reason->text()) : QString{}};
        const auto* withdrawn = std::get_if<event::ChallengeWithdrawn>(&entry.event.body);
        if (withdrawn && withdrawn->need == ladder.need && withdrawn->service == ladder.service)
            last = {Outcome::withdrawn, withdrawn->reason, {}};
    }
    return last;
}

Answer outcomeOf(const CaseLens& lens, const engine::Ladder& ladder)
{
    if (auto answer = answerTo(lens, ladder))
        return *std::move(answer);
    if (!ladder.open)
        return {Outcome::ended, {}, {}};
    return {ladder.sentAt ? Outcome::noAnswer : Outcome::notSent, {}, {}};
}

QString words(Outcome outcome)
{
    switch (outcome) {
    case Outcome::notSent: return Words::tr("Not sent yet");
    case Outcome::noAnswer: return Words::tr("No answer yet");
    case Outcome::upheld: return Words::tr("Upheld");
    case Outcome::overturned: return Words::tr("Overturned");
    case Outcome::withdrawn: return Words::tr("Withdrawn");
    case Outcome::ended: return Words::tr("Ended without an answer");
    }
    return {};
}

QString markOf(State state)
{
    switch (state) {
    case State::behind: return Words::tr("Behind us");
    case State::now: return Words::tr("Now");
    case State::next: return Words::tr("Next");
    case State::later: return {};
    }
    return {};
}

QString ownerOf(const CaseLens& lens, const engine::LadderRung& rung)
{
    const QString owner = ownerWords(rung.owner, lens.file.names, lens.me);
    return rung.handedOn ? Words::tr("%1, handed on").arg(owner) : owner;
}

QString afterOf(const CaseLens& lens, const engine::Ladder& ladder, std::size_t at)
{
    const engine::LadderRung& rung = ladder.rungs[at];
    if (at + 1 == ladder.rungs.size())
        return Words::tr("This is the last step. It stays open until there is an answer.");
    return Words::tr("Nobody answers by %1? Then the next step opens by itself.").arg(momentWords(rung.due, lens.now));
}

LadderRungView rungOf(const CaseLens& lens, const engine::Ladder& ladder, std::size_t at)
{
    const engine::LadderRung& rung = ladder.rungs[at];
    LadderRungView view;
    view.state = at < ladder.current        ? State::behind
                 : at == ladder.current     ? State::now
                 : at == ladder.current + 1 ? State::next
                                            : State::later;
    view.mark = markOf(view.state);
    const QString what = rung.sentence.empty() ? actionWords(rung.what) : text(rung.sentence);
    view.title = QStringLiteral("%1. %2").arg(at + 1).arg(what);
    view.detail = Words::tr("%1, by %2 (working day %3).")
                      .arg(ownerOf(lens, rung), momentWords(rung.due, lens.now))
                      .arg(rung.workingDays);
    if (view.state == State::now) {
        view.late = rung.due < lens.now;
        view.detail += QLatin1Char(' ') + capitalised(relativeWords(rung.due, lens.now, lens.days)) + QLatin1Char('.');
        view.after = afterOf(lens, ladder, at);
    }
    return view;
}

}  // namespace

LadderView viewOf(const CaseLens& lens, const engine::Ladder& ladder)
{
    LadderView view;
    view.need = ladder.need;
    view.title = Words::tr("Challenge to %1").arg(serviceName(ladder.service, lens.file.names));
    view.refused = Words::tr("Refused %1.").arg(momentWords(ladder.since, lens.now));
    view.refused +=
        QLatin1Char(' ') + (ladder.sentAt ? Words::tr("Challenge sent %1.").arg(momentWords(*ladder.sentAt, lens.now))
                                          : Words::tr("No challenge has been sent yet."));
    const Answer answer = outcomeOf(lens, ladder);
    view.outcome = answer.outcome;
    view.outcomeWords = words(answer.outcome);
    if (!answer.words.empty())
        view.reason = answer.outcome == Outcome::withdrawn ? text(answer.words) : quoted(text(answer.words));
    if (!answer.reason.isEmpty())
        view.reason =
            view.reason.isEmpty() ? sentence(answer.reason) : sentence(answer.reason) + QLatin1Char(' ') + view.reason;
    if (view.reason.isEmpty() && answer.outcome == Outcome::upheld)
        view.reason = Words::tr("They gave no reason.");
    view.open = ladder.open;
    for (std::size_t i = 0; i < ladder.rungs.size(); ++i)
        view.rungs.push_back(rungOf(lens, ladder, i));
    if (!ladder.rungs.empty())
        view.current = ladder.rungs[ladder.current].what;
    view.policy = text(ladder.policy);
    return view;
}

QString challengeSummary(const CaseLens& lens)
{
    if (lens.file.ladders.empty())
        return {};
    std::array<int, 6> counts{};
    for (const engine::Ladder& ladder : lens.file.ladders)
        ++counts.at(static_cast<std::size_t>(outcomeOf(lens, ladder).outcome));
    QStringList parts;
    for (const Outcome outcome : {Outcome::overturned, Outcome::upheld, Outcome::noAnswer, Outcome::notSent,
                                  Outcome::withdrawn, Outcome::ended})
        if (const int count = counts.at(static_cast<std::size_t>(outcome)); count > 0)
            parts << QStringLiteral("%1 %2").arg(count).arg(words(outcome).toLower());
    const int total = static_cast<int>(lens.file.ladders.size());
    return Words::tr("%1: %2.").arg(counted(total, Words::tr("1 challenge"), Words::tr("%1 challenges")),
                                    parts.join(QStringLiteral(", ")));
}

}  // namespace holdfast::ui
