"""The words of the report on digital transformation; no layout.

Everything follows from the board: what has a number is said with its base, what has none is named.
"""

from dataclasses import dataclass

from dxdesk.domain.figures import Rate
from dxdesk.domain.indicators.amount import amount_text, level_text
from dxdesk.domain.indicators.board import BoardRow
from dxdesk.domain.indicators.kinds import Pillar, Unit
from dxdesk.domain.indicators.scoring import points_text
from dxdesk.domain.indicators.standing import Grade
from dxdesk.reports.digital.facts import Facts
from dxdesk.reports.wording import (
    committee_name,
    count_text,
    dossiers,
    rate_text,
    superior_name,
    until_text,
    within,
)

_ROMAN = ("I", "II", "III", "IV", "V", "VI")
UNSEEN = "Thang điểm chưa đối chiếu với bản gốc"
_MOST = 8
"""Rows that a list of difficulties names; the table has them all."""


@dataclass(frozen=True, slots=True)
class Line:
    text: str
    head: bool = False


def opening(facts: Facts) -> Line:
    running = facts.board.as_of < facts.period.end
    aside = f" (số liệu tính đến {until_text(facts.board.as_of)})" if running else ""
    return Line(
        f"{committee_name(facts.office)} báo cáo kết quả thực hiện chuyển đổi số "
        f"{facts.period.label}{aside} như sau:"
    )


def closing(facts: Facts) -> Line:
    return Line(
        f"Trên đây là báo cáo kết quả thực hiện chuyển đổi số {facts.period.label}, "
        f"{committee_name(facts.office)} kính báo cáo {superior_name(facts.office)}./."
    )


def body(facts: Facts) -> list[Line]:
    """The sections that have something to say, numbered in order."""
    sections = (
        ("CÔNG TÁC CHỈ ĐẠO, ĐIỀU HÀNH", _remark(facts, "direction")),
        ("KẾT QUẢ THỰC HIỆN CHỈ TIÊU", _results(facts)),
        ("TỔ CÔNG NGHỆ SỐ, TUYÊN TRUYỀN, NHIỆM VỤ", [Line(text) for text in facts.work]),
        ("KHÓ KHĂN, VƯỚNG MẮC", _difficulties(facts)),
        ("NHIỆM VỤ KỲ TỚI", _next(facts)),
    )
    told = [(title, lines) for title, lines in sections if lines]
    return [
        line
        for number, (title, lines) in zip(_ROMAN, told, strict=False)
        for line in (Line(f"{number}. {title}", head=True), *lines)
    ]


def _remark(facts: Facts, topic: str) -> list[Line]:
    return [Line(text) for text in (facts.board.remarks or {}).get(topic, "").splitlines() if text]


def _results(facts: Facts) -> list[Line]:
    grades = facts.board.grades()
    counted = ", ".join(f"{one.word.lower()} {grades[one]}" for one in Grade if grades[one])
    lines = [Line(f"Theo dõi {len(facts.board.rows)} chỉ tiêu: {counted}."), *_dossiers(facts)]
    number = 0
    for pillar in Pillar:
        rows = facts.board.of(pillar)
        if rows:
            number += 1
            lines += [Line(f"{number}. {pillar.label}", head=True), *_pillar(facts, rows)]
    for key, score in facts.board.scores:
        unseen = f" {UNSEEN}." if key in facts.board.unverified else ""
        lines.append(
            Line(
                f"Điểm theo bộ {key}: {points_text(score.points)}/{points_text(score.of)} điểm của "
                f"các chỉ tiêu có số; {points_text(score.missing)} điểm chưa có số, không tính là "
                f"0.{unseen}"
            )
        )
    return lines


def _dossiers(facts: Facts) -> list[Line]:
    total = facts.figures
    if not total.received and not total.resolved:
        return []
    text = (
        f"{within(facts.period)}, tiếp nhận {dossiers(total.received)}, trong đó trực tuyến "
        f"{dossiers(total.online)}, tỷ lệ {rate_text(total.rates.online)}; đã giải quyết "
        f"{dossiers(total.resolved)}, trước hạn {rate_text(total.rates.early)}, đúng và trước hạn "
        f"{rate_text(total.rates.on_time)}, quá hạn "
        f"{rate_text(Rate(total.late, total.resolved))}; đang giải quyết {dossiers(total.pending)}."
    )
    return [Line(text)]


def value_sentence(row: BoardRow, facts: Facts) -> str:
    """`Tỷ lệ …: trên 65 %, tính trên …; mức giao 80 %; đánh giá: …`."""
    plan, amount = row.indicator.plan, row.amount
    if amount is None:
        return ""
    shown = amount_text(amount, plan.unit) + (f" {plan.measure}" if plan.measure else "")
    parts = [f"{plan.name}: {shown}"]
    if row.late(facts.period) and row.value is not None:
        parts[0] += f" (số {row.value.period.label})"
    if plan.unit is Unit.SHARE:
        dated = row.value.base_at if row.value else None
        on = f" ngày {dated:%d/%m/%Y}" if dated else ""
        parts.append(f"tính trên {row.base.label}{on}")
    if row.target is not None:
        parts.append(f"mức giao {level_text(row.target.level, plan.unit)}")
        parts.append(f"đánh giá: {row.standing.grade.word.lower()}")
    return "; ".join(parts)


def _pillar(facts: Facts, rows: tuple[BoardRow, ...]) -> list[Line]:
    told = [row for row in rows if row.standing.grade is not Grade.MISSING]
    missing = [row.indicator.plan.name for row in rows if row.standing.grade is Grade.MISSING]
    lines = [Line(f"- {value_sentence(row, facts)}.") for row in told]
    if missing:
        lines.append(Line(f"- Chưa có số liệu ({len(missing)} chỉ tiêu): {'; '.join(missing)}."))
    return lines


def _difficulties(facts: Facts) -> list[Line]:
    """What the numbers themselves say, before the ward's own words."""
    lines = []
    for row in facts.board.rows:
        name = row.indicator.plan.name
        amount = row.value.amount if row.value is not None else None
        if amount is not None and amount.contradiction:
            told = f"{amount.contradiction}; báo cáo này dùng số tính từ tử số, mẫu số"
            lines.append(Line(f"- {name}: {told}."))
        if row.gap is not None and not row.gap.same:
            lines.append(Line(f"- {name}: {row.gap.why}"))
        if row.standing.grade in {Grade.OTHER_BASE, Grade.UNCLEAR}:
            lines.append(Line(f"- {name}: {row.standing.why}"))
    short = [row for row in facts.board.rows if row.standing.grade in {Grade.SHORT, Grade.NEAR}]
    if short:
        named = "; ".join(row.indicator.plan.name for row in short[:_MOST])
        more = f" và {len(short) - _MOST} chỉ tiêu khác" if len(short) > _MOST else ""
        lines.append(Line(f"- Chưa đạt mức giao {len(short)} chỉ tiêu: {named}{more}."))
    unproven = facts.board.unproven
    if unproven:
        codes = ", ".join(row.indicator.plan.code for row in unproven)
        lines.append(Line(f"- {len(unproven)} số liệu chưa có tài liệu kiểm chứng: {codes}."))
    return [*lines, *_remark(facts, "difficulties")]


def _next(facts: Facts) -> list[Line]:
    lines = []
    for row in facts.board.rows:
        if row.pace is None or not row.pace.missing:
            continue
        weekly = row.pace.a_week
        each = "" if weekly is None else f", mỗi tuần ít nhất {count_text(weekly)}"
        lines.append(
            Line(
                f"- {row.indicator.plan.name}: còn thiếu {count_text(row.pace.missing)} để đạt mức "
                f"giao{each}."
            )
        )
    return [*lines, *_remark(facts, "next")]
