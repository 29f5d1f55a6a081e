#!/usr/bin/env bash
# Compiles the module, and packs what pip installs. Needs the .NET 10 SDK, clang and zlib; installs the last two where they are missing.
#   bin/module/callback.abi3.so   for PYTHONPATH
#   bin/wheel/*.whl               for pip install
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
source ../../.build/require.sh
source ../../.build/platforms.sh
require_native_aot

# One at a time, because tests and samples build it side by side. The build itself does not get the lock: it leaves processes
# behind for the next one, and they would hold it for a quarter of an hour.
mkdir -p bin
exec 9>bin/build.lock
flock 9

dotnet publish PythonModule.csproj -c Release -v quiet -nologo -o bin/publish 9>&-
mkdir -p bin/module
if ! cmp -s bin/publish/callback.so bin/module/callback.abi3.so; then
    # By renaming: a Python that runs keeps the file that it has loaded.
    cp bin/publish/callback.so bin/module/callback.new
    mv bin/module/callback.new bin/module/callback.abi3.so
fi
python3 wheel.py bin/module/callback.abi3.so callback.pyi bin/wheel
