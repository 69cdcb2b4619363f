"""The table of indicators, the same on paper, in Word and in Excel."""

from dxdesk.domain.indicators.amount import amount_text, level_text
from dxdesk.domain.indicators.board import BoardRow
from dxdesk.domain.indicators.kinds import Pillar
from dxdesk.reports.digital.facts import Facts
from dxdesk.reports.letter import LetterTable
from dxdesk.reports.wording import NO_NUMBER

HEADS = (
    ("STT", 10),
    ("Chỉ tiêu", 54),
    ("Mức giao", 18),
    ("Thực hiện", 30),
    ("Tính trên", 28),
    ("Đánh giá", 25),
)


def pillar_table(facts: Facts, pillar: Pillar) -> LetterTable:
    rows = facts.board.of(pillar)
    return LetterTable(HEADS, tuple(_row(n, row) for n, row in enumerate(rows, start=1)))


def _row(number: int, row: BoardRow) -> tuple[str, ...]:
    plan = row.indicator.plan
    amount = row.amount
    return (
        str(number),
        plan.name,
        "" if row.target is None else level_text(row.target.level, plan.unit),
        NO_NUMBER if amount is None else amount_text(amount, plan.unit),
        row.base.label if row.base.value else plan.measure,
        row.standing.grade.text,
    )


def pillar_tables(facts: Facts) -> tuple[tuple[str, LetterTable], ...]:
    return tuple(
        (pillar.label, pillar_table(facts, pillar)) for pillar in Pillar if facts.board.of(pillar)
    )
