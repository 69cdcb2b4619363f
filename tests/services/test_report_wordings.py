"""What the ward words on its reports and letters, where it shows, and the way back."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from docx import Document
from python_calamine import CalamineWorkbook

from dxdesk.desk import Desk
from dxdesk.domain.office import Office
from dxdesk.domain.period import month
from dxdesk.domain.wording import ReportWording
from dxdesk.errors import InputError
from dxdesk.services import history, report_wordings, reporting, settings
from dxdesk.services.indicators.catalogue import take_set
from dxdesk.services.report_samples import write_sample
from dxdesk.services.report_wordings import REPORT_WORDINGS, TITLES, office_of
from dxdesk.services.wordings import ALL
from tests.kit import Clock, desk_over, receive
from tests.reports.literal import page_texts

MARCH = month(2026, 3)
MINE = ReportWording(
    heading=("UBND PHƯỜNG AN BÌNH", "TRUNG TÂM PHỤC VỤ HÀNH CHÍNH CÔNG"),
    signer=("TUQ. CHỦ TỊCH", "GIÁM ĐỐC TRUNG TÂM"),
    signer_name="Lò Thị Ngần",
    footer=("Điện thoại: 0277 3 123 456",),
    symbol="BC-TTPVHCC",
    recipients=("Văn phòng UBND tỉnh", "Lưu: TTPVHCC"),
)


@pytest.fixture(scope="module")
def worded(empty_database: Path) -> Iterator[Desk]:
    """A ward that words all its reports."""
    with desk_over(empty_database, Clock("02/04/2026 08:15")) as desk:
        settings.save_office(desk, Office(name="phường An Bình", committee="PHƯỜNG AN BÌNH"))
        receive(desk)
        take_set(desk, "cap-xa", 2026)
        REPORT_WORDINGS.save(desk, ALL, MINE)
        yield desk


@pytest.mark.parametrize("key", [ALL, *TITLES])
def test_every_report_and_letter_bears_what_the_ward_set(
    worded: Desk, tmp_path: Path, key: str
) -> None:
    write_sample(worded, key, MARCH, tmp_path / "x.pdf")
    said = " ".join(page_texts(tmp_path / "x.pdf"))
    assert "TRUNG TÂM PHỤC VỤ HÀNH CHÍNH CÔNG" in said
    parts = {
        "signer": MINE.signer,
        "signer_name": (MINE.signer_name,),
        "footer": MINE.footer,
        "symbol": ("/BC-TTPVHCC",),
        "recipients": ("Nơi nhận:", "- Văn phòng UBND tỉnh;", "- Lưu: TTPVHCC."),
    }
    for part, lines in parts.items():
        assert [line in said for line in lines] == [part in report_wordings.worded(key)] * len(
            lines
        )


def test_the_editable_report_and_the_form_as_a_workbook_bear_it_too(
    worded: Desk, tmp_path: Path
) -> None:
    reporting.write_report(worded, "monthly", MARCH, tmp_path / "x.docx")
    made = Document(str(tmp_path / "x.docx"))
    cells = [cell.text for table in made.tables for row in table.rows for cell in row.cells]
    said = "\n".join([*cells, *(each.text for each in made.paragraphs)])
    reporting.write_report(worded, "ii06a", MARCH, tmp_path / "x.xlsx")
    rows = CalamineWorkbook.from_path(tmp_path / "x.xlsx").get_sheet_by_index(0).to_python()
    table = "\n".join(str(cell) for row in rows for cell in row)
    for line in (*MINE.signer, MINE.signer_name, *MINE.footer):
        assert line in said
        assert line in table
    for line in (*MINE.heading, "Số: ……/BC-TTPVHCC", "- Văn phòng UBND tỉnh;"):
        assert line in said


def test_one_report_goes_before_what_holds_for_all(desk: Desk) -> None:
    settings.save_office(desk, Office(signer_name="Vừ A Sính"))
    REPORT_WORDINGS.save(desk, ALL, ReportWording(symbol="BC-TT", footer=("Trang tin",)))
    REPORT_WORDINGS.save(desk, "late", ReportWording(symbol="DS-TT"))
    late = office_of(desk, "late")
    assert (late.symbol, late.footer, late.signer_name) == ("DS-TT", ("Trang tin",), "Vừ A Sính")
    assert office_of(desk, "monthly").symbol == "BC-TT"


def test_a_letter_bears_no_kind_in_its_symbol_unless_the_ward_says_so(desk: Desk) -> None:
    assert office_of(desk, "reconciliation").symbol == "UBND"
    REPORT_WORDINGS.save(desk, "reconciliation", ReportWording(symbol="UBND-TTPVHCC"))
    assert office_of(desk, "reconciliation").symbol == "UBND-TTPVHCC"


def test_back_to_the_original_is_an_action_that_can_be_undone(desk: Desk) -> None:
    REPORT_WORDINGS.save(desk, "monthly", MINE)
    REPORT_WORDINGS.save(desk, "monthly", ReportWording())
    assert office_of(desk, "monthly") == settings.office(desk)
    name = "Trở về mẫu gốc: Báo cáo tình hình, kết quả giải quyết thủ tục hành chính"
    assert history.undo(desk) == name
    assert REPORT_WORDINGS.all(desk) == {"monthly": MINE}


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"heading": ("x",) * 6}, "Tiêu đề bên trái"),
        ({"signer": ("x" * 201,)}, "Chức danh người ký"),
        ({"recipients": ("x",) * 13}, "Nơi nhận"),
        ({"symbol": "x" * 41}, "Ký hiệu văn bản"),
    ],
)
def test_what_no_report_has_room_for_is_refused(
    desk: Desk, changes: dict[str, object], said: str
) -> None:
    with pytest.raises(InputError, match=said):
        REPORT_WORDINGS.save(desk, ALL, replace(ReportWording(), **changes))  # type: ignore[arg-type] # a case
    assert REPORT_WORDINGS.all(desk) == {}


def test_hostile_texts_are_kept_composed_and_printed_as_they_stand(
    desk: Desk, tmp_path: Path
) -> None:
    hostile = ("<b>Qua\u0302\u0300y</b>\u202e 3\u0000 & <font size=99>",)
    REPORT_WORDINGS.save(desk, ALL, ReportWording(footer=hostile, heading=hostile))
    write_sample(desk, "monthly", MARCH, tmp_path / "x.pdf")
    said = " ".join(page_texts(tmp_path / "x.pdf"))
    assert said.count("<b>Quầy</b> 3 & <font size=99>") == 3
