"""An encrypted file that a bad disk struck: told, and saved like one in the clear."""

import random
import shutil
from datetime import date
from pathlib import Path

import pytest

from db import dump
from db.backup import fold_in
from db.driver import is_broken, is_encrypted
from db.engine import connect
from dxdesk.domain.key import PAGE, Key
from dxdesk.errors import DamagedError, DeskError
from dxdesk.services import demo
from dxdesk.services.backups import making
from dxdesk.services.checking import check
from dxdesk.services.encryption import changing
from dxdesk.services.encryption.unlocking import unlock
from dxdesk.services.opening import open_desk
from dxdesk.services.rescue import back_to, newest_good, save_readable
from tests.faults.jobs import PASSPHRASES
from tests.kit import Clock, desk_over

STEP = 9
"""Every ninth page."""
Ward = tuple[Path, Key]


@pytest.fixture(scope="module")
def sound(empty_database: Path, tmp_path_factory: pytest.TempPathFactory) -> Ward:
    """An encrypted ward with its backups, closed."""
    folder = tmp_path_factory.mktemp("sound")
    with desk_over(empty_database, Clock(), folder=folder) as desk:
        demo.make(desk, dossiers=300, seed=2, until=date(2026, 3, 6))
        made = changing.encrypt(desk, PASSPHRASES[0])
        made.desk.close()
        key = made.desk.database.key
        assert key is not None
        fold_in(folder / "desk.db", (key,))
        return folder / "desk.db", key


@pytest.fixture
def struck(sound: Ward, tmp_path: Path) -> Ward:
    """A copy to be damaged, with its backups."""
    path, key = sound
    shutil.copytree(path.parent, tmp_path / "ward")
    return tmp_path / "ward" / path.name, key


def everything(path: Path, key: Key) -> dict[str, list[dict[str, object]]]:
    database = connect(path, key)
    with database.reading() as session:
        found = {f.name: list(dump.rows(session.connection(), f)) for f in dump.tables()}
    database.close()
    return found


def flip(path: Path, at: int, bit: int = 1) -> None:
    data = bytearray(path.read_bytes())
    data[at] ^= bit
    path.write_bytes(data)


def leaves(path: Path, key: Key, table: str) -> list[int]:
    """Pages with rows of *table*: those whose damage costs rows of it only."""
    found = []
    before = len(everything(path, key)[table])
    for page in range(1, path.stat().st_size // PAGE):
        trial = path.with_name("trial.db")
        shutil.copy(path, trial)
        flip(trial, page * PAGE + 100)
        database = connect(trial, key)
        try:
            with database.reading() as session:
                statement = f"SELECT sum(length(note)), count(owner_name) FROM {table}"  # noqa: S608 - a test's own
                session.connection().exec_driver_sql(statement).all()
        except DeskError:
            found.append(page)
        database.close()
    assert before
    return found


@pytest.mark.slow
def test_a_flipped_bit_is_told_or_means_nothing(struck: Ward, sound: Ward) -> None:
    path, key = struck
    whole, told = everything(*sound), 0
    for page in range(0, path.stat().st_size // PAGE, STEP):
        shutil.copy(sound[0], path)
        flip(path, page * PAGE + random.Random(page).randrange(PAGE), 1 << page % 8)
        try:
            desk = open_desk(path, clock=Clock(), create=False, keys=(key,))
            try:
                fine = check(desk).ok
            finally:
                desk.close()
        except DamagedError:
            fine = False
        told += not fine
        assert not fine or everything(path, key) == whole, page
        assert is_broken(path, key) or page == 0
    assert told


@pytest.mark.slow
def test_rows_on_bad_pages_are_rebuilt_and_the_new_file_is_encrypted(
    struck: Ward, sound: Ward
) -> None:
    path, key = struck
    pages = leaves(path, key, "dossier")
    assert len(pages) > 4
    for page in pages[-3:-1]:
        flip(path, page * PAGE + 200)
    rescued = save_readable(path, clock=Clock(), keys=(key,))
    assert rescued.found.lost["dossier"]
    assert rescued.encrypted
    assert is_encrypted(path)
    assert everything(path, key)["dossier"] == everything(*sound)["dossier"]
    text = rescued.account.read_text(encoding="utf-8-sig")
    assert "hồ sơ: " in text.split("Dựng lại từ nhật ký:")[1]


def test_a_truncated_file_is_told_and_its_backup_comes_in_its_place(struck: Ward) -> None:
    path, key = struck
    path.write_bytes(path.read_bytes()[: path.stat().st_size * 2 // 3 + 100])
    assert unlock(path, PASSPHRASES[0]) == key
    with pytest.raises(DamagedError, match="hỏng"):  # noqa: PT012 - wherever it is met first
        desk = open_desk(path, clock=Clock(), keys=(key,))
        try:
            check(desk)
        finally:
            desk.close()
    found = newest_good(path, (key,))
    assert found is not None
    back_to(path, found, clock=Clock(), keys=(key,))
    desk = open_desk(path, clock=Clock(), keys=(key,))
    assert check(desk).ok
    desk.close()


def test_a_damaged_salt_costs_nothing_where_a_backup_has_it(struck: Ward) -> None:
    path, key = struck
    flip(path, 12)
    assert unlock(path, PASSPHRASES[0]) == key
    desk = open_desk(path, clock=Clock(), keys=(key,))
    assert making.all_backups(desk)
    assert check(desk).ok
    desk.close()
