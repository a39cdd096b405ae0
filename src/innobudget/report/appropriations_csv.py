"""Appropriations as a file that a budget office can load: one line per change and year."""

import csv
from io import StringIO

from innobudget.domain.csv_text import protect
from innobudget.domain.results import Results
from innobudget.domain.scenario import Language
from innobudget.report.appropriations import Appropriation, appropriations
from innobudget.report.words import labels, workings


def appropriations_csv(results: Results, language: Language) -> str:
    """Return appropriations.csv: `;` and decimal comma in Danish, `,` and point in English.

    Amounts are in whole currency units with two decimals, with the budget's signs: a booked
    saving is negative. Years without a change are left out.
    """
    file = StringIO()
    writer = csv.writer(file, delimiter=";" if language == "da" else ",", lineterminator="\r\n")
    writer.writerow([phrase(language) for phrase in workings.CSV_COLUMNS])
    years = results.scenario.horizon.years
    for change in appropriations(results):
        words = [protect(word) for word in _words(results, change, language)]
        for year, amount in zip(years, change.amounts, strict=True):
            written = f"{amount:.2f}"
            if float(written) != 0:
                number = written.replace(".", ",") if language == "da" else written
                writer.writerow([*words, year, number])
    return file.getvalue()


def _words(results: Results, change: Appropriation, language: Language) -> list[str]:
    account = change.account
    investment = results.scenario.enabled[change.investment - 1]
    lasts = workings.PERMANENT if change.permanent else workings.TEMPORARY
    return [
        "" if account.line is None else account.line.id,
        "" if account.line is None else account.line.name,
        account.area or "",
        labels.KINDS[account.kind](language),
        investment.title,
        workings.CHANGES[change.change](language),
        lasts(language),
    ]
