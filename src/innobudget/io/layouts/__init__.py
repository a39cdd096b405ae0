"""Where the budget stands in a file: sheets, header, the columns' roles, the years."""
