"""Which role an officer has; there is always an administrator left."""

from db.models import OfficerRecord
from dxdesk.desk import Desk
from dxdesk.domain.dossier import OfficerId
from dxdesk.domain.rights import Right, Role
from dxdesk.errors import DeskError


def give_role(desk: Desk, officer_id: OfficerId, role: Role) -> None:
    """From the next sign-in on. One's own role is given by another administrator only."""
    with desk.reading() as session:
        record = session.get_one(OfficerRecord, officer_id)
        name, before = record.name, record.role or Role.CLERK
    if before is role:
        return
    if officer_id == desk.officer:
        raise DeskError(
            "Không tự đổi vai trò của mình, để luôn còn người quản trị; hãy nhờ một người quản trị "
            "khác đổi."
        )
    with desk.act(f"Giao vai trò {role.label} cho {name}", right=Right.PEOPLE) as session:
        session.get_one(OfficerRecord, officer_id).role = role
