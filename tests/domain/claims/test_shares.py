import unicodedata
from typing import Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dxdesk.domain.claims import FindingKind, check_text
from dxdesk.domain.claims.finding import grouped
from dxdesk.domain.figures import Rate

COUNTS = st.integers(1, 99_999)


def only(text: str) -> tuple[str, str]:
    """Counts and computed share of the one finding in *text*."""
    (found,) = check_text(text)
    assert found.kind is FindingKind.SHARE
    return found.counts, found.computed


@pytest.mark.parametrize(
    "text",
    [
        "Tiếp nhận 3.452 hồ sơ. Giải quyết trước hạn 3.449 hồ sơ đạt 99,96%.",
        "3.449/3.452 hồ sơ đạt 99,96%",
        "Tỷ lệ đúng hạn đạt 99,96% (3.449/3.452 hồ sơ).",
        "3449 trên tổng số 3452 hồ sơ, đạt tỷ lệ 99.96 phần trăm",
        "Trước hạn 3.449 hồ sơ, chiếm 99,96% tổng số 3.452 hồ sơ.",
        "- Tiếp nhận: 3.452 hồ sơ;\n- Trước hạn: 3.449 hồ sơ (99,96 %).",
        "Tiếp nhận 3,452 hồ sơ, trước hạn 3,449 hồ sơ, đạt tỉ lệ 99,96%",
        "Tiếp nhận 3.452 hồ sơ, trước hạn 3.449 hồ sơ đạt 100%",
    ],
)
def test_a_share_that_its_own_counts_contradict_is_shown_with_the_right_one(text: str) -> None:
    assert only(text) == ("3449/3452", "99,91 %")


def test_a_bound_is_wrong_only_when_the_counts_exclude_it() -> None:
    text = "Tiếp nhận 200 hồ sơ, trực tuyến 150 hồ sơ đạt {} %."
    assert only(text.format("trên 80")) == ("150/200", "75,00 %")
    assert only(text.format("dưới 70")) == ("150/200", "75,00 %")
    assert not check_text(text.format("trên 70"))
    assert not check_text(text.format("khoảng 80"))


def test_nothing_received_has_no_share() -> None:
    assert only("Tiếp nhận 0 hồ sơ. Trước hạn 0 hồ sơ đạt 100%.") == ("0/0", "—")


@pytest.mark.parametrize(
    "text",
    [
        "Tiếp nhận 3.452 hồ sơ. Giải quyết trước hạn 3.449 hồ sơ đạt 99,91%.",
        "Tiếp nhận 8 hồ sơ, trong đó 1 hồ sơ chiếm 12,5 %.",
        "Tiếp nhận 3 hồ sơ, 1 hồ sơ chiếm tỷ lệ 33%.",
        "Tỷ lệ hồ sơ trực tuyến chiếm hơn 46%.",
        "3.449 hồ sơ đạt 99,96%",
        "Tiếp nhận 1,5 triệu hồ sơ; giải quyết 200 hồ sơ đạt 5%",
        "Tiếp nhận 120 hồ sơ, tăng 20 hồ sơ, tăng 5 % so với cùng kỳ.",
        "Tiếp nhận 120 hồ sơ. Phấn đấu giải quyết 100 hồ sơ, đạt 90%.",
        "12/15 thủ tục đạt 100%.",
        "Ngày 22/8 có 8/8 tổ dân phố; Kế hoạch 15/KH-UBND, Nghị định 61/2018/NĐ-CP.",
        "Tiếp nhận 10 hồ sơ lúc 10:03 ngày 5/8, đạt 90% chỉ tiêu.",
        "Đang xử lý 607 hồ sơ, giải quyết 5.203 hồ sơ, trong đó đúng hạn chiếm trên 93%.",
        "",
    ],
)
def test_what_fits_or_declares_nothing_is_left_alone(text: str) -> None:
    assert check_text(text) == ()


@given(part=COUNTS, more=st.integers(0, 99_999), wrong=st.integers(1, 9_999))
def test_a_right_share_is_never_told_and_a_wrong_one_always(
    part: int, more: int, wrong: int
) -> None:
    rate = Rate(part, part + more)
    said = rate.shown
    head = f"Tiếp nhận {grouped(part + more)} hồ sơ. Trước hạn {grouped(part)} hồ sơ, đạt "
    assert not [one for one in check_text(head + said) if one.kind is FindingKind.SHARE]
    other = f"{wrong // 100},{wrong % 100:02} %"
    if other != said:
        (found,) = check_text(head + other)
        assert (found.computed, found.counts) == (said, rate.exact)


@given(part=st.integers(0, 500), whole=st.integers(1, 500), decimals=st.integers(0, 3))
def test_a_share_may_be_rounded_to_any_number_of_decimals(
    part: int, whole: int, decimals: int
) -> None:
    scale = 10**decimals
    hundred = 100 * scale
    shown = (2 * part * hundred + whole) // (2 * whole)
    if part > whole or (shown in (0, hundred) and part not in (0, whole)):
        return
    text = f"{shown // scale},{shown % scale:0{decimals}}" if decimals else str(shown)
    assert not check_text(f"{part}/{whole} hồ sơ, đạt tỷ lệ {text} %")
    assert check_text(f"{part}/{whole} hồ sơ, đạt tỷ lệ {text}9 %") or shown == hundred


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_places_lead_back_into_the_text_as_given(form: Literal["NFC", "NFD"]) -> None:
    text = unicodedata.normalize(
        form, "Báo cáo\r\n\u200fTiếp nh\u00adận\u00a0200 hồ sơ.\nTrước hạn 150 hồ sơ đạt 80%."
    )
    (found,) = check_text(text)
    quoted = unicodedata.normalize("NFC", text[found.start : found.end])
    assert quoted == found.quote == "150 hồ sơ đạt 80%"
    assert found.line == 3


@given(st.text(alphabet="0123456789.,/%() \n\thồsơđạtgồmTổng", max_size=200))
def test_no_text_breaks_the_checker(text: str) -> None:
    for found in check_text(text):
        assert 0 <= found.start < found.end <= len(text)
