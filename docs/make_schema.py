"""Write the JSON Schemas: of scenario files, for editors, and of what runs write, for scripts."""

import json
from pathlib import Path

from choice_schema import choice_schema
from comparison_schema import comparison_schema
from results_schema import results_schema

from innobudget.io.scenario_file.editor_schema import scenario_schema

SCHEMAS = {
    "scenario": scenario_schema(),
    "results": results_schema(),
    "comparison": comparison_schema(),
    "choose": choice_schema(),
}

for name, schema in SCHEMAS.items():
    text = json.dumps(schema, ensure_ascii=False, indent=2)
    Path(__file__).with_name(f"{name}.schema.json").write_text(f"{text}\n", encoding="utf-8")
