"""What is in the files of one published report, read back from them: cells by table, line and column.

The same cell must say the same in every format: a number that one file hides and another shows is found out by opening
both.
"""

import csv
import html.parser
import io
import json
import xml.etree.ElementTree as Tree
import zipfile

HIDDEN = "*"


class FromJson:
    """The tables as the JSON has them; what is hidden is HIDDEN, what there is not is None."""

    def __init__(self, text):
        self.json = json.loads(text)
        for pointer in self.json["hidden"]:
            *path, last = pointer.strip("/").split("/")
            at = self.json
            for step in path:
                at = at[int(step)] if isinstance(at, list) else at[step]
            at[int(last) if isinstance(at, list) else last] = HIDDEN
        self.tables = {name: table for name, table in self.json.items()
                       if isinstance(table, list) and table and isinstance(table[0], dict)}
        self.totals = self.json["totals"]


class HtmlTables(html.parser.HTMLParser):
    """Tables by the id of their heading, as lists of rows of texts."""

    def __init__(self, text):
        super().__init__()
        self.tables, self.table, self.cell = {}, None, None
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        attributes = dict(attributes)
        if tag == "section":
            self.table = self.tables.setdefault(attributes.get("aria-labelledby"), [])
        elif tag == "tr" and self.table is not None:
            self.table.append([])
        elif tag in ("td", "th") and self.table:
            self.cell = ""

    def handle_endtag(self, tag):
        if tag in ("td", "th") and self.cell is not None:
            self.table[-1].append(self.cell.strip())
            self.cell = None

    def handle_data(self, data):
        if self.cell is not None:
            self.cell += data


def shown(value, percent):
    """As the page writes it."""
    if value is None:
        return ""
    if isinstance(value, float):
        if percent:
            return f"{value * 100:.0f}%"
        return f"{value:.0f}" if value == int(value) else f"{value:.1f}"
    return str(value)


def unlike_html(made, text):
    """Where the page says something else than the JSON."""
    faults = []
    page = HtmlTables(text).tables
    tables = {**made.tables, "totals": [{"key": key, "value": value} for key, value in made.totals.items()]}
    for name, rows in tables.items():
        if name not in page:
            faults.append(f"html has no table {name}")
            continue
        body = page[name][1:]
        if len(body) != len(rows):
            faults.append(f"html {name}: {len(body)} lines for {len(rows)}")
        for row, line in zip(rows, body):
            for (column, value), words in zip(row.items(), line):
                if words not in (shown(value, False), shown(value, True)):
                    faults.append(f"html {name} {column}: {words!r}, in the JSON {value!r}")
    return faults


def unlike_csv(made, text):
    """Where the spreadsheet says something else: the lines of `groups`, and the totals last."""
    faults = []
    rows = list(csv.reader(io.StringIO(text.lstrip("\ufeff"))))
    lines = [row for row in rows[1:] if row]
    heading = rows[0]
    by_key = {row["key"]: row for row in made.json["groups"]}
    for line in lines:
        if line[0] == "total" and len(line) > 1 and line[1] == "":
            told = made.totals
        elif line[0] in by_key:
            told = by_key[line[0]]
        else:
            continue
        for column, words in list(zip(heading, line))[2:]:
            value = told.get(column)
            if column == "common_reason" and told is made.totals:
                continue
            if words not in (shown(value, False), shown(value, True)):
                faults.append(f"csv {line[0]} {column}: {words!r}, in the JSON {value!r}")
    return faults


SHEET = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
CHART = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
LINK = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
FIRST_DATE, LAST_DATE = 40000, 80000  # months are dates, counted in days since 1900
SVG = "{http://www.w3.org/2000/svg}"


class Workbook:
    """Sheets by name as lists of rows of cells, and every number that a chart carries with it."""

    def __init__(self, path):
        with zipfile.ZipFile(path) as book:
            texts = ["".join(text.itertext()) for text in Tree.fromstring(book.read("xl/sharedStrings.xml"))]
            links = {link.get("Id"): link.get("Target")
                     for link in Tree.fromstring(book.read("xl/_rels/workbook.xml.rels"))}
            self.sheets = {}
            for sheet in Tree.fromstring(book.read("xl/workbook.xml")).iter(SHEET + "sheet"):
                root = Tree.fromstring(book.read("xl/" + links[sheet.get(LINK + "id")]))
                self.sheets[sheet.get("name")] = [self.row(row, texts) for row in root.iter(SHEET + "row")]
            charts = [Tree.fromstring(book.read(name)) for name in book.namelist() if name.startswith("xl/charts/chart")]
            self.drawn = {float(point.text) for chart in charts for cache in chart.iter(CHART + "numCache")
                          for point in cache.iter(CHART + "v")}

    def row(self, row, texts):
        cells = []
        for cell in row:
            place = 0
            for letter in cell.get("r").rstrip("0123456789"):
                place = place * 26 + ord(letter) - ord("A") + 1
            cells += [None] * (place - 1 - len(cells)) + [self.value(cell, texts)]
        return cells

    @staticmethod
    def value(cell, texts):
        value = cell.find(SHEET + "v")
        if value is None or value.text is None:
            return None
        if cell.get("t") == "s":
            return texts[int(value.text)]
        return value.text if cell.get("t") in ("str", "b") else float(value.text)


def numbers(made):
    """Every number that the JSON shows."""
    tables = list(made.tables.values()) + [[made.totals]]
    found = {float(value) for table in tables for row in table for value in row.values()
             if isinstance(value, (int, float)) and not isinstance(value, bool)}
    return found | {float(len(table)) for table in tables}


def unlike_xlsx(made, path):
    """Where the workbook says something else: the sheet of all figures line by line; anywhere else, charts too, no
    number that is not shown."""
    book, faults = Workbook(path), []
    tables = {**made.tables, "totals": [{"key": key, "value": value} for key, value in made.totals.items()]}
    shown_numbers = numbers(made)
    def known(number):
        is_month = FIRST_DATE <= number <= LAST_DATE and number == int(number)
        return is_month or any(abs(number - each) < 1e-9 for each in shown_numbers)

    data = book.sheets["Data"]
    first = next(at for at, row in enumerate(data) if row[:1] == ["Table"])
    lines = [dict(zip(data[first], row + [None] * 5)) for row in data[first + 1:] if row and row[0] is not None]
    hidden = sum(line["Hidden"] == "yes" for line in lines)
    expected = sum(value == HIDDEN for table in tables.values() for row in table for value in row.values())
    if hidden != expected or not lines:
        faults.append(f"xlsx: {hidden} hidden of {len(lines)} figures, in the JSON {expected}")
    faults += [f"xlsx: a hidden {line['Figure']} of {line['Table']} has a value" for line in lines
               if line["Hidden"] == "yes" and line["Value"] not in (None, "", HIDDEN)]
    for name, rows in book.sheets.items():
        if name != "Report":  # it says when, of what, and how it was made
            faults += [f"xlsx {name}: {cell} is not in the JSON" for row in rows for cell in row
                       if isinstance(cell, float) and not known(cell)]
    return faults + [f"xlsx chart: {value} is not in the JSON" for value in book.drawn if not known(value)]


def unlike_bars(made, path):
    """The bars of a drawing read back as numbers: as long as what is shown, and none where it is hidden."""
    if not path.exists():  # nothing is drawn of a month without refusals
        return [f"svg: no bars for {len(made.json['by_reason'])} reasons"] if made.json["by_reason"] else []
    drawing = Tree.parse(path).getroot()
    axis = [float(line.get("x1")) for line in drawing.iter(SVG + "line") if line.get("x1") == line.get("x2")]
    bars = sorted((float(bar.get("y")), float(bar.get("width"))) for bar in drawing.iter(SVG + "rect")
                  if bar.get("x") and axis and abs(float(bar.get("x")) - axis[0]) < .6)
    shown_counts = [row["bounces"] for row in made.json["by_reason"] if isinstance(row["bounces"], int) and row["bounces"] > 0]
    shown_counts = shown_counts[:len(bars)] if len(bars) < len(shown_counts) else shown_counts
    if len(bars) != len(shown_counts):
        return [f"svg: {len(bars)} bars for {len(shown_counts)} shown counts"]
    if not bars:
        return []
    unit = max(width for _, width in bars) / max(shown_counts)
    return [f"svg: a bar of {width / unit:.2f} for {count}" for (_, width), count in zip(bars, shown_counts)
            if abs(width / unit - count) > .05]


def counts(made):
    """Every published count by what it counts. A line that is not there is nought, and everybody knows."""
    found = {}
    for column, family in (("bounces", "service"), ("legs_sent", "legs"), ("went_well", "good")):
        for row in made.json["by_service"]:
            found[family, row["key"]] = row[column]
    for row in made.json["by_reason"]:
        found["reason", row["key"]] = row["bounces"]
    for row in made.json.get("quadrants", []):
        found["quadrant", row["quadrant"]] = row["bounces"]
    for row in made.json["flow"]:
        found["flow", row["from"], row["to"]] = row["count"]
    for row in made.json["groups"]:
        found["group", row["key"]] = row["bounces"]
    for row in made.json["measures"]:
        for column in ("numerator", "denominator"):
            if row[column] is not None:
                found["measure", row["id"], column] = row[column]
    for key in ("bounces", "challenged", "overturned", "legs_sent", "went_well", "held_both"):
        found["total", key] = made.totals[key]
    return found


def months(made):
    """The bounces of each month of the trend, of whichever table says so."""
    return {row["key"]: row["bounces"] for row in made.json["by_month"]}


def before(made):
    return {("measure", row["id"], column): row["before_" + column] for row in made.json["measures"]
            for column in ("numerator", "denominator") if row.get("before_" + column) is not None}
