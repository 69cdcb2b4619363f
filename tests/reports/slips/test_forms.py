"""The slips as data: versions by date, names that exist, nothing said to be checked that is not."""

import re
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest

from dxdesk.errors import InputError
from dxdesk.reports.slips.forms import FOLDER, SlipForm, current_forms, slip_form, slip_forms
from dxdesk.reports.slips.needs import NEEDS
from dxdesk.reports.slips.sample import sample_subject
from dxdesk.reports.slips.values import EVENTS, ROWS, VALUES
from tests.reports.slips.sheets import slip

FORMS = slip_forms()


@pytest.mark.parametrize(
    ("day", "number", "title"),
    [
        (date(2025, 9, 14), "Mẫu số 04", "PHIẾU XIN LỖI VÀ HẸN LẠI NGÀY TRẢ KẾT QUẢ"),
        (date(2025, 9, 15), "Mẫu số 04", "VĂN BẢN XIN LỖI VÀ ĐỀ NGHỊ GIA HẠN THỜI GIAN GIẢI QUYẾT"),
        (date(2010, 1, 1), "Mẫu số 04", "PHIẾU XIN LỖI VÀ HẸN LẠI NGÀY TRẢ KẾT QUẢ"),
    ],
)
def test_the_day_of_the_event_chooses_the_circular(day: date, number: str, title: str) -> None:
    found = slip_form("apology", day)
    assert (found.number, found.title) == (number, title)


def test_the_control_slip_changed_its_number() -> None:
    numbers = [slip_form("control", day).number for day in (date(2025, 9, 14), date(2025, 9, 15))]
    assert numbers == ["Mẫu số 05", "Mẫu số 06"]


def test_a_new_circular_is_a_new_file_and_no_code(tmp_path: Path) -> None:
    for file in FOLDER.glob("refusal-*.toml"):
        text = file.read_text(encoding="utf-8")
        (tmp_path / file.name).write_text(text, encoding="utf-8")
        newer = text.replace("Mẫu số 03", "Mẫu số 33").replace("2025-09-15", "2027-01-01")
        (tmp_path / "refusal-2027.toml").write_text(newer, encoding="utf-8")
    assert slip_form("refusal", date(2026, 12, 31), folder=tmp_path).number == "Mẫu số 03"
    assert slip_form("refusal", date(2027, 1, 1), folder=tmp_path).number == "Mẫu số 33"


def test_an_unknown_slip_is_told_with_those_that_there_are() -> None:
    with pytest.raises(InputError, match="receipt, supplement, refusal"):
        slip_form("no-such", date(2026, 6, 1))


def test_the_slips_of_the_circular_and_the_lists_of_the_office_are_there() -> None:
    now = current_forms(date(2026, 6, 1))
    official = [form.number for form in now if form.official]
    assert official == [f"Mẫu số 0{number}" for number in range(1, 7)]
    assert [form.key for form in now if not form.official] == ["handover", "fees"]
    assert not any(form.verified for form in now if form.official)
    assert all(form.issued_under for form in now if form.official)


@pytest.mark.parametrize("form", FORMS, ids=lambda form: f"{form.key}-{form.applies_from}")
def test_a_form_names_only_what_the_program_can_fill_in(form: SlipForm) -> None:
    named = {name for part in form.parts for name in part.values}
    named |= set(re.findall(r"\{(\w+)\}", form.reference))
    named |= {one.name for one in form.signatures if one.name}
    assert named <= set(VALUES)
    assert {part.rows for part in form.parts if part.rows} <= set(ROWS)
    assert form.event in EVENTS
    assert form.needs in NEEDS
    assert form.issuer in {"desk", "committee"}
    assert sum(one.ours for one in form.signatures) == 1


@pytest.mark.parametrize("form", FORMS, ids=lambda form: f"{form.key}-{form.applies_from}")
def test_the_columns_of_a_table_stand_in_its_rows(form: SlipForm) -> None:
    context = slip(form.key, sample_subject()).context
    for part in form.parts:
        if part.columns:
            names = {name for row in ROWS[part.rows](context) for name in row} | {"index", "note"}
            assert {column.value for column in part.columns} <= names


def test_no_two_versions_of_a_form_are_in_force_on_one_day() -> None:
    for form in FORMS:
        same = [one for one in FORMS if one.key == form.key]
        for older, newer in pairwise(same):
            assert older.applies_to is not None
            assert older.applies_to < newer.applies_from
