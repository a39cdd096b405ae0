"""The folder's program: innobudget, and the processes of its own that read a workbook and draw.

Those are started as `sys.executable -P values.py …` and `sys.executable -P -m innobudget.…`; in
the folder `sys.executable` is this program and no Python, so it does what a Python would.
"""

import sys
from runpy import run_module

if sys.argv[1:3] == ["-P", "-m"]:
    run_module(sys.argv[3], run_name="__main__")
elif sys.argv[1:2] == ["-P"]:
    from innobudget.io.sheets import values

    values.main(*sys.argv[3:])
else:
    from innobudget.cli import main

    main()
