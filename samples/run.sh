#!/usr/bin/env bash
# Builds and runs the samples, prints what their callbacks computed as one table, and shows what mistakes look like. Needs the
# .NET 10 SDK; installs what else is missing. A sample whose tools cannot be installed is skipped, and the table says why.
# Succeeds if every result is right, and every mistake is noticed.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
source .build/require.sh
source .build/platforms.sh
source .build/table.sh

require_dotnet

SAMPLES_TABLE=$(mktemp)
export SAMPLES_TABLE
trap 'rm -f "$SAMPLES_TABLE"' EXIT
status=0

# sample <title> <command>…: runs one, which adds its rows to the table.
sample() {
    local title=$1
    shift
    echo "== $title"
    "$@" || { echo "$title: the sample failed." >&2; status=1; }
    echo
}

# has_tools <source> <require function>…: installs the tools; where that fails, the reason becomes the source's row.
has_tools() {
    local source=$1 reason tool
    shift
    for tool in "$@"; do
        # In a separate process, because it ends the script that it runs in.
        if ! reason=$("$tool" 2>&1); then
            printf '%s\tskipped: %s\n' "$source" "${reason//$'\n'/ }" >>"$SAMPLES_TABLE"
            return 1
        fi
    done
}

# build <folder>: says nothing but what is wrong.
build() {
    dotnet msbuild -nologo -verbosity:quiet -restore -p:Configuration=Release "$1"
}

numba_sample() {
    build samples/Numba/Host && "$(.build/find_python numba)" samples/Numba/main.py
}

# Numba's functions again, called by a library of C# that needs no .NET.
python_module_sample() {
    samples/PythonModule/build.sh && "$(.build/find_python numba)" samples/PythonModule/main.py
}

# With Numba's functions beside those of C# and C, where there is a Numba.
optimize_sample() {
    local python
    build samples/Optimize || return
    if python=$(.build/find_python numba); then
        "$python" samples/Optimize/main.py
    else
        dotnet run -c Release --no-build --project samples/Optimize
    fi
}

dask_sample() {
    build samples/Dask/Host && "$(.build/find_python "numba, distributed")" samples/Dask/main.py
}

if has_tools C require_clang; then
    sample C dotnet run -c Release --project samples/Quickstart
    sample "C, on all cores" dotnet run -c Release --project samples/Parallel
fi
if has_tools Rust require_clang require_rustc; then
    sample Rust dotnet run -c Release --project samples/Rust
fi
if has_tools Numba require_numba; then
    sample Numba numba_sample
fi
if has_tools Python require_numba require_native_aot; then
    sample "A Python module" python_module_sample
fi
if has_tools NLopt require_clang require_nlopt; then
    sample NLopt optimize_sample
fi

if has_tools MPI require_clang require_mpi; then
    sample MPI samples/Mpi/run.sh
fi

if has_tools Dask require_dask; then
    sample Dask dask_sample
fi

print_table "$SAMPLES_TABLE" || status=1
if command -v clang >/dev/null; then
    echo
    sample "What a mistake looks like" dotnet run -c Release --project samples/Mistakes
fi
exit "$status"
