"""A query as plain values that JSON takes, and back: for searches that are kept or handed on.

What comes back is checked to the letter: it may come from a file that anybody wrote.
"""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from dxdesk.domain.channel import Channel
from dxdesk.domain.query import NOTHING, Lateness, Order, Query, Worklist
from dxdesk.domain.state import State
from dxdesk.domain.text import clean
from dxdesk.errors import InputError

MOST_TEXT = 200
IDS = ("field_id", "procedure_id", "officer_id", "hamlet_id")
Plain = dict[str, Any]


def to_plain(query: Query) -> Plain:
    """The parts of *query* that differ from a query for everything.

    InputError for the list behind a number of a report: it means a period that is past.
    """
    if query.count is not None:
        raise InputError(
            "Danh sách mở từ một con số của báo cáo không lưu thành tìm kiếm được; hãy bỏ nhãn "
            "“Số liệu” rồi lưu."
        )
    found: Plain = {
        "text": query.text,
        "states": [one.key for one in sorted(query.states)],
        "channels": [one.key for one in sorted(query.channels)],
        **{name: getattr(query, name) for name in IDS},
        "first": None if query.first is None else query.first.isoformat(),
        "last": None if query.last is None else query.last.isoformat(),
        "lateness": query.lateness,
        "work": query.work,
    }
    asked = {name: value for name, value in found.items() if value or value == NOTHING}
    return asked | {"order": query.order.value, "descending": query.descending}


def from_plain(found: object) -> Query:
    """InputError when *found* is no query, whatever it is instead."""
    if not isinstance(found, Mapping) or not found.keys() <= _READERS.keys():
        raise _broken("có mục lạ")
    values = {name: _READERS[name](value) for name, value in found.items()}
    query = Query(**values)
    if query.first is not None and query.last is not None and query.first > query.last:
        raise _broken("ngày đầu sau ngày cuối")
    return query


def _broken(why: str) -> InputError:
    return InputError(f"Tìm kiếm này không đọc được ({why}); hãy tạo lại tìm kiếm.")


def _text(value: object) -> str:
    if not isinstance(value, str) or len(value) > MOST_TEXT:
        raise _broken("chữ tìm không đúng")
    return clean(value)


def _number(value: object) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or not 0 <= value < 2**31:
        raise _broken("số thứ tự không đúng")
    return value


def _day(value: object) -> date:
    try:
        return date.fromisoformat(value if isinstance(value, str) else "")
    except ValueError as error:
        raise _broken("ngày không đúng") from error


def _switch(value: object) -> bool:
    if not isinstance(value, bool):
        raise _broken("chiều sắp xếp không đúng")
    return value


def _one_of(known: Mapping[str, Any]) -> Callable[[object], Any]:
    def read(value: object) -> Any:
        if not isinstance(value, str) or value not in known:
            raise _broken("có điều kiện lọc lạ")
        return known[value]

    return read


def _some_of(known: Mapping[str, Any]) -> Callable[[object], frozenset[Any]]:
    read = _one_of(known)

    def read_all(value: object) -> frozenset[Any]:
        if not isinstance(value, list):
            raise _broken("có điều kiện lọc lạ")
        return frozenset(map(read, value))

    return read_all


_READERS: Mapping[str, Callable[[object], Any]] = {
    "text": _text,
    "states": _some_of({one.key: one for one in State}),
    "channels": _some_of({one.key: one for one in Channel}),
    **dict.fromkeys(IDS, _number),
    "first": _day,
    "last": _day,
    "lateness": _one_of({one.value: one for one in Lateness}),
    "work": _one_of({one.value: one for one in Worklist}),
    "order": _one_of({one.value: one for one in Order}),
    "descending": _switch,
}
