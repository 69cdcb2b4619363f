"""Registers of document systems: titles above, numbered columns, sums below; nothing is lost."""

from datetime import date
from pathlib import Path

import pytest

from dxdesk.desk import Desk
from dxdesk.domain.ledgers import Entry
from dxdesk.domain.ledgers.paperwork import IN, OUT
from dxdesk.domain.period import month
from dxdesk.services.digital import documents
from dxdesk.services.ledgers import entries, pasting
from dxdesk.services.ledgers.cells import cells_of_file
from dxdesk.services.ledgers.pasting import Pasted
from tests.exchange.files import write_xlsx

HEAD = (
    ("ỦY BAN NHÂN DÂN", "", "", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
    ("SỔ ĐĂNG KÝ VĂN BẢN ĐẾN",),
    ("Từ ngày 01/02/2026 đến ngày 28/02/2026",),
    (),
)
COLUMNS = (
    *("STT", "Loại sổ", "Ngày đến", "Số ký hiệu", "Ngày ban hành", "Cơ quan ban hành"),
    *("Loại văn bản", "Trích yếu nội dung", "Cán bộ xử lý", "Hạn xử lý", "Ngày hoàn thành"),
    *("Chữ ký số", "Độ khẩn"),
)
ROWS = (
    *(("1", "Văn bản đến", "02/02/2026", "12/SNV-CCHC", "30/01/2026", "Sở Nội vụ"),),
    *(("2", "đến", "03/02/2026 08:30", "05/GM-UBND", "", "UBND tỉnh"),),
    *(("3", "Đi", "04/02/2026", "7/TB-UBND", "04/02/2026", "các tổ"),),
)
MORE = (
    ("Công văn", "Đôn đốc nộp hồ sơ trực tuyến", "Lê A", "13/02/2026", "16/02/2026", "x", "Thường"),
    ("giấy mời", "Họp giao ban", "Lê B", "06/02/2026", "", "không", ""),
    ("Thông báo", "Kết luận họp", "Lê C", "", "", "Có", ""),
)


@pytest.fixture
def pasted(desk: Desk, tmp_path: Path) -> Pasted:
    """As the workbook of a document system has it."""
    rows: list[tuple[str, ...]] = [*HEAD, COLUMNS]
    rows.append(tuple(f"({n})" for n in range(1, len(COLUMNS) + 1)))
    rows += [(*left, *right) for left, right in zip(ROWS, MORE, strict=True)]
    rows += [("Tổng cộng", "", "3"), ("", "", "", "NGƯỜI LẬP SỔ")]
    path = tmp_path / "so.xlsx"
    write_xlsx(path, [list(row) for row in rows])
    return pasting.understand(desk, "documents", cells_of_file(path))


def test_the_workbook_of_a_document_system_goes_in_whole(desk: Desk, pasted: Pasted) -> None:
    assert len(pasted.rows) == 3, pasted.troubles
    assert pasted.unused == ("Độ khẩn",)
    told = [one.reason for one in pasted.left_out]
    assert told.count("dòng phía trên bảng") == 3
    assert {"dòng tiêu đề", "dòng đánh số cột", "dòng cộng"} <= set(told)
    assert [one.cells[3] for one in pasted.troubles] == ["NGƯỜI LẬP SỔ"], "the signature is told"
    assert pasting.take(desk, pasted) == 3
    found = {one.texts["number"]: one for one in entries.listing(desk, "documents").entries}
    letter = found["12/SNV-CCHC"]
    assert letter.values["day"] == date(2026, 1, 30)
    assert (letter.texts["kind"], letter.texts["signed"]) == ("Công văn", "Có")
    assert found["05/GM-UBND"].texts["signed"] == "Không"
    assert found["7/TB-UBND"].values["direction"] == OUT


def test_lateness_follows_the_wards_calendar(desk: Desk, pasted: Pasted) -> None:
    """13/02 is a Friday: done on Monday is late; an invitation that nobody closed is late too."""
    pasting.take(desk, pasted)
    states = {one.texts["number"]: one.notes["state"] for one in _entries(desk)}
    assert states["12/SNV-CCHC"] == "Hoàn thành sau hạn"
    assert states["05/GM-UBND"] == "Quá hạn, chưa xong"
    counted = documents.counts(desk, month(2026, 2), IN)
    assert (counted.total, counted.late, counted.signed_rate.exact) == (2, 2, "1/2")
    assert dict(counted.by_kind) == {"Công văn": 1, "Giấy mời": 1}
    assert documents.late(desk) == (("Lê B", 1),)


def _entries(desk: Desk) -> tuple[Entry, ...]:
    return entries.listing(desk, "documents").entries


def test_a_due_day_off_moves_to_the_next_working_day(desk: Desk) -> None:
    typed = {"direction": "in", "booked_on": "02/03/2026", "subject": "a", "due_on": "07/03/2026"}
    entries.add(desk, "documents", {**typed, "done_on": "09/03/2026"})
    assert _entries(desk)[0].notes["state"] == "Hoàn thành", "07/03 is a Saturday"


def test_the_same_file_a_second_time_adds_nothing(desk: Desk, pasted: Pasted) -> None:
    pasting.take(desk, pasted)
    rows = [[*left, *right] for left, right in zip(ROWS, MORE, strict=True)]
    again = pasting.understand(desk, "documents", [list(COLUMNS), *rows])
    assert (len(again.rows), len(again.known)) == (0, 3)


def test_books_of_one_direction_say_it_in_their_title_only(desk: Desk) -> None:
    """As the forms of Nghị định 30/2020/NĐ-CP have them (Phụ lục VI)."""
    book = [
        ["SỔ ĐĂNG KÝ VĂN BẢN ĐI"],
        ["Số, ký hiệu văn bản", "Ngày tháng văn bản", "Tên loại và trích yếu nội dung văn bản"],
        ["7/TB-UBND", "04/02/2026", "Thông báo kết luận họp"],
    ]
    pasted = pasting.understand(desk, "documents", book)
    assert (len(pasted.rows), pasted.troubles) == (1, ())
    pasting.take(desk, pasted)
    (entry,) = _entries(desk)
    assert (entry.values["direction"], entry.values["booked_on"]) == (OUT, date(2026, 2, 4))
    both = [["SỔ VĂN BẢN ĐẾN, VĂN BẢN ĐI"], *book[1:]]
    assert "Đến, đi: chưa nhập" in pasting.understand(desk, "documents", both).troubles[0].reason


@pytest.mark.parametrize(
    ("place", "text", "why"),
    [
        (1, "nội bộ", "không hiểu “nội bộ”"),
        (2, "30/02/2026", "Ngày vào sổ"),
        (2, "01/01/2030", "ở tương lai"),
        (6, "Thư\u202e tình", "không hiểu"),
        (7, "", "chưa nhập"),
        (7, "x" * 1200, "dài quá 1000 chữ"),
        (9, "mai", "Hạn xử lý"),
    ],
)
def test_a_row_that_cannot_be_is_told_and_waits(
    desk: Desk, place: int, text: str, why: str
) -> None:
    good = [*ROWS[0], *MORE[0]]
    bad = [*good]
    bad[3], bad[place] = "99/X", text
    found = pasting.understand(desk, "documents", [list(COLUMNS), good, bad])
    assert len(found.rows) == 1
    assert [why in one.reason for one in found.troubles] == [True], found.troubles
