"""Reads a folder of `holdfast export events` (docs/export-events.md) with pandas, and knows London's days."""

import bisect
import datetime as dt
import pathlib
from zoneinfo import ZoneInfo

import pandas as pd

LONDON = ZoneInfo("Europe/London")
UTC = dt.timezone.utc
NEEDS = ("mental_health", "substance_use")
DAY = dt.timedelta(days=1)


def instant(text):
    """An instant of the files; nothing for an empty cell."""
    if not text:
        return None
    form = "%Y-%m-%dT%H:%M:%S.%fZ" if "." in text else "%Y-%m-%dT%H:%M:%SZ"
    return dt.datetime.strptime(text, form).replace(tzinfo=UTC)


def date(text):
    return dt.date.fromisoformat(text) if text else None


def yes(text):
    """True, False, or None where nobody recorded it."""
    return {"yes": True, "no": False, "": None}[text]


def london_day(when):
    return when.astimezone(LONDON).date()


def years(born, on):
    """Whole years as people count them: born on 29 February, a year older on 1 March."""
    return on.year - born.year - ((on.month, on.day) < (born.month, born.day))


class Policy:
    """The rules of one policy that the report rests on."""

    def __init__(self, reasons, clocks, lead_rules, holidays):
        self.reasons = {row.reason_code: row for row in reasons.itertuples()}
        self.clocks = {}
        self.urgency = []
        for row in clocks.itertuples():
            if row.clock.startswith("urgency."):
                self.urgency.append((row.clock.split(".", 1)[1], row.code.split("; ")))
            else:
                self.clocks[row.clock] = (int(row.amount) if row.amount else None, row.unit, row.code)
        self.lead_rules = [row for row in lead_rules.sort_values("position", key=lambda at: at.astype(int)).itertuples()]
        self.holidays = {date(text) for text in holidays.holiday}

    def implied(self, by):
        return self.clocks["implied." + by][2]

    def works(self, day):
        return day.weekday() < 5 and day not in self.holidays

    def due(self, when, working_days):
        """17:00 in London on the nth working day after that day."""
        day = london_day(when)
        while working_days > 0:
            day += DAY
            working_days -= self.works(day)
        return dt.datetime.combine(day, dt.time(17), LONDON).astimezone(UTC)


class Export:
    """One folder. Policies, services and workers are looked up by name; people and their events are tables."""

    def __init__(self, folder):
        self.folder = pathlib.Path(folder)
        about = self.table("about")
        self.about = dict(zip(about.key, about.value))
        self.events = self.table("events")
        self.people = self.table("people")
        self.legs = self.grouped("event_legs")
        self.findings = self.grouped("assessment_needs")
        self.items = self.grouped("assessment_items")
        self.contacts = self.table("carer_contacts")
        self.retellings = self.table("retellings")
        self.services = {row.service_id: row for row in self.table("services").itertuples()}
        self.workers = {row.worker_id: row for row in self.table("workers").itertuples()}
        self.policies()
        if (self.people.person_id != self.people.record_id).any():
            raise SystemExit("joined records are not recomputed here")

    def table(self, name):
        # Cells are texts as they stand: an id of digits stays what it is.
        table = pd.read_csv(self.folder / f"{name}.csv", dtype=str, keep_default_na=False)
        # What a spreadsheet would take for a formula stands behind an apostrophe.
        return table

    def grouped(self, name):
        groups = {}
        for row in self.table(name).itertuples():
            groups.setdefault(row.event_id, []).append(row)
        return groups

    def policies(self):
        tables = {name: self.table(name) for name in ("reasons", "clocks", "lead_rules", "holidays")}
        self.pages = []
        for (_, _, start), _ in tables["reasons"].groupby(["policy_id", "policy_version", "in_force_from"], sort=False):
            ours = {name: table[table.in_force_from == start] for name, table in tables.items()}
            self.pages.append((instant(start), Policy(**ours)))
        self.pages.sort(key=lambda page: page[0])
        self.starts = [start for start, _ in self.pages]

    def policy(self, when):
        """Of that instant; the first one holds for all time before it, too."""
        return self.pages[max(bisect.bisect_right(self.starts, when) - 1, 0)][1]

    def reason(self, code, when):
        """As the policy of that instant has it, else the newest that knows it."""
        for policy in [self.policy(when)] + [policy for _, policy in reversed(self.pages)]:
            if code in policy.reasons:
                return policy.reasons[code]
        return None
