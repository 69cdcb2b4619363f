"""Causes of lateness are data: the ward adds its own and ends them; what dossiers say stays."""

from datetime import date
from pathlib import Path

import pytest

from dxdesk.desk import Desk
from dxdesk.domain.late_cause import GONE, CauseNumber
from dxdesk.domain.period import month
from dxdesk.errors import DeskError, InputError
from dxdesk.late_causes import shipped_causes
from dxdesk.services import acts, dossiers, history, reporting
from dxdesk.services.correction import correct
from dxdesk.services.late_causes import add_cause, end_cause, late_causes
from dxdesk.services.timeline import timeline
from tests.kit import Clock, receive
from tests.reports.literal import page_texts

MEASURING = "Chờ kết quả đo đạc"


def offered(desk: Desk) -> list[str]:
    return [one.label for one in late_causes(desk).offered(desk.now().date())]


def test_the_list_that_ships_is_offered_and_each_number_stands_once() -> None:
    numbers = [one.number for one in shipped_causes()]
    assert len(numbers) == len(set(numbers)) == 7
    assert not any(one.own for one in shipped_causes())


def test_a_later_list_ends_what_it_leaves_out_and_keeps_what_it_names(tmp_path: Path) -> None:
    head = 'verified = false\nsource = "x"\n'
    one = '[[causes]]\nnumber = {}\nlabel = "{}"\n'
    (tmp_path / "causes-2017.toml").write_text(
        f"applies_from = 2017-01-01\n{head}{one.format(1, 'cũ')}{one.format(2, 'bỏ')}"
    )
    (tmp_path / "causes-2027.toml").write_text(
        f"applies_from = 2027-01-01\n{head}{one.format(1, 'mới')}{one.format(3, 'thêm')}"
    )
    found = shipped_causes(tmp_path)
    assert [(c.number, c.label, c.offered(date(2026, 12, 31))) for c in found] == [
        (1, "mới", True), (2, "bỏ", True), (3, "thêm", False),
    ]  # fmt: skip
    assert [c.number for c in found if c.offered(date(2027, 1, 1))] == [1, 3]


@pytest.mark.parametrize("text", ["applies_from = x", "applies_from = 2017-01-01", "causes = 1"])
def test_a_damaged_list_is_named(tmp_path: Path, text: str) -> None:
    (tmp_path / "causes-2017.toml").write_text(text)
    with pytest.raises(DeskError, match="causes-2017"):
        shipped_causes(tmp_path)


def test_a_cause_of_the_ward_goes_through_dossier_timeline_and_report(
    desk: Desk, clock: Clock, tmp_path: Path
) -> None:
    number = add_cause(desk, MEASURING)
    assert MEASURING in offered(desk)
    dossier = receive(desk)
    clock.set("30/03/2026 08:00")
    acts.finish(desk, dossier.id, late_cause=number)
    end_cause(desk, number, ended=True)
    assert MEASURING not in offered(desk)
    found = dossiers.get(desk, dossier.id)
    assert found.late_cause is not None
    assert found.late_cause.label == MEASURING
    told = [change for event in timeline(desk, dossier.id) for change in event.changes]
    assert [one.new for one in told if one.label == "Nguyên nhân quá hạn"] == [MEASURING]
    reporting.write_report(desk, "late", month(2026, 3), tmp_path / "x.pdf")
    assert f"{MEASURING} 1 100,00 % (1/1)*" in " ".join(page_texts(tmp_path / "x.pdf"))


def test_what_a_dossier_says_is_still_said_after_the_addition_was_taken_back(
    desk: Desk, clock: Clock
) -> None:
    number = add_cause(desk, MEASURING)
    dossier = receive(desk)
    correct(desk, dossier.id, {"late_cause": number}, reason="ghi")
    assert late_causes(desk).of(number) in late_causes(desk).known
    history.undo(desk)
    history.undo(desk)
    assert history.undo(desk) == f"Thêm nguyên nhân quá hạn: {MEASURING}"
    gone = late_causes(desk).of(number)
    assert gone is not None
    assert gone.label == GONE
    other = receive(desk)
    clock.set("30/03/2026 08:00")
    with pytest.raises(InputError, match="không có trong danh mục"):
        acts.finish(desk, other.id, late_cause=number)


def test_ending_can_be_taken_back_and_numbers_are_never_given_twice(desk: Desk) -> None:
    first = add_cause(desk, MEASURING)
    end_cause(desk, first, ended=True)
    assert add_cause(desk, "Mất điện diện rộng") == first + 1
    end_cause(desk, first, ended=False)
    assert offered(desk)[-2:] == [MEASURING, "Mất điện diện rộng"]


@pytest.mark.parametrize(
    ("label", "said"),
    [
        ("  \u202e\u0000", "chưa nhập"),
        ("x" * 121, "dài quá 120"),
        ("CHO\u031b\u0300 co\u031b quan kha\u0301c pho\u0302\u0301i ho\u031b\u0323p", "đã có"),
    ],
)
def test_what_is_no_new_cause_is_refused_in_words(desk: Desk, label: str, said: str) -> None:
    with pytest.raises(InputError, match=said):
        add_cause(desk, label)
    assert len(late_causes(desk).known) == 7


def test_only_the_wards_own_can_be_ended(desk: Desk) -> None:
    for number in (1, 4711):
        with pytest.raises(DeskError, match="do phường thêm"):
            end_cause(desk, CauseNumber(number), ended=True)
