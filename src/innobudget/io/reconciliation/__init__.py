"""Which rows are totals of others, which sign they have, and the lines that remain."""
