"""Every word of the reports, in Danish and English; nothing else in `report` holds text.

`phrase` says what a text in two languages is, `numbers` writes figures, `labels` holds what
workbook and charts share; `sheets`, `answers`, `workings` and `glossary` what stands in the
workbook only, `charts`, `findings` and `causes` in the charts, `terminal` in the terminal.
"""
