"""Every word of the reports, in Danish and English; nothing else in `report` holds text.

`phrase` says what a text in two languages is, `numbers` writes figures, `labels` holds what
workbook and charts share, `sheets` what stands in the workbook only, `charts` what stands in
the charts only.
"""
