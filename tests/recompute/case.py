"""One person's needs followed through what was recorded, by the meaning that the engine's contract gives each event.

Written from the definitions, not from the program: only what the bounce report counts is followed (who turned the person
away, when, for how long; what came of each referral), not what is to be done next.
"""

import datetime as dt
from dataclasses import dataclass, field

from export import DAY, NEEDS, date, instant, london_day, yes

OPEN = ("possible", "present")
ENDED = ("completed", "withdrawn_by_person", "closed_jointly")
TAKEN = ("accepted", "waiting", "started")
UNDECIDED = ("draft", "sent", "acknowledged", "information_requested")
REFUSALS = ("declined", "returned_with_advice", "signposted")
FACTS = ("suicidal_thoughts", "recent_attempt", "overdose", "pregnant", "withdrawal_risk", "intoxicated_now")
# Items about thoughts of ending one's life: above nought they count as such until somebody has asked.
SAFETY_ITEMS = {("PHQ-9", "9"), ("CORE-10", "6")}
ROLES = ("person", "carer", "referrer", "partner")


class NoGround(Exception):
    """The event could not have been recorded as the case stands."""


def need_that(condition):
    if not condition:
        raise NoGround


@dataclass
class Bounce:
    need: str
    service: str
    code: str
    cls: str
    at: dt.datetime
    asked: dt.datetime
    event: str = ""  # nothing: time alone made it
    points_to: str = ""
    refusal: bool = False
    attempt: bool = False
    overturned: bool = False
    ended: dt.datetime = None


@dataclass
class Leg:
    service: str
    state: str
    since: dt.datetime
    sent: dt.datetime = None
    silent_from: dt.datetime = None
    questions: int = 0
    missed: int = 0


@dataclass
class Holder:
    service: str
    worker: str
    acting: bool = False
    duty: bool = False


@dataclass
class Need:
    status: str = "not_asked"
    asked: dt.datetime = None
    leg: Leg = None
    holder: Holder = None
    name_awaited: str = ""
    aftercare_until: dt.date = None
    aftercare_declined: bool = False

    @property
    def open(self):
        return self.status in OPEN


@dataclass
class Call:
    service: str
    need: str
    due: dt.datetime
    ours: bool
    missed: bool = False


@dataclass
class Event:
    """A row of events.csv with its times read."""

    row: object
    at: dt.datetime
    void: bool = False
    no_ground: bool = False
    second_look: str = ""

    def __getattr__(self, name):
        return getattr(self.row, name)


@dataclass
class Case:
    export: object
    person: object
    events: list
    needs: dict = field(default_factory=lambda: {need: Need() for need in NEEDS})
    bounces: list = field(default_factory=list)
    calls: list = field(default_factory=list)
    challenges: set = field(default_factory=set)
    facts: dict = field(default_factory=lambda: dict.fromkeys(FACTS))
    scored: bool = False
    died: bool = False
    spells: dict = field(default_factory=lambda: {need: [] for need in NEEDS})  # [from, until] while it was open
    lost: dict = field(default_factory=lambda: {need: [] for need in NEEDS})  # days on which the need was over
    planned: dict = field(default_factory=dict)  # of an ending: whether there was a plan for after

    # --- the whole history ---

    def follow(self, now):
        corrected = self.read_corrections()
        for event in self.events:
            if event.void:
                self.pass_time(event.at)
                continue
            before = self.copy() if corrected else None
            try:
                self.take(event)
            except NoGround:
                if not corrected:
                    raise
                self.__dict__.update(before)
                event.no_ground = True
                self.pass_time(event.at)
        self.pass_time(now)
        return self

    def copy(self):
        import copy

        return {name: copy.deepcopy(getattr(self, name))
                for name in ("needs", "bounces", "calls", "challenges", "facts", "scored", "died", "spells", "lost")}

    def read_corrections(self):
        """From the last to the first, so that a correction that was itself a mistake does nothing."""
        known = {event.event_id: event for event in self.events}
        any_of_them = False
        for event in reversed(self.events):
            if event.event_type == "entered_in_error":
                any_of_them = True
                if not event.void:
                    known[event.about_event_id].void = True
            elif event.event_type == "second_look":
                any_of_them = True
                target = known[event.about_event_id]
                if not event.void and not target.second_look:
                    target.second_look = event.bounce_class
        return any_of_them

    def standing(self):
        return [event for event in self.events if not event.void and not event.no_ground]

    # --- time ---

    def pass_time(self, until, including=True):
        """Clocks run out: a leg falls silent, a call is not returned."""
        def over(when):
            return when is not None and (when <= until if including else when < until)

        for name, need in self.needs.items():
            if need.open and need.leg and over(need.leg.silent_from):
                leg = need.leg
                when, leg.silent_from = leg.silent_from, None
                policy = self.export.policy(when)
                code = policy.clocks["silence." + leg.state][2]
                self.add(Bounce(name, leg.service, code, policy.reasons[code].bounce_class, when, leg.sent or leg.since))
        for call in self.calls:
            if call.ours and not call.missed and over(call.due):
                self.miss(call)

    def miss(self, call):
        call.missed = True
        open_needs = [name for name in NEEDS if self.needs[name].open]
        theirs = [name for name in open_needs
                  if self.needs[name].leg and self.needs[name].leg.service == call.service]
        about = (theirs or open_needs)[:1]
        policy = self.export.policy(call.due)
        code = policy.clocks["call_back"][2]
        reason = self.export.reason(code, call.due)
        if about and reason:
            self.add(Bounce(about[0], call.service, code, reason.bounce_class, call.due, call.since))

    def restart_clock(self, leg, when):
        policy = self.export.policy(when)
        clock = policy.clocks.get("silence." + leg.state)
        leg.silent_from = None
        if clock:
            amount, unit, _ = clock
            leg.silent_from = when + amount * 7 * DAY if unit == "weeks" else policy.due(when, amount)

    # --- moves ---

    def add(self, bounce):
        """Oldest first; of two at one instant the one that was known first."""
        place = len(self.bounces)
        while place > 0 and self.bounces[place - 1].at > bounce.at:
            place -= 1
        self.bounces.insert(place, bounce)

    def stop_losing_days(self, name, when):
        for bounce in self.bounces:
            if bounce.need == name and bounce.ended is None:
                bounce.ended = when

    def enter(self, name, state, when):
        leg = self.needs[name].leg
        if leg.state != state:
            leg.state, leg.since = state, when
        self.restart_clock(leg, when)
        if state in TAKEN:
            self.stop_losing_days(name, when)

    def point(self, name, service, state, when):
        """Whoever is asked next ends the lost days of both needs; asking the same one again keeps its first day."""
        for each in NEEDS:
            self.stop_losing_days(each, when)
        need = self.needs[name]
        again = need.leg and need.leg.service == service and need.leg.sent
        need.leg = Leg(service, state, when, sent=need.leg.sent if again else when)
        if need.name_awaited and need.name_awaited != service:
            need.name_awaited = need.holder.service if need.holder and need.holder.acting else ""
        self.restart_clock(need.leg, when)

    def begin(self, name, status, when):
        need = self.needs[name]
        if not need.open:
            self.spells[name].append([london_day(when), None])
        need.status = status
        need.asked = min(need.asked or when, when)

    def close(self, name, status, when, day=None):
        need = self.needs[name]
        self.lost[name].append((when, day or london_day(when)))
        if need.open:
            self.spells[name][-1][1] = day or london_day(when)
        need.holder, need.name_awaited, need.status = None, "", status
        self.stop_losing_days(name, when)
        self.calls = [call for call in self.calls if call.need != name]

    def hold(self, name, service, worker, duty=False):
        holder = self.needs[name].holder
        if holder and (holder.service, holder.worker) == (service, worker):
            holder.acting, holder.duty = False, duty
        else:
            self.needs[name].holder = Holder(service, worker, duty=duty)

    def accept_by(self, name, service, worker):
        need = self.needs[name]
        if not need.open:
            return
        if worker:
            need.name_awaited = ""
            self.hold(name, service, worker)
        elif not (need.holder and need.holder.service == service and not need.holder.acting):
            need.name_awaited = service

    def overturn(self, name, service):
        self.challenges.discard((name, service))
        for bounce in self.bounces:
            if bounce.refusal and not bounce.attempt and (bounce.need, bounce.service) == (name, service):
                bounce.overturned = True

    def end_challenges(self, name):
        self.challenges = {each for each in self.challenges if each[0] != name}

    def cared_for_after(self, name, when):
        need = self.needs[name]
        return need.aftercare_declined or (need.aftercare_until is not None and need.aftercare_until > london_day(when))

    def current(self, fact):
        return bool(self.facts[fact]) or (fact == "suicidal_thoughts" and self.scored)

    def urgency(self, when):
        for urgency, facts in self.export.policy(when).urgency:
            if all(self.current(fact) for fact in facts):
                return urgency
        return "routine"

    def known(self, service):
        need_that(service in self.export.services)

    # --- events ---

    def take(self, event):
        self.pass_time(event.at, including=False)
        if event.response in ("discharged", "completed"):
            self.planned[event.event_id] = self.cared_for_after(event.need, event.at)
        if not self.died:
            for fact in FACTS:
                said = yes(getattr(event, fact))
                if said is not None:
                    self.facts[fact] = said
                    self.scored = self.scored and fact != "suicidal_thoughts"
            getattr(self, "on_" + event.event_type, lambda _: None)(event)
        elif event.event_type == "aftercare_planned":
            self.on_aftercare_planned(event)  # after a death nothing moves, but an ending is counted with its plan
        self.pass_time(event.at)
        duty = self.export.policy(event.at).clocks["duty_holder"][2]
        for name, need in self.needs.items():
            if not need.open:
                need.holder = None
            elif need.holder is None:
                self.hold(name, duty, "duty", duty=True)
        if not any(need.open for need in self.needs.values()):
            self.calls = []

    def on_attempt(self, event):
        need = self.needs[event.need]
        if event.service_id:
            self.known(event.service_id)
        happened = min(event.at, instant(event.happened_at) or event.at)
        reason = self.named_reason(event)
        need.asked = min(need.asked or happened, happened)
        if need.status == "not_asked":
            self.begin(event.need, "possible", event.at)
        if reason:
            self.add(Bounce(event.need, event.attempt_source, reason.reason_code,
                            event.second_look or reason.bounce_class, happened, happened, event.event_id,
                            refusal=True, attempt=True))
        if need.open and need.holder is None and event.worker_id:
            duty = self.export.policy(event.at).clocks["duty_holder"][2]
            self.hold(event.need, event.service_id or duty, event.worker_id)

    def named_reason(self, event):
        if not event.reason_code:
            return None
        reason = self.export.policy(event.at).reasons.get(event.reason_code)
        need_that(reason is not None)
        return reason

    def on_assessment_signed(self, event):
        self.known(event.service_id)
        if event.suicidal_thoughts == "":
            for item in self.export.items.get(event.event_id, []):
                if (item.instrument, item.item) in SAFETY_ITEMS and item.value not in ("", "0"):
                    self.scored = True
        found = {row.need: row for row in self.export.findings[event.event_id]}
        for name in NEEDS:
            need, status = self.needs[name], found[name].status
            if status == "declined_by_person":
                # Said in an assessment it closes nothing: no capacity and no day were recorded.
                need.status = need.status if need.open else status
            elif status in OPEN:
                self.begin(name, status, event.at)
            elif status != "not_asked":
                self.close(name, status, event.at)
            if need.open and (need.holder is None or need.holder.duty):
                self.hold(name, event.service_id, event.worker_id)

    def on_referral_sent(self, event):
        legs = {row.need: row.service_id for row in self.export.legs.get(event.event_id, [])}
        need_that(legs)
        for name, service in legs.items():
            self.known(service)
            need_that(self.needs[name].open)
        for name in NEEDS:
            need = self.needs[name]
            settled = need.status in ("none", "met", "declined_by_person") or need.leg is not None
            need_that(name in legs or settled or self.urgency(event.at) != "routine")
        for row in self.export.legs[event.event_id]:
            self.point(row.need, row.service_id, "sent", event.at)

    def own(self, name, service):
        leg = self.needs[name].leg
        return leg is not None and leg.service == service

    def on_response(self, event):
        name, service = event.need, event.service_id
        self.known(service)
        leg = self.needs[name].leg
        own = self.own(name, service) and leg.state not in ENDED
        reason = self.named_reason(event) or self.implied_reason(event, own)
        need_that(event.response != "declined" or event.reason_code)
        cls = reason and (event.second_look or reason.bounce_class)
        if reason:
            self.add(Bounce(name, service, reason.reason_code, cls, event.at,
                            (leg.sent or leg.since) if own else event.at, event.event_id, event.points_to_service,
                            refusal=event.response in REFUSALS or cls != "soft"))
        if own:
            self.answer(event, leg, cls)

    def implied_reason(self, event, own):
        leg = self.needs[event.need].leg
        policy = self.export.policy(event.at)
        by = {"returned_with_advice": "returned_with_advice", "signposted": "signposted"}.get(event.response)
        if event.response == "information_requested" and own and leg.questions > 0:
            by = "second_information_request"
        if event.response == "discharged" and own and leg.missed > 0:
            by = "one_missed_visit" if leg.missed == 1 else "more_missed_visits"
        return policy.reasons[policy.implied(by)] if by else None

    def answer(self, event, leg, cls):
        name, when, kind = event.need, event.at, event.response
        if kind == "did_not_attend":
            self.restart_clock(leg, when)
            leg.missed += 1
        if cls == "never":
            self.enter(name, "challenged", when)
            self.challenges.add((name, event.service_id))
            return
        if cls == "handover":
            if leg.state == "challenged":
                self.restart_clock(leg, when)
            else:
                self.enter(name, "handover_pending", when)
            return
        if kind in ("acknowledged", "information_requested"):
            leg.questions += kind == "information_requested"
            if leg.state in UNDECIDED:
                self.enter(name, kind, when)
            else:
                self.restart_clock(leg, when)
        elif kind in ("accepted", "waiting_list", "started"):
            self.overturn(name, event.service_id)
            self.enter(name, "waiting" if kind == "waiting_list" else kind, when)
            if kind == "started":
                leg.missed = 0
            self.accept_by(name, event.service_id, event.worker_id)
        elif kind == "appointment_offered":
            self.enter(name, "waiting", when)
        elif kind in REFUSALS:
            self.restart_clock(leg, when)
        elif kind in ("discharged", "completed"):
            self.end_care(event, leg)
        if cls and leg.state not in ENDED:
            self.restart_clock(leg, when)

    def end_care(self, event, leg):
        """A service ends its care: only with a plan for after, the other need settled, no birthday and no dispute."""
        name, when = event.need, event.at
        self.restart_clock(leg, when)
        planned = self.cared_for_after(name, when)
        other = self.needs[NEEDS[1 - NEEDS.index(name)]]
        if planned and not other.open and leg.state != "challenged" and not self.ends_by_age(event, leg):
            self.enter(name, "completed", when)
            self.close(name, "met", when)
            self.end_challenges(name)
        elif not planned:
            policy = self.export.policy(when)
            reason = policy.reasons[policy.implied("no_aftercare")]
            self.add(Bounce(name, event.service_id, reason.reason_code, event.second_look or reason.bounce_class, when,
                            leg.sent or leg.since, event.event_id, event.points_to_service))

    def ends_by_age(self, event, leg):
        limit = self.export.services[leg.service].max_age
        born = date(self.person.birth_date)
        if not limit or born is None:
            return False
        birthday = add_years(born, int(limit))
        near = add_months(birthday, -self.export.policy(event.at).clocks["transition"][0])
        today = london_day(event.at)
        return today >= birthday or (event.response == "discharged" and today >= near)

    def on_handover_accepted(self, event):
        self.known(event.service_id)
        need_that(self.needs[event.need].open)
        self.point(event.need, event.service_id, "accepted", event.at)
        self.overturn(event.need, event.service_id)
        self.needs[event.need].name_awaited = ""
        self.hold(event.need, event.service_id, event.worker_id)

    def on_worker_changed(self, event):
        self.known(event.service_id)
        for name, need in self.needs.items():
            if not need.open or event.need not in ("", name):
                continue
            holds = need.holder is not None and need.holder.service == event.service_id
            if event.worker_id:
                if holds or need.name_awaited == event.service_id:
                    if need.name_awaited == event.service_id:
                        need.name_awaited = ""
                    self.hold(name, event.service_id, event.worker_id)
            elif holds and not need.holder.acting:
                need.holder.acting, need.name_awaited = True, event.service_id
                policy = self.export.policy(event.at)
                reason = policy.reasons[policy.implied("worker_left")]
                sent = need.leg.sent if self.own(name, event.service_id) else None
                self.add(Bounce(name, event.service_id, reason.reason_code, reason.bounce_class, event.at,
                                sent or event.at, event.event_id))

    def on_reopened(self, event):
        self.known(event.service_id)
        need = self.needs[event.need]
        need_that(not need.open)
        self.begin(event.need, "possible", event.at)
        need.aftercare_until, need.aftercare_declined = None, False
        self.point(event.need, event.service_id, "draft", event.at)
        need.leg.sent = None
        self.hold(event.need, event.service_id, event.worker_id)

    def on_person_declined(self, event):
        need_that(date(event.reoffer_date) > london_day(event.at))
        need = self.needs[event.need]
        if event.has_capacity != "yes" or self.current("intoxicated_now"):
            if need.status == "not_asked":
                self.begin(event.need, "possible", event.at)
            return
        if need.leg and need.leg.state not in ENDED:
            self.enter(event.need, "withdrawn_by_person", event.at)
        self.close(event.need, "declined_by_person", event.at)
        self.end_challenges(event.need)

    def on_aftercare_planned(self, event):
        need = self.needs[event.need]
        need.aftercare_until = date(event.until_date)
        need.aftercare_declined = event.choice == "declined"

    def on_joint_closure(self, event):
        closed = [row.need for row in self.export.legs[event.event_id]]
        held = [self.needs[name].holder for name in NEEDS if self.needs[name].open]
        agreed = set(event.agreed_by.split("; "))
        need_that(any(self.needs[name].open for name in closed))
        if "mdt" not in agreed:
            need_that(all(holder and holder.worker in agreed for holder in held))
            need_that(len(held) < 2 or len(agreed) > 1)
        for name in closed:
            need_that(not self.needs[name].open or self.cared_for_after(name, event.at))
        for name in closed:
            need = self.needs[name]
            if need.open:
                if need.leg and need.leg.state not in ENDED:
                    self.enter(name, "closed_jointly", event.at)
                self.close(name, "met", event.at)
                self.end_challenges(name)

    def on_person_died(self, event):
        need_that(date(event.death_date) <= london_day(event.at))
        self.died = True
        for name, need in self.needs.items():
            if need.leg and need.leg.state not in ENDED:
                self.enter(name, "closed_jointly", event.at)
            if need.open:
                self.close(name, "none", event.at, date(event.death_date))
            else:
                self.lost[name].append((event.at, date(event.death_date)))
        self.calls, self.challenges = [], set()

    def on_contact(self, event):
        self.known(event.service_id)
        answered = event.outcome in ("spoke", "replied")
        for name, need in self.needs.items():
            if self.own(name, event.service_id) and need.leg.state not in ENDED:
                if answered or event.direction == "in":
                    self.restart_clock(need.leg, event.at)
                if event.outcome == "spoke":
                    need.leg.missed = 0
        if answered:
            self.calls = [call for call in self.calls if call.service != event.service_id]
        elif not any(call.service == event.service_id for call in self.calls):
            theirs = [name for name in NEEDS if self.own(name, event.service_id)]
            policy = self.export.policy(event.at)
            if self.urgency(event.at) == "routine":
                due = policy.due(event.at, policy.clocks["call_back"][0])
            else:
                due = event.at + dt.timedelta(hours=policy.clocks["call_back.urgent"][0])
            call = Call(event.service_id, theirs[0] if len(theirs) == 1 else "both", due, event.direction == "out")
            call.since = event.at
            self.calls.append(call)

    # --- challenges ---

    def may_speak_of(self, name, service):
        if service not in self.export.services:
            return False
        if self.own(name, service):
            return self.needs[name].leg.state not in ENDED
        return any(bounce.refusal and (bounce.need, bounce.service) == (name, service) for bounce in self.bounces)

    def on_challenge_sent(self, event):
        need_that(self.may_speak_of(event.need, event.service_id))

    def on_letter_sent(self, event):
        if event.letter_kind == "challenge":
            need_that(any(event.need in (name, "both") and self.may_speak_of(name, event.sent_to) for name in NEEDS))
        elif event.sent_to not in ROLES:
            self.known(event.sent_to)

    def on_challenge_answered(self, event):
        name, service = event.need, event.service_id
        need_that(self.may_speak_of(name, service))
        need_that(event.accepted == "yes" or not event.worker_id)
        own = self.own(name, service)
        if event.outcome == "overturned":
            self.overturn(name, service)
            if own and event.accepted == "yes":
                self.enter(name, "accepted", event.at)
                self.accept_by(name, service, event.worker_id)
            elif own and self.needs[name].leg.state in TAKEN:
                self.restart_clock(self.needs[name].leg, event.at)
            elif own:
                self.enter(name, "sent", event.at)
        elif own:
            self.restart_clock(self.needs[name].leg, event.at)

    def on_challenge_withdrawn(self, event):
        need_that((event.need, event.service_id) in self.challenges and self.may_speak_of(event.need, event.service_id))
        self.challenges.discard((event.need, event.service_id))
        if self.own(event.need, event.service_id) and self.needs[event.need].leg.state == "challenged":
            self.enter(event.need, "draft", event.at)

    def on_step_handed_on(self, event):
        need_that((event.need, event.service_id) in self.challenges)

    def on_second_opinion_requested(self, event):
        self.known(event.service_id)
        need_that(self.needs[event.need].open)

    def on_protocol_applied(self, event):
        self.known(event.service_id)

    def on_good_experience(self, event):
        self.known(event.service_id)

    def on_cost_borne(self, event):
        self.known(event.service_id)


def add_years(born, number):
    try:
        return born.replace(year=born.year + number)
    except ValueError:
        return dt.date(born.year + number, 3, 1)


def add_months(day, number):
    month = day.year * 12 + day.month - 1 + number
    first = dt.date(month // 12, month % 12 + 1, 1)
    last = (first + 31 * DAY).replace(day=1) - DAY
    return min(first + (day.day - 1) * DAY, last)
