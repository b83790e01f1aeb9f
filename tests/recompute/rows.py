"""What the report counts, as tables: bounces, referrals and other facts, one row each, from the followed cases."""

import datetime as dt
import re

import pandas as pd

from case import Case, Event, add_years
from export import DAY, NEEDS, date, instant, london_day, years

YES = ("accepted", "waiting_list", "appointment_offered", "started")
NO_DECISION = ("acknowledged", "information_requested", "did_not_attend")
BOUNCES = ["person", "on", "need", "service", "code", "cls", "points_to", "days_lost", "challenged", "overturned",
           "cites", "refusal", "attempt", "quadrant", "tennis", "age", "area", "author"]
REFERRALS = ["person", "on", "need", "service", "number", "answered", "answer_due", "decided", "decision_due", "accepted",
             "bounced", "other_cited", "wishes", "missed", "age", "area", "author"]
FACTS = ["person", "on", "kind", "need", "service", "until", "outcome", "yes", "pence", "age", "area", "author"]


class Rows:
    """The rows of every person of an export, as things stood at `now`."""

    def __init__(self, export, now):
        self.export, self.now = export, now
        self.bounces, self.referrals, self.facts, self.held, self.joined = [], [], [], 0, 0
        people = {row.person_id: row for row in export.people.itertuples()}
        for person, table in export.events.groupby("person_id", sort=False):
            events = [Event(row, instant(row.event_at)) for row in table.itertuples()]
            events.sort(key=lambda event: (event.at, int(event.sequence)))
            Person(self, people[person], events).tell()
        self.bounces = pd.DataFrame(self.bounces, columns=BOUNCES)
        self.referrals = pd.DataFrame(self.referrals, columns=REFERRALS)
        self.facts = pd.DataFrame(self.facts, columns=FACTS)
        self.carers = self.spoken_to()
        self.retold = [london_day(instant(row.retold_at)) for row in export.retellings.itertuples()
                       if row.taken_back == "no"]

    def spoken_to(self):
        rows = [(row.person_id, london_day(instant(row.contact_at))) for row in self.export.contacts.itertuples()
                if row.outcome in ("spoke", "replied") and row.undone == "no"]
        return pd.DataFrame(rows, columns=["person", "on"])


class Person:
    def __init__(self, rows, row, events):
        self.rows, self.export, self.now = rows, rows.export, rows.now
        self.row, self.born = row, date(row.birth_date)
        self.case = Case(self.export, row, events).follow(self.now)
        self.standing = self.case.standing()
        self.turning_away = {bounce.event for bounce in self.case.bounces if bounce.event}
        self.taken = {need: [event.at for event in self.standing if self.takes(event, need)] for need in NEEDS}

    def tell(self):
        self.tell_bounces()
        referrals = self.tell_referrals()
        self.tell_asked()
        self.tell_joint(referrals)
        self.tell_eighteen(referrals)
        self.tell_events()
        self.tell_challenges()
        open_needs = [need for need in self.case.needs.values() if need.open]
        joined = [need for need in open_needs if need.leg and need.leg.state in ("accepted", "waiting", "started")]
        self.rows.held += bool(open_needs)
        self.rows.joined += bool(open_needs) and len(joined) == len(open_needs)

    def where(self, on, author=""):
        age = years(self.born, on) if self.born and self.born <= on else None
        return {"age": age, "area": self.row.postcode_district, "author": author}

    def fact(self, kind, on, need, service="", until=None, outcome="", yes=None, pence=None,
             author=""):
        self.rows.facts.append({"person": self.row.person_id, "on": on, "kind": kind, "need": need, "service": service,
                                "until": until, "outcome": outcome, "yes": yes, "pence": pence,
                                **self.where(on, author)})

    # --- bounces ---

    def tell_bounces(self):
        by_id = {event.event_id: event for event in self.case.events}
        played = self.tennis()
        for bounce in self.case.bounces:
            event = by_id.get(bounce.event)
            upheld = bounce.refusal and event is not None and event.event_type == "response" and self.upheld(bounce)
            reason = self.export.reason(bounce.code, bounce.at)
            on = london_day(bounce.at)
            self.rows.bounces.append({
                "person": self.row.person_id, "on": on, "need": bounce.need, "service": bounce.service,
                "code": bounce.code, "cls": bounce.cls, "points_to": bounce.points_to,
                "days_lost": max((min(bounce.ended or self.now, self.now) - bounce.asked).days, 0),
                "challenged": bounce.overturned or upheld or self.challenged(bounce),
                "overturned": bounce.overturned, "cites": reason.cites_need if reason else "",
                "refusal": bounce.refusal, "attempt": bounce.attempt, "quadrant": self.quadrant(bounce.at),
                "tennis": id(bounce) in played, **self.where(on, event.recorded_by if event else "")})

    def challenged(self, bounce):
        """By an event, or by a letter that is a challenge, on that day or later."""
        for event in self.case.events:
            if event.void or event.at < bounce.at:
                continue
            if event.event_type == "challenge_sent" and (event.need, event.service_id) == (bounce.need, bounce.service):
                return True
            if (event.event_type == "letter_sent" and event.letter_kind == "challenge"
                    and event.sent_to == bounce.service and event.need in (bounce.need, "both")):
                return True
        return False

    def upheld(self, bounce):
        """What the service said last."""
        said = [event.outcome for event in self.case.events
                if event.event_type == "challenge_answered" and not event.void and event.at >= bounce.at
                and (event.need, event.service_id) == (bounce.need, bounce.service)]
        return said[-1:] == ["upheld"]

    def quadrant(self, when):
        """Of the last assessment before that, by the first rule of the policy of that day that fits."""
        signed = [event for event in self.standing if event.event_type == "assessment_signed" and event.at <= when]
        if not signed:
            return ""
        found = {row.need: row for row in self.export.findings[signed[-1].event_id]}
        severe = found["mental_health"].severe_mental_illness
        for rule in self.export.policy(when).lead_rules:
            if rule.severe_mental_illness in ("", severe) and all(
                    fits(getattr(rule, need), severity(found[need])) for need in NEEDS):
                return rule.quadrant
        raise AssertionError("the last rule fits everybody")

    def tennis(self):
        """Refusals that made a match: within the window of an earlier one since the last joint meeting; one a meeting."""
        made = set()
        meetings = [event.at for event in self.standing if event.event_type == "mdt"]
        for place, two in enumerate(self.case.bounces):
            since = max([when for when in meetings if when < two.at], default=None)
            before = [one for one in self.case.bounces[:place] if since is None or one.at > since]
            if not two.refusal or any(id(one) in made for one in before):
                continue
            amount, _, pair = self.export.policy(two.at).clocks["tennis.window"]
            for one in before:
                name_each_other = (not one.attempt and not two.attempt and one.points_to and two.points_to
                                   and one.points_to == two.service and two.points_to == one.service)
                if (one.refusal and two.at - one.at <= amount * DAY
                        and (name_each_other or {one.code, two.code} == set(pair.split("; ")))):
                    made.add(id(two))
        return made

    # --- referrals ---

    def takes(self, event, need, service=None):
        """A service takes the need."""
        if event.need != need or (service is not None and event.service_id != service):
            return False
        if event.event_type == "response":
            return event.response in YES and event.event_id not in self.turning_away
        if event.event_type == "challenge_answered":
            return event.accepted == "yes"
        return event.event_type == "handover_accepted"

    def sends(self, event, need):
        return event.event_type == "referral_sent" and any(
            leg.need == need for leg in self.export.legs.get(event.event_id, []))

    def tell_referrals(self):
        numbers = self.numbered()
        told = []
        for event in self.case.events:
            if event.event_type != "referral_sent" or event.void:
                continue
            for leg in self.export.legs[event.event_id]:
                on = london_day(event.at)
                row = {"person": self.row.person_id, "on": on, "need": leg.need, "service": leg.service_id,
                       "number": 0, "answered": None, "answer_due": None, "decided": None, "decision_due": None,
                       "accepted": None, "bounced": False, "other_cited": False, "wishes": set(), "missed": set(),
                       **self.where(on, event.recorded_by)}
                if not event.no_ground:
                    row["number"] = numbers.get((event.event_id, leg.need), 0)
                    self.mark(row, event)
                told.append(row)
        self.rows.referrals += told
        return told

    def mark(self, row, sent):
        """What came of it until the need was sent anew."""
        need, service = row["need"], row["service"]
        later = self.standing[self.standing.index(sent) + 1:]
        anew = next((place for place, event in enumerate(later) if self.sends(event, need)), len(later))
        end = later[anew].at if anew < len(later) else None
        accepted_at = None
        for event in later[:anew]:
            if event.event_type == "response" and (event.need, event.service_id) == (need, service):
                row["answered"] = row["answered"] or london_day(event.at)
                if event.response not in NO_DECISION:
                    row["decided"] = row["decided"] or london_day(event.at)
            if accepted_at is None and self.takes(event, need, service):
                accepted_at, row["accepted"] = event.at, london_day(event.at)
        for bounce in self.case.bounces:
            if ((bounce.need, bounce.service) == (need, service) and bounce.at >= sent.at
                    and (end is None or bounce.at <= end) and (accepted_at is None or bounce.at <= accepted_at)):
                reason = self.export.reason(bounce.code, bounce.at)
                row["bounced"] = True
                row["other_cited"] |= bounce.refusal and reason.cites_need == other(need)
        policy = self.export.policy(sent.at)
        for standard, column in (("acknowledge", "answer_due"), ("decide", "decision_due")):
            clock = policy.clocks.get("standard." + standard)
            row[column] = london_day(policy.due(sent.at, clock[0])) if clock else None
        row["wishes"], row["missed"] = self.wishes(service)

    def wishes(self, service):
        """Those the person has, and those that this service does not meet."""
        wishes = {wish for wish, has in (("not_near_home", self.row.avoids_home_area == "yes"),
                                         ("travel", self.row.needs_travel_help == "yes"),
                                         ("hours", self.row.work_hours != "")) if has}
        known = self.export.services.get(service)
        missed = set()
        if known is not None:
            home = self.row.postcode_district
            if home and known.postcode_district == home:
                missed.add("not_near_home")
            if known.helps_with_travel_cost != "yes":
                missed.add("travel")
            if known.opening_hours and self.row.work_hours and not opens_outside(known.opening_hours, self.row.work_hours):
                missed.add("hours")
        return wishes, wishes & missed

    def numbered(self):
        """Which referrals are new ones, counted for each need: asking a service again where the person waits is not."""
        waiting = dict.fromkeys(NEEDS)
        count = dict.fromkeys(NEEDS, 0)
        numbers, drunk = {}, False
        for event in self.standing:
            drunk = {"yes": True, "no": False, "": drunk}[event.intoxicated_now]
            kind = event.event_type
            if kind == "referral_sent":
                for leg in self.export.legs[event.event_id]:
                    if waiting[leg.need] != leg.service_id:
                        count[leg.need] += 1
                        waiting[leg.need] = leg.service_id
                        numbers[event.event_id, leg.need] = count[leg.need]
            elif kind == "response":
                if (event.response == "started" and waiting[event.need] == event.service_id
                        and not self.refused(event)):
                    waiting[event.need] = None
            elif kind == "handover_accepted":
                if waiting[event.need] != event.service_id:
                    waiting[event.need] = None
            elif kind == "person_declined":
                if event.has_capacity == "yes" and not drunk:
                    waiting[event.need] = None
            elif kind == "assessment_signed":
                for found in self.export.findings[event.event_id]:
                    if found.status in ("none", "met"):
                        waiting[found.need] = None
            elif kind == "joint_closure":
                for leg in self.export.legs[event.event_id]:
                    waiting[leg.need] = None
            elif kind == "person_died":
                waiting = dict.fromkeys(NEEDS)
        return numbers

    def refused(self, event):
        return any(bounce.event == event.event_id and bounce.cls != "soft" and not bounce.overturned
                   for bounce in self.case.bounces)

    # --- other facts ---

    def lost_on(self, need, since):
        return next((day for when, day in self.case.lost[need] if when >= since), None)

    def tell_asked(self):
        for need in NEEDS:
            asked = self.case.needs[need].asked
            if asked is None:
                continue
            helped = next((london_day(event.at) for event in self.standing
                           if event.event_type == "response" and event.need == need and event.response == "started"
                           and event.at >= asked and event.event_id not in self.turning_away), None)
            lost = self.lost_on(need, asked)
            on = london_day(asked)
            if helped is not None and (lost is None or helped <= lost):
                self.fact("asked", on, need, until=max(helped, on), outcome="helped")
            else:
                self.fact("asked", on, need, until=max(lost, on) if lost else None, outcome="lost" if lost else "")

    def tell_joint(self, referrals):
        """From the day both needs had been referred until both were accepted."""
        first = [row for row in referrals if row["number"] == 1]
        if {row["need"] for row in first} != set(NEEDS):
            return
        on = max(row["on"] for row in first)
        accepted = [min((row["accepted"] for row in referrals if row["need"] == need and row["accepted"]), default=None)
                    for need in NEEDS]
        until = max(on, *accepted) if all(accepted) else None
        self.fact("joint", on, "both", until=until, author=first[-1]["author"])

    def tell_eighteen(self, referrals):
        if not self.born:
            return
        birthday = add_years(self.born, 18)
        for need in NEEDS:
            if any(begun <= birthday and (over is None or over >= birthday) for begun, over in self.spells(need)):
                grown = any(row["need"] == need and row["accepted"] and row["accepted"] <= birthday
                            and self.for_adults(row["service"]) for row in referrals)
                self.fact("eighteen", birthday, need, yes=grown)

    def spells(self, need):
        """Days on which the need was open; learned of late, it was so from the day help was asked for."""
        spells = [list(spell) for spell in self.case.spells[need]]
        asked = self.case.needs[need].asked
        if spells and asked:
            spells[0][0] = min(spells[0][0], london_day(asked))
        return spells

    def for_adults(self, service):
        known = self.export.services.get(service)
        return known is not None and (known.max_age == "" or int(known.max_age) > 18)

    def still_turned_away(self, need, service, when):
        since = [bounce.at for bounce in self.case.bounces
                 if (bounce.need, bounce.service) == (need, service) and bounce.at <= when]
        return bool(since) and not any(since[-1] < taken <= when for taken in self.taken[need])

    def tell_events(self):
        for event in self.standing:
            on, author, kind = london_day(event.at), event.recorded_by, event.event_type
            if kind == "attempt":
                on = min(on, london_day(instant(event.happened_at) or event.at))
                self.fact("attempt", on, event.need, event.attempt_source, author=author)
            elif kind == "contact" and event.direction == "out":  # no measure counts the others
                avoidable = any(self.still_turned_away(need, event.service_id, event.at) for need in NEEDS)
                avoidable = any(self.still_turned_away(need, event.service_id, event.at) for need in NEEDS)
                self.fact("contact_" + event.direction, on, "both", event.service_id, outcome=event.outcome,
                          yes=avoidable, author=author)
            elif kind == "response" and event.response in ("discharged", "completed"):
                self.fact("ended", on, event.need, event.service_id, yes=self.case.planned[event.event_id],
                          author=author)
            elif kind == "protocol_applied":
                self.fact("protocol", on, event.need, event.service_id, yes=event.applied == "yes", author=author)
            elif kind == "mdt":
                self.fact("meeting", on, "both", author=author)
            elif kind == "letter_sent" and event.sent_to == "carer":
                self.fact("carer", on, event.need, author=author)
            elif kind == "cost_borne":
                self.fact("cost", on, event.need, event.service_id, pence=int(event.pence), author=author)
            elif kind == "good_experience":
                self.fact("good", on, event.need, event.service_id, yes=event.held_both == "yes", author=author)

    def tell_challenges(self):
        """The steps of one challenge count once: from the first until it is answered or withdrawn."""
        running = {}
        for place, event in enumerate(self.standing):
            if event.event_type == "challenge_sent":
                begun = [(event.need, event.service_id)]
            elif event.event_type == "letter_sent" and event.letter_kind == "challenge":
                begun = [(need, event.sent_to) for need in NEEDS if event.need in (need, "both")]
            else:
                begun = []
            for about in begun:
                if running.get(about, 0) > place:
                    continue
                end = next((at for at in range(place + 1, len(self.standing)) if self.ends(self.standing[at], about)),
                           None)
                running[about] = len(self.standing) if end is None else end
                said = self.standing[end] if end is not None else None
                outcome = "" if said is None else said.outcome or "withdrawn"
                self.fact("challenge", london_day(event.at), about[0], about[1], outcome=outcome,
                          until=london_day(said.at) if said else None, author=event.recorded_by)

    @staticmethod
    def ends(event, about):
        return (event.event_type in ("challenge_answered", "challenge_withdrawn")
                and (event.need, event.service_id) == about)


def other(need):
    return NEEDS[1 - NEEDS.index(need)]


def severity(found):
    """As far as an assessment says; of a need that is over or was never there: none."""
    if found.status in ("possible", "present"):
        return found.severity
    return "" if found.status == "not_asked" else "none"


def fits(allowed, found):
    return allowed == "" or (found != "" and found in allowed.split("; "))


DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


def week_minutes(text):
    """Stretches of the week, each (day, opens, closes) in minutes; one that ends the next day is two."""
    stretches = []
    for part in re.split("[,;]", text):
        days, times = part.strip().split(" ")
        first, last = (DAYS.index(day) for day in (days.split("-") * 2)[:2])
        opens, closes = (int(time[:2]) * 60 + int(time[3:]) for time in times.split("-"))
        day = first
        while True:
            if closes > opens:
                stretches.append((day, opens, closes))
            else:
                stretches.append((day, opens, 24 * 60))
                stretches.append(((day + 1) % 7, 0, closes))
            if day == last:
                break
            day = (day + 1) % 7
    return stretches


def opens_outside(opening, work):
    """Half an hour in one piece, in one opening, that no shift takes."""
    shifts = week_minutes(work)
    for day, opens, closes in week_minutes(opening):
        free = 0
        for minute in range(opens, closes):
            busy = any(day == on and begins <= minute < ends for on, begins, ends in shifts)
            free = 0 if busy else free + 1
            if free >= 30:
                return True
    return False
