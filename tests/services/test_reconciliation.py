"""The ward's log beside an export of the portal: who has what, and why figures differ."""

import shutil
import sqlite3
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest
from docx import Document
from python_calamine import CalamineWorkbook

from dxdesk.desk import Desk
from dxdesk.domain.dossier import DossierId, Person
from dxdesk.domain.period import Period, month
from dxdesk.domain.reconciliation import Reconciliation, Standing
from dxdesk.errors import InputError
from dxdesk.exchange.mapping import Mapping
from dxdesk.exchange.register import MappedColumn
from dxdesk.exchange.texts import read_text
from dxdesk.services import acts, demo, imports, listing, reconciliation, statistics
from dxdesk.services.exporting import export_dossiers, of_period
from tests.kit import Clock, desk_over, receive

HEAD = "Mã hồ sơ;Mã TTHC;Chủ hồ sơ;Số CCCD;Hình thức tiếp nhận;Ngày tiếp nhận;Ngày hẹn trả;"
HEAD += "Ngày có kết quả"
MARCH = month(2026, 3)
PROCEDURE = "1.001193"


def row(number: int, **given: str) -> str:
    values = {
        "code": f"H99.12-260309-{number:04}",
        "procedure": PROCEDURE,
        "owner": f"Lê Thử {number}",
        "id_no": "",
        "channel": "Trực tiếp",
        "received": "09/03/2026 08:00",
        "due": "16/03/2026 08:00",
        "finished": "13/03/2026 09:00",
        **given,
    }
    return ";".join(values.values())


def export(folder: Path, rows: Sequence[str]) -> Path:
    path = folder / "cong.csv"
    path.write_text("\n".join([HEAD, *rows]) + "\n", encoding="utf-8")
    return path


@pytest.fixture
def ward(desk: Desk, clock: Clock, tmp_path: Path) -> Desk:
    """Four dossiers of March as the portal has them, imported once."""
    clock.set("01/06/2026 08:00")
    folder = tmp_path / "nhap"
    folder.mkdir()
    imports.run(desk, export(folder, [row(n) for n in range(1, 5)]))
    return desk


def compared(desk: Desk, folder: Path, *rows: str, period: Period = MARCH) -> Reconciliation:
    return reconciliation.reconcile(desk, export(folder, rows), period)


def codes(found: Reconciliation, standing: Standing) -> list[str]:
    return [entry.code[-4:] for entry in found.of(standing)]


def test_the_same_on_both_sides_is_equal_and_no_figure_differs(ward: Desk, tmp_path: Path) -> None:
    found = compared(ward, tmp_path, *(row(n) for n in range(1, 5)))
    assert (found.equal, found.entries, found.figures) == (4, (), ())


def test_what_one_side_alone_has_is_told_with_the_figures_that_it_moves(
    ward: Desk, tmp_path: Path
) -> None:
    found = compared(ward, tmp_path, row(1), row(2), row(3), row(5, finished=""), row(6))
    assert codes(found, Standing.ONLY_HERE) == ["0004"]
    assert codes(found, Standing.ONLY_THERE) == ["0005", "0006"]
    assert found.equal == 3
    told = {one.name: (one.here, one.there) for one in found.figures}
    assert told["received"] == (4, 5)
    assert told["pending"] == (0, 1)
    received = next(one for one in found.figures if one.name == "received")
    assert [one.code[-4:] for one in received.lost] == ["0004"]
    assert [one.code[-4:] for one in received.gained] == ["0005", "0006"]


def test_fields_that_differ_are_told_one_by_one(ward: Desk, tmp_path: Path) -> None:
    changed = row(2, finished="17/03/2026 09:00", channel="Trực tuyến", owner="Lê Khác")
    found = compared(ward, tmp_path, row(1), changed, row(3), row(4))
    (entry,) = found.of(Standing.DIFFERS)
    told = {field.label: (field.here, field.there) for field in entry.fields}
    assert told["Chủ hồ sơ"] == ("Lê Thử 2", "Lê Khác")
    assert told["Ngày có kết quả"] == ("13/03/2026 09:00", "17/03/2026 09:00")
    assert "Hình thức tiếp nhận" in told
    assert {"early", "in_person"} <= set(entry.lost)
    assert {"late", "online"} <= set(entry.gained)


def test_a_day_that_the_export_gives_without_its_hour_is_the_same_day(
    ward: Desk, tmp_path: Path
) -> None:
    days = {"received": "09/03/2026", "due": "16/03/2026", "finished": "13/03/2026"}
    found = compared(ward, tmp_path, *(row(n, **days) for n in range(1, 5)))
    assert (found.equal, found.entries) == (4, ())


def test_a_dossier_without_a_code_is_matched_by_person_procedure_and_day_as_a_guess(
    ward: Desk, clock: Clock, tmp_path: Path
) -> None:
    clock.set("09/03/2026 10:15")
    receive(ward, owner=Person("Lê  Thử 7"))
    receive(ward, owner=Person("Trần Đôi"))
    receive(ward, owner=Person("Trần Đôi"))
    clock.set("01/06/2026 08:00")
    rows = [row(n) for n in (1, 2, 3, 4, 7)]
    found = compared(ward, tmp_path, *rows, row(8, owner="Trần Đôi"))
    (entry,) = found.of(Standing.DIFFERS)
    assert entry.guess
    assert ("Mã hồ sơ", "—") in [(field.label, field.here) for field in entry.fields]
    assert len(found.of(Standing.ONLY_HERE)) == 2
    assert codes(found, Standing.ONLY_THERE) == ["0008"]


def test_rows_of_other_periods_and_rows_that_cannot_be_read_are_counted(
    ward: Desk, tmp_path: Path
) -> None:
    other = row(9, received="01/04/2026 08:00", due="", finished="")
    bad = row(10, procedure="9.999999")
    found = compared(ward, tmp_path, *(row(n) for n in range(1, 5)), other, bad)
    assert (found.rows, found.equal, found.outside) == (6, 4, 1)
    assert [line for line, _ in found.unread] == [7]


def test_a_dossier_that_is_void_here_and_stands_there_differs(ward: Desk, tmp_path: Path) -> None:
    first = next(iter(export_ids(ward)))
    acts.void(ward, first, reason="Nhập nhầm")
    found = compared(ward, tmp_path, *(row(n) for n in range(1, 5)))
    (entry,) = found.of(Standing.DIFFERS)
    assert "Đã hủy (nhập nhầm)" in [field.label for field in entry.fields]
    assert "received" in entry.gained


def export_ids(desk: Desk) -> list[DossierId]:
    return [DossierId(one) for one in sorted(listing.ids(desk, of_period(None)))]


def test_the_figures_of_the_other_side_are_those_that_its_own_import_gives(
    desk: Desk, clock: Clock, tmp_path: Path, empty_database: Path
) -> None:
    """The one definition of figures over both sides, for a whole sample ward."""
    clock.set("20/03/2026 16:00")
    demo.make(desk, dossiers=250, seed=5, until=date(2026, 3, 20))
    path = tmp_path / "cong.xlsx"
    export_dossiers(desk, of_period(None), path, personal=True)
    folder = tmp_path / "kia"
    folder.mkdir()
    with desk_over(empty_database, clock, folder=folder) as other:
        imports.run(other, path)
        for dossier in export_ids(other)[::9]:
            acts.void(other, dossier, reason="Nhập nhầm")
        theirs = statistics.statistics(desk, MARCH).total
        mine = statistics.statistics(other, MARCH).total
        found = reconciliation.reconcile(other, path, MARCH)
    told = {one.name: (one.here, one.there) for one in found.figures}
    for name in ("received", "carried_over", "resolved", "late", "pending"):
        here, there = told.get(name, (getattr(mine, name),) * 2)
        assert here == getattr(mine, name)
        assert there == getattr(theirs, name), name


def test_comparing_leaves_the_file_as_it_was(ward: Desk, tmp_path: Path) -> None:
    path = ward.database.path
    assert path is not None
    before = dump(path)
    compared(ward, tmp_path, row(1, owner="Khác"), row(9))
    assert dump(path) == before
    assert statistics.statistics(ward, MARCH).total.received == 4


def dump(path: Path) -> list[str]:
    copy = path.with_name("copy.db")
    shutil.copy(path, copy)
    with sqlite3.connect(path) as connection:
        return list(connection.iterdump())


def test_a_letter_and_a_workbook_come_out_of_it(ward: Desk, tmp_path: Path) -> None:
    changed = row(2, finished="17/03/2026 09:00", id_no="001099000123")
    found = compared(ward, tmp_path, row(1), changed, row(3), row(5))
    for name in ("a.pdf", "a.docx", "a.xlsx"):
        reconciliation.write(ward, found, tmp_path / name)
    for name in ("a.pdf", "a.docx"):
        text = " ".join(read_text(tmp_path / name).split())
        for part in ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "V/v đối chiếu", "H99.12-260309-0004"):
            assert part in text
        assert "001099000123" not in text
        assert "Lê Thử" not in text
    assert len(Document(str(tmp_path / "a.docx")).tables) >= 5
    sheets = {s.name for s in CalamineWorkbook.from_path(tmp_path / "a.xlsx").sheets_metadata}
    assert sheets == {"Số liệu", "Hồ sơ", "Dòng không đọc được"}
    with pytest.raises(InputError):
        reconciliation.write(ward, found, tmp_path / "a.txt")


def test_columns_mean_what_an_officer_said_of_the_same_source(ward: Desk, tmp_path: Path) -> None:
    heads = {"Ký hiệu": "code", "Loại việc": "procedure_code", "Ai đến": "owner_name"}
    said = {**heads, "Vào sổ": "received"}
    path = tmp_path / "la.csv"
    line = f"H99.12-260309-9999;{PROCEDURE};Lê Lạ;09/03/2026 08:00"
    path.write_text(f"{';'.join(said)}\n{line}\n", encoding="utf-8")
    with pytest.raises(InputError):
        reconciliation.reconcile(ward, path, MARCH)
    mapping = Mapping(tuple(MappedColumn(heading, field) for heading, field in said.items()))
    imports.remember(ward, mapping, file=path.name)
    found = reconciliation.reconcile(ward, path, MARCH)
    assert codes(found, Standing.ONLY_THERE) == ["9999"]


def test_a_cancelled_comparison_stops(ward: Desk, tmp_path: Path) -> None:
    path = export(tmp_path, [row(1)])
    with pytest.raises(reconciliation.CompareCancelledError):
        reconciliation.reconcile(ward, path, MARCH, cancelled=lambda: True)
