#!/usr/bin/env bash
# Builds and runs the MPI sample with 1, 2 and 4 ranks on this machine, and shows what becomes of an exception in a rank.
# Arguments: those of the program, such as the number of elements.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
source .build/require.sh

require_dotnet
require_clang
require_mpi

dotnet msbuild -nologo -verbosity:quiet -restore -p:Configuration=Release samples/Mpi

# mpi <ranks> <argument>…
mpi() {
    local ranks=$1
    shift
    .build/mpirun -n "$ranks" dotnet samples/Mpi/bin/Release/net10.0/Mpi.dll "$@"
}

mpi 1 "$@"
mpi 2 "$@"
mpi 4 "$@"

echo "The same on 4 ranks, where the handler that merges throws:"
if mpi 4 --fault "$@" 2>&1; then
    echo "It went unnoticed." >&2
    exit 1
else
    echo "mpirun ended with exit code $?."
fi
