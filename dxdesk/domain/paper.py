"""The papers that a procedure asks for, and what of them was handed in."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from dxdesk.domain.marks import Mark


class PaperForm(Mark):
    """As what a paper was handed in."""

    MISSING = 0, "Còn thiếu"
    ORIGINAL = 1, "Bản chính"
    CERTIFIED = 2, "Bản sao chứng thực"
    COPY = 3, "Bản sao"
    ELECTRONIC = 4, "Bản điện tử"
    FROM_DATA = 5, "Khai thác từ dữ liệu"
    """The office read it in a national database, so the citizen need not bring it."""


@dataclass(frozen=True, slots=True)
class Paper:
    """One line of a procedure's list: how many of each form it asks for."""

    name: str
    originals: int = 0
    certified: int = 0
    copies: int = 0
    always: bool = True
    """False for a paper that only some cases need ("nếu có")."""
    verified: bool = False

    @property
    def wanted(self) -> PaperForm:
        """The form that is asked for first."""
        if self.certified and not self.originals:
            return PaperForm.CERTIFIED
        if self.copies and not self.originals:
            return PaperForm.COPY
        return PaperForm.ORIGINAL

    @property
    def number(self) -> int:
        """How many of the form `wanted`."""
        numbers = {PaperForm.CERTIFIED: self.certified, PaperForm.COPY: self.copies}
        return max(1, numbers.get(self.wanted, self.originals))


@dataclass(frozen=True, slots=True)
class HandedPaper:
    """One paper of one dossier; it keeps its name whatever becomes of the procedure's list.

    `form` None: nobody looked yet, which is not the same as missing.
    """

    name: str
    form: PaperForm | None = None
    number: int = 1
    always: bool = True


def unchecked(papers: Iterable[Paper]) -> tuple[HandedPaper, ...]:
    """The list of a dossier at which nobody has looked yet."""
    return tuple(HandedPaper(one.name, number=one.number, always=one.always) for one in papers)


def complete(papers: Sequence[Paper]) -> tuple[HandedPaper, ...]:
    """All that is always needed was handed in, in the form that is asked for."""
    return tuple(
        HandedPaper(one.name, one.wanted if one.always else None, one.number, one.always)
        for one in papers
    )


def missing(papers: Iterable[HandedPaper]) -> tuple[HandedPaper, ...]:
    return tuple(one for one in papers if one.form is PaperForm.MISSING)


def supplement_words(papers: Iterable[HandedPaper]) -> str:
    """What a supplement request asks for, one numbered line each; empty: nothing is missing."""
    lines = (
        f"{place}. {one.name}" + (f" ({one.number} bản)" if one.number > 1 else "")
        for place, one in enumerate(missing(papers), start=1)
    )
    return "\n".join(lines)


def from_data(papers: Iterable[HandedPaper]) -> bool | None:
    """Whether at least one paper was replaced by data (law.md §4.4); None when nobody looked."""
    looked = [one for one in papers if one.form is not None]
    return any(one.form is PaperForm.FROM_DATA for one in looked) if looked else None
