"""Indicators over a real file: sets, targets, values with evidence, the board."""

from dataclasses import replace
from datetime import date
from fractions import Fraction
from pathlib import Path

import pytest

from dxdesk.desk import Desk
from dxdesk.domain.act import Act
from dxdesk.domain.channel import Channel
from dxdesk.domain.indicators.amount import Amount, parse_amount
from dxdesk.domain.indicators.board import Board, BoardRow
from dxdesk.domain.indicators.kinds import Base, IndicatorId, Pillar, Plan, Unit
from dxdesk.domain.indicators.standing import Grade
from dxdesk.domain.indicators.value import Evidence, ValueDraft
from dxdesk.domain.period import month, year
from dxdesk.errors import DeskError, InputError
from dxdesk.indicator_sets import indicator_sets, read_set
from dxdesk.reports.digital.facts import gather
from dxdesk.reports.digital.text import body
from dxdesk.services import history as undoing
from dxdesk.services import reporting
from dxdesk.services.digital.work import work_sentences
from dxdesk.services.hamlets import add_hamlet
from dxdesk.services.indicators import remarks
from dxdesk.services.indicators.board import board
from dxdesk.services.indicators.catalogue import (
    add_indicator,
    change_indicator,
    indicators,
    retire_indicator,
    take_set,
)
from dxdesk.services.indicators.computed import BASES
from dxdesk.services.indicators.targets import TargetDraft, carry_over, set_targets, targets
from dxdesk.services.indicators.values import (
    add_evidence,
    evidence_content,
    history,
    save_values,
)
from dxdesk.services.ledgers import entries
from tests.kit import Clock, do, receive

MARCH = month(2026, 3)
FEBRUARY = month(2026, 2)


@pytest.fixture
def taken(desk: Desk) -> Desk:
    take_set(desk, "cap-xa", 2026)
    return desk


def of(desk: Desk, code: str) -> IndicatorId:
    return next(one.id for one in indicators(desk) if one.plan.code == code)


def row(desk: Desk, code: str) -> BoardRow:
    return in_board(board(desk, MARCH), code)


def in_board(found: Board, code: str) -> BoardRow:
    return next(one for one in found.rows if one.indicator.plan.code == code)


def enter(desk: Desk, code: str, text: str, base: Base, **more: object) -> None:
    key = (of(desk, code), None)
    unit = next(one.plan.unit for one in indicators(desk) if one.plan.code == code)
    draft = ValueDraft(parse_amount(text, unit), base, **more)  # type: ignore[arg-type]
    save_values(desk, MARCH, {key: draft})


def test_sets_are_data_with_years_source_and_whether_it_was_seen() -> None:
    found = {one.key: one for one in indicator_sets()}
    assert set(found) == {"cap-xa", "766", "khanh-hoa"}
    for one in found.values():
        assert one.source
        assert one.verified is False
        assert one.counts_in(2026)
        assert not one.counts_in(2015)
        for plan in one.plans:
            assert not plan.computed or BASES[plan.computed] is plan.base, plan.code
            assert (plan.unit is Unit.COUNT) == (plan.base is Base.NONE), plan.code
    applies = {plan.code: plan.formula for plan in found["766"].plans}
    assert sum(f.maximum for f in applies.values() if f) == 78


@pytest.mark.parametrize(
    "text", ["", "key = 1", "[[indicators]]", "\ud800".encode("utf-8", "replace").decode()]
)
def test_a_damaged_set_is_named(tmp_path: Path, text: str) -> None:
    path = tmp_path / "hong.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(DeskError, match=r"hong\.toml"):
        read_set(path)


def test_a_set_is_taken_once_with_its_targets_and_as_one_action(desk: Desk) -> None:
    added = take_set(desk, "cap-xa", 2026)
    assert added == len(indicators(desk)) == 35
    assert targets(desk, 2026)[of(desk, "KTS-01")].level == Fraction(4, 5)
    with pytest.raises(DeskError, match="không có gì để thêm"):
        take_set(desk, "cap-xa", 2026)
    undoing.undo(desk)
    assert indicators(desk) == ()
    with pytest.raises(InputError, match="áp dụng từ năm 2022"):
        take_set(desk, "cap-xa", 2019)


def test_what_nobody_entered_is_missing_and_never_zero(taken: Desk) -> None:
    found = row(taken, "XHS-01")
    assert found.amount is None
    assert found.standing.grade is Grade.MISSING
    assert board(taken, MARCH).grades(Pillar.SOCIETY)[Grade.MISSING] == 5


def test_a_computed_indicator_is_the_figure_of_the_books(taken: Desk) -> None:
    receive(taken, channel=Channel.ONLINE_FULL)
    finished = receive(taken)
    do(taken, Act.FINISH, finished.id)
    assert row(taken, "CQS-01").amount == Amount(1, 2)
    assert row(taken, "CQS-02").amount == Amount(1, 1)
    assert row(taken, "CQS-07").amount is None, "nobody rated: unknown"
    enter(taken, "CQS-01", "2/2", Base.RECEIVED)
    found = row(taken, "CQS-01")
    assert found.amount == Amount(2, 2)
    assert found.gap is not None
    assert "tử số nhiều hơn sổ 1" in found.gap.why


def test_a_value_on_another_base_is_kept_shown_and_not_compared(taken: Desk) -> None:
    enter(taken, "KTS-01", "trên 65 %", Base.FROM_18)
    found = row(taken, "KTS-01")
    assert found.standing.grade is Grade.OTHER_BASE
    assert found.pace is None
    enter(taken, "KTS-01", "3000/5000", Base.FROM_15, base_at=date(2026, 1, 1))
    found = row(taken, "KTS-01")
    assert found.standing.grade is Grade.SHORT
    assert found.pace is not None
    assert found.pace.missing == 1000


def test_a_change_of_base_keeps_old_results_true(taken: Desk) -> None:
    enter(taken, "KTS-01", "4100/5000", Base.FROM_15)
    key = of(taken, "KTS-01")
    plan = next(one.plan for one in indicators(taken) if one.id == key)
    change_indicator(taken, key, replace(plan, base=Base.FROM_18))
    found = row(taken, "KTS-01")
    assert found.standing.grade is Grade.REACHED
    assert (found.base, found.target and found.target.base) == (Base.FROM_15, Base.FROM_15)
    carry_over(taken, 2026)
    assert targets(taken, 2027)[key].base is Base.FROM_18


def test_targets_are_carried_over_once_and_what_stands_there_stays(taken: Desk) -> None:
    key = of(taken, "KTS-01")
    set_targets(taken, 2027, {key: TargetDraft(Fraction(9, 10), Base.FROM_15)})
    carried = {one.code: (one.old, one.new) for one in carry_over(taken, 2026)}
    assert carried["KTS-01"] == (Fraction(4, 5), Fraction(9, 10))
    assert carried["XHS-01"] == (Fraction(1), None)
    assert targets(taken, 2027)[key].level == Fraction(9, 10)
    with pytest.raises(DeskError, match="đã có đủ"):
        carry_over(taken, 2026)
    with pytest.raises(DeskError, match="chưa giao mức nào"):
        carry_over(taken, 2030)


def test_values_are_saved_changed_taken_away_and_undone(taken: Desk) -> None:
    enter(taken, "HTS-03", "8", Base.NONE)
    enter(taken, "HTS-03", "9", Base.NONE)
    assert [one.amount.stated for one in history(taken, of(taken, "HTS-03"))] == [9]
    enter(taken, "HTS-03", "", Base.NONE)
    assert history(taken, of(taken, "HTS-03")) == ()
    undoing.undo(taken)
    undoing.undo(taken)
    assert [one.amount.stated for one in history(taken, of(taken, "HTS-03"))] == [8]
    with pytest.raises(InputError, match="chưa đến"):
        save_values(taken, month(2026, 4), {(of(taken, "HTS-03"), None): _eight()})


def _eight() -> ValueDraft:
    return ValueDraft(Amount(stated=Fraction(8)), Base.NONE)


def test_evidence_is_a_document_or_a_file_and_its_lack_is_listed(
    taken: Desk, tmp_path: Path
) -> None:
    enter(taken, "HTS-03", "8", Base.NONE)
    assert [one.indicator.plan.code for one in board(taken, MARCH).unproven] == ["HTS-03"]
    enter(
        taken,
        "HTS-03",
        "8",
        Base.NONE,
        evidence=Evidence("12/BC-UBND", date(2026, 3, 5), "Văn phòng"),
    )
    value = history(taken, of(taken, "HTS-03"))[0]
    assert value.evidence.text == "12/BC-UBND ngày 05/03/2026 của Văn phòng"
    assert board(taken, MARCH).unproven == ()
    (tmp_path / "a.pdf").write_bytes(b"%PDF-1.4 so lieu")
    (tmp_path / "b.exe").write_bytes(b"MZ")
    add_evidence(taken, value.id, [tmp_path / "a.pdf"])
    with pytest.raises(InputError, match=r"b\.exe"):
        add_evidence(taken, value.id, [tmp_path / "a.pdf", tmp_path / "b.exe"])
    (file,) = history(taken, of(taken, "HTS-03"))[0].files
    assert evidence_content(taken, file.id) == b"%PDF-1.4 so lieu"
    enter(taken, "HTS-03", "", Base.NONE)
    undoing.undo(taken)
    assert len(history(taken, of(taken, "HTS-03"))[0].files) == 1


def test_the_last_report_counts_until_the_next_and_says_its_period(taken: Desk) -> None:
    key = (of(taken, "HTS-03"), None)
    save_values(taken, FEBRUARY, {key: _eight()})
    found = row(taken, "HTS-03")
    assert found.amount == Amount(stated=Fraction(8))
    assert found.late(MARCH)
    assert in_board(board(taken, year(2025)), "HTS-03").amount is None


def test_own_indicators_are_checked_at_the_door(desk: Desk) -> None:
    good = Plan("XX-1", "Tỷ lệ", Pillar.SOCIETY, base=Base.STAFF)
    key = add_indicator(desk, good)
    for wrong, why in (
        (Plan("", "Tên", Pillar.SOCIETY, base=Base.STAFF), "^Mã"),
        (Plan("\u200f\u0007", "Tên", Pillar.SOCIETY, base=Base.STAFF), "^Mã"),
        (Plan("A", " ", Pillar.SOCIETY, base=Base.STAFF), "^Tên"),
        (Plan("A", "x" * 301, Pillar.SOCIETY, base=Base.STAFF), "^Tên chỉ tiêu: dài"),
        (Plan("A", "Tên", Pillar.SOCIETY), "^Mẫu số"),
        (good, "^Mã: đã có"),
    ):
        with pytest.raises(InputError, match=why):
            add_indicator(desk, wrong)
    retire_indicator(desk, key, retired=True)
    assert board(desk, MARCH).rows == ()


def test_the_766_set_gives_points_by_its_formulas_and_names_what_is_open(
    desk: Desk, clock: Clock
) -> None:
    take_set(desk, "766", 2026)
    finished = receive(desk)
    do(desk, Act.FINISH, finished.id)
    ((label, score),) = board(desk, MARCH).scores
    assert label == "766 2026.1"
    assert score.maximum == 78
    assert score.points == 20, "all in time; nothing else is known"
    assert score.missing == 58


def test_remarks_of_a_period_are_kept_and_taken_away(desk: Desk) -> None:
    remarks.save_remarks(desk, MARCH, {"difficulties": "Thiếu máy quét.\n<b>Mạng chậm</b>"})
    assert remarks.remarks(desk, MARCH)["difficulties"] == "Thiếu máy quét.\n<b>Mạng chậm</b>"
    with pytest.raises(InputError, match="Chưa có gì thay đổi"):
        remarks.save_remarks(desk, MARCH, {"difficulties": "Thiếu máy quét.\n<b>Mạng chậm</b>"})
    remarks.save_remarks(desk, MARCH, {"difficulties": ""})
    assert remarks.remarks(desk, MARCH) == {}


def test_the_report_tells_what_teams_did_once_a_ledger_is_kept(taken: Desk) -> None:
    assert work_sentences(taken, MARCH) == ()
    add_hamlet(taken, "Tổ dân phố 1")
    entries.add(taken, "teams", {"name": "Tổ số 1", "hamlet": "1"})
    text = "\n".join(line.text for line in body(gather(reporting.source(taken), MARCH)))
    assert "TỔ CÔNG NGHỆ SỐ, TUYÊN TRUYỀN, NHIỆM VỤ" in text
    assert "Có 1 tổ công nghệ số cộng đồng" in text
