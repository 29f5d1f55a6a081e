#!/usr/bin/env bash
# Runs the tests of native calls and many random signatures on each platform that can be had, whole: tests/run.sh runs a part of
# this. Takes an hour and more. Needs the .NET 10 SDK; installs what else is missing.
#
#   platforms.sh [--signatures COUNT] [PLATFORM]…
#
# The platforms are net11.0, native-aot, linux-arm64 and win-x64; all of them if none is named. Signatures are 600 on each, called 50
# times each by every compiler, both ways; on NativeAOT the tests run alone, and
# consumers of the package that are compiled ahead of time. Ends with the line "N passed, N failed, N skipped", and
# succeeds only if all tests ran to their end, none failed, no byte was wrong, and every C function that is wrong on purpose was found.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
source .build/require.sh
source .build/results.sh
source .build/platforms.sh

signatures=600
if [[ ${1:-} == --signatures ]]; then
    signatures=$2
    shift 2
fi
platforms=("$@")
((${#platforms[@]} > 0)) || platforms=(net11.0 native-aot linux-arm64 win-x64)

require_dotnet
require_clang
require_gcc

mkdir -p artifacts
results=$(mktemp -d -p artifacts)
status=0

dotnet build tests/NativeCallbacks.Tests -c Release -p:TargetFramework=net10.0 -v quiet --nologo
dotnet build tests/NativeCallbacks.AbiTests -c Release -v quiet --nologo

# Signatures drawn for the platform, and C that is wrong on purpose: each fault must be found there too.
fuzz() {
    local platform=$1
    dotnet tests/NativeCallbacks.AbiTests/bin/Release/net10.0/NativeCallbacks.AbiTests.dll --runtimes "$platform" --signatures "$signatures" &&
        NATIVECALLBACKS_RUNTIME=$platform dotnet test tests/NativeCallbacks.AbiTests -c Release --no-build \
            --filter FullyQualifiedName~NegativeControlTests --logger "trx;LogFileName=negative-controls@$platform.trx" --results-directory "$results" \
            -- RunConfiguration.TreatNoTestsAsError=true
}

for platform in "${platforms[@]}"; do
    echo "== $platform"
    case $platform in
        net11.0) needed=(require_runtimes) name=".NET 11" ;;
        native-aot) needed=(require_native_aot) name=NativeAOT ;;
        linux-arm64) needed=(require_linux_arm64) name="Linux arm64" ;;
        win-x64) needed=(require_win_x64) name="Windows x64" ;;
        *) fail "$platform is not a platform that can be had." "Name net11.0, native-aot, linux-arm64 or win-x64." ;;
    esac
    has_platform NativeCallbacks.Tests "$name" "$results" "${needed[@]}" || continue
    if [[ $platform == native-aot ]]; then
        run_tests_on_native_aot "$results" || status=1
        NATIVECALLBACKS_PLATFORMS=1 dotnet test tests/NativeCallbacks.PackageTests -c Release --filter FullyQualifiedName~NativeProgramTests \
            --logger "trx;LogFileName=consumers@native-aot.trx" --results-directory "$results" \
            -- RunConfiguration.TreatNoTestsAsError=true || status=1
    else
        run_tests_on "$platform" "$results" || status=1
        fuzz "$platform" || status=1
    fi
done

summarize "$results" || status=1
((status != 0)) || rm -r "$results"
exit "$status"
