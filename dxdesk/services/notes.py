"""What is noted about a dossier beside its course: payment, digitisation, satisfaction."""

from collections.abc import Mapping

from dxdesk.desk import Desk
from dxdesk.domain.dossier import Dossier, DossierId
from dxdesk.domain.rights import Right
from dxdesk.domain.state import State
from dxdesk.errors import DeskError, InputError
from dxdesk.services.correctable import FIELD_OF
from dxdesk.services.correction import set_field
from dxdesk.services.records import check_kept, dossier_of, label_of, names_of, record_of
from dxdesk.services.settings import rules

NOTED = (
    *("fee", "payment", "receipt_no", "delivery", "assisted", "assisted_minutes"),
    *("papers_digitised", "result_digitised", "data_reused", "satisfaction"),
)
"""Keys of `correctable.CORRECTABLE` that need no reason: they are set in the course of work."""


def note(desk: Desk, dossier_id: DossierId, values: Mapping[str, object]) -> Dossier:
    """Set some of `NOTED`; None is "not known". InputError names a value that cannot be."""
    fields = [FIELD_OF[key] for key in NOTED if key in values]
    if not fields or len(fields) != len(values):
        raise InputError("Chưa có gì để ghi; hãy chọn ít nhất một mục.")
    with desk.reading() as session:
        label = label_of(record_of(session, dossier_id))
    what = ", ".join(field.label.lower() for field in fields)
    with desk.act(f"Ghi {what} hồ sơ {label}", right=Right.RECORD) as session:
        record = record_of(session, dossier_id)
        if record.state is State.VOID:
            raise DeskError("Hồ sơ đã hủy thì không sửa; hãy khôi phục hồ sơ trước.")
        check_kept(record)
        for field in fields:
            set_field(session, record, field, values[field.key])
        if record.fee == 0:
            record.payment = None  # a free dossier owes nothing
        session.flush()
        current = rules(desk, session)
        return dossier_of(record, names_of(session, record.id), current, desk.now())
