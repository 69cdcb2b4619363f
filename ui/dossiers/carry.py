"""Carrying parts of an earlier dossier into the intake form."""

from dxdesk.domain.dossier import Dossier, Person
from ui.dossiers.copy_dialog import Copied
from ui.dossiers.intake_details import choose_mark
from ui.dossiers.intake_form import IntakeForm


def carry(form: IntakeForm, copied: Copied) -> None:
    """Fill in what the officer chose to carry; what stands in the other fields stays."""
    dossier, carried = copied.dossier, copied.carried
    request, details = form.request, form.details
    if "procedure" in carried:
        request.procedure.editor.choose_id(dossier.procedure_id)
    if "channel" in carried:
        request.channel.editor.choose(dossier.channel or None)
    _carry_people(form, dossier, carried)
    if "content" in carried:
        details.content.editor.setPlainText(dossier.content)
        details.copies.editor.setText(str(dossier.copies))
    if "fee" in carried:
        details.fee.editor.setText("" if dossier.fee is None else str(dossier.fee))
        choose_mark(details.payment.editor, dossier.payment)
    if "delivery" in carried:
        choose_mark(details.delivery.editor, dossier.delivery)
    if "note" in carried:
        details.note.editor.setPlainText(dossier.note)


def _carry_people(form: IntakeForm, dossier: Dossier, carried: frozenset[str]) -> None:
    people = form.people
    if "owner" in carried:
        people.owner.fill(dossier.owner)
        people.hamlet.editor.setCurrentIndex(max(0, people.hamlet.editor.findText(dossier.hamlet)))
    if "applicant" in carried and dossier.applicant != Person():
        people.other.setChecked(True)
        people.applicant.fill(dossier.applicant)
