"""Small budgets in the styles of many municipalities, made up, with what must come out."""
