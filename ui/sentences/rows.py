"""The sentences of a report in prose as rows: the original, the ward's words, what stands now."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from dxdesk.reports.monthly_facts import Facts
from dxdesk.reports.monthly_text import PARTS, applies, condition_text, spoken
from dxdesk.reports.monthly_values import NAMES, VALUES
from dxdesk.reports.prose.template import Sentence, Template, ensure_sayable, kept_text
from ui.rows import Column


@dataclass(frozen=True, slots=True)
class SentenceRow:
    sentence: Sentence
    text: str
    """As it stands in the window."""
    said: bool
    """Whether the period that is shown has it."""

    @property
    def changed(self) -> bool:
        return kept_text(self.text) != self.sentence.text

    @property
    def mark(self) -> str:
        if not self.changed:
            return ""
        return "đã sửa" if kept_text(self.text) else "đã bỏ"

    @property
    def condition(self) -> str:
        told = condition_text(self.sentence)
        each = {"reason": "Mỗi nguyên nhân một dòng. ", "basis": "Mỗi kỳ so sánh một câu. "}
        here = "" if self.said else " Kỳ đang xem không có câu này."
        when = f"In khi {told}." if told else "Luôn in."
        return f"{each.get(self.sentence.each, '')}{when}{here}"

    def check(self) -> None:
        """InputError when it names a value that there is not."""
        ensure_sayable(replace(self.sentence, text=kept_text(self.text)), NAMES)

    def beginning(self, facts: Facts) -> str:
        """The words with which it begins on paper; empty when it is not printed."""
        worded = replace(self.sentence, text=kept_text(self.text))
        lines = spoken(worded, facts) if self.said else []
        return lines[0] if lines else ""


def rows_of(template: Template, own: dict[str, str], facts: Facts) -> list[SentenceRow]:
    return [
        SentenceRow(one, own.get(one.key, one.text), applies(one, facts))
        for one in template.sentences
    ]


def worded(facts: Facts, rows: Sequence[SentenceRow]) -> Facts:
    """The facts with the words as they stand in the window."""
    own = {row.sentence.key: kept_text(row.text) for row in rows}
    return replace(facts, template=facts.template.worded(own))


def usable_values(row: SentenceRow) -> list[tuple[str, str]]:
    """Name of each value that the sentence may use, and what it stands for."""
    return [(one.name, one.told) for one in VALUES if one.each in {"", row.sentence.each}]


COLUMNS: tuple[Column[SentenceRow], ...] = (
    Column("Phần", lambda row: PARTS[row.sentence.part], 90),
    Column("Câu", lambda row: kept_text(row.text) or row.sentence.text, 260, stretches=True),
    Column("", lambda row: row.mark, 66),
)
