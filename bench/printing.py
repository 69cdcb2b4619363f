"""Paper: one receipt to its preview, 500 in one file, the register against a bare canvas."""

import json
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from io import BytesIO
from itertools import accumulate
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from reportlab.lib.pagesizes import A4, landscape
from reportlab.lib.units import mm
from reportlab.lib.utils import simpleSplit
from reportlab.pdfgen.canvas import Canvas

from bench.measure import Result, Times, in_turns, ms, spread
from bench.printed import period_of
from bench.ward import FOLDER, ROOT, desk_over, surroundings
from dxdesk.desk import Desk
from dxdesk.domain.dossier import Dossier
from dxdesk.domain.office import Office
from dxdesk.domain.period import Period
from dxdesk.domain.query import Query
from dxdesk.reports.document import REGULAR, register_fonts
from dxdesk.reports.forms import form
from dxdesk.reports.register_pages import write_pages
from dxdesk.reports.register_rows import Moment, Register
from dxdesk.services import listing, reporting
from dxdesk.services.slips import jobs

ROWS = 10_000
_SIZE, _LEADING, _TOP, _BOTTOM = 8, 9.6, 170 * mm, 15 * mm
_PREVIEW_SECONDS, _FILE_SECONDS, _AT_MOST = 0.150, 3.0, 1.3
_SLIPS, _ROUNDS = 500, 3
_MEGABYTES = 300
_LONGEST = 900
_PROGRAM = "from bench.printed import {0}; {0}()"


def measure(path: Path) -> Iterator[Result]:
    yield _preview(path)
    with desk_over(path) as desk:
        yield _receipts(desk)
    yield from _register(path)


def _preview(path: Path) -> Result:
    told = _apart("preview", path)
    times = Times(tuple(told["seconds"]))
    return Result(
        subject="One receipt, key press to preview",
        promise="≤ 150 ms",
        measured=spread(times),
        met=times.median <= _PREVIEW_SECONDS,
    )


def _receipts(desk: Desk) -> Result:
    ids = list(listing.ids(desk, Query()))[:_SLIPS]

    def print_all() -> None:
        jobs.write(jobs.prepare(desk, ids, "receipt", copies=1), BytesIO())

    (times,) = in_turns(_ROUNDS, print_all)
    return Result(
        subject=f"{_SLIPS} receipts in one PDF",
        promise="≤ 3 s",
        measured=ms(times.median),
        met=times.median <= _FILE_SECONDS,
    )


def _register(path: Path) -> Iterator[Result]:
    with desk_over(path) as desk:
        source = _ready(desk, period_of(desk, ROWS))
    with TemporaryDirectory(dir=FOLDER) as folder:
        register = Register(source, source.period, form("register", source.period.last))
        program, reference = in_turns(
            _ROUNDS,
            lambda: write_pages(register, Path(folder) / "register.pdf"),
            lambda: _bare(register),
        )
    ratio = program.median / reference.median
    yield Result(
        subject=f"Register of {len(source.dossiers):,} dossiers, 15 columns, wrapped",
        promise="≤ 1.3 ×",
        measured=spread(program),
        reference=f"{spread(reference)}: the same cells on a bare canvas",
        ratio=ratio,
        met=ratio <= _AT_MOST,
    )
    for rows in (ROWS, 10 * ROWS):
        told = _apart("register", path, str(rows))
        yield Result(
            subject=f"Peak memory of the register of {told['rows']:,} dossiers, read and written",
            promise=f"≤ {_MEGABYTES} MB",
            measured=f"{told['megabytes']} MB, {ms(told['seconds'])}",
            met=told["megabytes"] <= _MEGABYTES,
        )


@dataclass(frozen=True)
class _Ready:
    """The dossiers of a period, read beforehand: only the drawing is measured."""

    office: Office
    now: datetime
    period: Period
    dossiers: tuple[Dossier, ...]

    def register(self, _period: Period) -> Iterator[Dossier]:
        return iter(self.dossiers)

    def count(self, _period: Period) -> int:
        return len(self.dossiers)


def _ready(desk: Desk, period: Period) -> Any:
    source = reporting.source(desk)
    return _Ready(source.office, source.now, period, tuple(source.register(period)))


def _bare(register: Register) -> None:
    """What anyone would write: each cell split into lines, each line drawn, lines between rows."""
    register_fonts()
    canvas = Canvas(BytesIO(), pagesize=landscape(A4), initialFontName=REGULAR)
    widths = [column.width * mm for column in register.layout.columns]
    lefts = [20 * mm, *(20 * mm + edge for edge in accumulate(widths))]
    y = _TOP
    for row in register.rows():
        cells = [
            simpleSplit(_text(cell), REGULAR, _SIZE, width - 4)
            for cell, width in zip(row, widths, strict=False)
        ]
        height = max(map(len, cells)) * _LEADING + 4
        if y - height < _BOTTOM:
            canvas.showPage()
            y = _TOP
        canvas.setFont(REGULAR, _SIZE)
        for left, lines in zip(lefts, cells, strict=False):
            for number, line in enumerate(lines, start=1):
                canvas.drawString(left + 2, y - number * _LEADING, line)
            canvas.line(left, y, left, y - height)
        y -= height
        canvas.line(lefts[0], y, lefts[-1], y)
    canvas.save()


def _text(cell: Any) -> str:
    if isinstance(cell, Moment):
        return cell.text
    return "" if cell is None else str(cell)


def _apart(name: str, path: Path, *arguments: str) -> Any:
    """What a fresh interpreter measures of itself."""
    env = surroundings(QT_QPA_PLATFORM="offscreen")
    command = [sys.executable, "-c", _PROGRAM.format(name), str(path), *arguments]
    answer = subprocess.run(
        command, env=env, check=True, capture_output=True, text=True, cwd=ROOT, timeout=_LONGEST
    )
    return json.loads(answer.stdout.splitlines()[-1])
