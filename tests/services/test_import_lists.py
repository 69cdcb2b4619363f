"""Procedures, officers and hamlets come in from files of their own, one action each."""

from pathlib import Path

import pytest

from dxdesk.desk import Desk
from dxdesk.domain.due import Limit, LimitKind
from dxdesk.exchange.source import Pasted
from dxdesk.services import catalogue, history, imports
from dxdesk.services.imports import ListImport, Verdict
from dxdesk.services.imports.procedure_list import limit_of_text

HEAD = "STT\tMã TTHC\tTên TTHC\tLĩnh vực\tThời hạn giải quyết\tPhí, lệ phí\tGhi chú riêng\n"
NEW = "1\t9.000001.000.00.00.H99\tThủ tục thử\tLĩnh vực thử\t05 ngày làm việc\tKhông\tx\n"
KNOWN = "1.001193"


def looked(desk: Desk, text: str) -> ListImport:
    found = imports.preview_list(desk, Pasted(text))
    assert found is not None
    return found


def names(desk: Desk) -> set[str]:
    return {one.name for one in catalogue.hamlets(desk)}


def test_a_catalogue_is_previewed_imported_and_undone_as_one_action(desk: Desk) -> None:
    text = "DANH MỤC\n" + HEAD + NEW + f"2\t{KNOWN}\t\t\t3 ngày làm việc\t\t\n3\tsai\tX\tY\t\t\t\n"
    before = catalogue.procedures(desk)
    log = history.events(desk)
    found = looked(desk, text)
    assert found.kind == "procedures"
    assert [one.verdict for one in found.entries] == [
        *(Verdict.NEW, Verdict.CHANGED, Verdict.ASIDE)
    ]
    assert "→ 3 ngày làm việc" in found.entries[1].remark
    assert found.unused == ("Ghi chú riêng",)
    assert history.events(desk) == log
    assert imports.import_list(desk, Pasted(text)) == found
    after = {one.code: one for one in catalogue.procedures(desk)}
    assert after["9.000001"].limit == Limit(LimitKind.WORKING_DAYS, 5)
    assert after["9.000001"].field == "Lĩnh vực thử"
    assert after[KNOWN].limit == Limit(LimitKind.WORKING_DAYS, 3)
    assert looked(desk, text).todo == 0
    history.undo(desk)
    assert catalogue.procedures(desk) == before


def test_importing_what_is_there_already_writes_nothing(desk: Desk) -> None:
    one = catalogue.procedures(desk)[0]
    log = history.events(desk)
    text = HEAD + f"1\t{one.code}\t{one.name}\t{one.field}\t\t\t\n"
    found = imports.import_list(desk, Pasted(text))
    assert found is not None
    assert [entry.verdict for entry in found.entries] == [Verdict.SAME]
    assert history.events(desk) == log


def test_officers_and_hamlets_are_added_and_none_twice(desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "cán bộ.csv"
    path.write_text("Họ và tên;Chức danh\nLê Thử;Công chức\nLê Thử;Khác\n;Trống\n", "utf-8")
    found = imports.import_list(desk, path)
    assert found is not None
    assert [one.verdict for one in found.entries] == [Verdict.NEW, Verdict.ASIDE, Verdict.ASIDE]
    assert any(one.name == "Lê Thử" for one in catalogue.officers(desk))
    again = looked(desk, "Họ tên\tChức vụ\nLê Thử\tPhó Chủ tịch\n")
    assert again.entries[0].remark == "chức danh: Công chức → Phó Chủ tịch"
    hamlets = (
        "DANH SÁCH\nSTT\tTên tổ dân phố\n1\tTổ dân phố 91\n2\tTổ dân phố 92\n3\ttổ dân phố 91\n"
    )
    assert imports.import_list(desk, Pasted(hamlets)) is not None
    assert {"Tổ dân phố 91", "Tổ dân phố 92"} <= names(desk)
    assert looked(desk, hamlets).todo == 0


def test_a_limit_that_nobody_understands_changes_no_known_one(desk: Desk) -> None:
    found = looked(desk, HEAD + f"1\t{KNOWN}\t\t\ttheo quy định\t\t\n")
    assert found.entries[0].verdict is Verdict.ASIDE
    fresh = looked(desk, HEAD + NEW.replace("05 ngày làm việc", "theo quy định"))
    assert fresh.entries[0].verdict is Verdict.NEW
    assert "Chưa hiểu thời hạn" in fresh.entries[0].remark


@pytest.mark.parametrize(
    ("text", "limit"),
    [
        ("05 ngày làm việc", Limit(LimitKind.WORKING_DAYS, 5)),
        ("2,5 ngày làm việc kể từ ngày nhận đủ hồ sơ", Limit(LimitKind.WORKING_DAYS, 2.5)),
        ("15 ngày", Limit(LimitKind.CALENDAR_DAYS, 15)),
        ("04 giờ làm việc", Limit(LimitKind.WORKING_HOURS, 4)),
        ("Ngay trong ngày tiếp nhận", Limit(LimitKind.SAME_DAY)),
        ("5 ngày làm việc, phức tạp 10 ngày làm việc", None),
        ("0 ngày làm việc", None),
        ("theo quy định", None),
        ("\u202e<b>5</b>", None),
    ],
)
def test_limits_are_read_as_catalogues_write_them(text: str, limit: Limit | None) -> None:
    assert limit_of_text(text) == limit


@pytest.mark.parametrize("text", ["x", "a\tb\nc\td", "Mã TTHC\n1.001193"])
def test_what_is_no_list_is_none(desk: Desk, text: str) -> None:
    assert imports.preview_list(desk, Pasted(text)) is None
