"""Values and arrays in, arrays out: plan, chance, outcome, summary."""
