"""`demo`, `backup`, `restore`, `check`, `undo`, `history`: care for the file and its log."""

from dataclasses import asdict
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from dxdesk.cli.call import (
    Call,
    Progress,
    moment_text,
    pass_call,
    say,
    shown,
    write,
    write_json,
    write_table,
)
from dxdesk.cli.encrypting import copies_words
from dxdesk.cli.values import DAY, FILE, key, output_file, whole
from dxdesk.cli.words import Vietnamese
from dxdesk.demo.likes import likenesses
from dxdesk.trouble import FAILED

if TYPE_CHECKING:
    from dxdesk.domain.dossier import Event
    from dxdesk.services.checking import CheckReport

_PAGE = 200
_MOST = 10_000_000


@click.command(cls=Vietnamese)
@click.option(
    "--dossiers",
    type=whole("SỐ", least=1, most=_MOST),
    default=3000,
    help="Số hồ sơ; mặc định 3000.",
)
@click.option(
    "--seed",
    type=whole("SỐ", least=0, most=2**63 - 1),
    default=1,
    help="Số gốc: cùng số gốc thì cùng dữ liệu; mặc định 1.",
)
@click.option("--until", type=DAY, help="Ngày cuối của dữ liệu mẫu; mặc định là hôm nay.")
@click.option(
    "--like",
    type=key("MẪU", likenesses()),
    help=f"Phường, xã như trong một báo cáo đã công bố: {', '.join(likenesses())}.",
)
@pass_call
def demo(call: Call, *, dossiers: int, seed: int, until: date | None, like: str | None) -> None:
    """Tạo một phường mẫu trong cơ sở dữ liệu trống."""
    from dxdesk.services.demo import make
    from dxdesk.services.likeness import make_like

    with call.desk(create=True) as desk:
        if like is not None:
            made = make_like(desk, like)
            say(f"Đã tạo {made.office.name} {made.period.range_label}, theo: {made.source}.")
            return
        make(
            desk,
            dossiers=dossiers,
            seed=seed,
            until=until or desk.now().date(),
            progress=Progress("Đang tạo phường mẫu"),
        )
    say(f"Đã tạo phường mẫu với {dossiers} hồ sơ.")


@click.command(cls=Vietnamese)
@click.argument("file", metavar="TỆP", type=output_file())
@pass_call
def backup(call: Call, *, file: Path) -> None:
    """Sao lưu cơ sở dữ liệu ra một tệp, rồi mở tệp đó ra kiểm tra."""
    from dxdesk.services.maintenance import backup

    with call.desk() as desk:
        made = backup(desk, file)
    say(f"Đã sao lưu vào “{file}” và kiểm tra: {made.dossiers} hồ sơ, {made.actions} thao tác.")


@click.command(cls=Vietnamese)
@click.argument("file", metavar="TỆP", type=FILE)
@pass_call
def restore(call: Call, *, file: Path) -> None:
    """Khôi phục cơ sở dữ liệu từ một bản sao lưu; tệp đang dùng được giữ lại bên cạnh."""
    from dxdesk.services.maintenance import restore

    desk = call.keeper()
    restored = call.unlocker.run(
        lambda keys: restore(call.database, file, clock=call.outside.clock, desk=desk, keys=keys)
    )
    say(
        f"Đã khôi phục từ “{file}”: {restored.contents.dossiers} hồ sơ, "
        f"{restored.contents.actions} thao tác."
    )
    if restored.kept is not None:
        say(f"Tệp trước khi khôi phục được giữ ở “{restored.kept}”.")


@click.command(cls=Vietnamese)
@click.option("--json", "as_json", is_flag=True, help="In kết quả dạng JSON.")
@pass_call
def check(call: Call, *, as_json: bool) -> int:
    """Kiểm tra tệp cơ sở dữ liệu, các đẳng thức của số liệu, nhật ký thao tác, số trong sổ."""
    from dxdesk.services.checking import check
    from dxdesk.services.encryption.copies import unlike

    with call.desk() as desk:
        report = check(desk, progress=Progress("Đang kiểm tra"))
        copies = copies_words(unlike(desk)) if desk.database.path is not None else []
    if as_json:
        write_json({"ok": report.ok, **asdict(report)})
    else:
        _print(report)
        for line in copies:
            write(line)
    return 0 if report.ok else FAILED


def _print(report: "CheckReport") -> None:
    for one in report.checks:
        write(f"{'đạt      ' if one.ok else 'KHÔNG ĐẠT'}  {one.title}")
        for line in (*one.problems, *one.notes):
            write(f"           {line}")
    write(f"{report.dossiers} hồ sơ, {report.actions} thao tác, lược đồ {report.schema}.")
    write(f"Niêm của thao tác mới nhất: {report.seal}")


@click.command(cls=Vietnamese)
@pass_call
def undo(call: Call) -> None:
    """Hoàn tác thao tác gần nhất."""
    from dxdesk.services.history import undo

    with call.desk() as desk:
        say(f"Đã hoàn tác: {undo(desk)}.")


@click.command(cls=Vietnamese)
@click.option("--json", "as_json", is_flag=True, help="In kết quả dạng JSON.")
@pass_call
def history(call: Call, *, as_json: bool) -> None:
    """Nhật ký thao tác, mới nhất trước."""
    events = _events(call)
    if as_json:
        write_json({"actions": [_plain(event) for event in events]})
        return
    rows = [
        (str(event.action_id), shown(event.at), event.officer, event.name, _mark(event))
        for event in events
    ]
    write_table(("Số", "Lúc", "Cán bộ", "Thao tác", ""), rows)


def _mark(event: "Event") -> str:
    return "đã hoàn tác" if event.undone else ""


def _events(call: Call) -> "list[Event]":
    from dxdesk.services.history import events

    found: list[Event] = []
    with call.desk() as desk:
        while page := events(desk, limit=_PAGE, before=found[-1].action_id if found else None):
            found += page
    return found


def _plain(event: "Event") -> dict[str, object]:
    return {
        "id": event.action_id,
        "at": moment_text(event.at),
        "name": event.name,
        "officer": event.officer,
        "undone": event.undone,
    }
