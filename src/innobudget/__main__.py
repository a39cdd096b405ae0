"""Run innobudget as `python -m innobudget`."""

from innobudget.cli import main

main()
