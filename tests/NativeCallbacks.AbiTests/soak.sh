#!/usr/bin/env bash
# Runs as many random signatures as one likes, a hundred to a seed, through clang and gcc at -O0 and -O2; see docs/abi.md.
#
#   soak.sh [--seed FIRST] [--signatures COUNT] [--sets COUNT] [--runtimes NAMES]
#
# The runtimes are net10.0, which is that of the script itself, net11.0, net9.0, net8.0, mono, and .NET 10 on other machines by
# emulation, linux-arm64 and win-x64: any of them, with commas between.
# Tells the counts of each seed, each failure by the name of its first wrong byte, and the simplest signature that fails so.
# Succeeds only if nothing was wrong.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
source ../../.build/require.sh
source ../../.build/platforms.sh

require_dotnet
require_clang
require_gcc

if [[ $* == *net11.0* || $* == *net9.0* || $* == *net8.0* ]]; then
    require_runtimes
fi
if [[ $* == *linux-arm64* ]]; then
    require_linux_arm64
fi
if [[ $* == *win-x64* ]]; then
    require_win_x64
fi

dotnet build NativeCallbacks.AbiTests.csproj -c Release -v q --nologo
exec dotnet bin/Release/net10.0/NativeCallbacks.AbiTests.dll "$@"
