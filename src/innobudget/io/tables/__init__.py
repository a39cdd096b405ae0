"""What the rows of a table say: codes, labels, amounts, units, versions."""
