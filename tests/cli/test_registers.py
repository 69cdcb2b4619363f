"""`dxdesk import` and `dxdesk register`."""

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pypdfium2
import pytest

from dxdesk.exchange.reader import read_register
from tests.cli.kit import REGISTER, SAMPLES, Line, refused

APRIL = ("--from", "2026-04-01", "--to", "2026-04-30")
HEAD = "Mã hồ sơ;Mã TTHC;Chủ hồ sơ;Hình thức tiếp nhận;Ngày tiếp nhận;Ngày có kết quả\n"
ROWS = (
    "H99.15-260105-0001;2.000942;Nguyễn Văn An;Trực tiếp;05/01/2026 08:00;05/01/2026 10:00\n"
    "H99.15-260105-0002;2.000942;Trần Thị Bé;Trực tiếp;ngày mai;05/01/2026 10:00\n"
    "H99.15-260105-0003;2.000942;Lê Văn Cao;Trực tiếp;05/01/2026 09:00;\n"
)


@pytest.fixture
def half_bad(tmp_path: Path) -> Path:
    file = tmp_path / "mot-dong-sai.csv"
    file.write_text(HEAD + ROWS, encoding="utf-8")
    return file


def counts(found: dict[str, object]) -> tuple[object, ...]:
    return tuple(found[name] for name in ("rows", "new", "changed", "same"))


def test_what_an_import_did_is_told_file_by_file(new_ward: Line) -> None:
    found = new_ward.json("import", REGISTER)
    assert list(found) == ["files"]
    [file] = found["files"]
    keys = ["file", "shape", "rows", "new", "changed", "same", "quarantined", "warnings"]
    assert list(file) == keys
    assert file["file"] == str(REGISTER)
    assert counts(file) == (430, 430, 0, 0)


def test_importing_again_changes_nothing(ward: Line) -> None:
    [file] = ward.json("import", REGISTER)["files"]
    assert counts(file) == (430, 0, 0, 430)
    assert len(ward.json("history")["actions"]) == 2


def test_a_row_that_cannot_be_read_is_named_and_is_no_failure(
    new_ward: Line, half_bad: Path
) -> None:
    found = new_ward("import", half_bad, "--json")
    assert found.status == 0
    [file] = found.json["files"]
    assert counts(file) == (3, 2, 0, 0)
    [quarantined] = file["quarantined"]
    assert list(quarantined) == ["line", "column", "value", "reason"]
    assert quarantined["line"] == 3
    assert quarantined["column"] == "Ngày tiếp nhận"
    assert quarantined["value"] == "ngày mai"
    assert quarantined["reason"]


def test_people_are_told_what_went_in_and_which_lines_did_not(
    new_ward: Line, half_bad: Path
) -> None:
    found = new_ward("import", half_bad)
    assert "3 dòng: 2 mới, 0 thay đổi, 0 không đổi, 1 dòng lỗi" in found.out
    assert "dòng 3, cột Ngày tiếp nhận" in found.out


def test_what_is_doubtful_is_warned_about(new_ward: Line) -> None:
    found = new_ward("import", SAMPLES / "danh-sach-ho-so.xls")
    assert "263" in found.err
    assert "Lưu ý" in found.err


def test_a_dry_run_writes_nothing(new_ward: Line, half_bad: Path) -> None:
    [file] = new_ward.json("import", half_bad, "--dry-run")["files"]
    assert counts(file) == (3, 2, 0, 0)
    assert new_ward("list", "--json").lines == []
    assert len(new_ward.json("history")["actions"]) == 1


def test_a_dry_run_makes_no_database(line: Line, tmp_path: Path, half_bad: Path) -> None:
    missing = tmp_path / "chua-co.db"
    [file] = line.over(missing).json("import", half_bad, "--dry-run")["files"]
    assert counts(file) == (3, 2, 0, 0)
    assert not missing.exists()


def test_an_import_makes_the_database_that_is_not_there_yet(
    line: Line, own_data_folder: Path, half_bad: Path
) -> None:
    assert line.json("import", half_bad)["files"][0]["new"] == 2
    assert len(line("list", "--json").lines) == 2
    assert (own_data_folder / "dxdesk.db").is_file()


def bad_file(kind: str, folder: Path) -> Path:
    path = folder / f"{kind}.xlsx"
    match kind:
        case "empty":
            path.touch()
        case "garbage":
            path.write_bytes(bytes(range(256)) * 40)
        case "cut":
            path.write_bytes(REGISTER.read_bytes()[:20_000])
        case "folder":
            path.mkdir()
        case "database":
            with closing(sqlite3.connect(path)) as connection:
                connection.execute("CREATE TABLE a (b)")
        case "no-register":
            path.write_text("Xin chào;Việt Nam\n", encoding="utf-8")
    return path


BAD = ("missing", "empty", "garbage", "cut", "folder", "database", "no-register")


@pytest.mark.parametrize("kind", BAD)
def test_a_file_that_is_no_register_is_wrong_input(
    new_ward: Line, kind: str, tmp_path: Path
) -> None:
    refused(new_ward("import", bad_file(kind, tmp_path)), f"{kind}.xlsx")


def test_the_other_files_go_in_when_one_is_bad(new_ward: Line, tmp_path: Path) -> None:
    found = new_ward("import", bad_file("cut", tmp_path), REGISTER, "--json")
    assert found.status == 2
    bad, good = found.json["files"]
    assert list(bad) == ["file", "error"]
    assert bad["error"] in found.err
    assert good["new"] == 430
    assert len(new_ward("list", "--json").lines) == 430


def test_an_import_without_a_file_is_wrong_usage(new_ward: Line) -> None:
    refused(new_ward("import"), "Thiếu TỆP")
    refused(new_ward("import", ""), "TỆP")


@pytest.mark.parametrize("suffix", ["pdf", "xlsx", "csv"])
def test_the_register_is_written_in_each_format(ward: Line, suffix: str, tmp_path: Path) -> None:
    target = tmp_path / f"so.{suffix}"
    found = ward("register", *APRIL, "--output", target)
    assert (found.status, found.out) == (0, "")
    assert str(target) in found.err
    codes = {one["code"] for one in ward("list", *APRIL, "--json").lines}
    if suffix == "pdf":
        document = pypdfium2.PdfDocument(target)
        text = "".join(page.get_textpage().get_text_bounded() for page in document)
        document.close()
        assert sum(code in text.replace("\r\n", "") for code in codes) == len(codes)
    else:
        assert {row.code for row in read_register(target).rows} == codes


@pytest.mark.parametrize(
    ("options", "named"),
    [
        (("--output", "so.docx"), "so.docx"),
        (("--output", "so"), ".pdf hoặc .xlsx hoặc .csv"),
        (("--output", "khong-co/so.pdf"), "khong-co"),
        (("--output", ""), "--output"),
        (("--output", "dài" * 200 + ".pdf"), "quá dài"),
        ((), "--output"),
    ],
)
def test_a_place_that_cannot_take_the_register_is_wrong_input(
    ward: Line, options: tuple[str, ...], named: str
) -> None:
    refused(ward("register", *APRIL, *options), named)


def test_an_earlier_file_stays_when_the_register_is_refused(ward: Line, tmp_path: Path) -> None:
    target = Path(shutil.copy(REGISTER, tmp_path / "so.xlsx"))
    refused(ward("register", "--from", "2026-04-30", "--to", "2026-04-01", "--output", target))
    assert target.read_bytes() == REGISTER.read_bytes()
