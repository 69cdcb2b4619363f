"""`dxdesk export` and `dxdesk load`: dossiers as a list, everything as one file, and back."""

from datetime import date
from pathlib import Path

import click

from dxdesk.cli.call import Call, Progress, pass_call, say
from dxdesk.cli.periods import range_of, range_options
from dxdesk.cli.values import FILE, key, output_file
from dxdesk.cli.words import Vietnamese, WrongUsageError
from dxdesk.domain.period import Period


@click.command(cls=Vietnamese)
@click.argument("file", metavar="TỆP", type=output_file("xlsx", "csv", "zip"))
@range_options
@click.option("--personal", is_flag=True, help="Kèm số căn cước và số điện thoại.")
@click.option(
    "--delimiter",
    type=key("DẤU", ("semicolon", "comma")),
    default="semicolon",
    help="Dấu ngăn cột của .csv: semicolon (;) hoặc comma (,).",
)
@pass_call
def export(
    call: Call,
    *,
    file: Path,
    first: date | None,
    last: date | None,
    personal: bool,
    delimiter: str,
) -> None:
    """Xuất hồ sơ ra .xlsx, .csv; hoặc toàn bộ dữ liệu ra một tệp .zip nạp lại được."""
    if file.suffix.lower() == ".zip":
        if first or last or personal:
            raise WrongUsageError(
                "Tệp .zip luôn gồm toàn bộ dữ liệu, kể cả dữ liệu cá nhân; hãy bỏ --from, --to, "
                "--personal."
            )
        _export_everything(call, file)
        return
    period = range_of(first, last) if first or last else None
    _export_list(call, file, period, personal=personal, delimiter=delimiter)


def _export_list(
    call: Call, file: Path, period: Period | None, *, personal: bool, delimiter: str
) -> None:
    from dxdesk.reports.table_files import Delimiter
    from dxdesk.services.exporting import export_dossiers, of_period

    with call.desk() as desk:
        count = export_dossiers(
            desk,
            of_period(period),
            file,
            personal=personal,
            delimiter=Delimiter(delimiter),
            progress=Progress("Đang xuất hồ sơ"),
        )
    say(f"Đã xuất {count} hồ sơ vào “{file}”.")


def _export_everything(call: Call, file: Path) -> None:
    from dxdesk.services.whole import export_everything

    with call.desk() as desk:
        manifest = export_everything(desk, file, progress=Progress("Đang xuất toàn bộ dữ liệu"))
    rows = sum(table.rows for table in manifest.tables)
    say(
        f"Đã xuất toàn bộ dữ liệu ({len(manifest.tables)} bảng, {rows} dòng) vào “{file}”. Tệp có "
        "dữ liệu cá nhân và KHÔNG mã hóa: ai có tệp là đọc được; hãy giữ như giữ cơ sở dữ liệu."
    )


@click.command(cls=Vietnamese)
@click.argument("file", metavar="TỆP.zip", type=FILE)
@pass_call
def load(call: Call, *, file: Path) -> None:
    """Nạp tệp toàn bộ dữ liệu vào một cơ sở dữ liệu mới (--database) chưa có hồ sơ."""
    from dxdesk.services.whole import load_everything

    desk = call.keeper()
    made = call.unlocker.run(
        lambda keys: load_everything(
            call.database,
            file,
            clock=call.outside.clock,
            progress=Progress("Đang nạp"),
            desk=desk,
            keys=keys,
        )
    )
    say(f"Đã nạp “{file}”: {made.contents.dossiers} hồ sơ, {made.contents.actions} thao tác.")
    if made.kept is not None:
        say(f"Tệp trước khi nạp được giữ ở “{made.kept}”.")
