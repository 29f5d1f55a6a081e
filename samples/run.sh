#!/usr/bin/env bash
# Builds and runs the samples. Needs the .NET 10 SDK; installs what else is missing.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
source .build/require.sh

require_dotnet
require_clang
require_rustc

dotnet run -c Release --project samples/Quickstart
dotnet run -c Release --project samples/Rust
