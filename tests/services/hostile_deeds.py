"""One deed for each service that writes a text, with the text in every place for one."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, fields, replace
from datetime import date
from fractions import Fraction
from typing import Any

from dxdesk.desk import Desk
from dxdesk.domain.act import Act
from dxdesk.domain.channel import Channel
from dxdesk.domain.dossier import DossierId, Person, ProcedureId
from dxdesk.domain.indicators.kinds import Base, Pillar, Plan
from dxdesk.domain.indicators.value import Evidence, ValueDraft
from dxdesk.domain.ledgers import LEDGERS
from dxdesk.domain.office import Office
from dxdesk.domain.paper import HandedPaper, Paper
from dxdesk.domain.period import month
from dxdesk.domain.query import Query
from dxdesk.domain.state import State
from dxdesk.domain.terms import Terms
from dxdesk.domain.wording import SlipWording
from dxdesk.errors import DeskError
from dxdesk.reports.prose.template import Kind, Sentence, Template
from dxdesk.services import (
    acts,
    attachments,
    bulk,
    dossiers,
    hamlets,
    incomplete,
    intake,
    late_causes,
    notes,
    officers,
    papers,
    print_queue,
    procedures,
    report_sentences,
    saved_searches,
    settings,
    unsaved,
    values,
)
from dxdesk.services.correction import correct
from dxdesk.services.indicators import catalogue, remarks, targets
from dxdesk.services.indicators import values as indicator_values
from dxdesk.services.ledgers import entries
from dxdesk.services.retention import due, terms
from dxdesk.services.slips import wordings
from tests.kit import draft, in_state, receive, submit

PDF = b"%PDF-1.4\n%%EOF\n"
FEBRUARY = month(2026, 2)
SENTENCE = Sentence("a", "1", next(iter(Kind)), "Tháng này")


@dataclass(frozen=True)
class Ward:
    desk: Desk
    key: DossierId
    """A dossier that is received."""
    indicator: Any

    def fresh(self) -> DossierId:
        return receive(self.desk).id


Deed = Callable[[Ward, str], object]


def hostile(text: str, **more: Any) -> Any:
    """A draft with *text* in each of its texts."""
    person = Person(text, text, text, text)
    paper = HandedPaper(text)
    return draft(
        **{
            "owner": person,
            "applicant": person,
            "content": text,
            "note": text,
            "receipt_no": text,
            "code": text,
            "papers": (paper,),
            **more,
        }
    )


def finished(ward: Ward) -> DossierId:
    return in_state(ward.desk, State.FINISHED).id


def _ledger_add(ward: Ward, text: str) -> None:
    for ledger in LEDGERS:
        with suppress(DeskError):
            entries.add(ward.desk, ledger.key, {one.key: text for one in ledger.fields})


def _restore_value(ward: Ward, text: str) -> None:
    key = ward.fresh()
    correct(ward.desk, key, {"note": "mới"}, reason="thử")
    past = next(one for one in values.past_values(ward.desk, key) if one.key == "note")
    values.restore_value(ward.desk, key, replace(past, value=text), reason=text)


def _closed(ward: Ward, text: str) -> None:
    acts.close(ward.desk, in_state(ward.desk, State.AWAITING_SUPPLEMENT).id, reason=text)


def _restored(ward: Ward, text: str) -> None:
    acts.restore(ward.desk, in_state(ward.desk, State.VOID).id, reason=text)


def _change_officer(ward: Ward, text: str) -> None:
    made = officers.add_officer(ward.desk, f"Lê {ward.fresh()}")
    officers.change_officer(ward.desk, made.id, name=text, title=text)


def _rename_hamlet(ward: Ward, text: str) -> None:
    made = hamlets.add_hamlet(ward.desk, f"Tổ {len(hamlets.hamlets_used(ward.desk))}")
    hamlets.rename_hamlet(ward.desk, made, text)


def _rename_search(ward: Ward, text: str) -> None:
    number = len(saved_searches.searches(ward.desk))
    made = saved_searches.save(ward.desk, f"Tìm {number}", Query())
    saved_searches.rename(ward.desk, made.id, text)


def _apologise(ward: Ward, text: str) -> None:
    promised = ward.desk.now().replace(year=2027)
    acts.apologise(ward.desk, ward.fresh(), promised_at=promised, reason=text)


def _procedure(text: str) -> procedures.ProcedureDraft:
    told = Terms(limit_text=text, fee_text=text, level_text=text, source=text)
    return procedures.ProcedureDraft(text, text, text, replace(told, forwards_to=text))


def _plan(text: str) -> Plan:
    return Plan(text, text, Pillar.GOVERNMENT, numerator=text, source=text, owner=text, group=text)


def _value(text: str) -> ValueDraft:
    return ValueDraft(None, Base.NONE, evidence=Evidence(text, None, text), note=text)


def _bulk(ward: Ward, text: str) -> None:
    bulk.perform(ward.desk, Act.FINISH, [ward.fresh()], {"late_reason": text})


def _hand_over(ward: Ward, text: str) -> None:
    acts.hand_over(ward.desk, ward.fresh(), officer_id=ward.desk.officer, note=text)


def _change_entry(ward: Ward, text: str) -> None:
    made = entries.add(ward.desk, "groups", {"name": "Nhóm"})
    entries.change(ward.desk, "groups", made, dict.fromkeys(("name", "purpose", "keeper"), text))


def _sentence(ward: Ward, text: str) -> None:
    template = Template(date(2026, 1, 1), verified=True, sentences=(SENTENCE,))
    report_sentences.save_sentences(ward.desk, template, {SENTENCE.key: text})


def _office(text: str) -> Office:
    texts: dict[str, Any] = {one.name: text for one in fields(Office) if one.type in {str, "str"}}
    return Office(**{**texts, "due_rule": "minutes"})


def procedure_of(ward: Ward) -> ProcedureId:
    return dossiers.get(ward.desk, ward.key).procedure_id


DEEDS: dict[str, Deed] = {
    "acts/clock:await_payment": lambda w, t: acts.await_payment(w.desk, w.fresh(), reason=t),
    "acts/clock:request_supplement": lambda w, t: acts.request_supplement(
        w.desk, w.fresh(), reason=t
    ),
    "acts/clock:suspend": lambda w, t: acts.suspend(w.desk, w.fresh(), reason=t),
    "acts/course:apologise": _apologise,
    "acts/course:decline": lambda w, t: acts.decline(w.desk, submit(w.desk).id, reason=t),
    "acts/course:hand_over": _hand_over,
    "acts/ends:close": _closed,
    "acts/ends:finish": lambda w, t: acts.finish(w.desk, w.fresh(), late_reason=t),
    "acts/ends:refuse": lambda w, t: acts.refuse(w.desk, w.fresh(), reason=t),
    "acts/ends:return_result": lambda w, t: acts.return_result(w.desk, finished(w), receiver=t),
    "acts/ends:stop": lambda w, t: acts.stop(w.desk, w.fresh(), reason=t),
    "acts/ends:withdraw": lambda w, t: acts.withdraw(w.desk, w.fresh(), reason=t),
    "acts/voiding:restore": _restored,
    "acts/voiding:void": lambda w, t: acts.void(w.desk, w.fresh(), reason=t),
    "attachments:attach": lambda w, t: attachments.attach(w.desk, w.key, [(t, PDF)]),
    "bulk:perform": _bulk,
    "correction:correct": lambda w, t: correct(
        w.desk, w.fresh(), {"owner_name": t, "note": t, "returned_to": t, "code": t}, reason=t
    ),
    "hamlets:add_hamlet": lambda w, t: hamlets.add_hamlet(w.desk, t),
    "hamlets:rename_hamlet": _rename_hamlet,
    "incomplete:receive_incomplete": lambda w, t: incomplete.receive_incomplete(w.desk, hostile(t)),
    "indicators/catalogue:add_indicator": lambda w, t: catalogue.add_indicator(w.desk, _plan(t)),
    "indicators/catalogue:change_indicator": lambda w, t: catalogue.change_indicator(
        w.desk, w.indicator, _plan(t)
    ),
    "indicators/catalogue:take_set": lambda w, t: catalogue.take_set(w.desk, t, 2026),
    "indicators/remarks:save_remarks": lambda w, t: remarks.save_remarks(
        w.desk, FEBRUARY, dict.fromkeys(remarks.TOPICS, t)
    ),
    "indicators/targets:set_targets": lambda w, t: targets.set_targets(
        w.desk, 2026, {w.indicator: targets.TargetDraft(Fraction(1, 2), Base.NONE, t)}
    ),
    "indicators/values:save_values": lambda w, t: indicator_values.save_values(
        w.desk, FEBRUARY, {(w.indicator, None): _value(t)}
    ),
    "intake:receive": lambda w, t: intake.receive(w.desk, hostile(t)),
    "intake:receive_many": lambda w, t: intake.receive_many(
        w.desk, hostile(t, code="", channel=Channel.POSTAL), 2
    ),
    "late_causes:add_cause": lambda w, t: late_causes.add_cause(w.desk, t),
    "ledgers/entries:add": _ledger_add,
    "ledgers/entries:change": _change_entry,
    "notes:note": lambda w, t: notes.note(w.desk, w.key, {"receipt_no": t, "fee": t}),
    "officers:add_officer": lambda w, t: officers.add_officer(w.desk, t, title=t),
    "officers:change_officer": _change_officer,
    "papers:check_papers": lambda w, t: papers.check_papers(w.desk, w.key, [HandedPaper(t)]),
    "papers:set_papers": lambda w, t: papers.set_papers(w.desk, procedure_of(w), [Paper(t, 1)]),
    "print_queue:keep": lambda w, t: print_queue.keep(w.desk, t, PDF, sheets=1),
    "procedures:add_procedure": lambda w, t: procedures.add_procedure(w.desk, _procedure(t)),
    "procedures:change_procedure": lambda w, t: procedures.change_procedure(
        w.desk, procedure_of(w), _procedure(t)
    ),
    "report_sentences:save_sentences": _sentence,
    "retention/due:hold": lambda w, t: due.hold(w.desk, w.key, t),
    "retention/terms:set_term": lambda w, t: terms.set_term(
        w.desk, terms.Scope(), 5, document=t, decided_on=date(2026, 1, 1)
    ),
    "saved_searches:rename": _rename_search,
    "saved_searches:save": lambda w, t: saved_searches.save(w.desk, t, Query(text=t)),
    "settings:save_office": lambda w, t: settings.save_office(w.desk, _office(t)),
    "slips/wordings:save_wording": lambda w, t: wordings.save_wording(
        w.desk, "receipt", SlipWording(contact=t)
    ),
    "unsaved:keep": lambda w, t: unsaved.keep(w.desk, "intake", {"owner": t}),
    "values:restore_value": _restore_value,
}
