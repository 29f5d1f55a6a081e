#!/usr/bin/env bash
# Builds the solution and runs every test; those of native calls on .NET 9, .NET 8 and Mono too. Needs the .NET 10 SDK; installs
# what else is missing.
# Ends with the line "N passed, N failed, N skipped", and succeeds only if all suites ran to their end and none failed.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
source .build/require.sh
source .build/results.sh

require_dotnet
# Most of it is waiting for NuGet, so the tools are looked for meanwhile.
require_runtimes &
gathering=$!
require_mono
require_clang
require_gcc
require_rustc
require_numba
require_scipy
require_gsl
require_c_libraries
require_nlopt
require_mpi
require_dask
wait "$gathering"

# `dotnet test` would look for the runtime where the SDK is.
run_on_older_runtime() {
    local assembly=$1
    DOTNET_ROOT=$runtimes "$runtimes/dotnet" exec "$runtimes/sdk/$(dotnet --version)/vstest.console.dll" "$assembly" \
        --logger:trx --ResultsDirectory:"$results" -- RunConfiguration.TreatNoTestsAsError=true
}

test_on_older_runtimes() {
    local framework failures=0
    for framework in net9.0 net8.0; do
        run_on_older_runtime "tests/NativeCallbacks.Tests/bin/Release/$framework/NativeCallbacks.Tests.dll" || failures=1
    done
    # One collection after another: side by side they hang now and then on Mono, and it is not known where.
    dotnet test tests/NativeCallbacks.Tests/bin/Release/net472/NativeCallbacks.Tests.exe --logger trx --results-directory "$results" \
        -- RunConfiguration.TreatNoTestsAsError=true RunConfiguration.TestSessionTimeout=600000 xUnit.ParallelizeTestCollections=false || failures=1
    return "$failures"
}

mkdir -p artifacts
results=$(mktemp -d -p artifacts)
status=0

# A compiler ends before the profiles of its own code pay.
if DOTNET_TieredPGO=0 dotnet build NativeCallbacks.sln -c Release; then
    # Beside the suites for .NET 10, of which many wait for processes of their own; their output follows that of those.
    test_on_older_runtimes >"$results/older.txt" 2>&1 &
    older=$!
    # A suite in which no test is found is a failure, not an empty success.
    dotnet test NativeCallbacks.sln -c Release --no-build --logger trx --results-directory "$results" \
        -- RunConfiguration.TreatNoTestsAsError=true || status=$?
    wait "$older" || status=$?
    cat "$results/older.txt"
else
    status=$?
fi

summarize "$results" || status=1
# Kept after a failure, for a closer look.
((status != 0)) || rm -r "$results"
exit "$status"
