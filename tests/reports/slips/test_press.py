"""Paper: codes that scan, sheets of the right size, long and hostile data, the same bytes again."""

import re
from dataclasses import replace
from pathlib import Path

import pytest

from dxdesk.domain.dossier import Person
from dxdesk.domain.paper import HandedPaper, PaperForm
from dxdesk.domain.slip import SlipSubject
from dxdesk.reports.slips.forms import current_forms
from dxdesk.reports.slips.sample import sample_subject
from tests.reports.slips.sheets import (
    NOW,
    about,
    scanned,
    sizes,
    slip,
    text_of,
    written,
)

CODE = "H99.12-260602-0017"
BOTH = [("Code128", CODE), ("QRCode", CODE)]
KEYS = [form.key for form in current_forms(NOW.date())]


def owner(**changes: str) -> SlipSubject:
    subject = sample_subject()
    return about(subject, owner=replace(subject.dossier.owner, **changes))


@pytest.mark.parametrize("paper", ["a4", "a5", "two"])
@pytest.mark.parametrize("key", ["receipt", "control"])
def test_both_codes_are_read_from_the_printed_page(key: str, paper: str, tmp_path: Path) -> None:
    path = tmp_path / "p.pdf"
    written(path, slip(key, paper=paper))
    assert scanned(path) == BOTH


def test_without_an_official_code_the_book_number_is_scanned(tmp_path: Path) -> None:
    path = tmp_path / "p.pdf"
    written(path, slip("receipt", about(sample_subject(), code="")))
    assert [text for _, text in scanned(path)] == ["2026/001234"] * 2
    assert "Số sổ: 2026/001234" in text_of(path)


def test_a_code_that_no_reader_can_carry_is_printed_in_letters_only(tmp_path: Path) -> None:
    path = tmp_path / "p.pdf"
    written(path, slip("receipt", about(sample_subject(), code="HỒ-SƠ-1")))
    assert scanned(path) == []
    assert "Mã hồ sơ: HỒ-SƠ-1" in text_of(path)


@pytest.mark.parametrize(
    ("paper", "size"), [("a4", (210, 297)), ("a5", (148, 210)), ("two", (210, 297))]
)
def test_the_sheet_is_the_one_that_was_chosen(
    paper: str, size: tuple[int, int], tmp_path: Path
) -> None:
    path = tmp_path / "p.pdf"
    written(path, slip("receipt", paper=paper))
    assert sizes(path) == [size]


def test_two_copies_share_a_sheet_and_the_saved_one_is_counted(tmp_path: Path) -> None:
    path = tmp_path / "p.pdf"
    made = written(path, *(slip("receipt", paper="two", copies=2) for _ in range(3)))
    assert (made.sheets, made.saved, made.first_sheet) == (3, 3, (0, 1, 2))
    assert text_of(path, page=1).count("GIẤY TIẾP NHẬN HỒ SƠ VÀ HẸN TRẢ KẾT QUẢ") == 2


def test_a_slip_too_long_for_half_a_sheet_gets_sheets_of_its_own(tmp_path: Path) -> None:
    path = tmp_path / "p.pdf"
    papers = tuple(HandedPaper(f"Giấy tờ số {n}", PaperForm.COPY) for n in range(1, 61))
    long = replace(sample_subject(), papers=papers)
    short = slip("receipt", paper="two")
    made = written(path, short, slip("receipt", long, paper="two"), short)
    assert made.first_sheet == (0, 1, made.sheets - 1)
    assert made.sheets == 5
    text = text_of(path)
    assert all(f"Giấy tờ số {n} " in text for n in range(1, 61))
    assert "Trang 1/3" in text
    assert text.count("Tên giấy tờ") == 4
    last = text_of(path, page=made.sheets - 1)
    assert "NGƯỜI TIẾP NHẬN HỒ SƠ" in last
    assert "Vào Sổ theo dõi hồ sơ" in last


HOSTILE = [
    "<b>Trần</b> & <para>Văn</para>",
    "{owner} *Nguyễn* {no_such}",
    "Nguyễn\u202eThị\u200f Ánh\u0000\u0007",
    "Nguye\u0302\u0303n Thi\u0323 A\u0301nh",
    "A" * 400,
    "</font><img src='x'/>&#0;&amp;",
    "Trần Văn Đức\nTRANG 2",
]


@pytest.mark.parametrize("name", HOSTILE)
@pytest.mark.parametrize("key", KEYS)
def test_names_are_printed_as_they_stand_and_never_read_as_markup(
    key: str, name: str, tmp_path: Path
) -> None:
    from dxdesk.domain.text import clean

    path = tmp_path / "p.pdf"
    subject = about(sample_subject(), owner=Person(name), applicant=Person(name), reason=name)
    written(path, slip(key, subject))
    spaceless = re.sub(r"\s", "", text_of(path))
    wanted = re.sub(r"\s", "", clean(name))
    assert wanted in spaceless or (key in {"handover", "fees"} and wanted[:20] in spaceless)


def test_a_long_address_wraps_and_nothing_of_it_is_lost(tmp_path: Path) -> None:
    path = tmp_path / "p.pdf"
    address = ", ".join(f"hẻm {n} đường Nguyễn Văn Trỗi" for n in range(1, 40))
    written(path, slip("receipt", owner(address=address), paper="a5"))
    assert address in text_of(path)


def test_a_reprint_says_so_and_the_first_print_does_not(tmp_path: Path) -> None:
    path = tmp_path / "p.pdf"
    written(path, slip("receipt"))
    assert "in lại" not in text_of(path)
    written(path, slip("receipt", replace(sample_subject(), printed=2)))
    assert "Bản in lại (lần 3)" in text_of(path)


def test_the_ward_sets_heading_signer_and_footer(tmp_path: Path) -> None:
    path = tmp_path / "p.pdf"
    changed = slip(
        "receipt",
        heading=("ỦY BAN NHÂN DÂN XÃ B", "TRUNG TÂM PHỤC VỤ HÀNH CHÍNH CÔNG"),
        signer=("TL. GIÁM ĐỐC", "CHUYÊN VIÊN"),
        signer_name="Lò Thị Ngần",
        footer=("Tra cứu tại quầy số 3.",),
    )
    written(path, changed)
    text = text_of(path)
    for part in ("TRUNG TÂM PHỤC VỤ", "TL. GIÁM ĐỐC CHUYÊN VIÊN", "Lò Thị Ngần", "quầy số 3."):
        assert part in text
    assert "Phạm Minh Khôi" not in text


def test_the_same_slips_give_the_same_bytes(tmp_path: Path) -> None:
    for name in ("a.pdf", "b.pdf"):
        written(tmp_path / name, *(slip(key) for key in KEYS))
    assert (tmp_path / "a.pdf").read_bytes() == (tmp_path / "b.pdf").read_bytes()


def test_an_unverified_form_says_nothing_of_it_on_the_citizens_paper(tmp_path: Path) -> None:
    path = tmp_path / "p.pdf"
    written(path, slip("receipt"))
    assert "đối chiếu" not in text_of(path)
