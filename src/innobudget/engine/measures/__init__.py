"""Collected outcomes as the figures that reports need."""
