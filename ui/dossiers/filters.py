"""What the dossier list can be narrowed by, and how a narrowed list reads: values, no widgets."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

from dxdesk.domain import period as periods
from dxdesk.domain.channel import Channel
from dxdesk.domain.late_cause import LateCause
from dxdesk.domain.period import Period
from dxdesk.domain.query import NOTHING, Lateness, Order, Query
from dxdesk.domain.state import State
from dxdesk.services.catalogue import Named, Officer, Procedure

FIELD, OFFICER, HAMLET, PROCEDURE = "field_id", "officer_id", "hamlet_id", "procedure_id"


@dataclass(frozen=True, slots=True)
class Choices:
    """The lists that filters and forms choose from."""

    procedures: tuple[Procedure, ...] = ()
    officers: tuple[Officer, ...] = ()
    fields: tuple[Named, ...] = ()
    hamlets: tuple[Named, ...] = ()
    units: tuple[Named, ...] = ()
    causes: tuple[LateCause, ...] = ()
    """Those of lateness that are offered today."""

    def name(self, kind: str, key: int) -> str:
        """Name of one entry; "…" until the lists are read."""
        if key == NOTHING:
            return "chưa ghi"
        entries: dict[str, tuple[Named | Officer | Procedure, ...]] = {
            FIELD: self.fields,
            OFFICER: self.officers,
            HAMLET: self.hamlets,
            PROCEDURE: self.procedures,
        }
        return next((one.name for one in entries[kind] if one.id == key), "…")


@dataclass(frozen=True, slots=True)
class Option:
    """One entry of a filter's menu: the query that choosing it gives."""

    label: str
    query: Query
    checked: bool


def state_options(query: Query, _choices: Choices, _today: date) -> list[Option]:
    return [
        Option(one.label, replace(query, states=query.states ^ {one}), one in query.states)
        for one in State
    ]


def channel_options(query: Query, _choices: Choices, _today: date) -> list[Option]:
    return [
        Option(one.label, replace(query, channels=query.channels ^ {one}), one in query.channels)
        for one in Channel
    ]


def _entries(kind: str, entries: tuple[Named, ...], query: Query) -> list[Option]:
    chosen = getattr(query, kind)
    return [
        Option(
            one.name,
            with_entry(query, kind, None if one.id == chosen else one.id),
            one.id == chosen,
        )
        for one in entries
    ]


def with_entry(query: Query, kind: str, key: int | None) -> Query:
    changes: dict[str, Any] = {kind: key}
    return replace(query, **changes)


def field_options(query: Query, choices: Choices, _today: date) -> list[Option]:
    return _entries(FIELD, choices.fields, query)


def hamlet_options(query: Query, choices: Choices, _today: date) -> list[Option]:
    return _entries(HAMLET, choices.hamlets, query)


def officer_options(query: Query, choices: Choices, _today: date) -> list[Option]:
    officers = tuple(Named(one.id, one.name) for one in choices.officers)
    return _entries(OFFICER, officers, query)


def lateness_options(query: Query, _choices: Choices, _today: date) -> list[Option]:
    return [
        Option(
            one.label,
            replace(query, lateness=None if one is query.lateness else one),
            one is query.lateness,
        )
        for one in Lateness
    ]


def period_options(query: Query, _choices: Choices, today: date) -> list[Option]:
    this_month = periods.month(today.year, today.month)
    spans = (
        ("Hôm nay", today, today),
        ("Hôm qua", today - timedelta(days=1), today - timedelta(days=1)),
        ("Tuần này", *_ends(periods.week(today))),
        ("Tháng này", *_ends(this_month)),
        ("Tháng trước", *_ends(this_month.previous())),
        ("Quý này", *_ends(periods.quarter(today.year, (today.month + 2) // 3))),
        ("Năm nay", *_ends(periods.year(today.year))),
        ("Năm trước", *_ends(periods.year(today.year - 1))),
    )
    return [
        Option(label, with_period(query, first, last), (query.first, query.last) == (first, last))
        for label, first, last in spans
    ]


def _ends(period: Period) -> tuple[date, date]:
    return period.first, period.last


def with_period(query: Query, first: date | None, last: date | None) -> Query:
    """*query* over these days; the same days again take the filter off."""
    if (query.first, query.last) == (first, last):
        first = last = None
    return replace(query, first=first, last=last)


ORDER_LABELS = {
    Order.RECEIVED: "Ngày tiếp nhận",
    Order.DUE: "Hẹn trả",
    Order.FINISHED: "Ngày có kết quả",
    Order.RETURNED: "Ngày trả kết quả",
    Order.HELD: "Giữ từ",
    Order.OWNER: "Tên chủ hồ sơ",
    Order.PHONE: "Điện thoại",
    Order.CODE: "Mã hồ sơ",
    Order.BOOK: "Số sổ",
    Order.PROCEDURE: "Thủ tục",
    Order.FIELD: "Lĩnh vực",
    Order.OFFICER: "Người giữ",
    Order.STATE: "Trạng thái",
    Order.CHANNEL: "Kênh",
}


def order_options(query: Query, _choices: Choices, _today: date) -> list[Option]:
    return [
        Option(
            label if one is not query.order else f"{label} ({_direction(query)})",
            sorted_by(query, one),
            one is query.order,
        )
        for one, label in ORDER_LABELS.items()
    ]


def _direction(query: Query) -> str:
    return "đang giảm dần, chọn để đổi" if query.descending else "đang tăng dần, chọn để đổi"


def sorted_by(query: Query, order: Order) -> Query:
    """*query* in this order; the order in force is turned round."""
    descending = not query.descending if order is query.order else order is Order.RECEIVED
    return replace(query, order=order, descending=descending)


@dataclass(frozen=True, slots=True)
class Filter:
    """One button of the filter row."""

    title: str
    hint: str
    options: Callable[[Query, Choices, date], list[Option]]


FILTERS = (
    Filter("Trạng thái", "Chỉ hiện hồ sơ ở những trạng thái đã chọn", state_options),
    Filter("Hạn", "Chỉ hiện hồ sơ trước hạn, đúng hạn hoặc quá hạn", lateness_options),
    Filter("Ngày nhận", "Chỉ hiện hồ sơ tiếp nhận trong khoảng ngày", period_options),
    Filter("Kênh", "Chỉ hiện hồ sơ theo kênh tiếp nhận", channel_options),
    Filter("Lĩnh vực", "Chỉ hiện hồ sơ của một lĩnh vực", field_options),
    Filter("Người giữ", "Chỉ hiện hồ sơ một cán bộ đang giữ", officer_options),
    Filter("Tổ dân phố", "Chỉ hiện hồ sơ của một tổ dân phố", hamlet_options),
)
ORDER = Filter("Sắp xếp", "Thứ tự của danh sách", order_options)


def unfiltered(query: Query) -> Query:
    """Everything, in the same order."""
    return Query(order=query.order, descending=query.descending)
