"""A template: sentences in their order, when each is said, and what the ward wrote instead."""

import re
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from difflib import get_close_matches
from enum import Enum

from dxdesk.domain.text import clean, clean_lines
from dxdesk.errors import InputError
from dxdesk.paths import RESOURCES

LONGEST = 3000
"""Letters of one sentence; a page of the report holds about so many."""
_NAMED = re.compile(r"\{([^{}]*)\}")
_NUMBER = re.compile(r"\d[\d.,]*")
_SHOWN = 40


class Kind(Enum):
    SECTION = "section"
    ITEM = "item"
    TEXT = "text"
    POINT = "point"
    CONTINUED = "continued"
    """Goes on in the paragraph before it."""


@dataclass(frozen=True, slots=True)
class Sentence:
    key: str
    part: str
    kind: Kind
    text: str
    when: tuple[str, ...] = ()
    each: str = ""
    own: bool = False
    """Whether *text* is the ward's."""

    @property
    def lines(self) -> list[str]:
        """Its paragraphs; none when the ward left it empty."""
        return self.text.splitlines()


@dataclass(frozen=True, slots=True)
class Template:
    applies_from: date
    verified: bool
    sentences: tuple[Sentence, ...]

    def worded(self, own: Mapping[str, str]) -> "Template":
        """With the ward's words, by the keys of sentences, in place of the original ones."""
        return replace(
            self,
            sentences=tuple(
                replace(one, text=own[one.key], own=True) if one.key in own else one
                for one in self.sentences
            ),
        )


def template(report: str, on: date) -> Template:
    """The version for *report* in use on that day; the oldest one for days before all."""
    files = (RESOURCES / "report-templates").glob(f"{report}-*.toml")
    versions = sorted(
        (_read(file.read_text(encoding="utf-8")) for file in files), key=lambda v: v.applies_from
    )
    return [versions[0], *(v for v in versions if v.applies_from <= on)][-1]


def _read(text: str) -> Template:
    data = tomllib.loads(text)
    return Template(
        data["applies_from"],
        data["verified"],
        tuple(
            Sentence(
                key=one["key"],
                part=one["part"],
                kind=Kind(one["kind"]),
                text=one["text"],
                when=tuple(one.get("when", ())),
                each=one.get("each", ""),
            )
            for one in data["sentences"]
        ),
    )


def name_of(written: str) -> str:
    """A value's name however it was typed: tones apart, capitals, spaces."""
    return clean(written).casefold()


def filled(text: str, value: Callable[[str], str]) -> str:
    """*text* with every `{name}` replaced; what the values hold is never read as a name."""
    return _NAMED.sub(lambda found: value(name_of(found[1])), text)


def kept_text(written: str) -> str:
    """*written* in the form in which it is kept: one form of letters, no empty paragraphs."""
    return "\n".join(line for line in clean_lines(written).splitlines() if line)


def ensure_sayable(sentence: Sentence, names: Mapping[str, str]) -> None:
    """InputError, in words, for names that no value of this sentence has (*names*: name, each)."""
    text = sentence.text
    where = f"Câu “{_beginning(text)}”"
    if len(text) > LONGEST:
        raise InputError(f"{where} dài quá {LONGEST} chữ; hãy rút ngắn.")
    if any(brace in _NAMED.sub("", text) for brace in "{}"):
        raise InputError(
            f"{where}: dấu ngoặc nhọn không đủ cặp. Tên một giá trị viết giữa hai dấu, như "
            "“{tiếp nhận}”."
        )
    usable = [name for name, each in names.items() if each in {"", sentence.each}]
    for written in _NAMED.findall(text):
        name = name_of(written)
        if name in usable:
            continue
        if name in names:
            raise InputError(f"{where}: giá trị “{name}” không dùng được trong câu này.")
        near = get_close_matches(name, usable, n=1)
        hint = f"Có phải là “{near[0]}”?" if near else f"Các tên dùng được: {', '.join(usable)}."
        raise InputError(f"{where}: không có giá trị nào tên “{_beginning(name)}”. {hint}")


def typed_numbers(text: str, original: str) -> tuple[str, ...]:
    """Numbers written by hand in *text*: they stay as they are in every period."""
    known = set(_NUMBER.findall(_NAMED.sub("", original)))
    return tuple(n for n in _NUMBER.findall(_NAMED.sub("", text)) if n not in known)


def _beginning(text: str) -> str:
    first = text.replace("\n", " ")
    return first if len(first) <= _SHOWN else f"{first[:_SHOWN].rstrip()}…"
