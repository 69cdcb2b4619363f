"""A job of slips as a PDF in a file of its own, made in the worker."""

from dataclasses import dataclass
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

from dxdesk.domain.dossier import DossierId
from dxdesk.errors import DeskError
from dxdesk.reports.slips.press import Made
from dxdesk.services.slips import jobs
from dxdesk.services.slips.jobs import SlipJob
from ui.format import number
from ui.pdf.file import PdfFile
from ui.tasks import Job

if TYPE_CHECKING:
    from dxdesk.desk import Desk

_TOLD = 3
"""Dossiers without a slip that are named; the others are counted."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What shall be printed."""

    ids: tuple[DossierId, ...]
    form: str
    paper: str = ""
    copies: int = 0


@dataclass(frozen=True, slots=True)
class SlipFile:
    job: SlipJob
    made: Made | None = None
    file: PdfFile | None = None
    problem: str = ""
    """Why there is no file."""

    @property
    def title(self) -> str:
        if len(self.job.labels) == 1 and not self.job.form.gathers:
            return f"{self.job.form.name} – hồ sơ {self.job.labels[0]}"
        return f"{self.job.form.name} – {number(len(self.job.ids))} hồ sơ"


def make(desk: "Desk", wanted: Wanted, path: Path, lock: Lock, task: Job[SlipFile]) -> SlipFile:
    """In a worker: set the slips and write them to *path*."""
    job = jobs.prepare(desk, wanted.ids, wanted.form, paper=wanted.paper, copies=wanted.copies)
    try:
        made = jobs.write(job, path, progress=task.progress, cancelled=task.cancelled)
    except DeskError as error:
        if task.cancelled():
            raise InterruptedError from error
        return SlipFile(job, problem=str(error))
    return SlipFile(job, made, PdfFile(path, lock))


def summary(shown: SlipFile) -> str:
    """What the officer checks before printing."""
    job, made = shown.job, shown.made
    if made is None:
        return shown.problem
    count = len(job.slips)
    lines = [f"{number(count)} phiếu, {number(made.sheets)} trang in."]
    if count > 1:
        lines.append(f"Đầu: {job.labels[0]}.\nCuối: {job.labels[-1]}.")
    else:
        lines.append(f"Về: {job.labels[0]}.")
    if made.saved:
        lines.append(f"In hai phiếu một tờ: đỡ {number(made.saved)} tờ giấy.")
    if job.reprints:
        lines.append(f"{number(job.reprints)} phiếu đã in trước đây, sẽ ghi “Bản in lại”.")
    if job.skipped:
        named = "; ".join(f"{one.label} ({one.why})" for one in job.skipped[:_TOLD])
        more = len(job.skipped) - _TOLD
        rest = f" và {number(more)} hồ sơ khác" if more > 0 else ""
        lines.append(f"Không in {number(len(job.skipped))} hồ sơ: {named}{rest}.")
    return "\n".join(lines)
