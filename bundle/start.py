"""The folder's program: innobudget, and the process of its own that reads a workbook.

That one is started as `sys.executable -P values.py …`; in the folder `sys.executable` is this
program and no Python, so it does what a Python would.
"""

import sys

if sys.argv[1:2] == ["-P"]:
    from innobudget.io.sheets import values

    values.main(*sys.argv[3:])
else:
    from innobudget.cli import main

    main()
