"""Write the JSON Schemas: of scenario files, for editors, and of results.json, for scripts."""

import json
from pathlib import Path

from innobudget.io.results_schema import results_schema
from innobudget.io.scenario_file.editor_schema import scenario_schema

for name, schema in (("scenario", scenario_schema()), ("results", results_schema())):
    text = json.dumps(schema, ensure_ascii=False, indent=2)
    Path(__file__).with_name(f"{name}.schema.json").write_text(f"{text}\n", encoding="utf-8")
