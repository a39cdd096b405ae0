"""The command line."""

from innobudget.cli.command_line import main
from innobudget.cli.commands import app

__all__ = ["app", "main"]
