"""Filling in a person from a card or from the book; what would be replaced is shown first."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication, QWidget

from dxdesk.domain.citizen_card import CitizenCard
from dxdesk.domain.dossier import HamletId, Person
from dxdesk.domain.person import filled, overwrites
from dxdesk.services import people
from dxdesk.services.people import KnownPerson
from ui.dossiers.card_scanner import CardScanner
from ui.dossiers.intake_form import IntakeForm
from ui.dossiers.overwrite_dialog import Filling, ask_overwrite
from ui.dossiers.person_fields import PersonFields
from ui.tasks import Tasks

if TYPE_CHECKING:
    from dxdesk.desk import Desk

_REPAIRED = "Bộ gõ đã làm lệch chữ khi quét thẻ; chương trình đã sửa, hãy đối chiếu họ tên."


class PersonFiller(QObject):
    told = Signal(str)
    """A sentence about what was filled in."""

    def __init__(self, desk: "Desk", tasks: Tasks, form: IntakeForm, page: QWidget) -> None:
        super().__init__(page)
        self._desk, self._tasks, self._form, self._page = desk, tasks, form, page
        self.scanner = CardScanner(page)
        self.scanner.began.connect(self._remember)
        self.scanner.scanned.connect(self._scanned)
        self._before: dict[str, str] = {}
        self._focus: QWidget | None = None
        for person in (form.people.owner, form.people.applicant):
            person.known.connect(lambda known, one=person: self._later(known, one))
            for offers in person.offers:
                offers.ask(desk, tasks)

    def _remember(self) -> None:
        self._before = self._form.values()
        self._focus = QApplication.focusWidget()

    def _scanned(self, card: CitizenCard) -> None:
        self._form.restore(self._before)
        target = self._form.people.whose()
        if self._fill(target, card.person):
            self.told.emit(_REPAIRED if card.repaired else "Đã điền theo thẻ căn cước vừa quét.")
            self._complete(card.person.id_no)
        if self._focus is not None:
            self._focus.setFocus()

    def _later(self, known: KnownPerson, target: PersonFields) -> None:
        """After the event that chose, which may be a field losing the focus."""
        QTimer.singleShot(0, self, lambda: self._take(known, target))

    def _take(self, known: KnownPerson, target: PersonFields) -> None:
        if target.name.editor.text().replace(" ", "").isdigit():
            target.name.editor.clear()  # it was a search
        number = target.id_no.editor.text()
        if number and known.person.id_no.startswith(number):
            target.id_no.editor.clear()
        phone = target.phone.editor.text()
        if phone and known.person.phone.startswith(phone):
            target.phone.editor.clear()
        if self._fill(target, known.person):
            self._place(target, known.hamlet_id)
            self.told.emit(f"Đã điền theo hồ sơ ngày {known.last:%d/%m/%Y} trong sổ.")

    def _fill(self, target: PersonFields, person: Person) -> bool:
        """Fill in *person*, asking first where something else stands."""
        current = target.person()
        replaced = overwrites(current, person)
        filling = Filling.REPLACE
        if replaced:
            other = target is self._form.people.owner
            offered = (*Filling,) if other else (Filling.REPLACE, Filling.EMPTY_ONLY)
            answer = ask_overwrite(self._page, replaced, offered)
            if answer is None:
                return False
            filling = answer
        if filling is Filling.OTHER:
            self._form.people.other.setChecked(True)
            return self._fill(self._form.people.applicant, person)
        target.fill(filled(current, person, replacing=filling is Filling.REPLACE))
        return True

    def _place(self, target: PersonFields, hamlet_id: HamletId | None) -> None:
        people_fields = self._form.people
        if target is people_fields.owner and people_fields.hamlet_id() is None:
            people_fields.choose_hamlet(hamlet_id)

    def _complete(self, id_no: str) -> None:
        """Phone and hamlet are on no card; the book may know them."""
        self._tasks.run(lambda _job: people.known(self._desk, id_no), self._add)

    def _add(self, found: tuple[KnownPerson, ...]) -> None:
        for target in (self._form.people.owner, self._form.people.applicant):
            current = target.person()
            same = (one for one in found if one.person.id_no == current.id_no)
            known = next(same, None)
            if current.id_no and known is not None:
                target.fill(filled(current, known.person, replacing=False))
                self._place(target, known.hamlet_id)
