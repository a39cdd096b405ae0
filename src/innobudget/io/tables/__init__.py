"""Where a table stands in a sheet, which years it has and what its rows say."""
