"""Outreach: the youth week of the second seed, events, groups, pilots."""

from collections.abc import Iterator
from datetime import date, timedelta

from dxdesk.demo import digital_texts as texts
from dxdesk.demo.digital_draw import Draw, Row, Rows
from dxdesk.demo.ward import HAMLETS


class OutreachWork(Draw):
    def tables(self) -> Iterator[tuple[str, Rows]]:
        begin = date(self.until.year, 8, 23)
        if begin > self.until:
            begin = begin.replace(year=begin.year - 1)
        yield (
            "campaigns",
            [{**texts.YOUTH_WEEK, "first_on": begin, "last_on": begin.replace(day=30)}],
        )
        yield "events", list(self._events())
        yield "tallies", list(self._tallies(begin))
        yield (
            "groups",
            [
                {
                    "name": f"{hamlet} – An Bình",
                    "hamlet_id": place,
                    "purpose": "Hướng dẫn dịch vụ công, thông báo",
                    "members": self.rng.randint(60, 320),
                    "counted_on": self._ago(20),
                    "opened_on": self._ago(280),
                }
                for place, hamlet in enumerate(HAMLETS, start=1)
            ],
        )
        yield "pilots", [{**one, "first_on": self._ago(250)} for one in texts.PILOTS]

    def _events(self) -> Iterator[Row]:
        for ago in range(240, -1, -1):
            if self.rng.random() < 0.2:  # noqa: PLR2004 - more than one a week
                form, title = self.rng.choice(texts.EVENTS)
                loud = form == "loudspeaker"
                yield {
                    "day": self._ago(ago),
                    "form": form,
                    "title": title,
                    "reach": None if loud else self.rng.randint(15, 150),
                    "times": self.rng.randint(2, 6) if loud else None,
                }

    def _tallies(self, begin: date) -> Iterator[Row]:
        """Of one day nobody noted anything."""
        for at in range(8):
            day = begin + timedelta(days=at)
            if at != 5 and day <= self.until:  # noqa: PLR2004 - that day
                yield {
                    "campaign_id": 1,
                    "day": day,
                    "volunteers": self.rng.randint(6, 20),
                    "guided": self.rng.randint(30, 110),
                    "installed": self.rng.randint(20, 80),
                    "signatures": self.rng.randint(5, 30),
                }
