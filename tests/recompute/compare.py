"""A recomputed report beside the one that `holdfast report bounces --suppress none --format json` wrote.

Counts, dates and words must be equal. A ratio may differ by the last bits of arithmetic (1e-9); nothing is rounded on
either side, since an exact report writes ratios as they are.
"""

KEYS = {
    "measures": ("id",), "totals": (), "groups": ("key",), "by_service": ("key",), "by_reason": ("key",),
    "by_month": ("key",), "flow": ("from", "to"), "trend": ("month",), "waiting": ("need", "days"),
    "quadrants": ("quadrant",), "group_measures": ("key", "id"), "training": ("id",), "national": ("code",),
}
# Words that stand beside figures, with their source in the program alone.
WORDS = {"measures": ("title", "chapter"), "training": ("title", "basis")}
# No figures: what each measure counts, in words.
TEXTS = ("definitions",)
SORTED = ("groups", "by_service", "by_reason")
HEAD = ("report", "version", "from", "to", "by", "service", "need", "data_as_of", "policy", "parameters", "caveats",
        "hidden", "pictures")
NEAR = 1e-9


class Comparison:
    def __init__(self, name):
        self.name, self.figures, self.faults = name, 0, []

    def fault(self, text):
        self.faults.append(f"{self.name}: {text}")

    def report(self, made, written):
        for table in written:
            if table not in KEYS and table not in TEXTS and table not in HEAD:
                self.fault(f"table {table} is not recomputed (tests/recompute/measures.py)")
        for table, lines in made.items():
            if table not in written:
                self.fault(f"table {table} is not in the report")
                continue
            self.table(table, lines, written[table])

    def table(self, table, made, written):
        if table == "totals":
            written = [{"key": key, "value": value} for key, value in written.items()]
        keys = KEYS[table] or ("key",)
        found = {}
        for row in written:
            key = tuple(row[each] for each in keys)
            found[key if len(key) > 1 else key[0]] = row
        for key in made.keys() - found.keys():
            self.fault(f"{table} {key}: recomputed, not in the report: {made[key]}")
        for key in found.keys() - made.keys():
            self.fault(f"{table} {key}: in the report, not recomputed: {found[key]}")
        for key in made.keys() & found.keys():
            self.row(f"{table} {key}", made[key], found[key], keys + WORDS.get(table, ()))
        if table in SORTED and len(written) > 1 and "bounces" in written[0] and "-" not in written[0]["key"][4:5]:
            order = [row["bounces"] for row in written]
            if order != sorted(order, reverse=True):
                self.fault(f"{table}: not in order")

    def row(self, where, made, written, words):
        for column, value in written.items():
            if column in words:
                continue
            if column not in made:
                self.fault(f"{where} {column}: not recomputed")
                continue
            self.figures += 1
            if not same(made[column], value):
                self.fault(f"{where} {column}: recomputed {made[column]}, in the report {value}")
        for column in made.keys() - written.keys():
            self.fault(f"{where} {column}: not in the report")


def same(made, written):
    if isinstance(made, set):
        return made == {word for word in written.split(", ") if word}
    if isinstance(made, float) or isinstance(written, float):
        return made is not None and written is not None and abs(made - written) <= NEAR
    return made == written
