"""A dossier at the counter, by post or from the portal: what, who, by which way."""

from collections.abc import Sequence
from random import Random

from dxdesk.demo import texts
from dxdesk.demo.chance import Wheel, between
from dxdesk.demo.days import Fate
from dxdesk.demo.people import Citizen, People
from dxdesk.demo.sheet import Sheet, Ward
from dxdesk.demo.ward import (
    CLERKS,
    COPIED,
    FEES,
    GENERALIST,
    OTHERWISE,
    PAGE_FEE,
    SEASONS,
    UNITS,
    WEIGHTS,
    Kind,
)
from dxdesk.domain.channel import Channel
from dxdesk.domain.due import LimitKind

_IN_PERSON = (0.55, 0.20)
"""Share that comes to the counter, in the beginning and at the end (seeds: 55 % to 20 %)."""
_POSTAL = 0.03
_LEVELS = {"toàn trình": Channel.ONLINE_FULL, "một phần": Channel.ONLINE_PARTIAL}
_NEVER_ONLINE = "không"
_PARTIAL_ANYWAY = 0.2
_BY_SOMEONE_ELSE = 0.14
_ASSISTED = 0.18
_WITH_CONTENT = 0.7
_STAGED_LIMIT = 3
_COUNTERS = tuple(place for place, clerk in enumerate(CLERKS) if not clerk.fields)


class Intake:
    """Draws new dossiers; *begins* and *ends* are the minutes that the sample spans."""

    def __init__(self, ward: Ward, rng: Random, *, begins: int, ends: int) -> None:
        """All chance comes from *rng*."""
        self._ward = ward
        self._rng = rng
        self.begins = begins
        self._span = max(1, ends - begins)
        self._people = People(rng)
        self._kinds = [_wheel(ward.kinds, month) for month in range(1, 13)]
        self._staged = _staged_kinds(ward.kinds)
        self._units = Wheel(zip(ward.units, (share for _name, share in UNITS), strict=True))
        self._eligible = _eligible_share(ward.kinds)
        workers = {field: place for place, clerk in enumerate(CLERKS) for field in clerk.fields}
        self._workers = {
            kind.field_id: ward.clerks[workers.get(kind.field, GENERALIST)] for kind in ward.kinds
        }

    def sheet(self, minute: int, month: int, fate: Fate) -> Sheet:
        """A dossier that arrives at *minute*, its moments still empty."""
        rng, ward = self._rng, self._ward
        kind = self._kinds[month - 1].pick(rng) if fate is Fate.NONE else self._staged.pick(rng)
        owner = self._people.someone()
        sheet = Sheet(
            procedure_id=kind.procedure_id,
            field_id=kind.field_id,
            unit_id=self._units.pick(rng),
            hamlet_id=None if owner.hamlet is None else ward.hamlets[owner.hamlet],
            officer_id=ward.clerks[_COUNTERS[between(rng, 0, len(_COUNTERS))]],
            channel=self._channel(kind, minute, fate),
            owner_name=owner.name,
            owner_id_no=owner.id_no,
            owner_phone=owner.phone,
            owner_address=owner.address,
            limit=kind.limit,
        )
        sheet.assisted = sheet.channel.is_online and rng.random() < _ASSISTED
        self._describe(sheet, kind)
        if rng.random() < _BY_SOMEONE_ELSE:
            _comes_for(sheet, self._people.someone())
        return sheet

    def worker(self, field_id: int) -> int:
        """The officer who works on dossiers of a field."""
        return self._workers[field_id]

    def _channel(self, kind: Kind, minute: int, fate: Fate) -> Channel:
        rng = self._rng
        first, last = _IN_PERSON
        counter = first + (last - first) * (minute - self.begins) / self._span
        drawn = rng.random()
        if fate is not Fate.TO_ACCEPT:
            if drawn < _POSTAL:
                return Channel.POSTAL
            online = (1 - counter - _POSTAL) / self._eligible
            if kind.level.startswith(_NEVER_ONLINE) or drawn > _POSTAL + online:
                return Channel.IN_PERSON
        level = _LEVELS.get(kind.level, Channel.ONLINE_PARTIAL)
        return Channel.ONLINE_PARTIAL if rng.random() < _PARTIAL_ANYWAY else level

    def _describe(self, sheet: Sheet, kind: Kind) -> None:
        rng = self._rng
        contents = texts.CONTENTS.get(kind.code)
        if contents and rng.random() < _WITH_CONTENT:
            sheet.content = contents[between(rng, 0, len(contents))]
        sheet.fee = 0 if kind.free else FEES.get(kind.code)
        if kind.code == COPIED:
            sheet.copies = 1 + int(9 * rng.random() ** 2)
            sheet.fee = sheet.copies * between(rng, 1, 5) * PAGE_FEE


def _comes_for(sheet: Sheet, citizen: Citizen) -> None:
    sheet.applicant_name = citizen.name
    sheet.applicant_id_no = citizen.id_no
    sheet.applicant_phone = citizen.phone
    sheet.applicant_address = citizen.address


def _wheel(kinds: Sequence[Kind], month: int) -> Wheel[Kind]:
    return Wheel(
        (kind, WEIGHTS.get(kind.code, OTHERWISE) * SEASONS.get(kind.code, {}).get(month, 1))
        for kind in kinds
    )


def _staged_kinds(kinds: Sequence[Kind]) -> Wheel[Kind]:
    """Procedures of three working days, so that the staged dossiers are due when they should."""
    fitting = [
        kind
        for kind in kinds
        if kind.limit is not None
        and kind.limit.kind is LimitKind.WORKING_DAYS
        and kind.limit.amount == _STAGED_LIMIT
        and not kind.level.startswith(_NEVER_ONLINE)
    ]
    return Wheel((kind, WEIGHTS.get(kind.code, OTHERWISE)) for kind in fitting or kinds)


def _eligible_share(kinds: Sequence[Kind]) -> float:
    """Share of dossiers whose procedure can be asked for online."""
    weights = {kind: WEIGHTS.get(kind.code, OTHERWISE) for kind in kinds}
    eligible = sum(w for kind, w in weights.items() if not kind.level.startswith(_NEVER_ONLINE))
    return max(eligible / sum(weights.values()), 0.01)
