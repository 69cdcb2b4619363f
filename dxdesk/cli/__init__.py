"""The command line: parsing, calling a service, printing, and nothing else."""

from dxdesk.cli.call import Outside
from dxdesk.cli.program import run

__all__ = ["Outside", "run"]
