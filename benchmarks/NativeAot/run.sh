#!/usr/bin/env bash
# Measures downcalls, upcalls and faults in a program that NativeAOT compiled, and in the same program with the JIT. Best on a machine with
# nothing else to do. Options of the program can follow: --rounds 5.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
source ../../.build/require.sh

require_dotnet
require_clang
dotnet publish -c Release -v quiet --nologo --use-current-runtime -o ../../artifacts/native-aot-benchmark
dotnet build -c Release -v quiet --nologo
echo "NativeAOT"
../../artifacts/native-aot-benchmark/NativeAot "$@"
echo
echo "JIT"
dotnet exec bin/Release/net10.0/NativeAot.dll "$@"
