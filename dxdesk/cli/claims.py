"""`dxdesk claims`: texts whose figures are checked against their own counts (R19)."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from dxdesk.cli.call import Call, pass_call, say, write, write_json
from dxdesk.cli.values import FILE
from dxdesk.cli.words import Vietnamese
from dxdesk.trouble import status_of, trouble

if TYPE_CHECKING:
    from dxdesk.domain.claims import Finding, Prose


@click.command(cls=Vietnamese)
@click.argument("files", metavar="TỆP…", nargs=-1, required=True, type=FILE)
@click.option("--ward", is_flag=True, help="So cả với số liệu của đơn vị trong cùng kỳ.")
@click.option("--json", "as_json", is_flag=True, help="In kết quả dạng JSON.")
@pass_call
def claims(call: Call, *, files: tuple[Path, ...], ward: bool, as_json: bool) -> int:
    """Soát số liệu trong văn bản .docx, .pdf, .txt: tỷ lệ, tổng, bảng số."""
    answers: list[dict[str, Any]] = []
    status = 0
    for path in files:
        try:
            found, notes = _check(call, path, ward=ward)
        except Exception as error:  # noqa: BLE001 - one bad file does not keep the others out
            words = trouble(error)
            say(f"“{path}”: {words}")
            answers.append({"file": str(path), "error": words})
            status = max(status, status_of(error))
            continue
        answers.append({"file": str(path), "findings": [_plain(one) for one in found]})
        for note in notes:
            say(f"“{path}”: {note}")
        if not as_json:
            _print(path, found)
    if as_json:
        write_json({"files": answers})
    return status


def _check(call: Call, path: Path, *, ward: bool) -> "tuple[list[Finding], list[str]]":
    from dxdesk.domain.claims import check_text, read_prose
    from dxdesk.exchange.texts import read_text

    prose = read_prose(read_text(path))
    found = list(check_text(prose))
    notes = []
    if ward:
        others, why_not = _compared(call, prose)
        found = sorted([*found, *others], key=lambda one: (one.start, one.kind))
        notes = [why_not] if why_not else []
    return found, notes


def _compared(call: Call, prose: "Prose") -> "tuple[list[Finding], str]":
    from dxdesk.services.claims import compare

    with call.desk() as desk:
        made = compare(desk, prose)
    return [one.finding for one in made.findings], made.why_not


def _plain(found: "Finding") -> dict[str, Any]:
    plain: dict[str, Any] = {
        "kind": found.kind.value,
        "line": found.line,
        "start": found.start,
        "end": found.end,
        "quote": found.quote,
        "printed": found.printed or None,
        "computed": found.computed,
        "counts": found.counts or None,
        "sentence": found.sentence,
    }
    return plain if found.open is None else {**plain, "open": found.open}


def _print(path: Path, found: "list[Finding]") -> None:
    told = f"{len(found)} chỗ cần xem lại" if found else "không thấy chỗ nào lệch"
    write(f"“{path}”: {told}")
    for one in found:
        write(f"  dòng {one.line}: {one.kind.label}. {one.sentence}")
        write(f"    “{one.quote}”")
