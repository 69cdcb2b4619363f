"""The command line over an encrypted ward: the passphrase comes from a file or the input."""

import io
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.kit import Line, refused

ROOT = Path(__file__).parent.parent.parent
PASSPHRASE = "hoa phượng đỏ rực sân trường"  # noqa: S105 - of a ward that lasts a test
OTHER = "mưa rào tháng sáu, ve kêu"


@pytest.fixture
def secret(tmp_path: Path) -> Path:
    path = tmp_path / "mat-khau.txt"
    path.write_text(f"{PASSPHRASE}\r\n", encoding="utf-8-sig")
    return path


def typed(monkeypatch: pytest.MonkeyPatch, *lines: str) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO("".join(f"{line}\n" for line in lines)))


def test_encrypted_and_opened_by_what_a_file_or_the_input_gives(
    ward: Line, secret: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = Path(str(ward.database))
    count = ward("list").out.count("\n")
    made = ward("encrypt", "--new-passphrase-file", secret)
    assert made.status == 0, made.err
    code = made.out.strip()
    assert len(code.split("-")) == 14
    assert "CHƯA mã hóa" in made.err
    assert not path.read_bytes().startswith(b"SQLite")

    refused(ward("list"), "đã mã hóa", "--passphrase-file")
    opened = ("--passphrase-file", secret)
    assert ward(*opened, "list").out.count("\n") == count
    checked = ward(*opened, "check")
    assert checked.status == 0
    assert "Đã mã hóa (SQLCipher 4" in checked.out
    assert "CHƯA mã hóa" in checked.out
    typed(monkeypatch, "không phải mật khẩu")
    refused(ward("--passphrase-file", "-", "list"), "Mật khẩu dữ liệu không đúng")


def test_another_passphrase_an_older_copy_restored_and_none_any_more(
    ward: Line, secret: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    count = ward("list").out.count("\n")
    assert ward("encrypt", "--new-passphrase-file", secret).status == 0
    typed(monkeypatch, PASSPHRASE)
    assert ward("--passphrase-file", "-", "backup", tmp_path / "sao.db").status == 0
    typed(monkeypatch, PASSPHRASE, OTHER)
    args = ("encrypt", "--new-passphrase-file", "-", "--old-copies")
    changed = ward("--passphrase-file", "-", *args)
    assert changed.status == 0, changed.err
    assert "Đã mã hóa 2 bản sao lưu cũ" in changed.err
    typed(monkeypatch, OTHER)
    both = ("--passphrase-file", secret, "--passphrase-file", "-")
    restored = ward(*both, "restore", tmp_path / "sao.db")
    assert restored.status == 0, restored.err

    typed(monkeypatch, OTHER)
    refused(ward("--passphrase-file", "-", "decrypt"), "--yes")
    typed(monkeypatch, OTHER)
    assert ward("--passphrase-file", "-", "decrypt", "--yes").status == 0
    assert ward("list").out.count("\n") == count


def test_a_passphrase_file_that_cannot_be_read_is_told(
    ward: Line, secret: Path, tmp_path: Path
) -> None:
    assert ward("encrypt", "--new-passphrase-file", secret).status == 0
    refused(ward("--passphrase-file", tmp_path / "không-có", "list"), "Không mở được")
    secret.write_bytes(b"\xff\xfe\x00m")
    refused(ward("--passphrase-file", secret, "list"), "UTF-8")
    refused(ward("encrypt", "--new-passphrase-file", secret), "đã mã hóa")


def test_a_plain_ward_takes_no_notice_of_a_passphrase(ward: Line, secret: Path) -> None:
    assert ward("--passphrase-file", secret, "list").status == 0
    refused(ward("encrypt"), "--new-passphrase-file")
    refused(ward("decrypt", "--yes"), "không mã hóa", status=1)


def test_what_leaves_an_encrypted_ward_is_said_not_to_be_encrypted(
    ward: Line, tmp_path: Path
) -> None:
    assert "KHÔNG mã hóa" in ward("export", tmp_path / "tất-cả.zip").err


@pytest.mark.slow
def test_nothing_of_it_is_written_anywhere_by_a_wrong_or_a_right_passphrase(
    ward: Line, secret: Path, tmp_path: Path, own_data_folder: Path
) -> None:
    assert ward("encrypt", "--new-passphrase-file", secret).status == 0
    for given in (PASSPHRASE, "sai mật khẩu rồi nhé"):
        found = subprocess.run(
            [
                *(sys.executable, "-m", "dxdesk", "--database", str(ward.database)),
                *("--passphrase-file", "-", "history"),
            ],
            cwd=ROOT,
            input=f"{given}\n",
            capture_output=True,
            encoding="utf-8",
            env={**os.environ, "PYTHONUTF8": "1"},
            check=False,
        )
        assert given not in found.stdout + found.stderr
        assert "HMAC" not in found.stderr
        assert "Traceback" not in found.stderr
        log = own_data_folder / "dxdesk.log"
        assert not log.exists() or given not in log.read_text(encoding="utf-8")
