"""Finding a procedure by a few letters, in the shipped catalogue."""

from dataclasses import replace

import pytest

from dxdesk.desk import Desk
from dxdesk.services.catalogue import Procedure, procedures
from ui.dossiers.matching import MOST, matches, short_name


@pytest.fixture
def catalogue(desk: Desk) -> tuple[Procedure, ...]:
    return procedures(desk)


@pytest.mark.parametrize(
    "typed", ["dkks", "DKKS", "đkks", "dang ky khai sinh", "Đăng ký khai sinh", "1.001193"]
)
def test_the_commonest_procedure_is_first_however_it_is_typed(
    catalogue: tuple[Procedure, ...], typed: str
) -> None:
    assert matches(catalogue, typed)[0].code == "1.001193"


def test_words_are_found_in_any_order_by_their_beginnings(
    catalogue: tuple[Procedure, ...],
) -> None:
    found = matches(catalogue, "sinh khai luu")
    assert found
    assert "lưu động" in found[0].name


def test_decomposed_letters_find_the_same(catalogue: tuple[Procedure, ...]) -> None:
    import unicodedata

    typed = unicodedata.normalize("NFD", "chứng thực chữ ký")
    assert matches(catalogue, typed) == matches(catalogue, "chung thuc chu ky")


def test_nothing_typed_offers_the_most_used(catalogue: tuple[Procedure, ...]) -> None:
    assert matches(catalogue, "  ") == list(catalogue[:MOST])


def test_among_equals_the_most_used_comes_first(catalogue: tuple[Procedure, ...]) -> None:
    first = replace(catalogue[0], code="a", name="Thủ tục x", folded="thu tuc x", initials="x")
    second = replace(first, code="b")
    assert [one.code for one in matches((second, first), "x")] == ["b", "a"]


@pytest.mark.parametrize("typed", ["zzz", "%", "\\", "[", "1.00119399"])
def test_what_fits_nothing_finds_nothing(catalogue: tuple[Procedure, ...], typed: str) -> None:
    assert matches(catalogue, typed) == []


def test_a_name_is_shown_without_the_word_in_front() -> None:
    assert short_name("Thủ tục đăng ký khai sinh") == "Đăng ký khai sinh"
    assert short_name("Chứng thực chữ ký") == "Chứng thực chữ ký"
