"""The command line."""

from innobudget.cli.commands import app, main

__all__ = ["app", "main"]
