#!/usr/bin/env bash
# Measures everything, and writes the tables of README.md and the pictures of charts/ from what it measured. On a machine
# that does nothing else it takes less than half an hour. Needs the .NET 10 SDK; installs what else is missing.
#
#   benchmarks/run.sh                six processes, with five rounds of everything in each
#   PROCESSES=1 benchmarks/run.sh    a quick look, that overwrites the results all the same
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
source .build/require.sh

require_dotnet
require_clang
require_matplotlib

project=benchmarks/NativeCallbacks.Benchmarks
reports=artifacts/benchmarks

dotnet build "$project" -c Release -v quiet
rm -rf "$reports"
mkdir -p "$reports"

# Each process has addresses and alignments of its own.
for ((process = 1; process <= ${PROCESSES:-6}; process++)); do
    echo "Process $process"
    dotnet exec "$project/bin/Release/net10.0/NativeCallbacks.Benchmarks.dll" \
        --rounds 5 --artifacts "$reports/process$process" >"$reports/process$process.log" 2>&1 || fail "Process $process failed: see $reports/process$process.log."
done

python=$(.build/find_python matplotlib)
"$python" benchmarks/report collect "$reports"
"$python" benchmarks/report write
echo "See benchmarks/README.md."
