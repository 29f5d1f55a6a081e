#!/usr/bin/env bash
# Builds the solution and runs every test; those of native calls on .NET 11, 9 and 8, NativeAOT and Mono too, and those of structs by value on
# Linux Arm64 and Windows x64. Needs the .NET 10 SDK; installs what else is missing. A platform that cannot be emulated is skipped, and the table says
# why. tests/platforms.sh runs the rest of them.
# Ends with the line "N passed, N failed, N skipped", and succeeds only if all suites ran to their end and none failed.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
source .build/require.sh
source .build/results.sh
source .build/platforms.sh

require_dotnet
# Most of it is waiting for NuGet, so the tools are looked for meanwhile.
require_runtimes &
gathering=$!
require_mono
require_clang
require_gcc
require_native_aot
require_gxx
require_rustc
require_numba
require_scipy
require_gsl
require_c_libraries
require_sqlite
require_nlopt
require_mpi
require_dask
wait "$gathering"

mkdir -p artifacts
results=$(mktemp -d -p artifacts)
status=0

# Programs of the ABI tests run on them too, so they are there before the tests are.
emulated=()
if has_platform NativeCallbacks.Tests "Linux arm64" "$results" require_linux_arm64; then
    emulated+=("linux-arm64 .Structs.")
fi
if has_platform NativeCallbacks.Tests "Windows x64" "$results" require_win_x64; then
    emulated+=("win-x64 .Structs.")
fi

# `dotnet test` would look for the runtime where the SDK is.
run_on_older_runtime() {
    local assembly=$1
    DOTNET_ROOT=$runtimes "$runtimes/dotnet" exec "$runtimes/sdk/$(dotnet --version)/vstest.console.dll" "$assembly" \
        --logger:trx --ResultsDirectory:"$results" -- RunConfiguration.TreatNoTestsAsError=true
}

test_on_other_runtimes() {
    local framework platform filter failures=0
    for framework in net9.0 net8.0; do
        run_on_older_runtime "tests/NativeCallbacks.Tests/bin/Release/$framework/NativeCallbacks.Tests.dll" || failures=1
    done
    # One collection after another: side by side they hang now and then on Mono, and it is not known where.
    dotnet test tests/NativeCallbacks.Tests/bin/Release/net472/NativeCallbacks.Tests.exe --logger trx --results-directory "$results" \
        -- RunConfiguration.TreatNoTestsAsError=true RunConfiguration.TestSessionTimeout=600000 xUnit.ParallelizeTestCollections=false || failures=1
    for platform in net11.0 "${emulated[@]}"; do
        read -r platform filter <<<"$platform"
        run_tests_on "$platform" "$results" "$filter" || failures=1
    done
    run_tests_on_native_aot "$results" || failures=1
    return "$failures"
}

# A compiler ends before the profiles of its own code pay.
if DOTNET_TieredPGO=0 dotnet build NativeCallbacks.sln -c Release; then
    # Beside the suites for .NET 10, of which many wait for processes of their own; their output follows that of those.
    test_on_other_runtimes >"$results/others.txt" 2>&1 &
    others=$!
    # A suite in which no test is found is a failure, not an empty success.
    dotnet test NativeCallbacks.sln -c Release --no-build --logger trx --results-directory "$results" \
        -- RunConfiguration.TreatNoTestsAsError=true || status=$?
    wait "$others" || status=$?
    cat "$results/others.txt"
else
    status=$?
fi

summarize "$results" || status=1
# Kept after a failure, for a closer look.
((status != 0)) || rm -r "$results"
exit "$status"
