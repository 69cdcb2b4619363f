"""A damaged file: the newest good backup, or what is readable, with an account of the rest."""

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest

from dxdesk.desk import Desk
from dxdesk.domain.backup import Reason
from dxdesk.domain.dossier import DossierId
from dxdesk.domain.query import Query
from dxdesk.errors import DamagedError
from dxdesk.services import demo, dossiers, listing
from dxdesk.services.backups import making
from dxdesk.services.opening import open_desk
from dxdesk.services.rescue import back_to, newest_good, save_readable
from tests.kit import Clock, desk_over

PAGE = 4096


@pytest.fixture
def ward(empty_database: Path, clock: Clock, tmp_path: Path) -> Iterator[Desk]:
    with desk_over(empty_database, clock, folder=tmp_path) as desk:
        demo.make(desk, dossiers=300, seed=2, until=date(2026, 3, 6))
        yield desk


def pages_of(desk: Desk, table: str) -> list[int]:
    with desk.reading() as session:
        found = session.connection().exec_driver_sql(
            "SELECT pageno FROM dbstat WHERE name = ? AND pagetype = 'leaf'", (table,)
        )
        return [row[0] for row in found]


def spoil(desk: Desk, pages: list[int]) -> Path:
    """Zero these pages of the closed file, as a bad sector does."""
    path = desk.database.path
    assert path is not None
    with desk.database.aside() as session:
        session.connection().exec_driver_sql("SELECT 1")
    desk.close()
    from db.backup import fold_in

    fold_in(path)
    data = bytearray(path.read_bytes())
    for page in pages:
        data[(page - 1) * PAGE : page * PAGE] = bytes(PAGE)
    path.write_bytes(data)
    return path


def test_rows_on_a_bad_page_are_rebuilt_from_the_log(ward: Desk, clock: Clock) -> None:
    before = {i: dossiers.get(ward, DossierId(i)) for i in listing.ids(ward, Query())}
    pages = pages_of(ward, "dossier")
    assert len(pages) > 4
    path = spoil(ward, pages[1:3])
    rescued = save_readable(path, clock=clock)
    assert rescued.found.lost["dossier"]
    assert set(rescued.found.rebuilt["dossier"]) == set(rescued.found.lost["dossier"])
    assert rescued.kept.exists()
    desk = open_desk(path, clock=clock)
    after = {i: dossiers.get(desk, DossierId(i)) for i in listing.ids(desk, Query())}
    assert after == before
    told = rescued.account.read_text(encoding="utf-8-sig")
    assert "hồ sơ: " in told.split("Dựng lại từ nhật ký:")[1]
    desk.close()


def test_what_is_neither_readable_nor_in_the_log_is_listed(ward: Desk, clock: Clock) -> None:
    path = spoil(ward, [*pages_of(ward, "dossier")[1:2], *pages_of(ward, "change")])
    rescued = save_readable(path, clock=clock)
    assert rescued.found.missing["dossier"]
    assert rescued.found.missing["change"]
    assert "không còn đọc được" in rescued.account.read_text(encoding="utf-8-sig")
    desk = open_desk(path, clock=clock)
    assert 0 < len(listing.ids(desk, Query())) < 300
    desk.close()


@pytest.mark.parametrize(
    "ruin", [lambda _data: b"", lambda data: b"\xff" * len(data), lambda data: data[:100]]
)
def test_a_file_without_anything_readable_is_left_alone(
    ward: Desk, clock: Clock, ruin: Callable[[bytes], bytes]
) -> None:
    path = spoil(ward, [])
    path.write_bytes(ruin(path.read_bytes()))
    before = path.read_bytes()
    with pytest.raises(DamagedError, match="Hãy quay về một bản sao lưu"):
        save_readable(path, clock=clock)
    assert path.read_bytes() == before
    assert [one for one in path.parent.iterdir() if "dang-cuu" in one.name] == []


def test_the_newest_good_backup_is_offered_and_put_in_place(ward: Desk, clock: Clock) -> None:
    assert ward.database.path is not None
    assert newest_good(ward.database.path) is None
    good = making.make(ward, Reason.BY_HAND)
    assert good is not None
    clock.later(hours=1)
    bad = making.make(ward, Reason.BY_HAND)
    assert bad is not None
    Path(bad.path).write_bytes(b"\xff" * 8192)
    path = spoil(ward, [1])
    with pytest.raises(DamagedError):
        open_desk(path, clock=clock)
    found = newest_good(path)
    assert found is not None
    assert found.path == good.path
    restored = back_to(path, found, clock=clock)
    assert restored.kept is not None
    desk = open_desk(path, clock=clock)
    assert len(listing.ids(desk, Query())) == restored.contents.dossiers
    desk.close()
