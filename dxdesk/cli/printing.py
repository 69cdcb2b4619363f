"""`dxdesk report`: the periodic reports, as PDF or workbook."""

from pathlib import Path
from typing import Any

import click

from dxdesk.cli.call import Call, pass_call, say, write_table
from dxdesk.cli.periods import begun, period_of, period_options
from dxdesk.cli.values import output_file
from dxdesk.cli.words import Vietnamese, WrongUsageError
from dxdesk.errors import InputError


@click.command(cls=Vietnamese)
@click.argument("kind", metavar="LOẠI", required=False)
@period_options
@click.option("--output", type=output_file(), help="Tệp sẽ ghi, đuôi .pdf hoặc .xlsx.")
@click.option("--list", "as_list", is_flag=True, help="Kể tên các loại báo cáo.")
@pass_call
def report(
    call: Call, *, kind: str | None, output: Path | None, as_list: bool, **asked: Any
) -> None:
    """Lập báo cáo định kỳ, ví dụ: dxdesk report ii06a --month 2026-04 --output bieu.pdf."""
    from dxdesk.reports.catalogue import REPORTS

    if as_list:
        write_table(
            ("Loại", "Tên", "Đuôi tệp"),
            [
                (one.key, one.title, ", ".join("." + form for form in one.formats))
                for one in REPORTS
            ],
        )
        return
    known = {one.key: one for one in REPORTS}
    if kind is None:
        raise WrongUsageError(f"Thiếu LOẠI báo cáo; hãy chọn một trong: {', '.join(known)}.")
    if kind not in known:
        raise InputError(f"Không có báo cáo “{kind}”; hãy chọn một trong: {', '.join(known)}.")
    period = begun(call, period_of(asked))
    target = _output(output, known[kind].formats)
    from dxdesk.services.reporting import write_report

    with call.desk() as desk:
        write_report(desk, kind, period, target)
        desk.note(f"Ghi báo cáo {kind} {period.label} ra tệp {target.suffix}")
    say(f"Đã ghi báo cáo {period.label} vào “{target}”.")


def _output(path: Path | None, formats: tuple[str, ...]) -> Path:
    endings = " hoặc ".join("." + form for form in formats)
    if path is None:
        raise WrongUsageError(f"Thiếu --output: tệp sẽ ghi, đuôi {endings}.")
    if path.suffix.lower().removeprefix(".") not in formats:
        raise InputError(f"--output: tệp “{path}” phải có đuôi {endings}.")
    return path
