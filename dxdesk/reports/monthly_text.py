"""The words of the report on procedures: the ward's template filled with the facts; no layout."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from dxdesk.reports.late_rows import reasons
from dxdesk.reports.monthly_facts import Facts
from dxdesk.reports.monthly_values import CONDITION_OF, NAMES, VALUE_OF, Scope
from dxdesk.reports.prose.template import Kind, Sentence, ensure_sayable, filled

PARTS = {
    "opening": "Mở đầu",
    "received": "Tiếp nhận",
    "results": "Kết quả",
    "comparison": "So sánh",
    "closing": "Kết thúc",
}
REASONS = 8
"""So many reasons of lateness are named, the others are added up."""
BODY = tuple(PARTS)[:-1]
"""What stands above the tables and the signature."""


@dataclass(frozen=True, slots=True)
class Line:
    kind: Kind
    text: str


def part_lines(facts: Facts, part: str) -> list[Line]:
    """The paragraphs of one part. InputError when a sentence names a value that is none."""
    lines: list[Line] = []
    for sentence in facts.template.sentences:
        if sentence.part != part or not applies(sentence, facts):
            continue
        ensure_sayable(sentence, NAMES)
        said = spoken(sentence, facts)
        if sentence.kind is Kind.CONTINUED and said and lines and lines[-1].kind is Kind.TEXT:
            lines[-1] = replace(lines[-1], text=f"{lines[-1].text} {said.pop(0)}")
        kind = Kind.TEXT if sentence.kind is Kind.CONTINUED else sentence.kind
        lines += [Line(kind, text) for text in said]
    return lines


def applies(sentence: Sentence, facts: Facts) -> bool:
    """Whether all its conditions hold."""
    return all(
        CONDITION_OF[name.removeprefix("!")].holds(facts) is not name.startswith("!")
        for name in sentence.when
    )


def condition_text(sentence: Sentence) -> str:
    """When it is printed, for the officer who words it; empty: always."""
    return ", ".join(
        CONDITION_OF[name.removeprefix("!")].told_not
        if name.startswith("!")
        else CONDITION_OF[name].told
        for name in sentence.when
    )


def spoken(sentence: Sentence, facts: Facts) -> list[str]:
    """Its paragraphs with the values in; the last of a series that ends with “;” gets a dot."""
    found = [
        paragraph
        for scope in _scopes(sentence, facts)
        for line in sentence.lines
        for paragraph in filled(
            line,
            lambda name, scope=scope: VALUE_OF[name].of(scope),  # type: ignore[misc]
        ).splitlines()
    ]
    found = [text for text in found if text.strip()]
    if sentence.each and found and found[-1].endswith(";"):
        found[-1] = f"{found[-1][:-1]}."
    return found


def _scopes(sentence: Sentence, facts: Facts) -> Iterable[Scope]:
    match sentence.each:
        case "reason":
            return [Scope(facts, reason=reason) for reason in reasons(facts.late, most=REASONS)]
        case "basis":
            return [Scope(facts, basis=basis) for basis in facts.bases]
        case _:
            return [Scope(facts)]
