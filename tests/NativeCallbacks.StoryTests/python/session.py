"""Reads one Python expression a line, as JSON, and answers each with a line: its value, or the exception that it raised."""

import importlib
import json
import sys

scope = {name: importlib.import_module(name) for name in ("callback", "checked_kernels", "dotnet", "errors", "kernels", "owners")}
scope.update(vars(scope["callback"]))

for line in sys.stdin:
    try:
        answer = {"value": eval(json.loads(line), scope)}
    except Exception as error:
        answer = {"error": {
            "class": type(error).__name__,
            "message": str(error),
            "code": getattr(error, "code", None),
            "cause": repr(error.__cause__) if error.__cause__ else None,
        }}
    # Complex numbers as pairs.
    print(json.dumps(answer, default=lambda number: [number.real, number.imag]), flush=True)
