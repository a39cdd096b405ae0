"""Comparisons as documents: findings in words, a summary, a chart and a workbook."""
