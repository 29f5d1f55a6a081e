#!/usr/bin/env bash
# Runs the tests that repeat what can only go wrong by chance, many times more often than tests/run.sh does: the reading of
# signatures with 1,000,000 inputs a property, 10,000 rounds of loading, calling and unloading. Takes minutes.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
source .build/require.sh

require_dotnet
require_clang

NATIVECALLBACKS_SOAK=1 dotnet test tests/NativeCallbacks.Tests -c Release --filter Category=Soak \
    --logger "console;verbosity=normal" -- RunConfiguration.TreatNoTestsAsError=true
