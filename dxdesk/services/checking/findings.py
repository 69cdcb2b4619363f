"""What a check found, as sentences."""

from collections.abc import Iterable
from dataclasses import dataclass, field

_SHOWN = 20


@dataclass(frozen=True, slots=True)
class Check:
    """One thing that was looked at; *notes* are worth knowing and no fault."""

    key: str
    title: str
    ok: bool
    problems: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class CheckReport:
    schema: str
    dossiers: int
    actions: int
    checks: tuple[Check, ...]
    seal: str
    """Of the newest action: the same on paper and here means that nothing before it changed."""

    @property
    def ok(self) -> bool:
        return all(one.ok for one in self.checks)


@dataclass
class Findings:
    problems: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    def check(self, key: str, title: str) -> Check:
        return Check(key, title, not self.problems, tuple(self.problems), tuple(self.notes))


def some(names: Iterable[str]) -> str:
    known = list(names)
    more = f" và {len(known) - _SHOWN} nữa" if len(known) > _SHOWN else ""
    return ", ".join(known[:_SHOWN]) + more
