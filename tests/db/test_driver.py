"""Trouble of an encrypted file is told in the same words as that of a plain one."""

from collections.abc import Callable
from pathlib import Path

import pytest

from db.driver import Connection, for_reading, key_of, opened
from db.trouble import storage_error
from dxdesk.domain.key import MARK, Key
from dxdesk.errors import LockedError

KEY = Key(MARK + bytes(10), bytes(range(32)))
Work = Callable[[Connection, Path], object]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    made = opened(tmp_path / "a.db", KEY)
    made.execute("CREATE TABLE one (text)")
    made.close()
    return tmp_path / "a.db"


def _full(made: Connection, _path: Path) -> None:
    made.execute("PRAGMA max_page_count = 2")
    made.execute("INSERT INTO one VALUES (zeroblob(100000))")


def _busy(made: Connection, path: Path) -> None:
    made.execute("BEGIN IMMEDIATE")
    opened(path, KEY, timeout=0).execute("BEGIN IMMEDIATE")


def _read_only(_made: Connection, path: Path) -> None:
    opened(for_reading(path), KEY, uri=True).execute("INSERT INTO one VALUES (1)")


def _missing(_made: Connection, path: Path) -> None:
    opened(path / "b.db", KEY)


@pytest.mark.filterwarnings("ignore::ResourceWarning")
@pytest.mark.parametrize(
    ("work", "words"),
    [
        (_full, "Ổ đĩa đã đầy"),
        (_busy, "Chương trình khác đang giữ"),
        (_read_only, "chỉ cho đọc"),
        (_missing, "Không mở được tệp"),
    ],
)
def test_what_fails_under_an_encrypted_file_is_told(work: Work, words: str, path: Path) -> None:
    made = opened(path, KEY)
    with pytest.raises(Exception) as caught:  # noqa: PT011 - of the driver's own family
        work(made, path)
    made.close()
    assert words in str(storage_error(caught.value, path))


def test_a_file_takes_the_key_of_its_salt_and_no_other(path: Path) -> None:
    other = Key(MARK + bytes(9) + b"1", bytes(32))
    assert key_of(path, (other, KEY)) == KEY
    with pytest.raises(LockedError):
        key_of(path, (other,))
    assert key_of(path.with_name("none.db"), (KEY,)) is None


def test_want_of_memory_over_a_plain_file_is_no_damage(tmp_path: Path) -> None:
    (tmp_path / "plain.db").write_bytes(b"SQLite format 3\0" + bytes(4080))
    assert storage_error(MemoryError(), tmp_path / "plain.db") is None
