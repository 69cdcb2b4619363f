"""Fees, payment, digitisation and satisfaction: sums, groups and lists agree for any marks."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dxdesk.desk import Desk
from dxdesk.domain import period as periods
from dxdesk.domain.act import Act
from dxdesk.domain.dossier import ProcedureId
from dxdesk.domain.marks import Payment, Satisfaction
from dxdesk.domain.report_settings import ReportSettings
from dxdesk.domain.service import SERVICE_NAMES, ServiceFigures
from dxdesk.errors import InputError
from dxdesk.services import correction, history, summary
from dxdesk.services.report_settings import report_settings, save_report_settings
from dxdesk.services.service_statistics import behind_services, service_statistics
from tests.kit import Clock, desk_over, do, receive

MARCH = periods.month(2026, 3)
known = st.sampled_from([None, True, False])
marks = st.fixed_dictionaries(
    {
        "procedure": st.integers(1, 40),
        "fee": st.sampled_from([None, 0, 8000]),
        "payment": st.sampled_from([None, *Payment]),
        "papers_digitised": known,
        "result_digitised": known,
        "data_reused": known,
        "satisfaction": st.sampled_from([None, *Satisfaction]),
        "finished": st.booleans(),
    }
)


@given(histories=st.lists(marks, max_size=8), by=st.sampled_from(["field", "procedure"]))
@settings(max_examples=12)
def test_groups_add_up_and_every_number_has_its_dossiers(
    empty_database: Path, histories: list[dict[str, object]], by: str
) -> None:
    with desk_over(empty_database, Clock()) as desk:
        for each in histories:
            _live(desk, dict(each))
        found = service_statistics(desk, MARCH, by=by)
        assert sum((g.figures for g in found.groups), ServiceFigures()) == found.total
        assert [g.figures.broken_identities() for g in found.groups if g.key] == [
            () for g in found.groups if g.key
        ]
        assert found.total.received == len(histories)
        members = behind_services(desk, MARCH, by=by)
        for name in SERVICE_NAMES:
            for group in found.groups:
                listed = [m for m in members if m.key == group.key and name in m.counts]
                assert len(listed) == getattr(group.figures, name), name


def _live(desk: Desk, each: dict[str, object]) -> None:
    procedure, finished = each.pop("procedure"), each.pop("finished")
    assert isinstance(procedure, int)
    dossier = receive(desk, procedure_id=ProcedureId(procedure))
    changes = {name: value for name, value in each.items() if value is not None}
    if changes:
        correction.correct(desk, dossier.id, changes, reason="Ghi thêm")
    if finished:
        do(desk, Act.FINISH, dossier.id)


def test_a_fee_of_nought_is_excused_whatever_the_procedure_asks(desk: Desk) -> None:
    dossier = receive(desk)
    correction.correct(desk, dossier.id, {"fee": 0}, reason="Miễn")
    assert service_statistics(desk, MARCH).total.free == 1
    correction.correct(desk, dossier.id, {"fee": 8000}, reason="Thu")
    found = service_statistics(desk, MARCH).total
    assert (found.free, found.with_fee, found.fee_amount, found.paid_amount) == (0, 1, 8000, 0)


def test_the_settings_of_reports_are_kept_and_taken_back(desk: Desk) -> None:
    assert report_settings(desk) == ReportSettings()
    chosen = ReportSettings(periods.CutOff.OWN, 20, 80, 50)
    save_report_settings(desk, chosen)
    assert report_settings(desk) == chosen
    history.undo(desk)
    assert report_settings(desk) == ReportSettings()


@pytest.mark.parametrize(
    "wrong",
    [
        ReportSettings(cut_day=1),
        ReportSettings(cut_day=29),
        ReportSettings(online_target=0),
        ReportSettings(payment_target=101),
    ],
)
def test_settings_that_no_report_can_have_are_refused(desk: Desk, wrong: ReportSettings) -> None:
    with pytest.raises(InputError, match="hãy"):
        save_report_settings(desk, wrong)


def test_the_summary_is_the_figures_and_the_late_list(desk: Desk, clock: Clock) -> None:
    receive(desk)
    clock.set("30/03/2026 08:00")
    found = summary.summary(desk, MARCH)
    assert (found.total.received, found.total.overdue, len(found.late)) == (1, 1, 1)
    assert found.dangers[0].number == 1
