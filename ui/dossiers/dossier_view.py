"""What the page of one dossier needs, read in one go in the background."""

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from dxdesk.domain.act import ActRule
from dxdesk.domain.attachment import Attachment
from dxdesk.domain.course import Span
from dxdesk.domain.dossier import Dossier, DossierId, Event
from dxdesk.domain.due_account import DueAccount
from dxdesk.domain.paper import HandedPaper
from dxdesk.services import attachments, courses, dossiers, papers
from dxdesk.services.timeline import timeline
from ui.dossiers.choices import read_choices
from ui.dossiers.filters import Choices

if TYPE_CHECKING:
    from dxdesk.desk import Desk


@dataclass(frozen=True, slots=True)
class DossierView:
    dossier: Dossier
    events: tuple[Event, ...]
    account: DueAccount | None
    acts: tuple[tuple[ActRule, str | None], ...]
    """Every act with None when it is allowed now, else the reason why not."""
    left: int | None
    choices: Choices
    now: datetime
    files: tuple[Attachment, ...]
    papers: tuple[HandedPaper, ...]
    course: tuple[Span, ...]


def read_view(desk: "Desk", dossier_id: DossierId) -> DossierView:
    dossier = dossiers.get(desk, dossier_id)
    return DossierView(
        dossier=dossier,
        events=timeline(desk, dossier_id),
        account=dossiers.due_account(desk, dossier_id),
        acts=dossiers.allowed(dossier),
        left=dossiers.time_left(desk, dossier),
        choices=read_choices(desk),
        now=desk.now(),
        files=attachments.attachments(desk, dossier_id),
        papers=papers.handed_in(desk, dossier_id),
        course=courses.clock_course(desk, dossier_id),
    )
