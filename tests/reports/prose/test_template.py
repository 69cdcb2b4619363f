"""The sentences of the prose report are data: worded by the ward, filled by the program."""

import unicodedata
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from docx import Document

from dxdesk.errors import InputError
from dxdesk.reports.monthly import write_monthly
from dxdesk.reports.monthly_facts import gather
from dxdesk.reports.monthly_text import PARTS, part_lines
from dxdesk.reports.monthly_values import CONDITION_OF, NAMES, VALUES, Scope
from dxdesk.reports.prose.template import ensure_sayable, kept_text, template, typed_numbers
from tests.reports.literal import APRIL, LiteralSource, figures, late_line, page_texts

ORIGINAL = template("procedures", APRIL.last)
SENTENCES = {one.key: one for one in ORIGINAL.sentences}
LATE = tuple(late_line(n, late_reason=("máy hỏng", "{tiếp nhận}")[n % 2]) for n in range(15))
SOURCE = LiteralSource(late_lines=LATE)


def said(part: str, source: LiteralSource = SOURCE, **own: str) -> list[str]:
    """The paragraphs of a part; *own*: key with `_` for its dot, and the ward's words."""
    words = {key.replace("_", "."): kept_text(text) for key, text in own.items()}
    facts = gather(replace(source, sentences=words), APRIL)
    return [line.text for line in part_lines(facts, part)]


def test_every_original_sentence_uses_known_names_parts_and_conditions() -> None:
    assert len(SENTENCES) == len(ORIGINAL.sentences)
    for one in ORIGINAL.sentences:
        ensure_sayable(one, NAMES)
        assert one.part in PARTS
        assert {name.removeprefix("!") for name in one.when} <= set(CONDITION_OF), one.key
    assert len({value.name for value in VALUES}) == len(VALUES)


def test_the_oldest_version_serves_periods_before_all() -> None:
    assert template("procedures", date(1999, 1, 1)) == ORIGINAL
    assert not ORIGINAL.verified


def test_every_value_is_said_of_a_period_without_any_dossier() -> None:
    scope = Scope(gather(LiteralSource({APRIL: {}}), APRIL))
    told = {value.name: value.of(scope) for value in VALUES}
    assert told["tỷ lệ đúng và trước hạn"] == "— (không phát sinh)"
    assert told["trực tuyến"] == "không phát sinh"
    assert told["tiếp nhận"] == "0 hồ sơ"


def test_the_wards_words_go_into_pdf_and_word_alike(tmp_path: Path) -> None:
    own = {"resolved.rate": "Kết quả: {tỷ lệ đúng và trước hạn} đúng hẹn.\nĐơn vị cố gắng hơn."}
    source = replace(SOURCE, sentences=own)
    for ending in ("pdf", "docx", "xlsx"):
        for name in ("a", "b"):
            write_monthly(source, APRIL, tmp_path / f"{name}.{ending}")
        one, other = ((tmp_path / f"{name}.{ending}").read_bytes() for name in ("a", "b"))
        assert one == other
    wanted = "Kết quả: 99,50 % (1.791/1.800) đúng hẹn."
    assert wanted in " ".join(page_texts(tmp_path / "a.pdf"))
    texts = [p.text for p in Document(str(tmp_path / "a.docx")).paragraphs]
    assert texts[texts.index(wanted) + 1] == "Đơn vị cố gắng hơn."


def test_names_are_known_however_their_letters_were_typed() -> None:
    typed = unicodedata.normalize("NFD", "Nhận {  TIẾP  NHẬN } trong kỳ;")
    assert said("received", received_some=typed)[2].startswith("Nhận 1.838 hồ sơ trong kỳ; kỳ")


def test_a_sentence_left_empty_is_left_out_and_the_next_one_stands_alone() -> None:
    lines = said("received", received_some="", received_total="")
    assert lines[2] == "kỳ trước chuyển qua 55 hồ sơ."


def test_a_value_with_braces_is_text_and_not_a_name() -> None:
    assert "- {tiếp nhận}: 7 hồ sơ." in said("results")


def test_of_a_series_the_last_one_ends_with_a_dot() -> None:
    assert said("results")[-2:] == ["- Máy hỏng: 8 hồ sơ;", "- {tiếp nhận}: 7 hồ sơ."]


def test_a_sentence_about_nothing_is_not_said() -> None:
    source = LiteralSource({APRIL: {"Hộ tịch": figures(in_person=9, early=9)}})
    own = {"late_some": "Quá hạn {tổng số quá hạn}.", "late_none": "Không phát sinh quá hạn."}
    lines = said("results", source, **own)
    assert lines[-1] == "Không phát sinh quá hạn."
    assert not any(line.startswith("Quá hạn") for line in lines)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Đã nhận {tiêp nhận}.", "không có giá trị nào tên “tiêp nhận”. Có phải là “tiếp nhận”"),
        ("Đã nhận {received}.", "Các tên dùng được: kỳ, trong kỳ,"),
        ("Đã nhận {}.", "không có giá trị nào tên “”"),
        ("Vì {nguyên nhân}.", "“nguyên nhân” không dùng được trong câu này"),
        ("Đã nhận {tiếp nhận.", "dấu ngoặc nhọn không đủ cặp"),
        ("Đã nhận {{tiếp nhận}}.", "dấu ngoặc nhọn không đủ cặp"),
        ("a" * 3001, "dài quá 3000 chữ"),
    ],
)
def test_a_name_that_is_none_is_told_in_words_and_nothing_is_printed(
    text: str, told: str, tmp_path: Path
) -> None:
    source = replace(SOURCE, sentences={"received.some": text})
    for ending in ("pdf", "docx"):
        with pytest.raises(InputError, match=told[:30]) as refused:
            write_monthly(source, APRIL, tmp_path / f"m.{ending}")
        assert told in str(refused.value)
    assert list(tmp_path.iterdir()) == []


def test_a_wrong_name_in_a_sentence_that_is_not_said_is_told_when_it_is_kept() -> None:
    wrong = replace(SENTENCES["late.none"], text="Đạt {tỷ lệ}.")
    with pytest.raises(InputError, match="không có giá trị nào tên “tỷ lệ”"):
        ensure_sayable(wrong, NAMES)


def test_markup_and_marks_of_direction_are_printed_as_they_are(tmp_path: Path) -> None:
    own = {"closing": "<b>Hết</b> & {kỳ} <para>./."}
    write_monthly(replace(SOURCE, sentences=own), APRIL, tmp_path / "m.pdf")
    assert "<b>Hết</b> & tháng 4 năm 2026 <para>./." in " ".join(page_texts(tmp_path / "m.pdf"))


def test_numbers_typed_by_hand_are_noticed() -> None:
    original = SENTENCES["received.number"].text
    assert typed_numbers("1. Đã nhận 1.838 hồ sơ, {tiếp nhận}", original) == ("1.838",)
    assert typed_numbers(original, original) == ()
