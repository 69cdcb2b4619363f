"""The sample itself: dossier after dossier in order of arrival."""

from collections.abc import Iterator
from random import Random

from dxdesk.demo.course import Course
from dxdesk.demo.days import YEARS, arrivals
from dxdesk.demo.intake import Intake
from dxdesk.demo.noted import Noted
from dxdesk.demo.sheet import Sheet, Ward
from dxdesk.demo.times import Times
from dxdesk.demo.ward import OFFICE
from dxdesk.domain.channel import Channel
from dxdesk.domain.worktime import DAY, moment_of

_CODE_NOT_TYPED = 0.01


def sheets(ward: Ward, times: Times, *, count: int, seed: int) -> Iterator[Sheet]:
    """*count* dossiers that arrived in the three years before the present; same seed, same rows.

    Raises MissingYearError when the calendar does not reach so far (R4).
    """
    rng = Random(seed)
    now = times.end
    intake = Intake(ward, rng, begins=now - YEARS * 365 * DAY, ends=now)
    course = Course(intake, times, rng)
    noted = Noted(Random(f"noted {seed}"))
    for day in arrivals(times.calendar, end=moment_of(now), count=count, rng=rng):
        start = f"{OFFICE.code_prefix}-{moment_of(day[0][0]):%y%m%d}-"
        number = 0
        for minute, fate in day:
            sheet = course.play(minute, fate)
            noted.note(sheet, grown=(minute - intake.begins) / (now - intake.begins))
            if sheet.channel is not Channel.IN_PERSON or rng.random() >= _CODE_NOT_TYPED:
                number += 1
                sheet.code = f"{start}{number:04}"
            yield sheet
