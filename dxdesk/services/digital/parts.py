"""Figures that are sums over rows of ledgers; the rows behind each one can be listed (R15)."""

from collections.abc import Callable
from dataclasses import dataclass

from sqlalchemy import select

from db.models import DocumentMonthRecord, OfficialDocumentRecord, TeamRecord
from dxdesk.desk import Desk
from dxdesk.domain.digital import Part
from dxdesk.domain.indicators.kinds import Base
from dxdesk.domain.ledgers.assets import DEVICE_KINDS, OFFICE_KINDS, STAFF_FLAGS
from dxdesk.domain.ledgers.field import YES, YES_NO
from dxdesk.domain.ledgers.paperwork import IN, MEDIA, NETWORK, OUT
from dxdesk.domain.period import Period
from dxdesk.services.digital import assets, documents, teams

Parts = tuple[Part, ...]
UNKNOWN = "chưa rõ"
_NOW = "Sổ chỉ giữ hiện trạng, không giữ ngày: kỳ đã qua cũng tính theo danh sách hiện nay."


@dataclass(frozen=True, slots=True)
class LedgerFigure:
    """A share of *base*, or a count where the base is none."""

    title: str
    base: Base
    parts: Callable[[Desk, Period], Parts]
    note: str = ""
    """What an officer must know of it; a figure with a note has no course of months."""


def _staff(flag: str) -> Callable[[Desk, Period], Parts]:
    words = dict(YES_NO)

    def parts(desk: Desk, period: Period) -> Parts:
        with desk.reading() as session:
            staff = assets.staff_on(session, period.last)
            found = [(one.name, getattr(one, flag)) for one in staff]
        return tuple(
            Part("staff", name, words.get(told, told), int(told == YES), int(bool(told)))
            for name, told in found
        )

    return parts


def _signed(desk: Desk, period: Period) -> Parts:
    return _documents(desk, period, (OUT,), "signed", YES, dict(YES_NO))


def _network(desk: Desk, period: Period) -> Parts:
    return _documents(desk, period, (IN, OUT), "network", NETWORK, dict(MEDIA))


def _documents(
    desk: Desk,
    period: Period,
    directions: tuple[str, ...],
    total: str,
    wanted: str,
    words: dict[str, str],
) -> Parts:
    """Of months the totals, of other days the documents; *total*: the column of the totals."""
    column = {"network": "medium"}.get(total, total)
    found: list[Part] = []
    with desk.reading() as session:
        for direction in directions:
            months, book = documents.of_period(session, period, direction)
            found += [_month(one, getattr(one, total)) for one in months]
            found += [_document(one, getattr(one, column), wanted, words) for one in book]
    return tuple(found)


def _month(one: DocumentMonthRecord, number: int | None) -> Part:
    name = f"{one.month:02}/{one.year}"
    if number is None:
        return Part("document_months", name, UNKNOWN, 0, 0)
    return Part("document_months", name, f"{number} trong {one.total}", number, one.total)


def _document(one: OfficialDocumentRecord, told: str, wanted: str, words: dict[str, str]) -> Part:
    name = one.number or one.subject
    return Part("documents", name, words.get(told, told), int(told == wanted), int(bool(told)))


def _coverage(desk: Desk, period: Period) -> Parts:
    """Every hamlet; nothing while no team was ever entered."""
    if not _teams(desk, period):
        return ()
    return tuple(
        Part("hamlets", name, "có tổ" if there else "chưa có tổ", int(there), 1)
        for name, there in teams.hamlets_covered(desk, period.last)
    )


def _teams(desk: Desk, period: Period) -> Parts:
    with desk.reading() as session:
        names = teams.standing(session, period.last).values()
        ever = session.scalar(select(TeamRecord.id).limit(1))
    found = tuple(Part("teams", name, "tổ", 1, 0) for name in names)
    return found or ((Part("teams", "", "không còn tổ nào", 0, 0),) if ever else ())


def _members(desk: Desk, period: Period) -> Parts:
    there = teams.members(desk, period.last)
    return tuple(Part("members", name, team, 1, 0) for team, name in there)


def _old(desk: Desk, period: Period) -> Parts:
    """Computers and office devices by their years of use, each as often as its amount."""
    last = period.last.year - assets.OLD_YEARS
    return tuple(
        Part("devices", name, "chưa rõ năm", 0, 0)
        if year is None
        else Part(
            "devices",
            name,
            f"{max(period.last.year - year, 0)} năm",
            amount if year <= last else 0,
            amount,
        )
        for name, amount, year in assets.devices_of(desk, OFFICE_KINDS)
    )


def _devices(kind: str) -> Callable[[Desk, Period], Parts]:
    word = dict(DEVICE_KINDS)[kind]

    def parts(desk: Desk, _period: Period) -> Parts:
        found = assets.devices_of(desk, (kind,))
        return tuple(Part("devices", name, word, amount, 0) for name, amount, _year in found)

    return parts


FIGURES: dict[str, LedgerFigure] = {
    "documents_signed": LedgerFigure("văn bản đi đã ký số", Base.DOCUMENTS_SENT, _signed),
    "documents_network": LedgerFigure("văn bản xử lý trên mạng", Base.DOCUMENTS, _network),
    **{
        f"staff_{one.key}": LedgerFigure(
            f"cán bộ: {one.title.lower()}", Base.STAFF, _staff(one.key), _NOW
        )
        for one in STAFF_FLAGS
    },
    "team_coverage": LedgerFigure("tổ dân phố có tổ công nghệ số", Base.HAMLETS, _coverage),
    "teams": LedgerFigure("số tổ công nghệ số", Base.NONE, _teams),
    "team_members": LedgerFigure("số thành viên tổ công nghệ số", Base.NONE, _members),
    "old_devices": LedgerFigure("máy tính, thiết bị từ 5 năm", Base.DEVICES, _old, _NOW),
    **{
        f"devices_{kind}": LedgerFigure(title, Base.NONE, _devices(kind), _NOW)
        for kind, title in (
            ("camera", "số camera"),
            ("loudspeaker", "số cụm loa truyền thanh"),
            ("station", "số trạm phát sóng"),
        )
    },
}


def behind(desk: Desk, key: str, period: Period) -> Parts:
    """The rows whose sum the figure *key* of *period* is."""
    return FIGURES[key].parts(desk, period)
