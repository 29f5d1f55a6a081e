"""Finds an interpreter that has Numba, and what else a sample needs."""

import importlib
import os
import subprocess
import sys
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parent.parent.parent


def run_with(*modules: str) -> None:
    """Start again under an interpreter that can import the modules, if this one cannot."""
    try:
        # Not only looked for: one that is there may be for another interpreter.
        for module in modules:
            importlib.import_module(module)
        return
    except ImportError:
        pass
    found = subprocess.run([REPOSITORY / ".build" / "find_python", ", ".join(modules)], stdout=subprocess.PIPE, text=True)
    if found.returncode != 0:
        packages = " ".join(f"python3-{module}" for module in modules)
        sys.exit(f"No Python here can import {' and '.join(modules)}. Install it: sudo apt-get install -y {packages}")
    python = found.stdout.strip()
    os.execv(python, [python, *sys.argv])
