"""The registers in tests/samples against the figures that they must give."""

import json
from datetime import date, datetime
from typing import Any

import pytest

from dxdesk.domain.channel import Channel
from dxdesk.exchange.reader import read_register
from dxdesk.exchange.register import LineKind, Register
from tests.exchange.files import SAMPLES

FILES = {
    "so-theo-doi-2026-q2.xlsx": ("so-theo-doi", 430),
    "thong-ke-theo-thu-tuc-2026.xlsx": ("theo-thu-tuc", 380),
    "danh-sach-ho-so.xls": ("danh-sach", 263),
    "nhap-khong-han.csv": ("khong-han", None),
}


def expected(file: str) -> dict[str, Any]:
    path = SAMPLES / "expected" / file
    found: dict[str, Any] = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
    return found


def day(text: str) -> date:
    return date.fromisoformat(text)


@pytest.fixture(scope="module", params=FILES)
def sample(request: pytest.FixtureRequest) -> Register:
    return read_register(SAMPLES / request.param)


def test_every_dossier_of_a_known_shape_goes_in(sample: Register) -> None:
    shape, stated = FILES[sample.file]
    assert sample.shape == shape
    assert len(sample.rows) == expected(sample.file)["dossiers"]
    assert not sample.quarantined
    assert sample.stated_total == (None if shape == "theo-thu-tuc" else stated)


def test_no_line_is_left_without_an_explanation(sample: Register) -> None:
    assert not [line for line in sample.skipped if line.kind is LineKind.OTHER]


def test_the_counts_by_period_and_channel_are_the_expected_ones(sample: Register) -> None:
    for period in expected(sample.file)["periods"]:
        first, last = day(period["from"]), day(period["to"])
        channels = [
            row.channel or Channel.UNKNOWN
            for row in sample.rows
            if row.received and first <= row.received.date() <= last
        ]
        finished = [row.finished.date() for row in sample.rows if row.finished]
        assert len(channels) == period["received"]
        assert sum(channel.is_online for channel in channels) == period["online"]
        assert channels.count(Channel.IN_PERSON) == period["in_person"]
        assert channels.count(Channel.POSTAL) == period["postal"]
        assert sum(first <= moment <= last for moment in finished) == period["resolved"]


def test_every_dossier_names_its_procedure_and_its_owner(sample: Register) -> None:
    assert all(row.procedure_name or row.procedure_code for row in sample.rows)
    assert all(row.owner_name for row in sample.rows)


def test_a_cut_page_is_named_as_such() -> None:
    register = read_register(SAMPLES / "danh-sach-ho-so.xls")
    (warning,) = register.warnings
    assert warning.startswith("Tệp bị cắt: ghi tổng số 263 hồ sơ nhưng chỉ có 200")


def test_group_rows_give_field_and_procedure_to_the_rows_below() -> None:
    register = read_register(SAMPLES / "thong-ke-theo-thu-tuc-2026.xlsx")
    row = register.rows[0]
    assert (row.line, row.code) == (6, "H99.13-260403-0002")
    assert row.field_name == "Bảo trợ xã hội"
    assert row.procedure_code == "1.001653"
    assert row.procedure_name == "Đổi, cấp lại Giấy xác nhận khuyết tật"
    assert {row.field_name for row in register.rows} <= set(
        expected(register.file)["periods"][0]["by_field"]
    )


def test_the_zeros_that_excel_took_from_numbers_are_back() -> None:
    register = read_register(SAMPLES / "thong-ke-theo-thu-tuc-2026.xlsx")
    assert all(len(row.applicant_id_no) == 12 for row in register.rows)
    assert all(row.applicant_phone.startswith("0") for row in register.rows)
    assert len(register.warnings) == 2


def test_a_two_row_head_and_its_number_row_are_understood() -> None:
    register = read_register(SAMPLES / "so-theo-doi-2026-q2.xlsx")
    row = register.rows[0]
    assert row.line == 10
    assert row.received == datetime(2026, 2, 23, 8, 23)
    assert row.due == datetime(2026, 2, 26, 8, 23)
    assert row.channel is Channel.ONLINE_FULL
    assert "Ngày, tháng, năm / Hẹn trả kết quả" in register.headings
    assert [column.field for column in register.columns][2] == "procedure_name"
    kinds = [line.kind for line in register.skipped]
    assert kinds.count(LineKind.SIGNATURE) == 2
    assert kinds.count(LineKind.TOTAL) == kinds.count(LineKind.NUMBERS) == 1


def test_an_old_excel_file_is_read() -> None:
    register = read_register(SAMPLES / "excel-97.xls")
    assert [row.received for row in register.rows] == [
        datetime(2026, 3, 2, 8, 15),
        datetime(2026, 3, 2, 8, 16),
    ]
    assert [row.applicant_id_no for row in register.rows] == ["012345678", "001096176631"]
