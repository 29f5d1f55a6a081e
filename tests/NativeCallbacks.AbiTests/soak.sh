#!/usr/bin/env bash
# Runs as many random signatures as one likes, a hundred to a seed, through clang and gcc at -O0 and -O2; see docs/abi.md.
#
#   soak.sh [--seed FIRST] [--signatures COUNT] [--sets COUNT] [--runtimes NAMES]
#
# The runtimes are net10.0, which is that of the script itself, net9.0, net8.0 and mono: any of them, with commas between.
# Tells the counts of each seed, each failure by the name of its first wrong byte, and the simplest signature that fails so.
# Succeeds only if nothing was wrong.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
source ../../.build/require.sh

require_dotnet
require_clang
require_gcc

if [[ $* == *net9.0* || $* == *net8.0* ]]; then
    require_runtimes
fi

dotnet build NativeCallbacks.AbiTests.csproj -c Release -v q --nologo
exec dotnet bin/Release/net10.0/NativeCallbacks.AbiTests.dll "$@"
