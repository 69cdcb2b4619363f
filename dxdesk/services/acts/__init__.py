"""What officers do to a dossier. Each act stores a moment; state and due time follow from it."""

from dxdesk.services.acts.clock import await_payment, request_supplement, resume, suspend
from dxdesk.services.acts.course import accept, apologise, decline, hand_over
from dxdesk.services.acts.ends import close, finish, refuse, return_result, stop, withdraw
from dxdesk.services.acts.voiding import restore, void

__all__ = [
    "accept",
    "apologise",
    "await_payment",
    "close",
    "decline",
    "finish",
    "hand_over",
    "refuse",
    "request_supplement",
    "restore",
    "resume",
    "return_result",
    "stop",
    "suspend",
    "void",
    "withdraw",
]
