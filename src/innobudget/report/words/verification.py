"""What the command line says about a report that is verified."""

from innobudget.messages import say

HEADING = say("{folder}: a report of {names}, made on {date} with innobudget {version}.")
AS_WRITTEN = say("Files: all {count} are as they were written.")
CHANGED = say("Files that were changed since: {files}")
MISSING = say("Files that are missing: {files}")
BESIDE = say("Not part of the report: {files}")
OTHER_VERSION = say("Made with {name} {then}; this is {now}.")
SAME = say("Run again: the inputs give the same {file}, byte for byte.")
SAME_FIGURES = say(
    "Run again: the inputs give the same figures; in {file} only the version of innobudget differs."
)
SAME_AS_WRITTEN_ONCE = say(
    "Run again: the inputs give {file} as it was written, before it was changed."
)
DIFFERENT = say("Run again: the inputs give another {file}.")
DIFFERENCE = say("  {place}: {then} written, {now} now")
MORE = say("  … and {count} more")
INPUTS_CHANGED = say("Not run again: the copies of the inputs are not as they were written.")
LEFT_OUT = say(
    "Not run again: the report holds no copy of {file} (--no-inputs). Put the file with this "
    "SHA-256 there and verify again: {digest}"
)
NOT_SAID = say(
    "Not run again: the manifest does not say how, as in reports before innobudget copied "
    "their inputs."
)
REFUSED = say("Run again: the inputs can no longer be read.")
NOTHING = say("nothing")
