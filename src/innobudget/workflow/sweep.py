"""A sweep: many runs, one table."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from innobudget.domain.scenario import Scenario
from innobudget.engine.measures.precision import precision
from innobudget.engine.registry import importances, in_order
from innobudget.engine.simulation import simulate
from innobudget.engine.work import Mapper, Progress
from innobudget.errors import InputError, Problem, describe, speaking
from innobudget.io.grids import Grid
from innobudget.io.output import writing
from innobudget.io.report_folder import open_report
from innobudget.io.report_place import Target
from innobudget.io.scenarios import foundation, load_variants
from innobudget.messages import Text, counted, either, say
from innobudget.report.sweep_table import (
    RunFigures,
    SweepTable,
    sweep_csv,
    sweep_table,
    write_sweep_workbook,
)
from innobudget.workflow.idle_keys import Variant, require_effects
from innobudget.workflow.options import RunOptions, refuse_doubts, taken, target_fault, with_options
from innobudget.workflow.reports import run_record, sources, versions
from innobudget.workflow.working import working

Dimensions = tuple[str, ...]

FORMS = (".csv", ".xlsx")


def sweep(grid: Grid, options: RunOptions, progress: Progress) -> str:
    """Simulate every scenario of a grid and write one table, `options.out`; say so.

    Runs are spread over threads, or over the workers of a cluster; the table does not depend
    on either. Scenarios that build on the same file have one registry of dimensions, so that
    their runs of one seed share their luck.

    Raises
    ------
    InputError
        With every fault of the scenarios, the values that are set, and the options.
    OutputError
        When the table cannot be written.

    """
    out = options.out or Path("sweep.csv")
    faults = [*grid.faults]
    if out.suffix.lower() not in FORMS:
        faults.append(target_fault("--out", out, either(FORMS)))
    variants = _variants(grid, options, faults)
    language = variants[0].scenario.assumptions.language
    with speaking(language):
        done = _sweep(grid, variants, out, options=options, progress=progress)(language)
        return "\n\n".join(filter(None, (done, describe(grid.doubts, language))))


def _sweep(
    grid: Grid, variants: Sequence[Variant], out: Path, *, options: RunOptions, progress: Progress
) -> Text:
    refuse_doubts((variant.scenario for variant in variants), options)
    with writing(out):
        read = {file.resolve() for variant in variants for file in variant.scenario.files}
        if out.resolve() in read:
            raise InputError([taken("--out", out)])
    require_effects(grid, variants, options)
    files = list(dict.fromkeys(grid.scenarios))
    of = sources([variant.scenario for variant in variants[:: len(grid.variants)]], files)
    made = run_record([variant.scenario for variant in variants], options.command)
    with open_report(Target.file(out), of=of, keep=options.keep) as report:
        table = _table(grid, variants, options, progress)
        with writing(out):
            _write(table, report.staged / out.name)
        written = report.finish({**versions(made), **of, "inputs": dict(made.inputs)})
    runs = len(table.rows)
    done = counted(
        "{table}: {count} run, one row each", "{table}: {count} runs, one row each", runs, table=out
    )
    if written.kept is None:
        return done
    return say(
        "{done}; the earlier table is in {place}", done=done, place=out.parent / written.kept
    )


def _table(
    grid: Grid, variants: Sequence[Variant], options: RunOptions, progress: Progress
) -> SweepTable:
    """Simulate every variant with every seed."""
    runs = [
        replace(variant.scenario, sampled=replace(variant.scenario.sampled, seed=seed))
        for variant in variants
        for seed in grid.seeds or (variant.scenario.sampled.seed,)
    ]
    seeds = len(runs) // len(variants)
    outcomes: list[RunFigures] = []
    trials = max(run.sampled.trials for run in runs)
    with working(options.cluster, options.threads, trials) as work, work.mapper() as mapper:
        registries = [found for found in _dimensions(variants, mapper) for _ in range(seeds)]
        for outcome in mapper(_outcome, zip(runs, registries, strict=True)):
            outcomes.append(outcome)
            progress(len(outcomes) / len(runs))
    changes = [variant.changes for variant in variants for _ in range(seeds)]
    return sweep_table(runs, changes, outcomes)


def _variants(grid: Grid, options: RunOptions, faults: list[Problem]) -> list[Variant]:
    found: list[Variant] = []
    language = options.language
    for path in dict.fromkeys(grid.scenarios):
        try:
            owns = load_variants(path, grid.variants)
            with speaking(owns[0].assumptions.language):
                scenarios = [with_options(own, options) for own in owns]
        except InputError as error:
            faults += error.problems
            language = language or error.language
            continue
        family = foundation(path)
        found += [
            Variant(scenario=scenario, changes=changes, path=path, family=family)
            for scenario, changes in zip(scenarios, grid.variants, strict=True)
        ]
    if faults or (options.strict and grid.doubts):
        raise InputError([*faults, *grid.doubts]).about(language)
    return found


def _dimensions(variants: Sequence[Variant], mapper: Mapper) -> list[Dimensions]:
    """Return for each variant the registry of its family; none where nothing is drawn jointly."""
    drawn = [variant for variant in variants if variant.scenario.sampled.sampling == "sobol"]
    families: dict[Path, list[Mapping[str, float]]] = defaultdict(list)
    found = mapper(importances, [variant.scenario for variant in drawn])
    for variant, importance in zip(drawn, found, strict=True):
        families[variant.family].append(importance)
    registries = {family: in_order(members) for family, members in families.items()}
    return [registries.get(variant.family, ()) for variant in variants]


def _outcome(run: tuple[Scenario, Dimensions]) -> RunFigures:
    scenario, dimensions = run
    simulation = simulate(scenario, dimensions=dimensions)
    return RunFigures(outcome=simulation.portfolio(), errors=precision(simulation.ledger))


def _write(table: SweepTable, path: Path) -> None:
    if path.suffix.lower() == ".xlsx":
        write_sweep_workbook(table, path)
    else:
        path.write_text(sweep_csv(table), encoding="utf-8-sig", newline="")
