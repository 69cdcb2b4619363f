"""Whether a text names somebody."""

import pytest

from dxdesk.domain.mentions import Mentions

PEOPLE = Mentions(["Nguyễn Văn Đức", "079123456789", "An", "H99.12-260309-0001", "Văn Đức"])


@pytest.mark.parametrize(
    ("text", "without"),
    [
        ("Lưu tìm kiếm “nguyen van duc”", "Lưu tìm kiếm “…”"),
        ("NGUYỄN  VĂN, ĐỨC và 079123456789.", "… và …."),
        ("Sửa H99.12-260309-0001: xong", "Sửa …: xong"),
        ("ông Văn Đức", "ông …"),
        ("Nguyễn Văn Đứcc, An, 07912345678", "Nguyễn Văn Đứcc, An, 07912345678"),
        ("", ""),
    ],
)
def test_a_mention_is_found_whatever_its_accents_case_and_signs(text: str, without: str) -> None:
    assert PEOPLE.without(text) == without
    assert PEOPLE.within(text) == (text != without)


def test_nobody_is_found_where_nobody_is_looked_for() -> None:
    assert not Mentions(["", "An", "12345"]).within("An 12345")
