"""Figures of the ledgers: each is the sum of rows that can be listed, and stands on the board."""

from datetime import date

from dxdesk.desk import Desk
from dxdesk.domain.figures import Rate
from dxdesk.domain.indicators.amount import Amount
from dxdesk.domain.indicators.board import BoardRow
from dxdesk.domain.indicators.kinds import Base
from dxdesk.domain.indicators.value import ValueDraft
from dxdesk.domain.ledgers.assets import STAFF_FLAGS
from dxdesk.domain.ledgers.paperwork import IN, OUT
from dxdesk.domain.period import Period, month
from dxdesk.services.digital import assets, documents, parts, teams
from dxdesk.services.indicators.board import board
from dxdesk.services.indicators.catalogue import take_set
from dxdesk.services.indicators.computed import BASES, own_figures, sum_of
from dxdesk.services.indicators.values import save_values
from dxdesk.services.ledgers import entries

SEPTEMBER, MARCH = month(2026, 9), month(2026, 3)


def rate_of(desk: Desk, key: str, period: Period) -> Rate | None:
    amount = own_figures(desk, period, {key})[key].amount
    return None if amount is None else amount.rate


def test_every_figure_is_the_sum_of_the_rows_that_can_be_listed(sample: Desk) -> None:
    own = own_figures(sample, SEPTEMBER, BASES)
    for key, figure in parts.FIGURES.items():
        found = parts.behind(sample, key, SEPTEMBER)
        assert own[key].amount == sum_of(found, figure.base), key
        assert own[key].amount is not None, key
        assert all(one.name for one in found), key
        assert all(one.numerator >= 0 for one in found), key
        share = figure.base is not Base.NONE
        assert not share or all(one.numerator <= one.denominator for one in found), key


def test_the_board_and_the_report_of_the_ledgers_give_one_number(sample: Desk) -> None:
    for period in (SEPTEMBER, month(2026, 8), Period(date(2026, 7, 1), date(2026, 9, 22))):
        sent = documents.counts(sample, period, OUT)
        received = documents.counts(sample, period, IN)
        counted = teams.counts(sample, period)
        assert rate_of(sample, "documents_signed", period) == sent.signed_rate
        assert rate_of(sample, "documents_network", period) == Rate(
            (sent.network or 0) + (received.network or 0), sent.network_base + received.network_base
        )
        assert rate_of(sample, "team_coverage", period) == counted.coverage.rate
        own = own_figures(sample, period, {"teams", "team_members"})
        assert own["teams"].amount == Amount(stated=counted.teams)  # type: ignore[arg-type] # an int is a Fraction
        assert own["team_members"].amount == Amount(stated=counted.members)  # type: ignore[arg-type]
    for flag, key in zip(assets.staff_flags(sample), STAFF_FLAGS, strict=True):
        assert rate_of(sample, f"staff_{key.key}", SEPTEMBER) == flag.rate


def test_an_empty_ledger_is_missing_and_never_zero(desk: Desk) -> None:
    take_set(desk, "cap-xa", 2026)
    own = own_figures(desk, MARCH, BASES)
    assert [key for key in parts.FIGURES if own[key].amount is not None] == []


def row(desk: Desk, code: str, period: Period = MARCH) -> BoardRow:
    return next(one for one in board(desk, period).rows if one.indicator.plan.code == code)


def type_in(desk: Desk, code: str, amount: Amount, period: Period) -> None:
    plan = row(desk, code).indicator
    save_values(desk, period, {(plan.id, None): ValueDraft(amount, plan.plan.base)})


def test_unknown_flags_count_nowhere_and_who_lacks_one_is_named(desk: Desk) -> None:
    take_set(desk, "cap-xa", 2026)
    for name, account in (("A", "yes"), ("B", "no"), ("C", ""), ("D", "yes")):
        entries.add(desk, "staff", {"name": name, "account": account})
    entries.add(desk, "staff", {"name": "E", "account": "no", "left_on": "01/02/2026"})
    found = row(desk, "CQS-11")
    assert found.amount == Amount(2, 3)
    assert found.course == (), "when an account was given is not known: no past is drawn"
    told = {one.name: one.told for one in parts.behind(desk, "staff_account", MARCH)}
    assert told == {"A": "Có", "B": "Không", "C": "Chưa rõ", "D": "Có"}
    type_in(desk, "CQS-11", Amount(3, 3), MARCH)
    beside = row(desk, "CQS-11").gap
    assert beside is not None
    assert "tử số nhiều hơn sổ 1" in beside.why


def test_a_typed_number_of_an_earlier_month_stands_until_the_ledger_knows_more(desk: Desk) -> None:
    take_set(desk, "cap-xa", 2026)
    type_in(desk, "HTS-03", Amount(stated=8), month(2026, 2))  # type: ignore[arg-type]
    assert row(desk, "HTS-03").amount == Amount(stated=8)  # type: ignore[arg-type]
    entries.add(desk, "devices", {"name": "Trạm", "kind": "station", "amount": "7"})
    found = row(desk, "HTS-03")
    assert found.value is None
    assert found.amount == Amount(stated=7)  # type: ignore[arg-type]
