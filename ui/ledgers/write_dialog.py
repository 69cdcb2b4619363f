"""A ledger into a worksheet; a ledger with phones is asked whether they go along."""

from dxdesk.domain.ledgers import Ledger
from dxdesk.services.ledgers import writing
from ui.dossiers.form import FieldKind, Form, FormField
from ui.files import ask_save
from ui.ledgers.ledger_list import LedgerList

_CHOICES = (("no", "Không kèm số điện thoại"), ("yes", "Kèm số điện thoại"))


def ask_write(view: LedgerList, ledger: Ledger, text: str) -> None:
    """Ask where, then write the entries that are shown."""
    personal = False
    if any(one.personal for one in ledger.fields):
        field = FormField(
            "phone", "Số điện thoại", kind=FieldKind.CHOICE, value="no", choices=_CHOICES
        )
        given = Form.ask(
            view,
            f"Xuất sổ {ledger.title}",
            (field,),
            lambda values: values["phone"],
            action="Chọn nơi lưu…",
            intro="Tệp có số điện thoại là tệp dữ liệu cá nhân: chỉ gửi cho người cần dùng.",
        )
        if given is None:
            return
        personal = given == "yes"
    path = ask_save(view, f"Xuất sổ {ledger.title}", f"{ledger.title}.xlsx")
    if path is None:
        return

    def work() -> str:
        count = writing.write(view.desk, ledger.key, path, text=text, personal=personal)
        return f"Đã xuất {count} dòng vào {path}"

    view.run_and_say(work)
