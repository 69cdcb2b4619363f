"""`dxdesk slip`: the slips of dossiers as one PDF."""

from pathlib import Path

import click

from dxdesk.cli.call import Call, Progress, pass_call, say
from dxdesk.cli.values import output_file
from dxdesk.cli.words import Vietnamese
from dxdesk.errors import InputError


@click.command(cls=Vietnamese)
@click.argument("names", metavar="HỒ_SƠ…", nargs=-1, required=True)
@click.option("--form", help="Loại phiếu; không ghi thì lấy phiếu hợp với trạng thái hồ sơ.")
@click.option("--paper", help="Khổ giấy: a4, a5, two; không ghi thì theo cài đặt của phường.")
@click.option("--output", required=True, type=output_file("pdf"), help="Tệp sẽ ghi, đuôi .pdf.")
@pass_call
def slip(
    call: Call, *, names: tuple[str, ...], form: str | None, paper: str | None, output: Path
) -> None:
    """Phiếu của hồ sơ theo mã hoặc số sổ, ghi ra một tệp PDF."""
    from dxdesk.reports.slips.papers import PAPERS
    from dxdesk.services.slips import jobs
    from dxdesk.services.slips.named import dossier_named

    sizes = [one.key for one in PAPERS]
    if paper is not None and paper not in sizes:
        raise InputError(f"Không có khổ giấy “{paper}”; hãy chọn một trong: {', '.join(sizes)}.")
    with call.desk() as desk:
        ids = [dossier_named(desk, name) for name in names]
        known = [one.key for one in jobs.forms(desk)]
        wanted = form or jobs.fitting_form(desk, ids[0]) or "receipt"
        if wanted not in known:
            raise InputError(f"Không có phiếu “{wanted}”; hãy chọn một trong: {', '.join(known)}.")
        job = jobs.prepare(desk, ids, wanted, paper=paper or "")
        made = jobs.write(job, output, progress=Progress("Đang lập phiếu"))
    for one in job.skipped:
        say(f"Không in hồ sơ {one.label}: {one.why}.")
    say(f"Đã ghi {job.form.name.lower()} ({made.sheets} trang) vào “{output}”.")
