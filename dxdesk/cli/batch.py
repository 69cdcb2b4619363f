"""Many due times from a file of JSON lines; a bad line is answered by an error and no more."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from dxdesk.cli.call import moment_text
from dxdesk.cli.counting import Counting
from dxdesk.cli.values import moment
from dxdesk.domain.clock import StopMode, due_after_stop
from dxdesk.domain.due import Limit, LimitKind, due_at, limit_from
from dxdesk.errors import DeskError, InputError, system_words

_BOM = b"\xef\xbb\xbf"


@dataclass(frozen=True, slots=True)
class _Stop:
    begins: datetime
    ends: datetime
    mode: StopMode


def answers(path: Path, counting: Counting) -> Iterator[dict[str, str | None]]:
    """One answer a line: `{"due": …}` or `{"error": …}`, in the order of the file."""
    try:
        with path.open("rb") as file:
            for number, line in enumerate(file):
                yield _answer(line.removeprefix(_BOM) if number == 0 else line, counting)
    except OSError as error:
        raise InputError(
            f"Không đọc được tệp “{path}”: {system_words(error) or 'hãy kiểm tra lại tệp'}."
        ) from error


def _answer(line: bytes, counting: Counting) -> dict[str, str | None]:
    try:
        return {"due": moment_text(_due(_object(line), counting))}
    except DeskError as error:
        return {"error": str(error)}


def _object(line: bytes) -> dict[str, Any]:
    try:
        found = json.loads(line.decode("utf-8"))
    except (ValueError, RecursionError):
        raise InputError("Dòng này không phải JSON; mỗi dòng là một đối tượng {…}.") from None
    if not isinstance(found, dict):
        raise InputError("Dòng này không phải đối tượng JSON; mỗi dòng là một đối tượng {…}.")
    return found


def _due(found: dict[str, Any], counting: Counting) -> datetime:
    received = _moment(found, "received")
    limit = _limit(found)
    due = due_at(received, limit, counting.calendar, rules=counting.rules)
    free_from = received
    for stop in _stops(found):
        if stop.begins < free_from:
            raise InputError(
                f"stops: lần dừng từ {stop.begins:%d/%m/%Y %H:%M} bắt đầu trước khi tiếp nhận hồ "
                "sơ hoặc chồng lên lần dừng trước; hãy kiểm tra lại các mốc."
            )
        due = due_after_stop(
            due,
            stopped=stop.begins,
            resumed=stop.ends,
            mode=stop.mode,
            limit=limit,
            calendar=counting.calendar,
            rules=counting.rules,
        )
        free_from = stop.ends
    return due


def _limit(found: dict[str, Any]) -> Limit:
    kind = _text(found, "kind")
    limit_kind = LimitKind.SAME_DAY.value
    if kind.strip().casefold().replace("-", "_") == limit_kind:
        return limit_from(kind)
    amount = found.get("amount")
    if isinstance(amount, bool) or not isinstance(amount, int | float):
        raise InputError("amount: thiếu hoặc không phải số; hãy ghi một số lớn hơn 0, ví dụ 5.")
    return limit_from(kind, amount)


def _stops(found: dict[str, Any]) -> list[_Stop]:
    stops = found.get("stops")
    if stops is None:
        return []
    if not isinstance(stops, list) or not all(isinstance(one, dict) for one in stops):
        raise InputError('stops: phải là một danh sách các đối tượng {"from", "to", "mode"}.')
    return sorted((_stop(one) for one in stops), key=lambda stop: (stop.begins, stop.ends))


def _stop(found: dict[str, Any]) -> _Stop:
    mode = _text(found, "mode")
    if mode not in set(StopMode):
        raise InputError(
            f"mode: không có “{mode}”; hãy dùng restart (tính lại từ đầu) hoặc resume (tính tiếp)."
        )
    stop = _Stop(_moment(found, "from"), _moment(found, "to"), StopMode(mode))
    if stop.ends < stop.begins:
        raise InputError(
            f"stops: lần dừng kết thúc ({stop.ends:%d/%m/%Y %H:%M}) trước khi bắt đầu "
            f"({stop.begins:%d/%m/%Y %H:%M}); hãy kiểm tra lại hai mốc."
        )
    return stop


def _moment(found: dict[str, Any], name: str) -> datetime:
    try:
        return moment(_text(found, name))
    except InputError as error:
        raise InputError(f"{name}: {error}") from None


def _text(found: dict[str, Any], name: str) -> str:
    value = found.get(name)
    if not isinstance(value, str):
        raise InputError(f"{name}: thiếu hoặc không phải chuỗi ký tự.")
    return value
