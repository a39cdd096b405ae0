"""Options that several commands have, in the same words."""

from pathlib import Path
from typing import Annotated

import typer

ScenarioFile = Annotated[
    Path,
    typer.Argument(
        metavar="SCENARIO",
        help="Scenario file (.toml) or scenario workbook (.xlsx).",
        show_default=False,
    ),
]
LanguageOption = Annotated[
    str | None,
    typer.Option(
        "--language", help="da or en; default: the scenario's, or the system's.", metavar="da|en"
    ),
]

NEW_HELP = "A new folder, or an empty one; with --followup a new file .xlsx."
DEMO = Path("innobudget-demo")
DEMO_HELP = "A new folder, or an empty one."
FollowupOption = Annotated[
    Path | None,
    typer.Option(
        "--followup",
        help="The adopted scenario: write a workbook that asks what has happened instead.",
        metavar="SCENARIO",
    ),
]

ClusterOption = Annotated[
    str | None,
    typer.Option(
        help="Let a dask cluster take the work: its scheduler, or local for processes here.",
        metavar="tcp://HOST:PORT|tls://HOST:PORT|local",
    ),
]
TrialsOption = Annotated[
    int | None, typer.Option(help="Possible futures, instead of the scenario's.")
]
SeedOption = Annotated[int | None, typer.Option(help="Instead of the scenario's.")]
SamplingOption = Annotated[
    str | None,
    typer.Option(
        help="How draws are spread, instead of the scenario's.",
        metavar="sobol|latin-hypercube|random",
    ),
]
PrecisionOption = Annotated[
    float | None,
    typer.Option(
        min=1e-5,
        max=0.5,
        help="Simulate until the probability that the bookings hold is as sure as this "
        "standard error; --trials is then the most that it may take.",
        metavar="ERROR",
    ),
]
StressOption = Annotated[
    list[str] | None,
    typer.Option(
        metavar="delay=1|benefit=0.67|outlay=1.2",
        help="Let all of it turn out worse, plan and bookings unchanged; may be repeated.",
    ),
]
ThreadsOption = Annotated[
    int | None, typer.Option(min=1, help="Default: the processors there are.")
]
JsonOption = Annotated[
    bool, typer.Option("--json", help="Results on standard output, nothing else there.")
]
ChartsOption = Annotated[bool, typer.Option("--charts/--no-charts", help="Draw charts.")]
SvgOption = Annotated[bool, typer.Option("--svg", help="Each chart as SVG too.")]
WorkbookOption = Annotated[
    bool, typer.Option("--workbook/--no-workbook", help="Write the workbook.")
]
MemoOption = Annotated[
    bool, typer.Option("--memo", help="A page for Word too: sentences, key figures, one chart.")
]
StrictOption = Annotated[
    bool, typer.Option("--strict", help="Doubts stop the command, as faults do.")
]
KeepOption = Annotated[
    bool,
    typer.Option("--keep", help="Move the earlier report to earlier/ instead of replacing it."),
]
InputsOption = Annotated[
    bool,
    typer.Option(
        "--inputs/--no-inputs", help="Copy the budget file too, beside scenario and mapping."
    ),
]
QuietOption = Annotated[bool, typer.Option("--quiet", help="No summary, no progress.")]
FolderOption = Annotated[
    Path | None, typer.Option(help="Folder; default: reports/<scenario file's stem>.")
]
WorkbookTrialsOption = Annotated[
    int, typer.Option(min=1, max=100_000, help="Trials that the workbook computes from.")
]
SeedsOption = Annotated[
    str | None, typer.Option(help="As in 1-20,42; default: each scenario's own.")
]
SettingsOption = Annotated[
    list[str] | None,
    typer.Option(
        "--set", metavar="KEY=V,V...", help="Values of a key, as in booking.share=0.5,0.75,1."
    ),
]
GridOption = Annotated[Path | None, typer.Option(help="TOML file with scenarios, seeds and [set].")]
CsvOption = Annotated[
    Path | None, typer.Option("--csv", help="Write the budget in canonical form.")
]
WriteMappingOption = Annotated[
    Path | None,
    typer.Option(help="Write what was understood as a mapping, to correct and to keep."),
]
MappingOption = Annotated[
    Path | None, typer.Option(help="How to read the file, where its own reading is wrong.")
]
ReadingJsonOption = Annotated[
    bool, typer.Option("--json", help="The reading on standard output, nothing else there.")
]
