"""Devices by age and state, and who was trained when: what a budget request and a plan need."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

AGES = ((3, "Dưới 3 năm"), (5, "3 – 4 năm"), (None, "Từ 5 năm"))
"""Below so many years; the last has no end."""
BAD = ("weak", "broken")
REPLACE, REPAIR = "replace", "repair"


@dataclass(frozen=True, slots=True)
class Device:
    name: str
    kind: str
    amount: int
    first_year: int | None
    condition: str
    proposal: str
    place: str

    def age_in(self, year: int) -> int | None:
        return None if self.first_year is None else max(year - self.first_year, 0)

    @property
    def bad(self) -> bool:
        return self.condition in BAD


@dataclass(frozen=True, slots=True)
class AgeRow:
    kind: str
    total: int
    by_age: tuple[int, ...]
    """In the order of `AGES`."""
    undated: int
    bad: int


def by_age(devices: Iterable[Device], year: int) -> tuple[AgeRow, ...]:
    """How many of each kind are how old in *year*; the order is that of the kinds' first device."""
    kinds: dict[str, list[Device]] = {}
    for one in devices:
        kinds.setdefault(one.kind, []).append(one)
    return tuple(_row(kind, found, year) for kind, found in kinds.items())


def _row(kind: str, devices: list[Device], year: int) -> AgeRow:
    ages = [0] * len(AGES)
    undated = 0
    for one in devices:
        age = one.age_in(year)
        if age is None:
            undated += one.amount
        else:
            ages[_place(age)] += one.amount
    total = sum(one.amount for one in devices)
    return AgeRow(kind, total, tuple(ages), undated, sum(one.amount for one in devices if one.bad))


def _place(age: int) -> int:
    return next(at for at, (below, _name) in enumerate(AGES) if below is None or age < below)


@dataclass(frozen=True, slots=True)
class Person:
    """A member of a team or of the staff."""

    name: str
    belongs: str
    """Team, or unit."""
    staff: bool
    trained_on: date | None
    training: str


@dataclass(frozen=True, slots=True)
class Session:
    day: date
    topic: str
    persons: tuple[Person, ...]


def sessions(persons: Iterable[Person]) -> tuple[Session, ...]:
    """Trainings, newest first; only the last one of each person is known."""
    found: dict[tuple[date, str], list[Person]] = {}
    for one in persons:
        if one.trained_on is not None:
            found.setdefault((one.trained_on, one.training), []).append(one)
    made = [Session(day, topic, tuple(those)) for (day, topic), those in found.items()]
    return tuple(sorted(made, key=lambda one: (-one.day.toordinal(), one.topic)))
