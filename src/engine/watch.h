// What the engine notices besides the clocks of a leg: crisis doors, words that say more than their label, a second
// round of questions, repeat attendance, and what a refusing service goes on owing. Each becomes something to do that
// a later event settles.
#pragma once

#include "engine/fold.h"

namespace holdfast::engine {

/// After a refusal by a service was recorded: what it owes now, and whether it was a crisis door.
void watchRefusal(const Step& step, const event::Response& body, const policy::Reason& reason, BounceClass cls);

/// After an attempt was recorded.
void watchAttempt(const Step& step, const event::Attempt& body, const policy::Reason* reason, Instant happened);

/// Words that read like a reason that is never legitimate, under another label: proposed to a person, never set.
void watchWords(const Step& step, Need which, const ServiceId& service, const policy::Reason& recorded,
                BounceClass cls);

/// A second round of questions becomes a phone call.
void watchQuestions(const Step& step, Need which, const ServiceId& service);

/// The outcome for this need is known: whoever asked for help is told.
void outcomeKnown(const Step& step, Need which);

/// Adds something to do about a service, unless it is to do already: its due time never moves later.
void oweOnce(const Step& step, TodoKind kind, NeedScope scope, const ServiceId& service, Instant due, OwnerRule owner,
             RuleCode rule);

/// Somebody was in touch with the person.
void touched(State& state, Instant at);

void settle(State& state, TodoKind kind, Need which, const ServiceId& service);

/// The service took the person in, or back: nothing of its refusal is left to do.
void settleRefuser(State& state, Need which, const ServiceId& service);

/// A service took this need: whoever refused it before owes nobody a reason, a contact or a protocol any more, and who
/// asked for the person is told. What a supervisor looks at (a second look, an omitted protocol) stays.
void taken(const Step& step, Need which, const ServiceId& service);

/// What an answer of a service settles, whatever it says.
void settleByAnswer(const Step& step, const event::Response& body, bool own);

/// A call that we wait for, and that was due at `to` or before.
inline bool isCallOverdue(const TodoRecord& todo, Instant to)
{
    return todo.kind == TodoKind::callBack && todo.part == callWeWaitFor && todo.due <= to;
}

/// The call at `position` of what is to do was not returned: a bounce of the need that it was about.
void recordUnreturnedCall(const Context& context, State& state, std::size_t position);

/// Where the source stands in the list, written with spaces or underscores, in any case; nothing when it is not there.
std::optional<std::size_t> sourceAt(const std::vector<std::string>& sources, std::string_view source);

}  // namespace holdfast::engine
