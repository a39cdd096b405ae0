"""From cells to meaning: numbers, years, units, columns, totals, kinds."""
