"""The Excel form of a scenario: one sheet per table, one row per entry, the same names."""
