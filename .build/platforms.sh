# For the scripts to source, after require.sh: runtimes of other platforms, in folders like that of an installation, whose `dotnet`
# runs by emulation.
#
#   require_linux_arm64                  .NET 10 for Linux on Arm64, by qemu-user, and the cross compilers; $dotnet_linux_arm64
#   require_native_aot                   what NativeAOT links with
#   require_win_x64                      .NET 10 for Windows x64, by Wine, and mingw; $dotnet_win_x64

dotnet_linux_arm64=$repository/artifacts/dotnet-linux-arm64/dotnet
dotnet_win_x64=$repository/artifacts/dotnet-win-x64/dotnet

# The cross compiler of gcc also has the C library, for programs to run with.
require_linux_arm64() {
    require_runtime_of linux-arm64
    require qemu-aarch64-static qemu-user-static
    require_clang
    require aarch64-linux-gnu-gcc gcc-aarch64-linux-gnu
    require_check libc6-dev-arm64-cross has_c_headers aarch64-linux-gnu-gcc
    require_check libstdc++6-arm64-cross test -e /usr/aarch64-linux-gnu/lib/libstdc++.so.6
    local root=${dotnet_linux_arm64%/*}
    aarch64-linux-gnu-gcc -O2 -Wall -Werror -Wno-format-truncation -o "$root/dotnet-arm64" "$repository/.build/platforms/dotnet-linux.c" -ldl ||
        fail "The dotnet command for Linux Arm64 could not be compiled."
    # Memory that is writable and executable at two addresses is more than qemu 7.2 can do; there is no ICU for Arm64.
    write_command "$dotnet_linux_arm64" \
        'export QEMU_LD_PREFIX=/usr/aarch64-linux-gnu DOTNET_EnableWriteXorExecute=0 DOTNET_SYSTEM_GLOBALIZATION_INVARIANT=1' \
        'exec qemu-aarch64-static "$(dirname "$0")/dotnet-arm64" "$@"'
}

require_native_aot() {
    require_dotnet
    require_clang
    require_check zlib1g-dev test -e /usr/include/zlib.h
}

require_win_x64() {
    require_runtime_of win-x64
    require x86_64-w64-mingw32-gcc gcc-mingw-w64-x86-64
    require wine wine
    require_check wine64 test -e /usr/lib/wine/wine64
    local root=${dotnet_win_x64%/*}
    x86_64-w64-mingw32-gcc -municode -O2 -Wall -Werror -Wno-array-bounds -static -o "$root/dotnet.exe" "$repository/.build/platforms/dotnet-windows.c" ||
        fail "The dotnet command for Windows could not be compiled."
    # Its own prefix, so that nothing of a user's is touched. Wine would ask to install a browser and add menus.
    write_command "$dotnet_win_x64" \
        'root=$(cd "$(dirname "$0")" && pwd)' \
        'export WINEPREFIX=$root/prefix WINEDEBUG=-all WINEDLLOVERRIDES="mshtml=;winemenubuilder.exe=d"' \
        'exec wine "$root/dotnet.exe" "$@"'
    # Made here once, and not by several processes at the same time.
    [[ -d $root/prefix ]] || WINEPREFIX=$root/prefix WINEDEBUG=-all WINEDLLOVERRIDES="mshtml=;winemenubuilder.exe=d" wineboot --init >/dev/null 2>&1 ||
        fail "Wine could not make a prefix in $root."
}

# The runtime alone; its `dotnet` is made by what calls this.
require_runtime_of() {
    require_dotnet
    dotnet build "$repository/.build/runtimes/runtimes.csproj" -t:GatherPlatform -r "$1" -v quiet ||
        fail "The .NET runtime for $1 could not be had from NuGet."
}

# write_command <file> <line>…: a shell script.
write_command() {
    local file=$1
    shift
    printf '%s\n' '#!/bin/sh' "$@" >"$file"
    chmod +x "$file"
}

# has_platform <suite> <name in the table> <results> <require function>: gets what a platform needs; where that fails, the reason
# becomes a row of the table.
has_platform() {
    local suite=$1 name=$2 results=$3 reason
    shift 3
    # In a separate process, because it ends the script that it runs in.
    if ! reason=$("$@" 2>&1); then
        printf '%s\t%s\t%s\n' "$suite" "$name" "${reason//$'\n'/ }" >"$results/$name.skipped"
        return 1
    fi
}

# run_tests_on <platform> <results> [filter]: the tests of native calls, as they were built for .NET 10, in a folder that is named for
# the platform, with the C library for it. The runner is in the tests: the test host does not come to all platforms.
run_tests_on() {
    local platform=$1 results=$2 filter=${3:-} root=
    local tests=$repository/tests/NativeCallbacks.Tests folder=$repository/artifacts/platforms/$1
    expect NativeCallbacks.Tests "$platform" "$results"
    rm -rf "$folder"
    mkdir -p "$folder"
    cp -r "$tests/bin/Release/net10.0/." "$folder"
    local dotnet=$repository/artifacts/dotnet-$platform/dotnet
    if [[ $platform == net* ]]; then
        dotnet=$runtimes/dotnet
        sed -i "s/\"version\": \"10.0.0\"/\"version\": \"${platform#net}.0\"/" "$folder/NativeCallbacks.Tests.runtimeconfig.json"
    else
        dotnet msbuild "$tests" -nologo -verbosity:quiet -t:CompileNativeLibraries \
            -p:TargetFramework=net10.0 -p:Configuration=Release -p:NativePlatform="$platform"
        find "$tests/obj/Release/net10.0/$platform" -name '*ncbshim.*' ! -name '*.cmd' -exec cp {} "$folder" \;
    fi
    [[ $platform != win-* ]] || root=Z:
    timeout 1800 "$dotnet" exec "$root$folder/NativeCallbacks.Tests.dll" run "$root$(realpath "$results")/$platform.trx" $filter
}

# run_tests_on_native_aot <results>: the same tests, as a program that NativeAOT compiles. Takes minutes, and a gigabyte of memory. The
# library was built with the tests and is not built again, since other suites may be using it.
run_tests_on_native_aot() {
    local results=$1 tests=$repository/tests/NativeCallbacks.Tests folder=$repository/artifacts/platforms/native-aot runtime
    expect NativeCallbacks.Tests native-aot "$results"
    rm -rf "$folder"
    runtime=$(dotnet msbuild "$tests" -p:TargetFramework=net10.0 -getProperty:NETCoreSdkPortableRuntimeIdentifier) &&
        dotnet publish "$tests" -c Release -f net10.0 -r "$runtime" -p:NativeAot=true \
            -p:RunAnalyzers=false -p:BuildProjectReferences=false -o "$folder" -v quiet --nologo &&
        timeout 1800 "$folder/NativeCallbacks.Tests" run "$(realpath "$results")/native-aot.trx"
}
