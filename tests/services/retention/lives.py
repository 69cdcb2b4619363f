"""A ward in which one person left marks in every text that a dossier can have."""

import sqlite3
import zlib
from contextlib import closing, suppress
from pathlib import Path

from db.payload import unpack
from dxdesk.desk import Desk
from dxdesk.domain.act import Act
from dxdesk.domain.channel import Channel
from dxdesk.domain.dossier import DossierId, Person
from dxdesk.domain.paper import HandedPaper
from dxdesk.domain.query import Query
from dxdesk.services import (
    acts,
    attachments,
    history,
    imports,
    notes,
    papers,
    print_queue,
    saved_searches,
    unsaved,
    values,
)
from dxdesk.services.correction import correct
from dxdesk.services.slips import jobs
from tests.kit import Clock, do, receive, submit

PDF = b"%PDF-1.4\n%Quyxuxu tam giac ba la Zequoc\n%%EOF\n"
PERSON = Person("Zequoc Thị Ngọc Quyxuxu", "038099887766", "0987654399", "Hẻm Zequoc 7")
OTHER = Person("Wumbo Văn Quyxuxu", "038011112222", "0911222333", "Xóm Zequoc")
MARKS = ("Zequoc", "zequoc", "Quyxuxu", "quyxuxu", "Wumbo", "wumbo", "038099887766", "0987654399")
PARTS = {"zeq", "equ", "yxu", "xux", "wum", "umb", "mbo"}
"""Three letters each, as the search index keeps them."""
MARKED = "chị Zequoc Quyxuxu bị ốm"
ROWS = (
    "Mã hồ sơ;Mã TTHC;Chủ hồ sơ;Ngày tiếp nhận\n"
    "H99.12-180312-0777;1.001193;Zequoc Thị Ngọc Quyxuxu;31/02/2018"
)


def live(desk: Desk, clock: Clock, folder: Path) -> DossierId:
    """Every way in which a text of one returned dossier gets into the file; 2018."""
    clock.set("12/03/2018 08:00")
    made = receive(
        desk,
        code="H99.12-180312-0777",
        owner=PERSON,
        applicant=OTHER,
        content=MARKED,
        note=MARKED,
        receipt_no="Zequoc-1",
        papers=(HandedPaper("Giấy của Zequoc Quyxuxu"),),
    )
    _at_the_desk(desk, clock, made.id)
    _besides(desk, made.id, folder)
    _course(desk, clock, made.id)
    return made.id


def _at_the_desk(desk: Desk, clock: Clock, key: DossierId) -> None:
    papers.check_papers(desk, key, [HandedPaper("Tờ của Zequoc"), HandedPaper("Ảnh Quyxuxu")])
    changed = {"owner_phone": "0987654311", "note": "Zequoc sửa", "code": "H99.12-180312-0778"}
    correct(desk, key, changed, reason=MARKED)
    correct(desk, key, {"code": "H99.12-180312-0777"}, reason="mã cũ đúng, bà Wumbo nói")
    past = next(one for one in values.past_values(desk, key) if one.key == "owner_phone")
    values.restore_value(desk, key, past, reason=MARKED)
    notes.note(desk, key, {"receipt_no": "Quyxuxu-2"})
    attached = attachments.attach(desk, key, [("Đơn của Zequoc Quyxuxu.pdf", PDF)])
    attachments.remove_attachment(desk, attached[0].id)
    history.undo(desk)
    clock.later(hours=1)
    acts.hand_over(desk, key, officer_id=desk.officer, note=MARKED)
    acts.void(desk, key, reason=MARKED)
    acts.restore(desk, key, reason=MARKED)


def _besides(desk: Desk, key: DossierId, folder: Path) -> None:
    """What belongs to no dossier: forms, searches, rows that wait, PDFs, another's intake."""
    unsaved.keep(desk, "intake", {"owner": "Zequoc Thị Ngọc  Quyxuxu", "note": "?"})
    kept = saved_searches.save(desk, "Bà Zequoc Thị Ngọc Quyxuxu", Query(text="zequoc quyxuxu"))
    saved_searches.rename(desk, kept.id, "của 038099887766")
    path = folder / "so.csv"
    path.write_text(ROWS, encoding="utf-8")
    imports.run(desk, path)
    print_queue.keep(desk, "Giấy của Zequoc", PDF, sheets=1)
    jobs.record(desk, jobs.prepare(desk, [key], "receipt"))
    desk.note("Hiện số căn cước, điện thoại: Zequoc Thị Ngọc Quyxuxu")


def _course(desk: Desk, clock: Clock, key: DossierId) -> None:
    acts.request_supplement(desk, key, reason=MARKED)
    clock.later(days=2)
    acts.resume(desk, key)
    clock.later(days=40)
    promised = clock.time.replace(year=2018, month=6, day=1)
    acts.apologise(desk, key, promised_at=promised, reason=MARKED)
    clock.later(days=1)
    acts.finish(desk, key, late_reason=MARKED)
    acts.return_result(desk, key, receiver="Wumbo Văn Quyxuxu")


def taken_back(desk: Desk) -> None:
    """An intake that was undone: only the log has it."""
    receive(desk, owner=PERSON, note=MARKED)
    history.undo(desk)


def declined(desk: Desk) -> DossierId:
    made = submit(desk, owner=PERSON, channel=Channel.ONLINE_PARTIAL)
    return do(desk, Act.DECLINE, made.id, reason=MARKED).id


def found_in_files(database: Path) -> list[str]:
    """Marks that stand anywhere in the file, its log or its companions, compressed or not."""
    raw = b"".join(one.read_bytes() for one in database.parent.glob(f"{database.name}*"))
    texts = [raw.decode("utf-8", "ignore"), raw.decode("latin-1"), *_inflated(raw)]
    with closing(sqlite3.connect(database)) as connection:
        texts += [
            str(unpack(payload)) for (payload,) in connection.execute("SELECT payload FROM change")
        ]
        terms = {term for (term,) in connection.execute("SELECT term FROM dossier_search_terms")}
    found = {mark for text in texts for mark in MARKS if mark in text}
    return sorted(found | terms & PARTS)


def _inflated(raw: bytes) -> list[str]:
    """What zlib can make of any place in *raw* at which it could begin."""
    found, at = [], raw.find(b"\x78\x01")
    while at >= 0:
        with suppress(zlib.error):
            part = zlib.decompressobj().decompress(raw[at : at + 100_000])
            found.append(part.decode("utf-8", "ignore"))
        at = raw.find(b"\x78\x01", at + 1)
    return found


def names(desk: Desk) -> list[str]:
    return [one.name for one in history.events(desk)]
