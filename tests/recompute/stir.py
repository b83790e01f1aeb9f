"""Histories that no practice person has: events put at random into a practice store, so that the two reckonings meet what
is rare. Each person gets a correction first, as real records have: from then on what has no ground is passed over.
"""

import datetime as dt
import json
import random
import sqlite3

NEEDS = ("mental_health", "substance_use")
KINDS = ("acknowledged", "information_requested", "accepted", "waiting_list", "appointment_offered", "started", "declined",
         "returned_with_advice", "signposted", "did_not_attend", "discharged", "completed")
SAFETY = ("suicidal_thoughts", "recent_attempt", "overdose", "pregnant", "withdrawal_risk", "intoxicated_now")


ASSESSED = ("assessment_signed", {"worker": "WORKER", "service": "SERVICE",
                                  "mental_health": {"status": "present", "severity": "moderate"},
                                  "substance_use": {"status": "none"}})
SENT = ("referral_sent", {"legs": [{"need": "mental_health", "service": "SERVICE"}]})


def said(kind, **more):
    return "response", {"need": "mental_health", "service": "SERVICE", "response": kind, **more}


STORIES = (
    # The need is met without anybody having said that help began.
    (ASSESSED, SENT, said("accepted", worker="WORKER"), ("aftercare_planned", {"need": "mental_health", "choice": "declined"}),
     said("completed")),
    # A no from somebody who is intoxicated is no decision; the service is still waited for.
    (ASSESSED, SENT, ("person_declined", {"need": "mental_health", "re_offer_on": "IN_A_MONTH", "capacity": True,
                                          "safety": {"intoxicated_now": True}}),
     SENT, said("started", worker="WORKER")),
    # Refused, asked again at the same place, taken.
    (ASSESSED, SENT, said("declined", reason="H01"), SENT, said("started", worker="WORKER")),
    # Two missed visits, then sent away for them.
    (ASSESSED, SENT, said("accepted", worker="WORKER"), said("did_not_attend"), said("did_not_attend"),
     said("discharged"), ("challenge_sent", {"need": "mental_health", "service": "SERVICE"}),
     ("challenge_answered", {"need": "mental_health", "service": "SERVICE", "outcome": "overturned", "accepted": True})),
)


class Stirrer:
    def __init__(self, file, seed, now):
        self.db, self.chance, self.now = sqlite3.connect(file, isolation_level=None), random.Random(seed), now
        self.made = 0
        self.services = [row[0] for row in self.db.execute("SELECT id FROM service ORDER BY id")]
        self.workers = [row[0] for row in self.db.execute("SELECT id FROM worker ORDER BY id")]
        self.policy, self.command = self.db.execute("SELECT policy_version, command FROM case_event LIMIT 1").fetchone()
        whole = json.loads(self.db.execute("SELECT whole FROM policy ORDER BY number DESC LIMIT 1").fetchone()[0])
        self.reasons = [reason["code"] for reason in whole["reasons"]]

    def stir(self):
        people = [row[0] for row in self.db.execute("SELECT id FROM person ORDER BY id")]
        self.db.execute("BEGIN")
        for person in people:
            self.person(person)
        for number, person in enumerate(self.chance.sample(people, len(people) // 3)):
            self.told(person, STORIES[number % len(STORIES)])
        for person in self.chance.sample(people, len(people) // 3):
            self.turn_eighteen(person)
        for person in self.chance.sample(people, len(people) // 4):
            self.db.execute("UPDATE person SET work_hours = ?, avoids_home_area = ?, needs_travel_help = 1 WHERE id = ?",
                            (self.chance.choice(("mon-fri 09:00-17:30", "mon-sun 22:00-06:00", "")),
                             self.chance.randrange(2), person))
        for person in self.chance.sample(people, len(people) // 5):
            self.made += 1
            self.db.execute("INSERT INTO retelling (id, person, to_whom, worker, at, taken_back) VALUES (?, ?, '', ?, ?, ?)",
                            (f"told-{self.made}", person, self.workers[0], self.moment(200), self.chance.randrange(2)))
        self.db.execute("COMMIT")
        self.db.close()

    def moment(self, most_days):
        return int((self.now - dt.timedelta(minutes=self.chance.randrange(1, most_days * 1440))).timestamp()) * 1000

    def person(self, person):
        rows = self.db.execute("SELECT happened_at, seq, id, kind FROM case_event WHERE person = ? ORDER BY happened_at, seq",
                               (person,)).fetchall()
        if not rows:
            return
        first, seq = rows[0][0], max(row[1] for row in rows)
        self.known = [(at, seq, event, kind) for at, seq, event, kind in rows]
        span = max(int((self.now.timestamp() * 1000 - first) / 60000), 10)
        mistake = self.add(person, seq + 1, first, "contact", {"service": self.services[0], "direction": "in",
                                                               "outcome": "no_answer"})
        self.add(person, seq + 2, first, "entered_in_error", {"event": mistake, "reason": "of somebody else"})
        seq += 2
        for _ in range(self.chance.randrange(2, 14)):
            at = first + self.chance.randrange(1, span) * 60000
            kind, body = self.event(at)
            if body is not None:
                seq += 1
                self.known.append((at, seq, self.add(person, seq, at, kind, body), kind))

    def told(self, person, story):
        """One event a day, up to yesterday."""
        seq = self.db.execute("SELECT COALESCE(MAX(seq), 0) FROM case_event WHERE person = ?", (person,)).fetchone()[0]
        start = self.now - dt.timedelta(days=len(story) + self.chance.randrange(1, 90))
        for number, (kind, body) in enumerate(story):
            body = json.loads(json.dumps(body).replace("SERVICE", self.services[0]).replace("WORKER", self.workers[0]))
            at = int((start + dt.timedelta(days=number)).timestamp()) * 1000
            if "IN_A_MONTH" in body.values():
                body["re_offer_on"] = str((start + dt.timedelta(days=number + 30)).date())
            self.add(person, seq + 1 + number, at, kind, body, exact=True)

    def turn_eighteen(self, person):
        """On a day on which something was going on; now and then born on a twenty-ninth of February."""
        first, last = self.db.execute("SELECT MIN(happened_at), MAX(happened_at) FROM case_event WHERE person = ?",
                                      (person,)).fetchone()
        if first is None:
            return
        day = dt.date(1970, 1, 1) + dt.timedelta(milliseconds=self.chance.randrange(first, last + 1))
        leap = dt.date(day.year, 3, 1)
        if days(leap) * 86400000 in range(first, last) and (day.year - 18) % 4 == 0:
            born = dt.date(day.year - 18, 2, 29)
        else:
            born = day.replace(year=day.year - 18, day=min(day.day, 28))
        self.db.execute("UPDATE person SET born = ? WHERE id = ?", (days(born), person))

    def add(self, person, seq, at, kind, body, exact=False):
        self.made += 1
        name = f"stirred-{self.made}"
        written = {"at": text(at), "type": kind, **body}
        if not exact and self.chance.random() < .15:
            written["safety"] = {self.chance.choice(SAFETY): self.chance.random() < .6}
        self.db.execute("INSERT INTO case_event (person, seq, id, happened_at, recorded_at, kind, body, words, author,"
                        " policy_version, command, channel, told_by, why_not_challenged)"
                        " VALUES (?, ?, ?, ?, ?, ?, ?, '', ?, ?, ?, '', '', '')",
                        (person, seq, name, at, at, kind, json.dumps(written), self.chance.choice(self.workers),
                         self.policy, self.command))
        return name

    def event(self, at):
        pick = self.chance.choice
        need, service, worker = pick(NEEDS), pick(self.services[:5]), pick(self.workers)
        about = {"need": need, "service": service}
        kind = pick(("attempt", "response", "response", "response", "response", "referral_sent", "referral_sent", "contact",
                     "contact", "challenge_sent", "challenge_answered", "challenge_withdrawn", "letter_sent",
                     "worker_changed", "person_declined", "aftercare_planned", "joint_closure", "mdt", "reopened",
                     "handover_accepted", "protocol_applied", "good_experience", "cost_borne", "second_look", "entered_in_error",
                     "assessment_signed", "person_died" if self.chance.random() < .1 else "contact"))
        day = dt.datetime.fromtimestamp(at / 1000, dt.timezone.utc).date()
        if kind == "attempt":
            body = {"need": need, "source": pick(("gp", "emergency_department", "a friend's door"))}
            if self.chance.random() < .7:
                body["reason"] = pick(self.reasons)
            if self.chance.random() < .5:
                body["happened_at"] = text(at - self.chance.randrange(1, 100) * 86400000)
        elif kind == "response":
            body = {**about, "response": pick(KINDS)}
            if body["response"] == "declined" or self.chance.random() < .15:
                body["reason"] = pick(self.reasons)
            if self.chance.random() < .3:
                body["points_to"] = pick(self.services[:5])
            if self.chance.random() < .3:
                body["worker"] = worker
        elif kind == "referral_sent":
            legs = [{"need": each, "service": pick(self.services[:5])} for each in NEEDS]
            body = {"legs": legs if self.chance.random() < .5 else [pick(legs)]}
        elif kind == "contact":
            body = {"service": service, "direction": pick(("in", "out", "out")),
                    "outcome": pick(("spoke", "left_message", "no_answer", "replied"))}
        elif kind == "challenge_answered":
            body = {**about, "outcome": pick(("overturned", "upheld"))}
            if body["outcome"] == "overturned" and self.chance.random() < .5:
                body["accepted"] = True
        elif kind == "challenge_withdrawn":
            body = {**about, "reason": "settled"}
        elif kind == "letter_sent":
            body = {"need": pick((*NEEDS, "both")), "kind": "carer", "to": "carer", "method": "post"}
            if self.chance.random() < .6:
                body.update(kind="challenge", to=service)
        elif kind == "worker_changed":
            body = {"service": service, "worker": pick((None, worker))}
        elif kind == "person_declined":
            body = {"need": need, "re_offer_on": str(day + dt.timedelta(days=pick((1, 30, 90))))}
            if self.chance.random() < .8:
                body["capacity"] = self.chance.random() < .8
        elif kind == "aftercare_planned":
            body = {"need": need, "choice": "declined"}
            if self.chance.random() < .6:
                body = {"need": need, "until": str(day + dt.timedelta(days=pick((-5, 30, 200))))}
        elif kind == "joint_closure":
            body = {"reason": "done", "agreed_by": pick((["mdt"], [worker, pick(self.workers)])), "persons_view": "agreed",
                    "needs": list(NEEDS) if self.chance.random() < .5 else [need]}
        elif kind == "mdt":
            body = {"attended": [worker], "decision": "both hold", "lead": worker, "actions": []}
        elif kind == "reopened":
            body = {**about, "worker": worker, "reason": "came back"}
        elif kind == "handover_accepted":
            body = {**about, "worker": worker}
        elif kind == "protocol_applied":
            body = {**about, "applied": True}
        elif kind == "good_experience":
            body = {"need": pick((*NEEDS, "both")), "service": service, "held_both": pick((True, False)), "what": "kind"}
        elif kind == "cost_borne":
            body = {"need": pick((*NEEDS, "both")), "service": service, "for": pick(("travel", "phone")),
                    "pence": self.chance.randrange(1, 4000)}
        elif kind == "assessment_signed":
            body = {"worker": worker, "service": service}
            for each, details in (("mental_health", ("conditions", "depression", "psychosis")),
                                  ("substance_use", ("substances", "alcohol", "alcohol"))):
                status = pick(("present", "present", "possible", "none", "not_asked"))
                body[each] = {"status": status}
                if status in ("present", "possible"):
                    body[each].update(severity=pick(("mild", "moderate", "severe")), **{details[0]: [pick(details[1:])]})
        elif kind == "person_died":
            body = {"on": str(day)}
        elif kind in ("second_look", "entered_in_error"):
            earlier = [name for when, _, name, what in self.known if when < at
                       and (kind == "entered_in_error" or what in ("response", "attempt"))]
            if not earlier:
                return kind, None
            body = {"event": pick(earlier), "reason": "looked at again"}
            if kind == "second_look":
                body.update({"class": pick(("never", "handover", "soft")), "worker": worker})
        else:
            body = about
        return kind, body


def days(day):
    return (day - dt.date(1970, 1, 1)).days


def text(millis):
    return dt.datetime.fromtimestamp(millis / 1000, dt.timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ")


def stir(file, seed, now):
    Stirrer(file, seed, now).stir()
