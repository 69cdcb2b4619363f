"""`demo`, `backup`, `restore`, `check`, `undo`, `history` on the command line."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from tests.cli.kit import REGISTER, Line, refused


def test_a_sample_ward_is_made_in_an_empty_database(line: Line, tmp_path: Path) -> None:
    ward = line.over(tmp_path / "mau.db")
    found = ward("demo", "--dossiers", 60, "--seed", 5, "--until", "2026-06-30")
    assert (found.status, found.out) == (0, "")
    assert "60 hồ sơ" in found.err
    report = ward.json("check")
    assert (report["ok"], report["dossiers"]) == (True, 60)


def test_a_database_that_holds_data_takes_no_sample_ward(ward: Line) -> None:
    before = ward("list", "--json").out
    refused(ward("demo", "--dossiers", 10), "hồ sơ", status=1)
    assert ward("list", "--json").out == before


@pytest.mark.parametrize(
    ("options", "named"),
    [
        (("--dossiers", "0"), "--dossiers"),
        (("--dossiers", "-5"), "từ 1 đến"),
        (("--dossiers", "nhiều"), "số nguyên"),
        (("--dossiers", "1.5"), "số nguyên"),
        (("--seed", "a"), "--seed"),
        (("--until", "30/06/2026"), "--until"),
    ],
)
def test_wrong_numbers_make_no_sample_ward(
    line: Line, options: tuple[str, ...], named: str, tmp_path: Path
) -> None:
    ward = line.over(tmp_path / "mau.db")
    refused(ward("demo", *options), named)
    assert not (tmp_path / "mau.db").exists()


def test_a_backup_can_be_restored_and_the_replaced_file_is_kept(ward: Line, tmp_path: Path) -> None:
    copy = tmp_path / "sao-luu.db"
    before = ward("list", "--json").out
    made = ward("backup", copy)
    assert (made.status, made.out) == (0, "")
    assert "430 hồ sơ" in made.err
    assert ward("undo").status == 0
    assert ward("list", "--json").out == ""
    restored = ward("restore", copy)
    assert (restored.status, restored.out) == (0, "")
    assert ward("list", "--json").out == before
    kept = tmp_path / "phuong-truoc-khoi-phuc-20260630-120000.db"
    assert str(kept) in restored.err
    assert ward.over(kept)("list", "--json").out == ""
    assert ward.json("check")["ok"]


def test_a_restore_needs_no_database_to_be_there(ward: Line, line: Line, tmp_path: Path) -> None:
    copy = tmp_path / "sao-luu.db"
    assert ward("backup", copy).status == 0
    fresh = line.over(tmp_path / "may-moi.db")
    found = fresh("restore", copy)
    assert found.status == 0
    assert "giữ" not in found.err
    assert fresh("list", "--json").out == ward("list", "--json").out


@pytest.mark.parametrize("wrong", [REGISTER, Path("khong-co.db"), Path()])
def test_what_is_no_backup_changes_nothing(ward: Line, wrong: Path) -> None:
    before = ward("list", "--json").out
    found = ward("restore", wrong)
    refused(found, status=found.status)
    assert found.status in {1, 2}
    assert ward("list", "--json").out == before


def test_no_other_file_is_overwritten_by_a_backup(ward: Line, tmp_path: Path) -> None:
    letter = tmp_path / "thu.docx"
    letter.write_text("Kính gửi", encoding="utf-8")
    refused(ward("backup", letter), "thu.docx")
    assert letter.read_text(encoding="utf-8") == "Kính gửi"
    assert isinstance(ward.database, Path)
    refused(ward("backup", ward.database), "đang dùng")
    refused(ward("backup", tmp_path / "khong-co" / "a.db"), "khong-co")
    refused(ward("backup", tmp_path), "thư mục")


def test_a_sound_database_passes_every_check(ward: Line) -> None:
    report = ward.json("check")
    assert list(report) == ["ok", "schema", "dossiers", "actions", "checks", "seal"]
    assert report["ok"]
    keys = [one["key"] for one in report["checks"]]
    assert keys == [
        "file",
        "encryption",
        "search",
        "references",
        "derived",
        "identities",
        "log",
        "chain",
        "book",
    ]
    assert all(one["ok"] and not one["problems"] for one in report["checks"])


def test_a_failed_check_is_a_failure_and_says_what_is_wrong(ward: Line) -> None:
    assert isinstance(ward.database, Path)
    with closing(sqlite3.connect(ward.database)) as connection:
        connection.execute("UPDATE dossier SET content = 'sửa lén' WHERE id = 7")
        connection.commit()
    found = ward("check", "--json")
    assert found.status == 1
    wrong = {one["key"]: one["problems"] for one in found.json["checks"] if not one["ok"]}
    assert list(wrong) == ["log"]
    assert "7" in wrong["log"][0]
    shown = ward("check")
    assert shown.status == 1
    assert "KHÔNG ĐẠT  Nhật ký thao tác" in shown.out


def test_the_last_action_is_taken_back_by_name(ward: Line) -> None:
    found = ward("undo")
    assert (found.status, found.out) == (0, "")
    assert "Nhập sổ “so-theo-doi-2026-q2.xlsx”" in found.err
    assert ward("list", "--json").lines == []
    refused(ward("undo"), "hoàn tác", status=1)


def test_the_log_is_listed_newest_first_with_what_was_undone(ward: Line) -> None:
    assert ward("undo").status == 0
    actions = ward.json("history")["actions"]
    assert [one["id"] for one in actions] == [3, 2, 1]
    assert [one["undone"] for one in actions] == [False, True, False]
    assert set(actions[0]) == {"id", "at", "name", "officer", "undone"}
    assert actions[0]["at"] == "2026-06-30T12:00"
    shown = ward("history").out.splitlines()
    assert shown[0].startswith("Số")
    assert shown[2].endswith("đã hoàn tác")


def test_a_long_log_is_listed_whole(new_ward: Line) -> None:
    from dxdesk.domain.office import Office
    from dxdesk.services.opening import open_desk
    from dxdesk.services.settings import save_office

    assert isinstance(new_ward.database, Path)
    desk = open_desk(new_ward.database)
    for number in range(205):
        save_office(desk, Office(name=f"phường {number}"))
    desk.close()
    actions = new_ward.json("history")["actions"]
    assert [one["id"] for one in actions] == list(range(206, 0, -1))
