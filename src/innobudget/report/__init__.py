"""Results to documents: tables and figures first, files last."""
