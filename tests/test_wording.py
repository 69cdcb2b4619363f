"""Vietnamese that people read is spelt one way, with one word per idea."""

import ast
import re
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
TONE_ON_THE_GLIDE = re.compile(r"(?<!q)(?:o[àáảãạèéẻẽẹ]|u[ỳýỷỹỵ])(?!\w)", re.IGNORECASE)
"""The tone belongs on the first vowel: `òa`, `ủy`, as in official documents; `quý` is none."""
GIVEN = ("tests/samples", "resources/catalogue", "dxdesk/exchange/words.py")
"""Texts of others: registers, the catalogue, headings as they are met."""
SECOND_WORDS = {
    "hạn trả": "hẹn trả",
    "chờ sửa": "dòng lỗi",
    "trễ hạn": "quá hạn",
    "khu phố": "tổ dân phố",
    "nhấn": "bấm",
    "chuyển sang kỳ": "chuyển qua",
}
"""Words that mean what another word of the program means."""


@cache
def texts() -> list[Path]:
    places = ("dxdesk", "ui", "db", "tests", "bench", "docs", "resources")
    found = [path for place in places for path in (ROOT / place).rglob("*")]
    endings = {".py", ".md", ".json", ".toml"}
    return [
        path
        for path in [*found, ROOT / "README.md", ROOT / "run.py"]
        if path.suffix in endings and not path.relative_to(ROOT).as_posix().startswith(GIVEN)
    ]


@cache
def lines(path: Path) -> tuple[tuple[int, str], ...]:
    return tuple(enumerate(path.read_text(encoding="utf-8").splitlines(), start=1))


def test_tones_stand_where_official_documents_put_them() -> None:
    found = [
        f"{path.relative_to(ROOT)}:{number} {word}"
        for path in texts()
        for number, line in lines(path)
        for word in TONE_ON_THE_GLIDE.findall(line)
    ]
    assert found == []


def test_quotation_marks_are_those_of_vietnamese() -> None:
    found = [
        f"{path.relative_to(ROOT)}:{number}"
        for path in texts()
        for number, line in lines(path)
        if re.search("[\u00ab\u00bb]", line)
    ]
    assert found == []


@pytest.mark.parametrize(("second", "first"), SECOND_WORDS.items())
def test_an_idea_has_one_word(second: str, first: str) -> None:
    found = [
        f"{path.relative_to(ROOT)}:{number}: {first}"
        for path in texts()
        if path.parts[len(ROOT.parts)] in {"ui", "dxdesk", "db"}
        for number, text in strings(path)
        if re.search(rf"\b{second}\b", text, re.IGNORECASE)
    ]
    assert found == []


@cache
def strings(path: Path) -> tuple[tuple[int, str], ...]:
    return tuple(
        (node.lineno, node.value)
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    )
