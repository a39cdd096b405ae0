"""Draws that belong to names, and the random weights that follow from them."""
