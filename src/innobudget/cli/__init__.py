"""The command line."""

from innobudget.cli.commands import app
from innobudget.cli.main import main

__all__ = ["app", "main"]
