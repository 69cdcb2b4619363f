"""`dxdesk due --batch`: one answer a line, whatever a line holds."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.kit import Line, refused

GOOD: dict[str, Any] = {"received": "2026-03-16T08:05", "kind": "working_days", "amount": 2}
DUE = "2026-03-18T08:05"


def stop(begins: str, ends: str | None, mode: str = "resume") -> dict[str, str]:
    known = {"from": begins, "mode": mode}
    return known if ends is None else {**known, "to": ends}


@pytest.fixture
def batch(line: Line, tmp_path: Path) -> Any:
    """Answers to lines, given as values or as raw bytes."""

    def ask(*lines: Any, rule: str | None = None) -> list[Any]:
        raw = [one if isinstance(one, bytes) else json.dumps(one).encode() for one in lines]
        file = tmp_path / "nhieu.jsonl"
        file.write_bytes(b"\n".join(raw) + b"\n")
        found = line("due", "--batch", file, *(("--rule", rule) if rule else ()))
        assert found.status == 0, found.err
        assert found.err == ""
        assert len(found.lines) == len(lines)
        return found.lines

    return ask


def test_each_line_is_answered_in_order(batch: Any) -> None:
    assert batch(GOOD, {**GOOD, "amount": 1}, {**GOOD, "kind": "same_day"}) == [
        {"due": DUE},
        {"due": "2026-03-17T08:05"},
        {"due": "2026-03-16T17:30"},
    ]


def test_kinds_moments_and_unknown_keys_are_taken_as_they_come(batch: Any) -> None:
    assert batch(
        {**GOOD, "kind": "working-days", "received": "2026-03-16T08:05:30", "id": 7},
        {**GOOD, "kind": "working_hours", "amount": 16},
        {**GOOD, "kind": "calendar_days", "amount": 1},
        {**GOOD, "kind": "same_day", "amount": None},
    ) == [{"due": DUE}, {"due": DUE}, {"due": "2026-03-17T17:30"}, {"due": "2026-03-16T17:30"}]


def test_the_rule_holds_for_every_line(batch: Any) -> None:
    assert batch(GOOD, GOOD, rule="civil") == [{"due": "2026-03-18T17:30"}] * 2


def test_stops_are_applied_in_the_order_of_time(batch: Any) -> None:
    first = stop("2026-03-16T10:00", "2026-03-17T10:00")
    second = stop("2026-03-17T14:00", "2026-03-18T08:00", "restart")
    answers = batch(
        {**GOOD, "stops": [first]},
        {**GOOD, "stops": [first, second]},
        {**GOOD, "stops": [second, first]},
        {**GOOD, "stops": []},
        {**GOOD, "stops": None},
    )
    assert answers[0] == {"due": "2026-03-19T08:05"}
    assert answers[1] == answers[2] == {"due": "2026-03-20T08:00"}
    assert answers[3] == answers[4] == {"due": DUE}


def test_a_stop_may_begin_when_another_ends_and_one_after_the_due_time_moves_nothing(
    batch: Any,
) -> None:
    first = stop("2026-03-16T10:00", "2026-03-16T11:00")
    second = stop("2026-03-16T11:00", "2026-03-16T11:30")
    late = stop("2026-03-20T08:00", "2026-03-25T08:00", "restart")
    assert batch({**GOOD, "stops": [first, second]}, {**GOOD, "stops": [late]}) == [
        {"due": "2026-03-18T09:35"},
        {"due": DUE},
    ]


WRONG: dict[str, Any] = {
    "JSON": b"{received: 2026}",
    "không phải JSON": b"",
    "mỗi dòng": b'"2026-03-16T08:05"',
    "đối tượng JSON": [GOOD],
    "received": {**GOOD, "received": None},
    "received: “hôm qua”": {**GOOD, "received": "hôm qua"},
    "received: thiếu": {**GOOD, "received": 20260316},
    "kind": {"received": GOOD["received"], "amount": 2},
    "weeks": {**GOOD, "kind": "weeks"},
    "kind: thiếu": {**GOOD, "kind": ["working_days"]},
    "amount": {"received": GOOD["received"], "kind": "working_days"},
    "amount: thiếu": {**GOOD, "amount": "2"},
    "amount: thiếu hoặc": {**GOOD, "amount": True},
    "Thời hạn giải quyết 0": {**GOOD, "amount": 0},
    "bội số": {**GOOD, "amount": 0.3},
    "Thời hạn": b'{"received": "2026-03-16T08:05", "kind": "working_days", "amount": NaN}',
    "2036": {**GOOD, "amount": 100000},
    "2040": {**GOOD, "received": "2040-01-02T08:00"},
    "stops: phải": {**GOOD, "stops": {"from": "2026-03-16T10:00"}},
    "danh sách": {**GOOD, "stops": ["2026-03-16T10:00"]},
    "to: thiếu": {**GOOD, "stops": [stop("2026-03-16T10:00", None)]},
    "trước khi bắt đầu": {**GOOD, "stops": [stop("2026-03-17T10:00", "2026-03-16T10:00")]},
    "pause": {**GOOD, "stops": [stop("2026-03-16T10:00", "2026-03-17T10:00", "pause")]},
    "mode: thiếu": {**GOOD, "stops": [{"from": "2026-03-16T10:00", "to": "2026-03-16T11:00"}]},
    "trước khi tiếp nhận": {**GOOD, "stops": [stop("2026-03-13T10:00", "2026-03-17T10:00")]},
    "chồng lên": {
        **GOOD,
        "stops": [
            stop("2026-03-16T10:00", "2026-03-17T10:00"),
            stop("2026-03-17T09:00", "2026-03-18T10:00"),
        ],
    },
}


@pytest.mark.parametrize("named", WRONG)
def test_a_bad_line_is_answered_by_an_error_and_the_others_go_on(batch: Any, named: str) -> None:
    first, wrong, last = batch(GOOD, WRONG[named], GOOD)
    assert first == last == {"due": DUE}
    assert set(wrong) == {"error"}
    assert named in wrong["error"]


@pytest.mark.parametrize(
    "raw", [b"\xff\xfe\x00", b"[" * 100_000, b'{"received": "\xe1"}', b"\x00", b'{"a": 1}{"b": 2}']
)
def test_garbage_in_a_line_harms_no_other_line(batch: Any, raw: bytes) -> None:
    first, wrong, last = batch(GOOD, raw, GOOD)
    assert first == last == {"due": DUE}
    assert "JSON" in wrong["error"]


def test_a_byte_order_mark_and_windows_line_ends_are_no_fault(batch: Any) -> None:
    good = json.dumps(GOOD).encode()
    assert batch(b"\xef\xbb\xbf" + good + b"\r", good + b"\r") == [{"due": DUE}] * 2


def test_an_empty_file_has_no_answers(line: Line, tmp_path: Path) -> None:
    (tmp_path / "trong.jsonl").touch()
    found = line("due", "--batch", tmp_path / "trong.jsonl")
    assert (found.status, found.out, found.err) == (0, "", "")


def test_a_batch_that_cannot_be_read_is_wrong_input(line: Line, tmp_path: Path) -> None:
    refused(line("due", "--batch", tmp_path / "khong-co.jsonl"), "khong-co.jsonl")
    refused(line("due", "--batch", tmp_path), str(tmp_path))


def test_a_batch_goes_with_no_limit_of_its_own(line: Line, tmp_path: Path) -> None:
    refused(line("due", "--batch", tmp_path / "a.jsonl", "--same-day"), "--batch")
    refused(line("due", "--batch", tmp_path / "a", "--received", GOOD["received"]), "--batch")
