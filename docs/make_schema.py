"""Write scenario.schema.json, with which editors complete and check scenario files."""
# ruff: noqa: INP001 - a script

import json
from pathlib import Path

from innobudget.io.scenario_file.editor_schema import scenario_schema

text = json.dumps(scenario_schema(), ensure_ascii=False, indent=2)
Path(__file__).with_name("scenario.schema.json").write_text(f"{text}\n", encoding="utf-8")
