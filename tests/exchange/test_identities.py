import pytest
from hypothesis import given
from hypothesis import strategies as st

from dxdesk.exchange.cells import Cell
from dxdesk.exchange.identities import (
    address_and_phone,
    id_number,
    phone_number,
    procedure_code,
    split_procedure,
)
from dxdesk.exchange.tally import Doubt


@pytest.mark.parametrize(
    ("cell", "number"),
    [
        (54176243658.0, "054176243658"),
        ("54176243658", "054176243658"),
        (1096176631.0, "001096176631"),
        (12345678.0, "012345678"),
    ],
)
def test_a_lost_zero_is_put_back_and_told(cell: Cell, number: str) -> None:
    assert id_number(cell) == (number, Doubt.ID_MENDED)


@pytest.mark.parametrize(
    ("cell", "number"),
    [
        ("054176243658", "054176243658"),
        ("'054176243658", "054176243658"),
        ("054 176 243 658", "054176243658"),
        ("123456789", "123456789"),
        (123456789.0, "123456789"),
        ("0101234567", "0101234567"),
        ("0101234567-001", "0101234567-001"),
        ("B1234567", "B1234567"),
        ("", ""),
    ],
)
def test_a_number_that_can_be_right_stays(cell: Cell, number: str) -> None:
    assert id_number(cell) == (number, None)


def test_the_tax_code_of_a_company_is_not_taken_for_a_citizen() -> None:
    assert id_number(101234567.0, name="Công ty TNHH Thử") == ("0101234567", Doubt.ID_MENDED)
    assert id_number(1001234567.0, name="Hợp tác xã Thử") == ("1001234567", None)


@pytest.mark.parametrize("cell", ["12345", 1234567890123456.0, "không có"])
def test_a_number_that_cannot_be_right_is_kept_and_told(cell: Cell) -> None:
    assert id_number(cell)[1] is Doubt.ID_ODD


@given(st.from_regex(r"\A0[0-9]{11}\Z"))
def test_a_citizens_number_survives_excel(number: str) -> None:
    left = float(number)
    if number[:3] != "000" and (number[1] != "0" or number[3] in "0123"):
        assert id_number(left)[0] == number
    assert id_number(number) == (number, None)


@pytest.mark.parametrize(
    ("cell", "number", "doubt"),
    [
        (962611921.0, "0962611921", Doubt.PHONE_MENDED),
        (2838123456.0, "02838123456", Doubt.PHONE_MENDED),
        ("0962611921", "0962611921", None),
        ("+84 962 611 921", "0962611921", Doubt.PHONE_84),
        ("84962611921", "0962611921", Doubt.PHONE_84),
        ("0962.611.921", "0962611921", None),
        ("(028) 3812 3456", "02838123456", None),
        ("1900", "1900", Doubt.PHONE_ODD),
        ("0962611921; 0962611922", "0962611921; 0962611922", Doubt.PHONE_ODD),
        ("", "", None),
    ],
)
def test_phones_get_their_zero_and_odd_ones_stay(
    cell: Cell, number: str, doubt: Doubt | None
) -> None:
    assert phone_number(cell) == (number, doubt)


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Tổ 5, phường An Bình, SĐT: 0912 345 678", ("Tổ 5, phường An Bình", "0912345678")),
        ("0912345678 - Tổ dân phố 3", ("Tổ dân phố 3", "0912345678")),
        ("Tổ 5 (ĐT: +84912345678)", ("Tổ 5", "0912345678")),
        ("Số 12, đường 30/4", ("Số 12, đường 30/4", "")),
    ],
)
def test_an_address_is_parted_from_the_phone_in_the_same_cell(
    text: str, parts: tuple[str, str]
) -> None:
    assert address_and_phone(text) == parts


@pytest.mark.parametrize(
    ("cell", "code"),
    [
        ("1.001193", "1.001193"),
        ("1.003901.H42", "1.003901"),
        ("2.000815.000.00.00.H55", "2.000815"),
        (1.001653, "1.001653"),
        (1.0142, "1.014200"),
        ("1.0142", "1.014200"),
        ("TT-5", "TT-5"),
    ],
)
def test_a_procedure_code_is_that_of_the_catalogue(cell: Cell, code: str) -> None:
    assert procedure_code(cell) == code


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("1.001653 - Đổi, cấp lại giấy", ("1.001653", "Đổi, cấp lại giấy")),
        ("Đổi, cấp lại giấy (1.001653.H42)", ("1.001653", "Đổi, cấp lại giấy")),
        ("Thủ tục đăng ký khai sinh", ("", "Thủ tục đăng ký khai sinh")),
    ],
)
def test_a_code_is_parted_from_the_name(text: str, parts: tuple[str, str]) -> None:
    assert split_procedure(text) == parts
