"""`dxdesk reconcile`: the ward's log beside the portal's export."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from dxdesk.cli.call import Call, Progress, pass_call, say, write, write_json
from dxdesk.cli.periods import begun, period_of, period_options
from dxdesk.cli.values import FILE, output_file
from dxdesk.cli.words import Vietnamese

if TYPE_CHECKING:
    from dxdesk.domain.reconciliation import Entry, Reconciliation

_HIDDEN = "(ẩn)"


@click.command(cls=Vietnamese)
@click.argument("file", metavar="TỆP", type=FILE)
@period_options
@click.option(
    "--output",
    "outputs",
    multiple=True,
    type=output_file("pdf", "docx", "xlsx"),
    help="Công văn (.pdf, .docx) hoặc bảng tính (.xlsx) sẽ ghi.",
)
@click.option("--json", "as_json", is_flag=True, help="In kết quả dạng JSON.")
@pass_call
def reconcile(
    call: Call, *, file: Path, outputs: tuple[Path, ...], as_json: bool, **asked: Any
) -> None:
    """Đối chiếu sổ của đơn vị với tệp xuất từ hệ thống trong một kỳ; không ghi gì vào sổ."""
    period = begun(call, period_of(asked))
    from dxdesk.services import reconciliation

    with call.desk() as desk:
        progress = Progress(f"Đang đối chiếu {file.name}")
        found = reconciliation.reconcile(desk, file, period, progress=progress)
        for path in outputs:
            reconciliation.write(desk, found, path)
            say(f"Đã ghi “{path}”.")
    if as_json:
        write_json(_plain(found))
    else:
        _print(found)


def _plain(found: "Reconciliation") -> dict[str, Any]:
    return {
        "file": found.file,
        "from": found.period.first.isoformat(),
        "to": found.period.last.isoformat(),
        "rows": found.rows,
        "equal": found.equal,
        "outside": found.outside,
        "entries": [_entry(one) for one in found.entries],
        "figures": [
            {
                "name": one.name,
                "here": one.here,
                "there": one.there,
                "because": [entry.code for entry in (*one.lost, *one.gained)],
            }
            for one in found.figures
        ],
        "unread": [{"line": line, "reason": reason} for line, reason in found.unread],
    }


def _entry(one: "Entry") -> dict[str, Any]:
    return {
        "standing": one.standing.value,
        "code": one.code,
        "procedure": one.procedure,
        "line": one.line,
        "guess": one.guess,
        "fields": [
            {
                "label": field.label,
                "here": _HIDDEN if field.personal else field.here,
                "there": _HIDDEN if field.personal else field.there,
            }
            for field in one.fields
        ],
        "lost": list(one.lost),
        "gained": list(one.gained),
    }


def _print(found: "Reconciliation") -> None:
    from dxdesk.domain.figures import COUNT_LABELS

    write(f"“{found.file}”, {found.period.label}: {found.rows} dòng, {found.equal} giống nhau")
    for one in found.figures:
        codes = ", ".join(entry.code for entry in (*one.lost, *one.gained))
        label = COUNT_LABELS[one.name]
        write(f"  {label}: đơn vị {one.here}, hệ thống {one.there}; do {codes}")
    for entry in found.entries:
        write(
            f"  {entry.code}: {entry.standing.label}{' (ghép phỏng đoán)' if entry.guess else ''}"
        )
        for field in _entry(entry)["fields"]:
            write(f"    {field['label']}: {field['here']} | {field['there']}")
    for line, reason in found.unread:
        say(f"  dòng {line} không đọc được: {reason}")
    if found.outside:
        say(f"  {found.outside} dòng ngoài kỳ, không đối chiếu.")
