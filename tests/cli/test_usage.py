"""Help and complaints about usage: Vietnamese, complete, and the same as the documentation."""

import re
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from dxdesk import __version__
from dxdesk.cli.program import program
from tests.cli.kit import ENGLISH, Line, refused

ROOT = Path(__file__).parent.parent.parent
GUIDE = ROOT / "docs" / "command-line.md"
COMMANDS = {
    *("package", "consolidate"),
    *("demo", "import", "stats", "list", "due", "report", "register", "backup", "restore"),
    *("check", "undo", "history", "screenshot"),
    *("claims", "export", "load", "reconcile", "slip"),
    *("decrypt", "encrypt", "retention"),
}


def options(command: click.Command) -> Iterator[str]:
    for param in command.params:
        if isinstance(param, click.Option):
            yield from param.opts


def test_the_commands_are_those_that_other_programs_call() -> None:
    assert set(program.commands) == COMMANDS


def test_the_version_is_told(line: Line) -> None:
    found = line("--version")
    assert (found.status, found.out, found.err) == (0, f"DX Desk {__version__}\n", "")


@pytest.mark.parametrize("command", [None, *sorted(COMMANDS)])
def test_help_is_vietnamese_and_explains_every_option(line: Line, command: str | None) -> None:
    found = line(*([command] if command else []), "--help")
    assert (found.status, found.err) == (0, "")
    assert found.out.startswith("Cách dùng: dxdesk")
    plain = re.sub(r"(?m)--[\w-]+|^  \w+ |\b(?:dxdesk|report|stats)\b", "", found.out)
    assert not ENGLISH.search(plain), found.out
    chosen = program.commands[command] if command else program
    for param in chosen.params:
        if isinstance(param, click.Option):
            assert param.help, param.name


@pytest.mark.parametrize(
    ("arguments", "named"),
    [
        (("statz",), "“statz”"),
        (("statz",), "stats"),
        (("--databse", "a", "check"), "--database"),
        (("check", "--jsn"), "--json"),
        (("--database",), "--database"),
        (("--database", "", "check"), "--database"),
        (("undo", "hai", "lần"), "hai lần"),
        (("backup",), "Thiếu TỆP"),
        (("undo", "--json"), "--json"),
        (("check", "--json=1"), "--json"),
        (("stats", "--from"), "--from"),
        (("due", "--batch"), "--batch"),
        (("screenshot", "start"), "Thiếu TỆP"),
        (("screenshot", "begin", "a.png"), "start"),
        (("screenshot", "start", "a.jpg"), ".png"),
        (("screenshot", "start", "a.png", "--size", "big"), "1366x768"),
        (("screenshot", "start", "a.png", "--size", "1x1"), "320"),
        (("screenshot", "start", "a.png", "--scale", "0"), "50"),
        (("screenshot", "start", "a.png", "--theme", "pink"), "light, dark"),
    ],
)
def test_wrong_usage_is_told_in_vietnamese(
    line: Line, arguments: tuple[str, ...], named: str
) -> None:
    refused(line(*arguments), named)


def test_without_a_command_the_window_opens(line: Line, tmp_path: Path) -> None:
    assert line().status == 77
    assert line.over(tmp_path / "a.db")().status == 77


@pytest.mark.parametrize("command", sorted(COMMANDS))
def test_the_help_has_no_english_of_the_library(line: Line, command: str) -> None:
    told = line(command, "--help").out
    assert "Cách dùng: " in told
    assert not re.search(r"required|default|range|Options|Usage|Show this", told)


def test_the_guide_names_every_command_and_option_and_no_other() -> None:
    sections = re.split(r"^## ", GUIDE.read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]
    documented = {
        found[1]: set(re.findall(r"(?<![\w-])--[a-z][\w-]+", section))
        for section in sections
        if (found := re.match(r"`dxdesk ([a-z]+)", section))
    }
    assert documented.keys() == COMMANDS
    for name, command in program.commands.items():
        assert documented[name] - {"--database", "--help"} == set(options(command)), name


def test_the_readme_points_to_the_guide() -> None:
    assert "docs/command-line.md" in (ROOT / "README.md").read_text(encoding="utf-8")
