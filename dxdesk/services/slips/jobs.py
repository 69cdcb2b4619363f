"""One job of printing: which slips, about which dossiers, and what was printed before."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import BinaryIO

from db.bulk import insert_rows, next_id
from db.models import OfficerRecord, PrintRecord
from dxdesk.desk import Desk
from dxdesk.domain.dossier import DossierId
from dxdesk.domain.rights import Right
from dxdesk.domain.slip import SlipSubject
from dxdesk.domain.wording import SlipWording
from dxdesk.errors import DeskError, InputError
from dxdesk.reports.slips.forms import SlipForm, current_forms, slip_form
from dxdesk.reports.slips.needs import fitting, why_no_slip
from dxdesk.reports.slips.press import Made, write_slips
from dxdesk.reports.slips.sample import sample_subject
from dxdesk.reports.slips.setting import Slip
from dxdesk.reports.slips.values import EVENTS, SlipContext
from dxdesk.reports.wording import committee_name
from dxdesk.services import settings
from dxdesk.services.slips.subjects import subjects
from dxdesk.services.slips.wordings import SLIPS

MOST_SLIPS = 20_000


@dataclass(frozen=True, slots=True)
class Skipped:
    """A dossier of the selection that gets no slip."""

    label: str
    why: str


@dataclass(frozen=True, slots=True)
class SlipJob:
    form: SlipForm
    slips: tuple[Slip, ...]
    skipped: tuple[Skipped, ...] = ()

    @property
    def ids(self) -> tuple[DossierId, ...]:
        return tuple(one.dossier.id for slip in self.slips for one in slip.context.subjects)

    @property
    def labels(self) -> tuple[str, ...]:
        """What each slip is about."""
        if self.form.gathers:
            return (f"{len(self.ids)} hồ sơ",)
        return tuple(label_of(slip.context.subject) for slip in self.slips)

    @property
    def reprints(self) -> int:
        return sum(1 for slip in self.slips if slip.printed)


def label_of(subject: SlipSubject) -> str:
    return subject.dossier.code or f"số {subject.dossier.book}"


def forms(desk: Desk) -> tuple[SlipForm, ...]:
    """The slips that can be printed today."""
    return current_forms(desk.now().date())


def fitting_form(desk: Desk, dossier_id: DossierId) -> str | None:
    """The slip that fits the state of one dossier."""
    found = list(subjects(desk, [dossier_id]))
    return fitting(found[0]) if found else None


def prepare(
    desk: Desk, ids: Sequence[DossierId], key: str, *, paper: str = "", copies: int = 0
) -> SlipJob:
    """The slips *key* about the dossiers *ids* in this order, and those that get none.

    *paper* and *copies* of this job alone go before what the ward set.
    """
    if len(ids) > MOST_SLIPS:
        raise InputError(
            f"Một lần in nhiều nhất {MOST_SLIPS:,} phiếu".replace(",", ".")
            + "; hãy chọn ít hồ sơ hơn."
        )
    newest = slip_form(key, desk.now().date())
    wording = SlipWording(paper=paper, copies=copies).over(SLIPS.of(desk, key))
    found, skipped = [], []
    moves = any(part.rows == "moves" for part in newest.parts)
    for subject in subjects(desk, ids, form=key, moves=moves):
        why = why_no_slip(newest.needs, subject)
        if why is None:
            found.append(subject)
        else:
            skipped.append(Skipped(label_of(subject), why))
    return SlipJob(newest, tuple(_slips(desk, newest, wording, found)), tuple(skipped))


def sample(desk: Desk, key: str) -> SlipJob:
    """The slip *key* about an invented dossier, as the ward words it now: for a test print."""
    newest = slip_form(key, desk.now().date())
    wording = SLIPS.of(desk, key)
    return SlipJob(newest, tuple(_slips(desk, newest, wording, [sample_subject()])))


def _slips(
    desk: Desk, newest: SlipForm, wording: SlipWording, found: Sequence[SlipSubject]
) -> list[Slip]:
    """One slip for each dossier in the version of its day; a list is one slip about all."""
    with desk.reading() as session:
        officer = session.get_one(OfficerRecord, desk.officer).name
    base = SlipContext(settings.office(desk), wording, desk.now(), officer, ())
    if newest.gathers:
        return [Slip(newest, replace(base, subjects=tuple(found)))] if found else []
    contexts = [replace(base, subjects=(subject,)) for subject in found]
    return [Slip(slip_form(newest.key, _day(newest, one)), one) for one in contexts]


def _day(form: SlipForm, context: SlipContext) -> date:
    """The day whose circular applies."""
    return (EVENTS[form.event](context) or context.now).date()


def write(
    job: SlipJob,
    target: Path | BinaryIO,
    *,
    progress: Callable[[int, int], None] = lambda _done, _total: None,
    cancelled: Callable[[], bool] = lambda: False,
) -> Made:
    """The job as one PDF; InputError when no dossier gets a slip."""
    if not job.slips:
        raise InputError(_nothing(job))

    def told(done: int) -> None:
        progress(done, len(job.slips))
        if cancelled():
            raise DeskError("Đã dừng; chưa in phiếu nào.")

    office = job.slips[0].context.office
    return write_slips(
        job.slips, target, title=job.form.name, author=committee_name(office), told=told
    )


def _nothing(job: SlipJob) -> str:
    if not job.skipped:
        return "Chưa chọn hồ sơ nào để in; hãy chọn hồ sơ trong danh sách rồi in lại."
    first = job.skipped[0]
    return (
        f"Không in được {job.form.name.lower()}: hồ sơ {first.label} {first.why}"
        + (f", và {len(job.skipped) - 1} hồ sơ khác" if len(job.skipped) > 1 else "")
        + ". Hãy chọn loại phiếu khác."
    )


def record(desk: Desk, job: SlipJob) -> None:
    """Note that the slips of *job* were printed or queued: the next ones are reprints."""
    if not job.slips:
        return
    ids = job.ids
    about = f"hồ sơ {job.labels[0]}" if len(ids) == 1 else f"({len(ids)} hồ sơ)"
    with desk.act(f"In {job.form.name.lower()} {about}", right=Right.PRINT) as session:
        first = next_id(session, PrintRecord.__tablename__)
        rows = [
            {
                "id": first + place,
                "dossier_id": dossier_id,
                "form": job.form.key,
                "at": desk.now(),
                "officer_id": desk.officer,
                "copies": job.slips[0].copies,
            }
            for place, dossier_id in enumerate(ids)
        ]
        insert_rows(session, PrintRecord, rows)
