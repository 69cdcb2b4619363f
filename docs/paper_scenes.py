"""What leaves the ward on paper, each window opened as the program opens it, for the pictures."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtWidgets import QDialog

    from dxdesk.domain.dossier import DossierId
    from dxdesk.domain.period import Period
    from ui.screenshot import Studio


def _open(dialog: "QDialog") -> None:
    dialog.open()


def slip(studio: "Studio") -> None:
    from dxdesk.domain.query import Query
    from dxdesk.services import listing
    from dxdesk.services.slips import jobs
    from ui.printing.slip_dialog import SlipDialog

    page = listing.first_page(studio.desk, Query(), limit=200)
    some = next(one.id for one in page.lines if jobs.fitting_form(studio.desk, one.id) == "receipt")
    forms = jobs.forms(studio.desk)
    chosen = {"ids": (some,), "forms": forms, "form": "receipt"}
    dialog = SlipDialog(studio.window, studio.desk, studio.tasks, **chosen)
    _open(dialog)


def sentences(studio: "Studio") -> None:
    from dxdesk.domain.period import month
    from ui.sentences.dialog import SentenceDialog

    dialog = SentenceDialog(studio.window, studio.desk, studio.tasks, month(2026, 5))
    _open(dialog)


def wording(studio: "Studio") -> None:
    """The form in which the ward words its report in prose."""
    from ui.dossiers.form import Form
    from ui.office.wordings import rows

    question = next(one for one in rows(studio.desk) if one.key == "reports/monthly").question
    made = Form(studio.window, question.title, question.fields, dict, action="Lưu", columns=2)
    _open(made)


def _received(studio: "Studio", period: "Period") -> "DossierId":
    """A dossier that came to the counter in *period*."""
    from dxdesk.domain.query import Query
    from dxdesk.services import listing

    lines = listing.first_page(studio.desk, Query(), limit=300).lines
    return next(
        line.id
        for line in lines
        if line.channel.name == "IN_PERSON"
        and line.received_at is not None
        and period.start <= line.received_at <= period.end
    )


def archive_dialog(studio: "Studio") -> None:
    """A closed month, and the dossier that would make it differ today."""
    from dxdesk.domain.channel import Channel
    from dxdesk.domain.period import month
    from dxdesk.services import archive, closing
    from dxdesk.services.correction import correct
    from ui.archive_dialog import ArchiveDialog

    may = month(2026, 5)
    if archive.standing(studio.desk, "ii06a", may) is None:  # the first look does it for all
        closing.close(studio.desk, "ii06a", may)
        correct(
            studio.desk,
            _received(studio, may),
            {"channel": Channel.ONLINE_FULL},
            reason="nhập nhầm kênh",
        )
    dialog = ArchiveDialog(studio.window, studio.desk, studio.tasks)
    dialog.refresh()
    _open(dialog)
    studio.settle()
    dialog.list.selectRow(0)
