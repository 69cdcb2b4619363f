"""Laws of Vietnamese text: one form, one order, one way to search."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dxdesk.domain.text import clean, clean_lines, folded, initials, person_sort_key, sort_key

_TONES = ("", "\u0300", "\u0309", "\u0303", "\u0301", "\u0323")
_VOWELS = [unicodedata.normalize("NFC", v + t) for v in "aăâeêioôơuưy" for t in _TONES]
_LETTERS = "".join(_VOWELS) + "bcdđghklmnpqrstvxfjwz"
vietnamese = st.text(alphabet=_LETTERS + _LETTERS.upper() + "0123456789 -/.'", max_size=40)
anything = st.text(alphabet=st.characters(), max_size=40)


@given(text=vietnamese)
def test_folding_twice_is_folding_once(text: str) -> None:
    assert folded(folded(text)) == folded(text)


@given(text=vietnamese)
def test_the_two_forms_of_unicode_fold_and_sort_alike(text: str) -> None:
    apart = unicodedata.normalize("NFD", text)
    assert folded(apart) == folded(text)
    assert sort_key(apart) == sort_key(text)
    assert clean(apart) == clean(text)


@given(text=vietnamese)
def test_a_folded_vietnamese_text_has_only_plain_letters(text: str) -> None:
    assert folded(text).isascii()
    assert folded(text) == folded(text.upper()) == folded(text.lower())


@given(text=anything)
def test_cleaning_twice_is_cleaning_once_whatever_was_pasted(text: str) -> None:
    once = clean(text)
    assert clean(once) == once
    assert clean_lines(clean_lines(text)) == clean_lines(text)
    assert "\n" not in once
    assert "  " not in once
    once.encode()


@pytest.mark.parametrize(
    ("pasted", "kept"),
    [
        ("  Trần   Văn\tĐức \r\n", "Trần Văn Đức"),
        ("Nguye\u0302\u0303n", "Nguyễn"),
        ("Nguy\u200bễn\ufeff", "Nguyễn"),
        ("khai\u00adsinh", "khaisinh"),
        ("Hộ\u00a0tịch", "Hộ tịch"),
        ("a\x00b", "a b"),
        ("e\u200b\u0301", "é"),
        ("lẻ\ud800loi", "lẻloi"),
    ],
)
def test_cleaning_keeps_what_was_meant(pasted: str, kept: str) -> None:
    assert clean(pasted) == kept


def test_lines_stay_apart_and_blank_ends_go() -> None:
    assert clean_lines("\n một \r\n\n hai  ba \n ") == "một\n\nhai ba"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Đặng Thị Đào", "dang thi dao"),
        ("  NGUYỄN   Ái  Quốc", "nguyen ai quoc"),
        ("H99.12-260223-0001", "h99.12-260223-0001"),
        ("", ""),
    ],
)
def test_search_needs_no_accents(text: str, found: str) -> None:
    assert folded(text) == found


def test_initials_are_those_of_the_words() -> None:
    assert initials("Đăng ký khai sinh") == "dkks"
    assert initials("Cấp bản sao (trích lục) hộ tịch") == "cbstlht"


ORDER = [
    *("an", "àn", "ản", "ãn", "án", "ạn", "ăn", "ắn", "ân", "ấn", "ba", "ca", "da", "đa"),
    *("e", "ê", "i", "o", "ô", "ơ", "u", "ư", "y"),
]


def test_letters_come_in_dictionary_order_and_tones_after_letters() -> None:
    assert [sort_key(word) for word in ORDER] == sorted({sort_key(word) for word in ORDER})


def test_tones_decide_only_between_texts_of_the_same_letters() -> None:
    words = ["Ba An", "Bà An", "Ba Àn", "Ba Ân", "Bá Ân", "Bé"]
    assert sorted(words, key=sort_key) == ["Ba An", "Ba Àn", "Bà An", *words[3:]]


@given(words=st.lists(vietnamese, min_size=2, max_size=6))
def test_the_order_of_keys_is_their_order_as_the_file_keeps_them(words: list[str]) -> None:
    keys = [sort_key(word) for word in words]
    assert sorted(keys) == sorted(keys, key=str.encode)


def test_people_stand_by_given_name_then_family_then_middle_name() -> None:
    people = ["Lê Văn Bình", "Lê Bá Bình", "Đỗ Văn Bình", "Lê Văn Ân", "Vũ An", "Trần Thị An"]
    assert sorted(people, key=person_sort_key) == [
        *("Trần Thị An", "Vũ An", "Lê Văn Ân"),
        *("Đỗ Văn Bình", "Lê Bá Bình", "Lê Văn Bình"),
    ]
