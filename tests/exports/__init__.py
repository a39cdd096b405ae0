"""Budgets as accounting systems export them, drawn at random with what should come out."""
