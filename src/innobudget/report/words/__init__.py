"""Every word of the reports, as messages in English; nothing else in `report` holds text.

`numbers` writes figures and says probabilities, `labels` holds what workbook and charts share;
`sheets`, `answers`, `workings` and `glossary` what stands in the workbook only, `charts`,
`findings` and `causes` in the charts, `terminal` in the terminal.
"""
