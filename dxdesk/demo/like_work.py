"""The ledgers of a ward like that of a published report: what the report counts, row by row.

`[work]` of its file says how many; `[[rows.…]]` are rows as they stand. What a report does not tell
(names, days, how many documents) is invented, and noted as such where a row has room for it.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random
from typing import Any

from dxdesk.demo.digital_draw import Row, Rows
from dxdesk.demo.people import People
from dxdesk.domain.ledgers import LEDGERS
from dxdesk.domain.ledgers.paperwork import IN, NETWORK, OUT

INVENTED = "Số dựng để minh họa"


@dataclass(frozen=True, slots=True)
class Work:
    """What the report says of the digital work."""

    teams: int = 0
    team_name: str = "Tổ công nghệ số"
    members: int = 0
    trained: str = ""
    """Of all members, what in; empty: not told."""
    decision: str = ""
    activities: int = 0
    """Of each team."""
    committee: tuple[tuple[str, str], ...] = ()
    """Role and position of each member."""
    documents_in: int = 0
    documents_out: int = 0
    signed: bool = False
    """All that go out."""
    kinds: tuple[str, ...] = ("cong_van",)
    staff: int = 0
    flags: Mapping[str, int] = field(default_factory=dict)
    """How many of the staff have it; a flag that is not named is not known."""
    groups: bool = False
    """A chat group of every hamlet."""
    events: Mapping[str, int] = field(default_factory=dict)
    """Outreach by form."""


def work_rows(
    work: Work, rows: Mapping[str, Sequence[Row]], hamlets: Sequence[str], first: date, last: date
) -> Iterator[tuple[str, Rows]]:
    """Rows by ledger, those that others link to first; links are places, from 1."""
    drawn = _Drawing(work, hamlets, first, last, People(Random(f"work {hamlets[0]}")))
    for key in _ORDER:
        made = getattr(drawn, key, None)
        found = [*(made() if made is not None else ()), *map(dict, rows.get(key, ()))]
        if found:
            yield key, found


_LATER = ("members", "activities", "returns", "duties", "tallies", "accesses", "events")
_KEYS = [one.key for one in LEDGERS]
_ORDER = (*(key for key in _KEYS if key not in _LATER), *_LATER)


@dataclass(frozen=True, slots=True)
class _Drawing:
    work: Work
    hamlets: Sequence[str]
    first: date
    last: date
    people: People

    def teams(self) -> Iterator[Row]:
        for at in range(self.work.teams):
            place = at % len(self.hamlets)
            more = (
                f" số {at // len(self.hamlets) + 1}" if self.work.teams > len(self.hamlets) else ""
            )
            yield {
                "name": f"{self.work.team_name} {self.hamlets[place]}{more}",
                "hamlet_id": place + 1,
                "decision": self.work.decision,
                "decided_on": self.first,
            }

    def members(self) -> Iterator[Row]:
        for at in range(self.work.members):
            yield {
                "team_id": at % self.work.teams + 1,
                "name": self.people.someone().name,
                "role": "Tổ trưởng" if at < self.work.teams else "Thành viên",
                "since": self.first,
                "trained_on": self._day(at) if self.work.trained else None,
                "training": self.work.trained,
            }

    def activities(self) -> Iterator[Row]:
        topics = ("health", "service", "payment", "vneid")
        for at in range(self.work.activities * self.work.teams):
            yield {
                "team_id": at % self.work.teams + 1,
                "day": self._day(at),
                "form": "door",
                "topic": topics[at % len(topics)],
                "guided": 8 + at % 7,
                "note": INVENTED,
            }

    def committee(self) -> Iterator[Row]:
        for role, position in self.work.committee:
            name = self.people.someone().name
            yield {"name": name, "position": position, "role": role, "since": self.first}

    def events(self) -> Iterator[Row]:
        for form, number in self.work.events.items():
            for at in range(number):
                title = "Tuyên truyền về chuyển đổi số"
                yield {"day": self._day(at), "form": form, "title": title, "note": INVENTED}

    def groups(self) -> Iterator[Row]:
        if self.work.groups:
            for place, name in enumerate(self.hamlets, start=1):
                purpose = "Hỗ trợ, hướng dẫn thường xuyên"
                yield {"name": f"Nhóm {name}", "hamlet_id": place, "purpose": purpose}

    def documents(self) -> Iterator[Row]:
        """All were handled in the network, in time."""
        for direction, number in ((IN, self.work.documents_in), (OUT, self.work.documents_out)):
            for at in range(number):
                day = self._day(at)
                yield {
                    "direction": direction,
                    "number": f"{at + 1}/{direction.upper()}",
                    "day": day,
                    "booked_on": day,
                    "kind": self.work.kinds[at % len(self.work.kinds)],
                    "subject": f"Văn bản số {at + 1}",
                    "signed": "yes" if self.work.signed and direction == OUT else "",
                    "medium": NETWORK,
                    "due_on": day + timedelta(days=7),
                    "done_on": min(day + timedelta(days=1), self.last),
                    "note": INVENTED,
                }

    def staff(self) -> Iterator[Row]:
        for at in range(self.work.staff):
            flags = {key: "yes" if at < having else "no" for key, having in self.work.flags.items()}
            yield {"name": self.people.someone().name, "position": "Công chức", **flags}

    def _day(self, at: int) -> date:
        """Days of the period in turn; the last is not passed."""
        return self.first + timedelta(days=at * 5 % ((self.last - self.first).days + 1))


def work_of(data: Mapping[str, Any]) -> Work:
    """`[work]` of a ward's file."""
    told = dict(data)
    told["committee"] = tuple((role, position) for role, position in told.get("committee", ()))
    told["kinds"] = tuple(told.get("kinds", ("cong_van",)))
    return Work(**told)
