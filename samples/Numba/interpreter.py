"""Finds an interpreter that has Numba."""

import os
import subprocess
import sys
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parent.parent.parent


def run_with_numba() -> None:
    """Start again under an interpreter that can import numba, if this one cannot."""
    try:
        import numba  # noqa: F401
    except ImportError:
        found = subprocess.run([REPOSITORY / ".build" / "find_python", "numba"], stdout=subprocess.PIPE, text=True)
        if found.returncode != 0:
            sys.exit("No Python here can import numba. Install it: sudo apt-get install -y python3-numba")
        python = found.stdout.strip()
        os.execv(python, [python, *sys.argv])
