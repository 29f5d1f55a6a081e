"""Reads one Python expression a line, as JSON, and answers each with a line: its value, or the exception that it raised."""

import importlib
import json
import sys

import callback

MODULES = ["checked_kernels", "dotnet", "entries", "errors", "extension", "host", "kernels", "owners", "tensors"]
scope = dict(vars(callback))

for line in sys.stdin:
    expression = json.loads(line)
    # When they are asked for, since most compile something.
    scope.update({name: importlib.import_module(name) for name in MODULES if name in expression})
    try:
        answer = {"value": eval(expression, scope)}
    except Exception as error:
        answer = {"error": {
            "class": type(error).__name__,
            "message": str(error),
            "code": getattr(error, "code", None),
            "cause": repr(error.__cause__) if error.__cause__ else None,
        }}
    # Complex numbers as pairs.
    print(json.dumps(answer, default=lambda number: [number.real, number.imag]), flush=True)
