"""Documents, staff, devices, systems."""

from collections.abc import Iterator
from datetime import timedelta

from dxdesk.demo import digital_texts as texts
from dxdesk.demo.digital_draw import Draw, Row, Rows
from dxdesk.demo.people import People
from dxdesk.demo.ward import CLERKS

_MONTHS = 9


class OfficeWork(Draw):
    def tables(self) -> Iterator[tuple[str, Rows]]:
        yield "documents", list(self._documents())
        yield "document_months", list(self._document_months())
        staff = list(self._staff())
        yield "staff", staff
        yield "devices", list(self._devices())
        yield "systems", [{"name": n, "purpose": p, "owner": o} for n, p, o in texts.SYSTEMS]
        yield (
            "accesses",
            [
                {
                    "system_id": system,
                    "staff_id": place,
                    "level": "Xử lý",
                    "since": self._ago(300),
                }
                for system in range(1, len(texts.SYSTEMS) + 1)
                for place in range(1, len(staff) + 1)
                if self.rng.random() < 0.6  # noqa: PLR2004 - more than half
            ],
        )

    def _documents(self) -> Iterator[Row]:
        """One by one in the month that runs; months before it have totals."""
        for at in range(self.until.day * 4):
            day = self.until.replace(day=1 + at // 4)
            out = at % 4 == 3  # noqa: PLR2004 - one of four goes out
            kind, subject = self.rng.choice(texts.SUBJECTS)
            due = day + timedelta(days=self.rng.randint(3, 12)) if at % 3 == 0 else None
            done = day + timedelta(days=self.rng.randint(1, 9))
            yield {
                "direction": "out" if out else "in",
                "number": f"{at + 101}/{'UBND' if out else 'SKHCN'}",
                "day": day,
                "booked_on": day,
                "kind": kind,
                "subject": subject,
                "other": "Các tổ dân phố" if out else "Sở Khoa học và Công nghệ",
                "handler": CLERKS[at % len(CLERKS)].name,
                "signed": "no" if at % 29 == 28 else "yes",  # noqa: PLR2004 - a few by hand
                "medium": "paper" if at % 31 == 30 else "network",  # noqa: PLR2004 - a few on paper
                "due_on": due,
                "done_on": done if done <= self.until else None,
            }

    def _document_months(self) -> Iterator[Row]:
        first = self.until.replace(day=1)
        for _ in range(_MONTHS):
            first = (first - timedelta(days=1)).replace(day=1)
            for direction, low in (("in", 120), ("out", 40)):
                total = low + self.rng.randint(0, 60)
                yield {
                    "year": first.year,
                    "month": first.month,
                    "direction": direction,
                    "total": total,
                    "signed": total - self.rng.randint(0, 3),
                    "network": total - self.rng.randint(0, 2),
                    "late": self.rng.randint(0, 3),
                    "source": "Phần mềm quản lý văn bản",
                }

    def _staff(self) -> Iterator[Row]:
        """Twenty: one of them does not log in regularly, as the fourth seed has it (95 %)."""
        names = [(clerk.name, clerk.title) for clerk in CLERKS]
        people = People(self.rng)
        names += [(people.someone().name, "Chuyên viên") for _ in range(20 - len(names))]
        for place, (name, position) in enumerate(names):
            yield {
                "name": name,
                "position": position,
                "unit": "Trung tâm Phục vụ hành chính công" if place < 5 else "Phòng chuyên môn",  # noqa: PLR2004 - who sits at the counter
                **dict.fromkeys(("account", "mail", "portal", "signature"), "yes"),
                "regular": "no" if place == 19 else "yes",  # noqa: PLR2004 - the last one
                "trained_on": self._ago(self.rng.randint(20, 300)),
                "training": "An toàn thông tin",
            }

    def _devices(self) -> Iterator[Row]:
        for kind, name, place, amount in texts.DEVICES:
            year = self.until.year - self.rng.randint(1, 9)
            weak = self.until.year - year > 6 and kind in {"desktop", "printer"}  # noqa: PLR2004 - years
            yield {
                "kind": kind,
                "name": name,
                "place": place,
                "amount": amount,
                "first_year": year,
                "condition": "weak" if weak else "good",
                "proposal": "replace" if weak else "",
            }
