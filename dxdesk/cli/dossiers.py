"""`dxdesk list`: dossiers, also exactly those that one number of `stats` counts (R15)."""

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

import click

from dxdesk.cli.call import Call, moment_text, pass_call, say, shown, write_json, write_table
from dxdesk.cli.periods import begun, range_of, range_options
from dxdesk.cli.values import key
from dxdesk.cli.words import Vietnamese
from dxdesk.domain.dossier import DossierLine
from dxdesk.domain.figures import COUNT_NAMES
from dxdesk.domain.period import Period
from dxdesk.domain.query import Query
from dxdesk.domain.state import State

if TYPE_CHECKING:
    from dxdesk.desk import Desk

_STATES = {state.key: state for state in State}
_BLOCK = 500
_OUTCOMES = {"early": "trước hạn", "on_time": "đúng hạn", "late": "quá hạn"}
_HEADING = ("Mã hồ sơ", "Thủ tục", "Chủ hồ sơ", "Tiếp nhận", "Hẹn trả", "Có kết quả", "Trạng thái")


@click.command(name="list", cls=Vietnamese)
@range_options
@click.option(
    "--state",
    "states",
    multiple=True,
    type=key("TRẠNG_THÁI", _STATES),
    help=f"Chỉ hồ sơ ở trạng thái này (ghi được nhiều lần): {', '.join(_STATES)}.",
)
@click.option(
    "--count",
    type=key("SỐ_LIỆU", COUNT_NAMES),
    help=f"Đúng những hồ sơ mà stats đếm ở số liệu này: {', '.join(COUNT_NAMES)}.",
)
@click.option("--json", "as_json", is_flag=True, help="In mỗi dòng một đối tượng JSON.")
@pass_call
def list_dossiers(
    call: Call,
    *,
    first: date | None,
    last: date | None,
    states: tuple[str, ...],
    count: str | None,
    as_json: bool,
) -> None:
    """Danh sách hồ sơ theo ngày đến, trạng thái, hoặc theo một số liệu của stats."""
    chosen = frozenset(_STATES[state] for state in states)
    if count is None and first is not None and last is not None:
        Period(first, last)  # says so when the dates are the wrong way round
    period = None if count is None else begun(call, range_of(first, last))
    with call.desk() as desk:
        if count is None or period is None:
            query = Query(states=chosen, first=first, last=last, descending=False)
        else:
            query = _counted(desk, count, period, chosen)
        if as_json:
            for line in _lines(desk, query):
                write_json(_plain(line), lines=True)
            return
        found = [_row(line) for line in _lines(desk, query)]
    if found:
        write_table(_HEADING, found)
    say(f"{len(found)} hồ sơ.")


def _counted(desk: "Desk", name: str, period: Period, states: frozenset[State]) -> Query:
    from dxdesk.services.statistics import count_filter

    return Query(states=states, count=count_filter(desk, name, period), descending=False)


def _lines(desk: "Desk", query: Query) -> Iterator[DossierLine]:
    from dxdesk.services import listing

    ids = listing.ids(desk, query)
    for start in range(0, len(ids), _BLOCK):
        yield from listing.lines(desk, ids[start : start + _BLOCK])


def _plain(line: DossierLine) -> dict[str, str | None]:
    return {
        "code": line.code or None,
        "procedure_code": line.procedure_code,
        "procedure": line.procedure,
        "field": line.field,
        "owner": line.owner,
        "channel": line.channel.key,
        "received": None if line.not_received else moment_text(line.received_at),
        "due": moment_text(line.due_at),
        "finished": moment_text(line.finished_at),
        "returned": moment_text(line.returned_at),
        "outcome": line.outcome,
        "state": line.state.key,
    }


def _row(line: DossierLine) -> tuple[str, ...]:
    outcome = f" ({_OUTCOMES[line.outcome]})" if line.outcome in _OUTCOMES else ""
    return (
        line.code or f"số {line.book}",
        line.procedure_code,
        line.owner,
        shown(line.received_at),
        shown(line.due_at),
        shown(line.finished_at) + outcome,
        line.state.label + (", quá hạn" if line.overdue else ""),
    )
