"""Every table of the bounce report from the rows, by the definitions that `holdfast report list` prints."""

import datetime as dt

import pandas as pd

from case import add_months
from export import DAY, NEEDS, date, instant, london_day
from rows import Rows, other

CLASSES = ("never", "handover", "soft")
QUADRANTS = ("held_together", "mental_health_leads", "substance_use_leads", "primary_care", "not_known_yet")
AGE_BANDS = ((18, "under_18"), (25, "18_24"), (35, "25_34"), (45, "35_44"), (55, "45_54"), (65, "55_64"))


# --- figures of numbers ---

def median(values):
    values = sorted(values)
    half = len(values) // 2
    if not values:
        return None
    return float(values[half]) if len(values) % 2 else (values[half - 1] + values[half]) / 2


def quartiles(values):
    """Medians of the lower and the upper half, without the middle one of an odd number."""
    values = sorted(values)
    half = len(values) // 2
    return (median(values[:half]), median(values[len(values) - half:])) if len(values) > 1 else (None, None)


def days_figure(values):
    values = list(values)
    lower, upper = quartiles(values)
    return {"numerator": len(values), "median_days": median(values), "lower_quartile_days": lower,
            "upper_quartile_days": upper}


def pounds_figure(pence):
    figure = days_figure(pence)
    return {key.replace("_days", "_pounds"): value if key == "numerator" or value is None else value / 100
            for key, value in figure.items()}


def kaplan_meier(times, ended):
    """[(day, still without)] at each day on which something ended; who was lost that day was at risk until then."""
    table = pd.DataFrame({"time": list(times), "ended": list(ended)})
    left, steps = 1.0, []
    for day, here in table.groupby("time"):
        at_risk = int((table.time >= day).sum())
        if here.ended.any():
            left *= 1 - int(here.ended.sum()) / at_risk
            steps.append((int(day), left))
    return steps


def reached(steps, share):
    """The first day by which that share had ended."""
    return next((float(day) for day, left in steps if left <= 1 - share + 1e-9), None)


def left_after(steps, day):
    return ([1.0] + [left for at, left in steps if at <= day])[-1]


def xmr(values):
    """Mean and natural process limits: 2.66 average moving ranges to either side; the lower one shown from nought."""
    moves = [abs(b - a) for a, b in zip(values, values[1:])]
    mean, move = sum(values) / len(values), sum(moves) / len(moves)
    return mean, move, mean - 2.66 * move, mean + 2.66 * move


def signals(values):
    """Names of what is special at each point (docs/reports.md)."""
    mean, move, lower, upper = xmr(values)
    found = [set() for _ in values]
    side = [(value > mean) - (value < mean) for value in values]
    outside = [value > upper or value < lower for value in values]
    near = [not out and abs(value - mean) > 2.66 * move * 2 / 3 for value, out in zip(values, outside)]
    for place, out in enumerate(outside):
        if out:
            found[place].add("outside_limits")
    for first in range(len(values) - 6):
        seven = range(first, first + 7)
        if len({side[at] for at in seven}) == 1 and side[first] != 0:
            for at in seven:
                found[at].add("shift")
        steps = {(values[at + 1] > values[at]) - (values[at + 1] < values[at]) for at in list(seven)[:-1]}
        if steps in ({1}, {-1}):
            for at in seven:
                found[at].add("trend")
    for first in range(len(values) - 2):
        three = range(first, first + 3)
        if side[first] != 0 and len({side[at] for at in three}) == 1 and sum(near[at] for at in three) >= 2:
            for at in three:
                if near[at]:
                    found[at].add("near_limit")
    return found


# --- what is asked for ---

class Query:
    def __init__(self, begin, end, by="service", service="", need="", team="", area="", age_band=""):
        self.begin, self.end, self.by = begin, end, by
        self.service, self.need, self.team, self.area, self.age_band = service, need, team, area, age_band

    @property
    def narrowed(self):
        return any((self.service, self.need, self.team, self.area, self.age_band))

    def before(self):
        """Whole months before whole months, else as many days."""
        whole = self.begin.day == 1 and (self.end + DAY).day == 1
        end = self.begin - DAY
        months = (self.end.year - self.begin.year) * 12 + self.end.month - self.begin.month + 1
        begin = add_months(self.begin, -months) if whole else self.begin - (self.end - self.begin + DAY)
        return Query(begin, end, self.by, self.service, self.need, self.team, self.area, self.age_band)


def age_band(age):
    if age is None or pd.isna(age):
        return "not_recorded"
    return next((name for below, name in AGE_BANDS if age < below), "65_and_over")


class Report:
    """All tables of one query."""

    def __init__(self, export, rows, query, now, compare=False):
        self.export, self.rows, self.query = export, rows, query
        self.now, self.today, self.compare = now, london_day(now), compare
        workers = export.workers
        self.teams = {worker: (row.team, row.service_id) for worker, row in workers.items()}

    # --- choosing ---

    def chosen(self, table, query, begin=None):
        begin = begin or query.begin
        table = only(table, [begin <= on <= query.end for on in table.on])
        if query.service:
            table = table[table.service == query.service]
        if query.need:
            table = table[table.need.isin((query.need, "both"))]
        if query.age_band:
            table = only(table, [age_band(age) == query.age_band for age in table.age])
        if query.team:
            table = only(table, [query.team in self.teams.get(author, ()) for author in table.author])
        if query.area:
            table = only(table, [within(area, query.area) for area in table.area])
        return table

    def key(self, row, by):
        """What a row is told apart by; nothing when it has none of that kind."""
        is_bounce, is_referral = hasattr(row, "cls"), hasattr(row, "number")
        if by in ("reason", "class", "door", "quadrant"):
            if not is_bounce:
                return None
            return {"reason": row.code, "class": row.cls, "door": row.service if row.attempt else "referral",
                    "quadrant": row.quadrant or "not_recorded"}[by]
        if by == "need":
            return row.need if row.need != "both" else None
        if by == "service":
            return row.service or None
        if by == "month":
            return row.on.isoformat()[:7]
        if by == "age_band":
            return age_band(row.age)
        if by == "area":
            return row.area or "not_recorded"
        team, service = self.teams.get(row.author, ("", ""))
        return team or service or "not_recorded"

    # --- measures ---

    def measures(self, query):
        bounces = self.chosen(self.rows.bounces, query)
        referrals = self.chosen(self.rows.referrals, query)
        facts = self.chosen(self.rows.facts, query)
        spoken = only(self.rows.carers, [query.begin <= on <= query.end for on in self.rows.carers.on])
        retold = 0 if query.narrowed else sum(query.begin <= on <= query.end for on in self.rows.retold)
        return self.figures(bounces, referrals, facts, set(spoken.person), retold)

    def figures(self, bounces, referrals, facts, spoken=frozenset(), retold=0):
        new = referrals[referrals.number > 0]
        made = {}
        for need in NEEDS:
            here = new[new.need == need]
            made["qs188." + need] = share(here.other_cited)
            made["cited." + other(need)] = count((bounces.need == need) & (bounces.cites == other(need)))
        made["bounces.all"] = count(bounces.need.notna())
        for cls in CLASSES:
            made["bounces." + cls] = share(bounces.cls == cls)
        times = bounces.groupby("person").size()
        made["people.twice"] = share(times > 1)
        made["tennis.matches"] = count(bounces.tennis)
        made["days_lost.bounce"] = days_figure(bounces.days_lost)
        made["days_lost.person"] = days_figure(bounces.groupby("person").days_lost.sum())
        made["bounces.unreachable"] = count(bounces.code == "S12")
        made["silence.bounces"] = count(bounces.code.isin(("S02", "S03")))
        for need in NEEDS:
            made["first_help." + need] = self.first_help(facts, need)
        made["clock.answer"] = share(self.late(new, "answered", "answer_due"))
        made["clock.decision"] = share(self.late(new, "decided", "decision_due"))
        challenges = facts[facts.kind == "challenge"]
        made["challenges.sent"] = count(challenges.kind.notna())
        for outcome, name in (("overturned", "overturned"), ("upheld", "upheld"), ("", "unanswered")):
            made["challenges." + name] = share(challenges.outcome == outcome)
        answered = challenges[challenges.outcome.isin(("overturned", "upheld"))]
        made["challenges.days"] = days_figure([(row.until - row.on).days for row in answered.itertuples()])
        calls = facts[facts.kind == "contact_out"]
        made["contacts.unanswered"] = share(calls.outcome.isin(("left_message", "no_answer")))
        made["contacts.avoidable"] = share(calls.yes.astype(bool))
        made["ended.without_aftercare"] = share(~said(facts, "ended"))
        for wish in ("not_near_home", "travel", "hours"):
            wished = only(new, [wish in wishes for wishes in new.wishes])
            made["wish." + wish] = share(pd.Series([wish in missed for missed in wished.missed], dtype=bool))
        born = only(facts, [on <= self.today for on in facts.on])
        made["eighteen.accepted"] = share(said(born, "eighteen"))
        made["protocol.applied"] = share(said(facts, "protocol"))
        people = set(bounces.person) | set(new.person)
        carers = set(facts[facts.kind == "carer"].person) | spoken
        made["carers.involved"] = {"numerator": len(people & carers), "denominator": len(people)}
        made["attempts.all"] = count(facts.kind == "attempt")
        made["cost.person"] = pounds_figure(int(pence) for pence in facts[facts.kind == "cost"].pence)
        made["story.retold"] = {"numerator": retold}
        first = new[new.number == 1]
        made["well.accepted_first"] = share(first.accepted.notna() & ~first.bounced.astype(bool))
        made["well.joined_28"] = share(self.joined(facts))
        made["well.joint_meetings"] = count(facts.kind == "meeting")
        good = facts[facts.kind == "good"]
        made["well.good"] = count(good.kind.notna())
        made["well.held_both"] = share(good.yes.astype(bool))
        return made

    def late(self, referrals, done, due):
        """Later than due, or not yet and the day has passed; those whose day is to come are not counted."""
        late = []
        for row in referrals.itertuples():
            did, day = getattr(row, done), getattr(row, due)
            if not missing(day) and (not missing(did) or self.today > day):
                late.append((self.today if missing(did) else did) > day)
        return pd.Series(late, dtype=bool)

    def joined(self, facts):
        joint = [(row.on, None if missing(row.until) else row.until) for row in facts[facts.kind == "joint"].itertuples()]
        return pd.Series([until is not None and (until - on).days <= 28 for on, until in joint
                          if until is not None or on + 28 * DAY < self.today], dtype=bool)

    def waits(self, facts, need):
        """Days followed and whether help came by the day of the data."""
        waits = []
        for row in facts[(facts.kind == "asked") & (facts.need == need)].itertuples():
            until = self.today if missing(row.until) else row.until
            helped = row.outcome == "helped" and until <= self.today
            waits.append(((min(until, self.today) - row.on).days, helped))
        return waits

    def first_help(self, facts, need):
        waits = self.waits(facts, need)
        steps = kaplan_meier(*zip(*waits)) if waits else []
        return {"numerator": len(waits), "median_days": reached(steps, .5), "lower_quartile_days": reached(steps, .25),
                "upper_quartile_days": reached(steps, .75)}

    # --- tables ---

    def tables(self):
        query = self.query
        bounces = self.chosen(self.rows.bounces, query)
        tables = {
            "measures": self.measures_table(),
            "totals": self.totals(bounces),
            "groups": self.groups(bounces, query.by),
            "by_service": self.groups(bounces, "service"),
            "by_reason": self.groups(bounces, "reason"),
            "by_month": self.by_month(),
            "flow": self.flow(bounces),
            "trend": self.trend(),
            "waiting": self.waiting(),
            "quadrants": self.quadrants(bounces),
            "group_measures": self.group_measures(),
            "training": self.training(bounces),
            "national": self.national(bounces),
        }
        return tables

    def measures_table(self):
        now = self.measures(self.query)
        rows = {name: cells(figure) for name, figure in now.items()}
        if self.compare:
            for name, figure in self.measures(self.query.before()).items():
                rows[name].update({"before_" + key: value for key, value in cells(figure).items()})
        return rows

    def sent(self):
        return self.chosen(self.rows.referrals, self.query)

    def good(self):
        facts = self.chosen(self.rows.facts, self.query)
        return facts[facts.kind == "good"]

    def totals(self, bounces):
        times = bounces.groupby("person").size()
        good = self.good()
        values = {
            "bounces": len(bounces), **{cls: int((bounces.cls == cls).sum()) for cls in CLASSES},
            "people": len(times), "people_twice_or_more": int((times > 1).sum()),
            "days_lost": int(bounces.days_lost.sum()), "days_lost_median": median(bounces.days_lost),
            "challenged": int(bounces.challenged.sum()), "overturned": int(bounces.overturned.sum()),
            "legs_sent": len(self.sent()), "went_well": len(good), "held_both": int(good.yes.astype(bool).sum()),
            "held_now": self.rows.held, "joined_now": self.rows.joined, "open_without_holder": 0,
            "substance_use_cited": int(((bounces.need == NEEDS[0]) & (bounces.cites == NEEDS[1])).sum()),
            "mental_health_cited": int(((bounces.need == NEEDS[1]) & (bounces.cites == NEEDS[0])).sum()),
        }
        return {key: {"value": value} for key, value in values.items()}

    def line(self, bounces):
        """One line of a table of bounces; the commonest reason is the first by code among equals."""
        reasons = bounces.groupby("code").size()
        common = min(reasons[reasons == reasons.max()].index) if len(reasons) else None
        return {"bounces": len(bounces), **{cls: int((bounces.cls == cls).sum()) for cls in CLASSES},
                "people": bounces.person.nunique(), "days_lost_median": median(bounces.days_lost),
                "challenged": int(bounces.challenged.sum()), "overturned": int(bounces.overturned.sum()),
                "common_reason": common, "legs_sent": 0, "went_well": 0, "held_both": 0}

    def groups(self, bounces, by):
        if by == "month":
            months = self.months(self.query.begin, self.query.end)
        keys = [self.key(row, by) for row in bounces.itertuples()]
        lines = {key: self.line(here) for key, here in bounces.groupby(pd.Series(keys, bounces.index, dtype=object))}
        if by == "month":
            lines = {month: lines.get(month) or self.line(bounces[:0]) for month in months}
        if by == "service":
            sent, good = self.sent().groupby("service").size(), self.good().groupby("service")
            for service in set(sent.index) | set(good.groups):
                line = lines.setdefault(service, self.line(bounces[:0]))
                line["legs_sent"] = int(sent.get(service, 0))
                if service in good.groups:
                    here = good.get_group(service)
                    line["went_well"], line["held_both"] = len(here), int(here.yes.astype(bool).sum())
        for key, line in lines.items():
            line["label"] = self.label(key, by)
        return lines

    def label(self, key, by):
        if by in ("service", "team") and key in self.export.services:
            return self.export.services[key].name
        if by == "reason":
            return self.export.reason(key, self.now).label
        return key

    @staticmethod
    def months(begin, end):
        months, day = [], begin.replace(day=1)
        while day <= end:
            months.append(day.isoformat()[:7])
            day = add_months(day, 1)
        return months

    def trend_rows(self):
        """The twelve months up to the last one of the period."""
        first = add_months(self.query.end.replace(day=1), -11)
        bounces = self.chosen(self.rows.bounces, self.query, first)
        return self.months(first, self.query.end), bounces

    def by_month(self):
        months, bounces = self.trend_rows()
        lines = {}
        for month in months:
            here = only(bounces, [on.isoformat()[:7] == month for on in bounces.on])
            lines[month] = {**self.line(here), "label": month}
        return lines

    def trend(self):
        lines = self.by_month()
        values = [line["bounces"] for line in lines.values()]
        mean, _, lower, upper = xmr(values)
        return {month: {"bounces": value, "mean": mean, "lower_limit": max(lower, 0.0), "upper_limit": upper,
                        "signals": found}
                for (month, value), found in zip(zip(lines, values), signals(values))}

    def flow(self, bounces):
        ways = bounces.groupby(["service", "points_to"]).size()
        return {(service, to or None): {"count": int(times), "from_name": self.label(service, "service"),
                                        "to_name": self.label(to, "service") if to else "Nobody named"}
                for (service, to), times in ways.items()}

    def waiting(self):
        facts = self.chosen(self.rows.facts, self.query)
        points = {}
        for need in NEEDS:
            waits = self.waits(facts, need)
            steps = kaplan_meier(*zip(*waits)) if waits else []
            day = 0
            while sum(time >= day for time, _ in waits) >= 10:
                points[need, day] = {"left": left_after(steps, day)}
                day += 7
        return points

    def quadrants(self, bounces):
        counts = bounces.groupby(bounces.quadrant.replace("", "not_recorded")).size()
        names = list(QUADRANTS) + [name for name in counts.index if name not in QUADRANTS + ("not_recorded",)]
        return {name: {"bounces": int(counts.get(name, 0))} for name in names + ["not_recorded"]}

    def group_measures(self):
        by, query = self.query.by, self.query
        tables = [self.chosen(table, query) for table in (self.rows.bounces, self.rows.referrals, self.rows.facts)]
        keys = [pd.Series([self.key(row, by) for row in table.itertuples()], table.index, dtype=object)
                for table in tables]
        found = {}
        for key in sorted(set().union(*(set(each.dropna()) for each in keys))):
            here = [table[each == key] for table, each in zip(tables, keys)]
            for name, figure in self.figures(*here).items():
                made = cells(figure)
                found[key, name] = {column: made[column] for column in ("numerator", "denominator", "share", "median_days",
                                                                        "median_pounds")}
                found[key, name]["label"] = self.label(key, by)
        return found

    def reasons_now(self):
        return self.export.policy(self.now).reasons

    def training(self, bounces):
        needs = {}
        for reason in self.reasons_now().values():
            if reason.training_need:
                needs.setdefault(reason.training_need, set()).add(reason.reason_code)
        return {need: {"bounces": int(bounces.code.isin(codes).sum())} for need, codes in needs.items()}

    def national(self, bounces):
        rows = {}
        for code, times in bounces.groupby("code").size().items():
            reason = self.export.reason(code, self.now)
            rows[code] = {"bounces": int(times), "label": reason.label, "mhsds_rejection": reason.mhsds_rejection,
                          "mhsds_closure": reason.mhsds_closure, "side": reason.side}
        return rows


def only(table, keep):
    return table[pd.Series(keep, table.index, dtype=bool)]


def missing(value):
    return value is None or value is pd.NaT or (isinstance(value, float) and pd.isna(value))


def said(facts, kind):
    return facts[facts.kind == kind].yes.astype(bool)


def count(mask):
    return {"numerator": int(mask.astype(bool).sum())}


def share(mask):
    return {"numerator": int(mask.astype(bool).sum()), "denominator": len(mask)}


def cells(figure):
    whole = figure.get("denominator")
    return {"numerator": figure["numerator"], "denominator": whole,
            "share": figure["numerator"] / whole if whole else None, "median_days": figure.get("median_days"),
            "lower_quartile_days": figure.get("lower_quartile_days"),
            "upper_quartile_days": figure.get("upper_quartile_days"), "median_pounds": figure.get("median_pounds"),
            "lower_quartile_pounds": figure.get("lower_quartile_pounds"),
            "upper_quartile_pounds": figure.get("upper_quartile_pounds")}


def within(area, asked):
    """SG takes in SG1 and SG14; S does not, and SG1 does not take in SG14."""
    if area == asked:
        return True
    return not any(sign.isdigit() for sign in asked) and area.startswith(asked) and area[len(asked):][:1].isdigit()
