"""Teams, members, activities, returns, the committee with its meetings and tasks."""

from collections.abc import Iterator
from datetime import timedelta

from dxdesk.demo import digital_texts as texts
from dxdesk.demo.digital_draw import Draw, Row, Rows
from dxdesk.demo.people import People
from dxdesk.demo.ward import HAMLETS


class TeamWork(Draw):
    def tables(self) -> Iterator[tuple[str, Rows]]:
        teams = list(self._teams())
        yield "teams", teams
        yield "members", list(self._members(len(teams)))
        yield "activities", list(self._activities(len(teams)))
        yield "returns", list(self._returns(len(teams)))
        yield "meetings", list(self._meetings())
        yield "duties", list(self._duties())
        yield "committee", list(self._committee())

    def _teams(self) -> Iterator[Row]:
        """Every hamlet but the last has one: coverage has something to tell."""
        for place, hamlet in enumerate(HAMLETS[:-1], start=1):
            yield {
                "name": hamlet,
                "hamlet_id": place,
                "decision": "38/QĐ-UBND",
                "decided_on": self._ago(300),
            }

    def _members(self, teams: int) -> Iterator[Row]:
        people = People(self.rng)
        for team in range(1, teams + 1):
            for place in range(self.rng.randint(3, 6)):
                one = people.someone()
                trained = self.rng.random() < 0.8  # noqa: PLR2004 - four of five
                yield {
                    "team_id": team,
                    "name": one.name,
                    "role": ("Tổ trưởng", "Tổ phó")[place] if place < 2 else "Thành viên",  # noqa: PLR2004 - the first two lead
                    "phone": one.phone,
                    "trained_on": self._ago(self.rng.randint(30, 200)) if trained else None,
                    "training": "Kỹ năng số cho tổ công nghệ số" if trained else "",
                    "since": self._ago(300),
                }

    def _activities(self, teams: int) -> Iterator[Row]:
        """The last team has been idle for months."""
        for ago in range(240, -1, -1):
            for team in range(1, teams + 1):
                if self.rng.random() < (0.08 if team < teams else 0.03 * (ago > 100)):  # noqa: PLR2004 - about every second week
                    form, topic, service = self.rng.choice(texts.ACTIVITIES)
                    noted = self.rng.random() < 0.95  # noqa: PLR2004 - a few are without a number
                    yield {
                        "team_id": team,
                        "day": self._ago(ago),
                        "form": form,
                        "topic": topic,
                        "service": service,
                        "guided": self.rng.randint(4, 40) if noted else None,
                        "households": self.rng.randint(3, 20) if form == "door" else None,
                        "place": "" if form == "door" else "Nhà văn hóa",
                    }

    def _returns(self, teams: int) -> Iterator[Row]:
        last = self.until.replace(day=1) - timedelta(days=1)
        for team in range(1, teams - 1):
            yield {
                "team_id": team,
                "year": last.year,
                "month": last.month,
                "sessions": self.rng.randint(1, 6),
                "guided": self.rng.randint(10, 120),
                "households": self.rng.randint(5, 60),
                "returned_on": self.until,
            }

    def _meetings(self) -> Iterator[Row]:
        for ago, (title, conclusions) in zip((230, 140, 50), texts.MEETINGS, strict=True):
            yield {
                "day": self._ago(ago),
                "title": title,
                "chair": "Chủ tịch UBND phường",
                "present": self.rng.randint(8, 12),
                "document": f"{self.rng.randint(20, 90)}/TB-UBND",
                "conclusions": conclusions,
            }

    def _duties(self) -> Iterator[Row]:
        for title, lead, meeting, due, done in texts.DUTIES:
            given = self._ago((230, 140, 50)[meeting - 1])
            yield {
                "title": title,
                "lead": lead,
                "partners": "Công an phường",
                "meeting_id": meeting,
                "given_on": given,
                "due_on": self._ago(due),
                "done_on": None if done is None else self._ago(done),
                "product": "Báo cáo kết quả",
                "evidence": "" if done is None else f"{self.rng.randint(50, 200)}/BC-UBND",
                "progress": "Đang làm" if done is None else "",
            }

    def _committee(self) -> Iterator[Row]:
        people = People(self.rng)
        for role, position in texts.COMMITTEE:
            yield {
                "name": people.someone().name,
                "position": position,
                "role": role,
                "decision": "15/QĐ-UBND",
                "since": self._ago(320),
                "until": self._ago(120) if position.endswith("(cũ)") else None,
            }
