import errno
import subprocess
import sys
from pathlib import Path

import pytest

from dxdesk.errors import StorageError
from dxdesk.reports.files import failure, replacing
from dxdesk.reports.ii06a import write_ii06a
from tests.reports.literal import APRIL, LiteralSource

ROOT = Path(__file__).parent.parent.parent


def test_a_whole_file_takes_the_place_of_the_old_one(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(b"old")
    with replacing(path) as file:
        file.write(b"new")
        assert path.read_bytes() == b"old"
    assert path.read_bytes() == b"new"
    assert [each.name for each in tmp_path.glob(".dxdesk*")] == []


def test_when_the_writing_stops_half_way_the_old_file_stays_alone(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(b"old")

    def stop_half_way() -> None:
        with replacing(path) as file:
            file.write(b"half")
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        stop_half_way()
    assert path.read_bytes() == b"old"
    assert [each.name for each in tmp_path.glob(".dxdesk*")] == []


@pytest.mark.parametrize("suffix", ["pdf", "xlsx"])
def test_a_missing_folder_is_a_sentence_that_says_to_choose_another(
    tmp_path: Path, suffix: str
) -> None:
    with pytest.raises(StorageError, match="thư mục đã chọn không tồn tại; hãy chọn"):
        write_ii06a(LiteralSource(), APRIL, tmp_path / "missing" / f"a.{suffix}")


def test_a_file_in_the_place_of_the_folder_is_the_same_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(StorageError, match="thư mục đã chọn không tồn tại"):
        write_ii06a(LiteralSource(), APRIL, tmp_path / "file" / "a.pdf")


def test_a_folder_with_the_name_of_the_report_is_kept(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").mkdir()
    with pytest.raises(StorageError, match="là tên một thư mục"):
        write_ii06a(LiteralSource(), APRIL, tmp_path / "a.pdf")
    assert [each.name for each in tmp_path.glob(".dxdesk*")] == []


def test_a_name_too_long_for_the_disk_is_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(StorageError, match="quá dài"):
        write_ii06a(LiteralSource(), APRIL, tmp_path / f"{'a' * 300}.pdf")
    assert [each.name for each in tmp_path.glob(".dxdesk*")] == []


FULL_DISK = """
import resource, sys
from pathlib import Path
sys.path.insert(0, sys.argv[1])
from dxdesk.errors import StorageError
from dxdesk.reports.ii06a import write_ii06a
from tests.reports.literal import APRIL, LiteralSource
resource.setrlimit(resource.RLIMIT_FSIZE, (3000, 3000))
try:
    write_ii06a(LiteralSource(), APRIL, Path(sys.argv[2]))
except StorageError as error:
    sys.stdout.buffer.write(str(error).encode())
"""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no limit on the size of files")
@pytest.mark.parametrize("suffix", ["pdf", "xlsx"])
def test_a_full_disk_is_a_sentence_and_leaves_no_half_file(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"a.{suffix}"
    path.write_bytes(b"old")
    answer = subprocess.run(
        [sys.executable, "-c", FULL_DISK, str(ROOT), str(path)], capture_output=True, check=True
    )
    assert "không đủ chỗ để ghi tệp" in answer.stdout.decode()
    assert path.read_bytes() == b"old"
    assert [each.name for each in tmp_path.glob(".dxdesk*")] == []


@pytest.mark.parametrize(
    ("number", "said"),
    [
        (errno.ENOSPC, "không đủ chỗ"),
        (errno.EACCES, "đang mở trong chương trình khác"),
        (errno.EROFS, "thư mục không cho ghi"),
        (errno.EIO, f"mã lỗi {errno.EIO}"),
    ],
)
def test_each_trouble_of_the_disk_says_what_to_do(tmp_path: Path, number: int, said: str) -> None:
    text = str(failure(OSError(number, "trouble"), tmp_path / "báo cáo.pdf"))
    assert said in text
    assert "“báo cáo.pdf”" in text
    assert "hãy" in text
