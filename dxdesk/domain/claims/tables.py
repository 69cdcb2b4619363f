"""Tables in a text (cells between tabs): totals, parts and rates against the table's own counts."""

import re
from collections.abc import Iterator

from dxdesk.domain.claims.counts import IN_LIMIT, figure_of
from dxdesk.domain.claims.finding import Finding, FindingKind, grouped
from dxdesk.domain.claims.grids import IS_RATE, Cell, Row, Table, tables_of
from dxdesk.domain.claims.identities import broken
from dxdesk.domain.claims.numbers import fits, percent
from dxdesk.domain.claims.prose import Prose
from dxdesk.domain.figures import Rate

_TOTAL = re.compile(r"(?:tong(?: so| cong)?|cong(?: tong)?|toan (?:phuong|xa))\b")
_ROMAN = re.compile(r"[ivx]+\.?|[a-z]\.?")
_FEWEST_ROWS = 2


def table_findings(prose: Prose) -> Iterator[Finding]:
    for table in tables_of(prose):
        yield from _totals(prose, table)
        yield from _rates(prose, table)
        yield from _parts(prose, table)


def _totals(prose: Prose, table: Table) -> Iterator[Finding]:
    marks = [at for at, row in enumerate(table.rows) if _TOTAL.match(table.label(row))]
    if len(marks) != 1:
        return
    at = marks[0]
    body = table.rows[:at] if at else table.rows[1:]
    for column in range(len(table.heads)):
        total = table.rows[at][column].count
        values = [(row, row[column].count) for row in body]
        if total is None or not table.counts(column) or len(body) < _FEWEST_ROWS:
            continue
        sums = _sums([(row, value) for row, value in values if value is not None])
        if sums and total not in sums:
            cell = table.rows[at][column]
            yield prose.finding(
                FindingKind.SUM,
                (cell.start, cell.end),
                f"Dòng tổng ghi {cell.text}, nhưng các dòng cộng lại là {grouped(sums[0])}.",
                printed=cell.text,
                computed=grouped(sums[0]),
                counts=" + ".join(str(value) for _, value in values if value is not None),
            )


def _sums(values: list[tuple[Row, int]]) -> list[int]:
    """Of all rows, of the groups' rows (I, II, A, B) alone, and of the others alone."""
    if len(values) < _FEWEST_ROWS:
        return []
    groups = sum(value for row, value in values if _ROMAN.fullmatch(row[0].plain))
    everything = sum(value for _, value in values)
    return [groups, everything - groups, everything] if 0 < groups < everything else [everything]


def _rates(prose: Prose, table: Table) -> Iterator[Finding]:
    for at, row in enumerate(table.rows):
        for column, cell in enumerate(row):
            declared = "%" in cell.text or IS_RATE.search(table.heads[column])
            if cell.rate is None or not declared:
                continue
            pairs = _pairs(table, at, column)
            if pairs and not any(fits(rate, cell.rate) for rate in pairs):
                said = f"{percent(cell.rate)} %"
                best = pairs[0]
                yield prose.finding(
                    FindingKind.SHARE,
                    (cell.start, cell.end),
                    f"Bảng ghi {said}, nhưng {grouped(best.numerator)} trên "
                    f"{grouped(best.denominator)} là {best.shown}.",
                    printed=said,
                    computed=best.shown,
                    counts=f"{best.numerator}/{best.denominator}",
                )


def _pairs(table: Table, at: int, column: int) -> list[Rate]:
    """What the rate in *column* may be the share of; the likeliest first."""
    row = table.rows[at]
    counted = [place for place, cell in enumerate(row) if cell.count is not None]
    places = [place for place in counted if table.counts(place) and place != column]
    numbers = [row[place].count or 0 for place in places if place or row[0].count != at + 1]
    down = [
        other[place].count or 0
        for place in places
        for other in table.rows
        if _is_base(table.label(other))
    ]
    parts = [*numbers[::-1], *(a + b for a in numbers for b in numbers)]
    wholes = down if len(numbers) == 1 else [*sorted(numbers, reverse=True), *down]
    pairs = [(part, of) for part in parts for of in wholes if of >= part and (part, of) != (0, 0)]
    return [Rate(*pair) for pair in dict.fromkeys([*_meant(table, row, column), *pairs])]


def _meant(table: Table, row: Row, column: int) -> Iterator[tuple[int, int]]:
    """By the names of the columns: "tỷ lệ đúng hạn" is (early + on time) / resolved (R16)."""
    named = {
        figure_of(head): cell.count
        for head, cell in zip(table.heads, row, strict=True)
        if cell.count is not None and not IS_RATE.search(head)
    }
    part, of = _MEANT.get(figure_of(table.heads[column]), ((), ""))
    values = [named.get(name) for name in part]
    whole = named.get(of)
    if part and whole is not None and None not in values:
        yield sum(value or 0 for value in values), whole


_MEANT = {
    "early": (("early",), "resolved"),
    "on_time": (("early", "on_time"), "resolved"),
    IN_LIMIT: (("early", "on_time"), "resolved"),
    "late": (("late",), "resolved"),
    "online": (("online",), "received"),
}


def _is_base(label: str) -> bool:
    return bool(_TOTAL.match(label)) or figure_of(label) in {"received", "resolved"}


def _parts(prose: Prose, table: Table) -> Iterator[Finding]:
    """R14 along each row by the names of the columns, and down each column by those of the rows."""
    names = [figure_of(head) if table.counts(at) else "" for at, head in enumerate(table.heads)]
    for row in table.rows:
        yield from _broken(prose, list(zip(names, row, strict=True)))
    labels = [figure_of(table.label(row)) for row in table.rows]
    for column in range(len(table.heads)):
        if table.counts(column) and not names[column]:
            cells = [row[column] for row in table.rows]
            yield from _broken(prose, list(zip(labels, cells, strict=True)))


def _broken(prose: Prose, named: list[tuple[str, Cell]]) -> Iterator[Finding]:
    cells = [(name, cell) for name, cell in named if name and cell.count is not None]
    values = {name: cell.count or 0 for name, cell in cells}
    if len(values) < len(cells):
        return
    for wrong in broken(values):
        cell = dict(cells)[wrong.whole]
        yield prose.finding(
            FindingKind.SUM,
            (cell.start, cell.end),
            wrong.sentence,
            printed=grouped(wrong.total),
            computed=grouped(wrong.sum),
            counts=" + ".join(str(values[name]) for name in wrong.parts),
        )
