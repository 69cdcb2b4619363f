"""Attached files: kept by content, hostile ones refused in words, each change an action."""

import io
import zipfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import event, select, text

from db.models import ContentRecord
from dxdesk.desk import Desk
from dxdesk.domain import attachment as rules
from dxdesk.domain.attachment import KINDS, AttachmentId, kind_of, safe_name
from dxdesk.domain.dossier import DossierId
from dxdesk.domain.query import Query
from dxdesk.errors import DeskError, InputError
from dxdesk.services import acts, history, listing
from dxdesk.services.attachments import (
    attach,
    attach_files,
    attachments,
    content_of,
    export_attachment,
    remove_attachment,
)
from dxdesk.services.checking import check
from dxdesk.services.timeline import timeline
from tests.kit import receive

PDF = b"%PDF-1.4\n%%EOF\n"
PNG = b"\x89PNG\r\n\x1a\n" + bytes(40)


def zipped(*names: str) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as file:
        for name in names:
            file.writestr(name, "x")
    return buffer.getvalue()


def names(desk: Desk, dossier_id: DossierId) -> list[str]:
    return [one.name for one in attachments(desk, dossier_id)]


def test_a_file_comes_back_as_it_was_and_its_bytes_are_kept_once(desk: Desk) -> None:
    first, second = receive(desk), receive(desk)
    one = attach(desk, first.id, [("don.pdf", PDF)])[0]
    attach(desk, second.id, [("ban-sao.pdf", PDF), ("anh.png", PNG)])
    assert content_of(desk, one.id) == PDF
    with desk.reading() as session:
        assert len(session.scalars(select(ContentRecord.id)).all()) == 2


def test_attaching_and_removing_are_taken_back(desk: Desk) -> None:
    dossier = receive(desk)
    one = attach(desk, dossier.id, [("don.pdf", PDF)])[0]
    remove_attachment(desk, one.id)
    assert names(desk, dossier.id) == []
    with pytest.raises(DeskError, match="không còn trong hồ sơ"):
        content_of(desk, one.id)
    history.undo(desk)
    assert content_of(desk, one.id) == PDF
    history.undo(desk)
    assert names(desk, dossier.id) == []
    history.redo(desk)
    assert names(desk, dossier.id) == ["don.pdf"]


def test_the_timeline_tells_of_files_and_the_log_explains_every_row(desk: Desk) -> None:
    dossier = receive(desk)
    attach(desk, dossier.id, [("don.pdf", PDF)])
    told = [event.name for event in timeline(desk, dossier.id)]
    assert told[-1].startswith("Đính kèm don.pdf vào hồ sơ")
    assert len(told) == 2
    assert [one.problems for one in check(desk).checks if one.problems] == []


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (PDF, "pdf"),
        (b"\n\n" + PDF, "pdf"),
        (PNG, "png"),
        (b"\xff\xd8\xff\xe0", "jpeg"),
        (b"II*\x00....", "tiff"),
        (b"RIFF....WEBPVP8 ", "webp"),
        (zipped("word/document.xml"), "docx"),
        (zipped("xl/workbook.xml"), "xlsx"),
        (zipped("word/document.xml", "word/vbaProject.bin"), None),
        (zipped("run.exe"), None),
        (b"MZ\x90\x00", None),
        (b"<html><script>", None),
        (b"\x7fELF", None),
        (b"x", None),
    ],
)
def test_a_file_is_what_its_content_says(content: bytes, kind: str | None) -> None:
    found = kind_of(content)
    assert (found.key if found else None) == kind


@pytest.mark.parametrize(
    ("content", "words"),
    [(b"", "rỗng"), (b"MZ\x90", "không phải PDF"), (b"%PDF" * 6_000_000, "quá 20,0 MB")],
)
def test_what_may_not_be_attached_is_refused_and_nothing_is_kept(
    desk: Desk, content: bytes, words: str
) -> None:
    dossier = receive(desk)
    with pytest.raises(InputError, match=words):
        attach(desk, dossier.id, [("tot.pdf", PDF), ("hỏng.pdf", content)])
    assert names(desk, dossier.id) == []


@pytest.mark.parametrize(
    ("name", "safe"),
    [
        ("../../etc/passwd", "passwd.pdf"),
        ("C:\\Windows\\cmd.exe", "cmd.exe.pdf"),
        ("con.pdf", "_con.pdf"),
        ("đơn\u202egnp.exe", "đơngnp.exe.pdf"),
        ('a<b>:"|?*.PDF', "a_b______.pdf"),
        ("Giấy chu\u031b\u0301ng sinh.pdf", "Giấy chứng sinh.pdf"),
        (" . ", "tep.pdf"),
        ("\x00\x01", "tep.pdf"),
        ("<b>đậm</b>.pdf", "b_.pdf"),
    ],
)
def test_a_hostile_name_becomes_a_safe_one(name: str, safe: str) -> None:
    assert safe_name(name, KINDS["pdf"]) == safe


@given(st.text())
def test_every_name_becomes_one_that_every_system_takes(name: str) -> None:
    safe = safe_name(name, KINDS["png"])
    assert safe.endswith(".png")
    assert len(safe) <= 130
    assert not set(safe) & set('/\\<>:"|?*\n\r\t\x00')


def test_files_are_read_from_disk_and_written_out_again(desk: Desk, tmp_path: Path) -> None:
    dossier = receive(desk)
    source = tmp_path / "đơn.pdf"
    source.write_bytes(PDF)
    one = attach_files(desk, dossier.id, [source])[0]
    source.unlink()
    export_attachment(desk, one.id, tmp_path / "lại.pdf")
    assert (tmp_path / "lại.pdf").read_bytes() == PDF
    with pytest.raises(DeskError, match="Không lưu được"):
        export_attachment(desk, one.id, tmp_path / "không có" / "x.pdf")
    with pytest.raises(InputError, match="không phải là tệp"):
        attach_files(desk, dossier.id, [tmp_path])


def test_a_dossier_has_room_for_so_many_files_and_says_so(desk: Desk) -> None:
    dossier = receive(desk)
    attach(desk, dossier.id, [(f"{at}.pdf", PDF) for at in range(rules.MOST_FILES)])
    with pytest.raises(InputError, match="nhiều nhất 50 tệp"):
        attach(desk, dossier.id, [("them.pdf", PDF)])


def test_a_void_dossier_takes_no_files(desk: Desk) -> None:
    dossier = receive(desk)
    acts.void(desk, dossier.id, reason="nhập trùng")
    with pytest.raises(DeskError, match="đã hủy"):
        attach(desk, dossier.id, [("don.pdf", PDF)])


def test_damage_is_told_and_not_shown_as_the_file(desk: Desk) -> None:
    one = attach(desk, receive(desk).id, [("don.pdf", PDF)])[0]
    with desk.database.aside() as session:
        session.execute(text("UPDATE content SET data = x'00'"))
    with pytest.raises(DeskError, match="đã hỏng"):
        content_of(desk, one.id)


def test_lists_do_not_read_contents(desk: Desk) -> None:
    """The list's statements name other tables only."""
    dossier = receive(desk)
    attach(desk, dossier.id, [("don.pdf", PDF)])
    seen: list[str] = []
    event.listen(
        desk.database.engine,
        "before_cursor_execute",
        lambda _c, _cursor, statement, *_rest: seen.append(statement),
    )
    assert listing.first_page(desk, Query(), limit=10).lines[0].id == dossier.id
    assert attachments(desk, dossier.id)
    assert seen
    assert not any("content.data" in one for one in seen)
    with pytest.raises(DeskError):
        content_of(desk, AttachmentId(999))
