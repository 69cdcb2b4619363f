"""click in Vietnamese: its help headings, and its complaints about wrong usage."""

import re
from collections.abc import Sequence
from typing import Any

import click

_WIDTH = 100
_IN_BRACKETS = re.compile(r"\((.*)\)$", re.DOTALL)


class Vietnamese(click.Command):
    """A command whose help reads Vietnamese."""

    context_settings: dict[str, Any] = {"max_content_width": _WIDTH}  # noqa: RUF012 - click's own

    def __init__(self, name: str | None, **settings: Any) -> None:
        super().__init__(name, options_metavar="[TÙY_CHỌN]", **settings)

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        option = super().get_help_option(ctx)
        if option is not None:
            option.help = "Xem hướng dẫn này."
        return option

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        pieces = self.collect_usage_pieces(ctx)
        formatter.write_usage(ctx.command_path, " ".join(pieces), prefix="Cách dùng: ")

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        records = [
            (record[0], record[1].replace("[required]", "[bắt buộc]"))
            for param in self.get_params(ctx)
            if isinstance(param, click.Option) and (record := param.get_help_record(ctx))
        ]
        with formatter.section("Tùy chọn"):
            formatter.write_dl(records)


class VietnameseGroup(Vietnamese, click.Group):
    """The program itself: its commands in the order in which they were added."""

    def __init__(self, name: str | None, **settings: Any) -> None:
        super().__init__(name, subcommand_metavar="[LỆNH …]", **settings)

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        return list(self.commands)

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        super().format_options(ctx, formatter)
        with formatter.section("Lệnh"):
            commands = self.commands.items()
            formatter.write_dl([(name, one.get_short_help_str(_WIDTH)) for name, one in commands])


class WrongUsageError(click.UsageError):
    """Options that do not go together; the text is a ready Vietnamese sentence."""


def sentence(error: click.ClickException) -> str:
    """What was wrong and what is expected, in Vietnamese."""
    match error:
        case WrongUsageError():
            return error.message
        case click.NoSuchOption():
            return f"Không có tùy chọn “{error.option_name}”.{_meant(error.possibilities)}"
        case click.NoSuchCommand():
            return f"Không có lệnh “{error.command_name}”.{_meant(error.possibilities)}"
        case click.MissingParameter():
            return f"Thiếu {_hint(error)}."
        case click.BadParameter():
            return f"{_hint(error)}: {error.message}"
        case click.BadOptionUsage() if "does not take" in error.message:
            return f"Tùy chọn “{error.option_name}” không kèm giá trị."
        case click.BadOptionUsage():
            return f"Tùy chọn “{error.option_name}” cần một giá trị đi sau."
    found = _IN_BRACKETS.search(error.message)
    surplus = f": “{found[1]}”" if found else ""
    return f"Thừa tham số{surplus}. Nếu một giá trị có dấu cách, hãy đặt nó trong dấu ngoặc kép."


def usage_hint(error: click.ClickException) -> str:
    """Where to read how the command is used; empty when no command is known."""
    context = error.ctx if isinstance(error, click.UsageError) else None
    return "" if context is None else f"Xem cách dùng: {context.command_path} --help"


def _hint(error: click.BadParameter) -> str:
    if error.param is None:
        return "tham số"
    if isinstance(error.param, click.Option):
        return f"tùy chọn {' / '.join(error.param.opts)}"
    return str(error.param.metavar or error.param.human_readable_name)


def _meant(possibilities: Sequence[str] | None) -> str:
    return f" Có phải là {' hoặc '.join(possibilities)}?" if possibilities else ""
