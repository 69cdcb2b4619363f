import json
from pathlib import Path

import pytest

from dxdesk.domain.claims import OpenFinding, ShareFinding, check_text

SEEDS = Path(__file__).parent.parent / "samples" / "expected" / "seed-findings.json"


def test_a_share_that_its_own_counts_contradict_is_shown_with_the_right_one() -> None:
    expected = json.loads(SEEDS.read_text(encoding="utf-8"))[0]
    text = f"Phường tiếp nhận 3.452 hồ sơ trực tuyến. Giải quyết trước hạn {expected['quote']}."
    (found,) = check_text(text)
    assert isinstance(found, ShareFinding)
    assert found.counts == expected["counts"]
    assert (found.printed, found.computed) == (expected["printed"], expected["computed"])
    assert found.quote == expected["quote"]


def test_dossiers_neither_resolved_nor_said_to_be_open_are_counted() -> None:
    expected = json.loads(SEEDS.read_text(encoding="utf-8"))[1]
    (found,) = check_text(f"Thị xã tiếp nhận {expected['quote']} hồ sơ, quá hạn 6,8%.")
    assert isinstance(found, OpenFinding)
    assert found.open == expected["open"]


@pytest.mark.parametrize(
    "text",
    [
        "Tiếp nhận 3.452 hồ sơ. Giải quyết trước hạn 3.449 hồ sơ đạt 99,91%.",
        "Tiếp nhận 8 hồ sơ, trong đó 1 hồ sơ chiếm 12,5 %.",
        "Tiếp nhận 3 hồ sơ, 1 hồ sơ chiếm tỷ lệ 33%.",
        "Tỷ lệ hồ sơ trực tuyến chiếm hơn 46%.",
        "Tiếp nhận 10 hồ sơ, đã giải quyết 8 hồ sơ, đang giải quyết 2 hồ sơ trong hạn.",
        "3.449 hồ sơ đạt 99,96%",
        "",
    ],
)
def test_what_fits_or_declares_nothing_is_left_alone(text: str) -> None:
    assert check_text(text) == ()


def test_decomposed_letters_are_read_like_composed_ones() -> None:
    import unicodedata

    text = unicodedata.normalize("NFD", "Tiếp nhận 200 hồ sơ. Trước hạn 150 hồ sơ đạt 80%.")
    (found,) = check_text(text)
    assert isinstance(found, ShareFinding)
    assert found.computed == "75,00 %"


def test_nothing_received_has_no_share() -> None:
    (found,) = check_text("Tiếp nhận 0 hồ sơ. Trước hạn 0 hồ sơ đạt 100%.")
    assert isinstance(found, ShareFinding)
    assert found.computed == "—"
