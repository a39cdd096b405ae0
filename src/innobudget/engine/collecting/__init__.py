"""Outcomes of all trials, block by block."""
