#!/usr/bin/env bash
# Builds the contenders, lets them call the same addresses in one process, and prints the tables. Needs the .NET 10 SDK;
# installs what else is missing.
#   --agree      only see that all compute the same
#   --rounds N   how often each contender runs
#   --write      write the tables into README.md too
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
source .build/require.sh

require_dotnet
require_clang
require_rustc
require_scipy
require_gsl

project=benchmarks/CrossLanguage/Host
dotnet msbuild -nologo -verbosity:quiet -restore -p:Configuration=Release "$project"
# Python takes what was built last, which may have been a debug build that is newer.
touch "$project"/bin/Release/net10.0/*
exec "$(.build/find_python "numba, scipy")" benchmarks/CrossLanguage/main.py "$@"
