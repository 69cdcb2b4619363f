"""Importing a register: one action, told row by row, repeatable, and undone whole."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from dxdesk.desk import Desk
from dxdesk.domain.dossier import Dossier
from dxdesk.domain.figures import Figures
from dxdesk.domain.period import year
from dxdesk.domain.query import Query
from dxdesk.domain.state import State
from dxdesk.errors import DeskError, InputError
from dxdesk.services import acts, dossiers, history, imports, listing, statistics
from tests.kit import Clock, moment

SAMPLES = Path(__file__).parents[1] / "samples"
REGISTERS = ("danh-sach-ho-so.xls", "nhap-khong-han.csv", "so-theo-doi-2026-q2.xlsx")
HEAD = "Mã hồ sơ;Mã TTHC;Chủ hồ sơ;Hình thức tiếp nhận;Ngày tiếp nhận;Ngày hẹn trả;"
HEAD += "Ngày có kết quả;Trạng thái"
BIRTH = "1.001193"


@pytest.fixture(autouse=True)
def late(clock: Clock) -> None:
    clock.set("31/12/2026 16:00")


def row(number: int, **given: str) -> str:
    values = {
        "code": f"H99.12-260309-{number:04}",
        "procedure": BIRTH,
        "owner": f"Lê Thử {number}",
        "channel": "Trực tiếp",
        "received": "09/03/2026 08:00",
        "due": "16/03/2026 08:00",
        "finished": "",
        "status": "",
        **given,
    }
    return ";".join(values.values())


def register(folder: Path, rows: Sequence[str]) -> Path:
    path = folder / "so.csv"
    path.write_text("\n".join([HEAD, *rows]) + "\n", encoding="utf-8")
    return path


def take(desk: Desk, folder: Path, *rows: str) -> imports.ImportResult:
    result = imports.run(desk, register(folder, rows))
    assert result.rows == len(rows)
    assert result.rows == result.new + result.changed + result.same + len(result.quarantined)
    return result


def only(desk: Desk) -> Dossier:
    (found,) = listing.lines(desk, listing.ids(desk, Query()))
    return dossiers.get(desk, found.id)


def counts(result: imports.ImportResult) -> tuple[int, int, int, int]:
    return result.new, result.changed, result.same, len(result.quarantined)


def total(desk: Desk) -> Figures:
    return statistics.statistics(desk, year(2026)).total


@pytest.mark.parametrize("name", REGISTERS)
def test_a_register_is_previewed_taken_in_once_and_undone_whole(desk: Desk, name: str) -> None:
    before = history.events(desk)
    told = imports.preview(desk, SAMPLES / name).result
    assert history.events(desk) == before
    result = imports.run(desk, SAMPLES / name)
    assert result == told
    assert result.new == len(listing.ids(desk, Query())) > 100
    assert (result.changed, result.same) == (0, result.rows - result.new - len(result.quarantined))
    figures = total(desk)
    assert figures.received + figures.declined > 100
    log = history.events(desk)
    again = imports.run(desk, SAMPLES / name)
    assert counts(again) == (0, 0, result.new + result.same, len(result.quarantined))
    assert history.events(desk) == log
    history.undo(desk)
    assert list(listing.ids(desk, Query())) == []
    history.redo(desk)
    assert total(desk) == figures


def test_a_number_given_twice_in_one_file_makes_one_dossier(desk: Desk, tmp_path: Path) -> None:
    rows = [row(n) for n in range(1, 2100)]
    result = take(desk, tmp_path, row(5000), row(5000, owner="Lê Khác"), *rows, row(5000))
    assert result.new == len(listing.ids(desk, Query())) == 2100
    assert take(desk, tmp_path, *rows).same == len(rows)


def test_rows_without_a_number_are_known_again_by_owner_and_moment(
    desk: Desk, tmp_path: Path
) -> None:
    rows = [row(1, code=""), row(2, code=""), row(1, code="", received="09/03/2026 09:00")]
    assert counts(take(desk, tmp_path, *rows)) == (3, 0, 0, 0)
    assert counts(take(desk, tmp_path, *rows)) == (0, 0, 3, 0)


def test_the_same_row_twice_without_a_number_never_grows(desk: Desk, tmp_path: Path) -> None:
    first = take(desk, tmp_path, row(1, code=""), row(1, code=""))
    again = take(desk, tmp_path, row(1, code=""), row(1, code=""))
    assert again.new == 0
    assert len(listing.ids(desk, Query())) == first.new


def test_what_a_later_export_adds_is_taken_over_and_can_be_undone(
    desk: Desk, tmp_path: Path
) -> None:
    take(desk, tmp_path, row(1))
    before = only(desk)
    assert before.state is State.ACCEPTED
    result = take(desk, tmp_path, row(1, finished="17/03/2026 08:00"))
    assert counts(result) == (0, 1, 0, 0)
    after = only(desk)
    assert (after.state, after.outcome) == (State.FINISHED, "late")
    assert total(desk).late == 1
    history.undo(desk)
    assert only(desk) == before


def test_an_older_export_takes_nothing_away(desk: Desk, tmp_path: Path) -> None:
    take(desk, tmp_path, row(1, finished="17/03/2026 08:00"))
    assert counts(take(desk, tmp_path, row(1))) == (0, 0, 1, 0)
    assert only(desk).finished_at == moment("17/03/2026 08:00")


def test_what_officers_did_stays_and_a_void_dossier_is_left_alone(
    desk: Desk, tmp_path: Path
) -> None:
    take(desk, tmp_path, row(1))
    acts.finish(desk, only(desk).id, late_reason="Chờ xác minh")
    finished = only(desk)
    assert counts(take(desk, tmp_path, row(1))) == (0, 0, 1, 0)
    assert only(desk) == finished
    acts.void(desk, finished.id, reason="Nhập nhầm")
    result = take(desk, tmp_path, row(1, finished="17/03/2026 08:00"))
    assert counts(result) == (0, 0, 1, 0)
    assert only(desk).state is State.VOID


def test_a_date_without_a_time_is_judged_by_the_day(desk: Desk, tmp_path: Path) -> None:
    given = {"received": "09/03/2026", "due": "16/03/2026", "finished": "16/03/2026"}
    take(desk, tmp_path, row(1, **given))
    dossier = only(desk)
    assert (dossier.received_at, dossier.due_at) == (
        moment("09/03/2026 07:30"),
        moment("16/03/2026 23:59"),
    )
    assert dossier.outcome == "on_time"


def test_a_dossier_that_no_longer_waits_is_no_longer_stopped(desk: Desk, tmp_path: Path) -> None:
    take(desk, tmp_path, row(1, status="Yêu cầu bổ sung"))
    assert (only(desk).state, only(desk).overdue) == (State.AWAITING_SUPPLEMENT, False)
    result = take(desk, tmp_path, row(1, status="Đang xử lý"))
    assert counts(result) == (0, 1, 0, 0)
    assert only(desk).stopped_since is None
    assert only(desk).overdue
    assert counts(take(desk, tmp_path, row(1, status="Đang xử lý"))) == (0, 0, 1, 0)


def test_a_stop_that_an_officer_made_is_not_ended_by_a_file(desk: Desk, tmp_path: Path) -> None:
    take(desk, tmp_path, row(1))
    stopped = acts.suspend(desk, only(desk).id, reason="Chờ xác minh")
    take(desk, tmp_path, row(1, status="Đang xử lý"))
    assert only(desk) == stopped


@pytest.mark.parametrize("calls", range(5))
def test_stopping_at_any_time_leaves_nothing(desk: Desk, tmp_path: Path, calls: int) -> None:
    path = register(tmp_path, [row(n) for n in range(1, 4300)])
    before = history.events(desk)
    left = [None] * calls

    def cancelled() -> bool:
        return not left or left.pop() is not None

    with pytest.raises(DeskError, match="chưa có gì được ghi"):
        imports.run(desk, path, cancelled=cancelled)
    assert history.events(desk) == before
    assert list(listing.ids(desk, Query())) == []
    assert imports.run(desk, path).new == 4299
    assert only_first_book(desk) == "2026/000001"


def only_first_book(desk: Desk) -> str:
    return listing.lines(desk, [min(listing.ids(desk, Query()))])[0].book


def test_a_bad_row_is_set_aside_with_its_reason_and_the_rest_comes_in(
    desk: Desk, tmp_path: Path
) -> None:
    result = take(
        desk,
        tmp_path,
        row(1),
        row(2, procedure="9.999999"),
        row(3, received="31/02/2026 08:00"),
        row(4, received="01/01/2027 08:00", due="08/01/2027 08:00"),
        row(5, owner=""),
        row(6, finished="08/03/2026 08:00"),
    )
    assert result.new + len(result.quarantined) == 6
    assert {one.line for one in result.quarantined} >= {3, 4, 5}
    assert all(one.reason and one.column for one in result.quarantined)
    assert total(desk).broken_identities() == ()


def test_a_file_that_is_no_register_is_refused(desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "thơ.csv"
    path.write_text("Trăm năm trong cõi người ta\n", encoding="utf-8")
    with pytest.raises(InputError):
        imports.run(desk, path)
    with pytest.raises(DeskError):
        imports.run(desk, tmp_path / "không có.csv")
    assert len(history.events(desk)) == 1
