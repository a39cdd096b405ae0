"""What the command line says about a report that is verified."""

from innobudget.report.words.phrase import Phrase

HEADING = Phrase(
    en="{folder}: a report of {names}, made on {date} with innobudget {version}.",
    da="{folder}: en rapport om {names}, lavet {date} med innobudget {version}.",
)
AS_WRITTEN = Phrase(
    en="Files: all {count} are as they were written.",
    da="Filer: alle {count} er, som de blev skrevet.",
)
CHANGED = Phrase(
    en="Files that were changed since: {files}", da="Filer, der er ændret siden: {files}"
)
MISSING = Phrase(en="Files that are missing: {files}", da="Filer, der mangler: {files}")
BESIDE = Phrase(en="Not part of the report: {files}", da="Ikke en del af rapporten: {files}")
OTHER_VERSION = Phrase(
    en="Made with {name} {then}; this is {now}.", da="Lavet med {name} {then}; her er {now}."
)
SAME = Phrase(
    en="Run again: the inputs give the same {file}, byte for byte.",
    da="Kørt igen: inputtet giver den samme {file}, byte for byte.",
)
SAME_FIGURES = Phrase(
    en="Run again: the inputs give the same figures; in {file} only the version of innobudget "
    "differs.",
    da="Kørt igen: inputtet giver de samme tal; i {file} er kun versionen af innobudget en anden.",
)
SAME_AS_WRITTEN_ONCE = Phrase(
    en="Run again: the inputs give {file} as it was written, before it was changed.",
    da="Kørt igen: inputtet giver {file}, som den blev skrevet, før den blev ændret.",
)
DIFFERENT = Phrase(
    en="Run again: the inputs give another {file}.",
    da="Kørt igen: inputtet giver en anden {file}.",
)
DIFFERENCE = Phrase(
    en="  {place}: {then} written, {now} now", da="  {place}: {then} skrevet, {now} nu"
)
MORE = Phrase(en="  … and {count} more", da="  … og {count} til")
INPUTS_CHANGED = Phrase(
    en="Not run again: the copies of the inputs are not as they were written.",
    da="Ikke kørt igen: kopierne af inputtet er ikke, som de blev skrevet.",
)
LEFT_OUT = Phrase(
    en="Not run again: the report holds no copy of {file} (--no-inputs). Put the file with this "
    "SHA-256 there and verify again: {digest}",
    da="Ikke kørt igen: rapporten har ingen kopi af {file} (--no-inputs). Læg filen med denne "
    "SHA-256 der, og kør verify igen: {digest}",
)
NOT_SAID = Phrase(
    en="Not run again: the manifest does not say how, as in reports before innobudget copied "
    "their inputs.",
    da="Ikke kørt igen: manifestet siger ikke hvordan, som i rapporter fra før innobudget gemte "
    "deres input.",
)
REFUSED = Phrase(
    en="Run again: the inputs can no longer be read.",
    da="Kørt igen: inputtet kan ikke længere læses.",
)
NOTHING = Phrase(en="nothing", da="intet")
