# Everything there is to run; `just` lists it.
default:
    @just --list

# format, lint, types, imports, tests
check:
    python tests/run_checks.py

# how large the house is, and what is in it more often than it should be
house:
    python -m tests.house

# plant small faults and see whether the tests find them; hours, in a copy that is kept for the next
mutants folder *options:
    python tests/mutants.py {{folder}} {{options}}

# what the example scenarios are expected to give; review the difference like code
golden:
    python tests/golden.py

# files in docs that are made from the code
docs:
    python docs/make_catalogue.py
    python docs/make_schema.py
    python docs/make_gallery.py
    python docs/make_scenario_tables.py

# the documentation as a site, below build/site; every link is checked
site:
    python docs/make_site.py

# a folder that runs where there is no Python, dist/innobudget
bundle:
    python -m PyInstaller --noconfirm bundle/innobudget.spec

# speed, memory and accuracy; an hour on a quiet machine
bench *sections:
    python -m benchmarks {{sections}}

# the example
run:
    innobudget run scenarios/odense.toml
