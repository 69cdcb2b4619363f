"""Backups that are made by themselves, over real files."""

import json
import shutil
from datetime import timedelta
from pathlib import Path

import pytest

from db.backup import contents
from db.shelf import FOLDER, backups_in, folder_of, shelve
from dxdesk.desk import Desk
from dxdesk.domain.backup import Reason
from dxdesk.domain.query import Query
from dxdesk.errors import InputError, StorageError
from dxdesk.services import history, listing
from dxdesk.services.backups.going_back import go_back, would_be_lost
from dxdesk.services.backups.making import all_backups, changed_since_backup, database_of, make
from dxdesk.services.backups.memory import file_of
from dxdesk.services.backups.rehearsal import is_due, rehearse
from dxdesk.services.backups.second import carry, choose_second_place, second_place
from dxdesk.services.opening import open_desk
from dxdesk.services.tampering import doubt
from tests.kit import Clock, desk_over, receive


def books(desk: Desk) -> list[str]:
    return [line.book for line in listing.first_page(desk, Query()).lines]


def made(desk: Desk, reason: Reason = Reason.CHANGES) -> Path:
    backup = make(desk, reason)
    assert backup is not None
    return Path(backup.path)


def test_a_backup_is_made_only_when_something_was_done(desk: Desk, clock: Clock) -> None:
    assert not changed_since_backup(desk)
    assert make(desk, Reason.CLOSE) is None
    receive(desk)
    first = made(desk, Reason.CLOSE)
    clock.later(minutes=30)
    assert make(desk, Reason.CHANGES) is None
    assert made(desk, Reason.BY_HAND) != first
    receive(desk)
    clock.later(minutes=30)
    assert contents(made(desk)).dossiers == 2
    assert [one.reason for one in all_backups(desk)] == [
        Reason.CHANGES,
        Reason.BY_HAND,
        Reason.CLOSE,
    ]


def test_older_backups_are_thinned_and_other_files_left_alone(desk: Desk, clock: Clock) -> None:
    receive(desk)
    folder = folder_of(database_of(desk))
    folder.mkdir()
    strangers = {"ghi-chu.txt", "desk-hom-qua.db", "khac-20260309-080000-tu-bam.db"}
    for name in strangers:
        (folder / name).write_text("của người khác")
    for _day in range(40):
        made(desk, Reason.BY_HAND)
        clock.later(days=1)
    left = {file.name for file in folder.iterdir()}
    assert strangers <= left
    assert 12 <= len(left - strangers) <= 12 + 10 + 9


def test_what_going_back_would_lose_is_told(desk: Desk, clock: Clock) -> None:
    receive(desk)
    backup = made(desk)
    receive(desk, code="H99.12-260309-0001")
    receive(desk)
    lost = would_be_lost(desk, backup)
    assert lost.dossiers == 2
    assert lost.names == ("2026/000003", "2026/000002 · H99.12-260309-0001")
    assert lost.action_count == 2
    assert lost.actions[0].startswith("09/03/2026 08:00  Tiếp nhận hồ sơ")
    assert lost.same_history


def test_a_backup_of_another_ward_is_known_as_such(
    desk: Desk, clock: Clock, tmp_path: Path, empty_database: Path
) -> None:

    other = tmp_path / "other"
    other.mkdir()
    with desk_over(empty_database, Clock("10/03/2026 09:00"), folder=other) as second:
        receive(second)
        backup = made(second)
    receive(desk)
    assert not would_be_lost(desk, backup).same_history


def test_going_back_can_itself_be_taken_back(desk: Desk, clock: Clock) -> None:
    receive(desk)
    backup = made(desk)
    clock.later(minutes=5)
    receive(desk)
    restored = go_back(desk, backup)
    assert books(desk) == ["2026/000001"]
    clock.later(minutes=5)
    newest = all_backups(desk)[0]
    assert (Path(newest.path), newest.reason) == (restored.kept, Reason.RESTORE)
    go_back(desk, Path(newest.path))
    assert books(desk) == ["2026/000002", "2026/000001"]
    assert history.undo(desk)
    assert books(desk) == ["2026/000001"]


def test_a_damaged_backup_takes_nothing_away(desk: Desk) -> None:
    receive(desk)
    backup = made(desk)
    head = backup.read_bytes()
    backup.write_bytes(head[:8192] + b"\xff" * (len(head) - 8192))
    receive(desk)
    with pytest.raises(StorageError):
        go_back(desk, backup)
    assert len(books(desk)) == 2


def test_the_newest_backup_is_carried_to_the_second_place_once(
    desk: Desk, clock: Clock, tmp_path: Path
) -> None:
    stick = tmp_path / "usb"
    stick.mkdir()
    choose_second_place(desk, stick)
    assert carry(desk) is None, "nothing to carry yet"
    receive(desk)
    made(desk)
    target = carry(desk)
    assert target is not None
    assert contents(target).dossiers == 1
    assert carry(desk) is None
    place = second_place(desk)
    assert place is not None
    assert (place.reachable, place.newest, place.same_disk) == (True, clock.time, True)


def test_a_stick_that_is_away_is_told_with_the_age_of_its_copy(
    desk: Desk, clock: Clock, tmp_path: Path
) -> None:
    stick = tmp_path / "usb"
    stick.mkdir()
    choose_second_place(desk, stick)
    receive(desk)
    made(desk)
    carry(desk)
    then = clock.time
    shutil.rmtree(stick)
    clock.later(days=3)
    receive(desk)
    made(desk)
    assert carry(desk) is None
    place = second_place(desk)
    assert place is not None
    assert (place.reachable, place.newest) == (False, then)


def test_the_second_place_must_be_another_folder(desk: Desk, tmp_path: Path) -> None:
    receive(desk)
    made(desk)
    with pytest.raises(InputError, match="phải khác thư mục sao lưu"):
        choose_second_place(desk, folder_of(database_of(desk)))
    with pytest.raises(InputError, match="Không có thư mục"):
        choose_second_place(desk, tmp_path / "khong-co")
    choose_second_place(desk, None)
    assert second_place(desk) is None


@pytest.mark.parametrize("text", ["", "{", "[]", '{"second_place": 7}', "\x00", '"usb"'])
def test_a_note_that_makes_no_sense_is_nothing_known(desk: Desk, text: str) -> None:
    note = file_of(database_of(desk))
    note.parent.mkdir()
    note.write_text(text)
    assert second_place(desk) is None
    assert not is_due(desk)


def test_two_wards_in_one_folder_are_not_taken_for_each_other(desk: Desk, clock: Clock) -> None:
    receive(desk)
    assert doubt(desk) == ""
    beside = open_desk(database_of(desk).with_name("phuong-mau.db"), clock=clock)
    assert doubt(beside) == ""
    beside.close()


def test_a_rehearsal_restores_checks_and_leaves_nothing(desk: Desk, clock: Clock) -> None:
    assert not is_due(desk)
    assert rehearse(desk) is None
    receive(desk)
    made(desk)
    assert is_due(desk)
    assert rehearse(desk) == ()
    assert not is_due(desk)
    assert not list(folder_of(database_of(desk)).glob("dien-tap-*"))
    clock.later(days=7)
    assert is_due(desk)


def test_a_rehearsal_says_what_is_wrong_with_a_backup(desk: Desk) -> None:
    receive(desk)
    backup = made(desk)
    backup.write_bytes(backup.read_bytes()[:9000])
    problems = rehearse(desk)
    assert problems
    note = json.loads(file_of(database_of(desk)).read_text())
    assert note["rehearsal_problems"] == list(problems)


def test_a_clock_that_was_set_back_does_not_put_a_rehearsal_off(desk: Desk, clock: Clock) -> None:
    receive(desk)
    made(desk)
    rehearse(desk)
    clock.time -= timedelta(days=400)
    assert is_due(desk)


def test_backups_lie_beside_the_database(desk: Desk) -> None:
    receive(desk)
    path = made(desk)
    assert path.parent == database_of(desk).parent / FOLDER
    assert [one.name for one in backups_in(path.parent, database_of(desk))] == [path.name]


def test_an_unwritable_folder_of_backups_is_told(desk: Desk) -> None:
    folder_of(database_of(desk)).write_text("ở đây có một tệp")
    with pytest.raises(StorageError, match="thư mục sao lưu"):
        shelve(database_of(desk), desk.now(), Reason.BY_HAND)
