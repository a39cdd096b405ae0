"""What a municipality talks about: years, budgets, investments, uncertainty, results."""
