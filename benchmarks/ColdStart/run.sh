#!/usr/bin/env bash
# Measures what the first call in a process costs, and how large the library is; writes the figures into README.md. Best on a
# machine with nothing else to do. Options of the program can follow: --rounds 3.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
source ../../.build/require.sh

require_dotnet
require_clang
feed=$(mktemp -d)
trap 'rm -r "$feed"' EXIT
dotnet pack ../../src/NativeCallbacks -c Release -o "$feed" -v quiet --nologo
dotnet run -c Release -- --readme README.md --package "$feed"/NativeCallbacks.*.nupkg "$@"
