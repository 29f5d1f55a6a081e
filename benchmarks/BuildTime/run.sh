#!/usr/bin/env bash
# Measures what the generator costs in a build, and writes the figures into README.md. Best on a machine with nothing else to
# do. Options of the program can follow: --rounds 3 --sizes 1,10.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
source ../../.build/require.sh

require_dotnet
dotnet run -c Release -- --readme README.md "$@"
