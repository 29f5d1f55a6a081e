#!/usr/bin/env bash
# Measures everything, and writes the tables of README.md and the pictures of charts/ from what it measured. On a machine
# that does nothing else it takes less than twenty minutes. Needs the .NET 10 SDK; installs what else is missing.
#
#   benchmarks/run.sh            nine rounds of everything
#   ROUNDS=1 benchmarks/run.sh   a quick look, that overwrites the results all the same
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

# Each round is a process, with addresses and alignments of its own.
for ((round = 1; round <= ${ROUNDS:-9}; round++)); do
    echo "Round $round"
    dotnet exec "$project/bin/Release/net10.0/NativeCallbacks.Benchmarks.dll" \
        --filter '*' --artifacts "$reports/round$round" >"$reports/round$round.log" 2>&1 || fail "Round $round failed: see $reports/round$round.log."
done

python=$(.build/find_python matplotlib)
"$python" benchmarks/report collect "$reports"
"$python" benchmarks/report write
echo "See benchmarks/README.md."
