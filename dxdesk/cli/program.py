"""The program's commands, and the one place that turns failures into words and exit status."""

import io
import os
import sys
from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING, Any

import click

from dxdesk import __version__
from dxdesk.cli.call import Call, Outside, say, write
from dxdesk.cli.claims import claims
from dxdesk.cli.dossiers import list_dossiers
from dxdesk.cli.due import due
from dxdesk.cli.encrypting import decrypt, encrypt
from dxdesk.cli.export import export, load
from dxdesk.cli.figures import stats
from dxdesk.cli.packages import consolidate, package
from dxdesk.cli.picture import screenshot
from dxdesk.cli.printing import report
from dxdesk.cli.reconciling import reconcile
from dxdesk.cli.registers import import_registers, register
from dxdesk.cli.retention import retention
from dxdesk.cli.slips import slip
from dxdesk.cli.unlocking import Unlocker
from dxdesk.cli.upkeep import backup, check, demo, history, restore, undo
from dxdesk.cli.values import Value
from dxdesk.cli.words import VietnameseGroup, sentence, usage_hint
from dxdesk.errors import InputError
from dxdesk.log import start_log
from dxdesk.trouble import FAILED, WRONG, status_of, trouble

if TYPE_CHECKING:
    from dxdesk.desk import Desk
    from dxdesk.domain.key import Keys

_COMMANDS = (
    *(demo, import_registers, stats, list_dossiers, due, report, register, slip, claims),
    *(package, consolidate, encrypt, decrypt),
    *(reconcile, export, load, backup, restore, check, undo, history, screenshot),
    retention,
)


def _place(text: str) -> str:
    if not text.strip():
        raise InputError("chưa có tên tệp.")
    return text


def _version(context: click.Context, _param: click.Parameter, asked: Any) -> None:
    if asked and not context.resilient_parsing:
        write(f"DX Desk {__version__}")
        context.exit()


@click.group(cls=VietnameseGroup, invoke_without_command=True)
@click.option(
    "--database",
    type=Value("TỆP_HOẶC_URL", _place),
    help="Cơ sở dữ liệu; mặc định là dxdesk.db trong thư mục dữ liệu (DXDESK_HOME đổi thư mục).",
)
@click.option(
    "--passphrase-file",
    "passphrases",
    multiple=True,
    metavar="TỆP",
    help="Mật khẩu của tệp dữ liệu đã mã hóa, ở dòng đầu của TỆP; - là đầu vào chuẩn.",
)
@click.option(
    "--version",
    is_flag=True,
    is_eager=True,
    expose_value=False,
    callback=_version,
    help="Xem số phiên bản.",
)
@click.pass_context
def program(context: click.Context, *, database: str | None, passphrases: tuple[str, ...]) -> int:
    """DX Desk: hồ sơ, ngày hẹn trả, số liệu và báo cáo của Bộ phận Một cửa cấp xã.

    Không ghi lệnh thì mở cửa sổ.
    """
    outside: Outside = context.obj
    call = Call(database, outside, Unlocker(passphrases))
    context.obj = call
    if context.invoked_subcommand is not None:
        return 0
    return outside.window(partial(_for_window, call), database)


def _for_window(call: Call, keys: "Keys" = ()) -> "Desk":
    """The window asks for the passphrase itself, unless a file gives it."""
    if call.unlocker.files:
        return call.open(create=True)
    return call.open_with(keys, create=True)


for _command in _COMMANDS:
    program.add_command(_command)


def run(arguments: Sequence[str] | None, outside: Outside) -> int:
    """Run one command line (None: the process's own); the exit status.

    0 done, 1 failed, 2 wrong usage or input. Nothing is raised.
    """
    _speak_utf8()
    start_log()
    try:
        status = program.main(arguments, prog_name="dxdesk", standalone_mode=False, obj=outside)
        sys.stdout.flush()
    except click.ClickException as error:
        say(f"Sai cách dùng: {sentence(error)}")
        if hint := usage_hint(error):
            say(hint)
        return WRONG
    except click.Abort:
        say("Đã dừng theo yêu cầu; việc đang làm dở không được ghi lại.")
        return FAILED
    except BrokenPipeError:
        _forget_output()
        return FAILED
    except Exception as error:  # noqa: BLE001 - the last line of defence: no traceback to a person
        say(f"Lỗi: {trouble(error)}")
        return status_of(error)
    return status if isinstance(status, int) else 0


def _speak_utf8() -> None:
    """Whatever the locale: other programs read what is printed."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def _forget_output() -> None:
    """Whoever read our output is gone; Python's own flush at exit must not complain."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
