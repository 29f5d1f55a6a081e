# For the scripts to source: makes sure of the tools that they need, and does nothing where they are there already.
#
#   require_dotnet                       the .NET SDK that global.json asks for
#   require_runtimes                     the .NET runtimes that tests run on too, older and newer; $runtimes/dotnet runs them
#   require_mono                         Mono, on which the library's build for .NET Framework runs
#   require_clang                        for the C sources
#   require_gxx                          for the C++ classes of the library tests
#   require_gcc                          for the C of the ABI tests, beside clang
#   require_rustc                        for the Rust sample
#   require_numba                        a Python that has Numba; .build/find_python tells which
#   require_scipy                        SciPy, for the Python that has Numba
#   require_gsl                          the GNU Scientific Library, whose integrator a benchmark calls
#   require_c_libraries                  the small C libraries of tests/NativeCallbacks.LibraryTests
#   require_sqlite                       the sqlite3 command, which loads an extension that is written in C#
#   require_nlopt                        the optimizers of the Optimize sample, a library
#   require_mpi                          Open MPI; .build/mpirun starts it
#   require_dask                         Dask's scheduler and workers, for the Python that has Numba
#   require_matplotlib                   for the charts of the benchmarks
#   require jq jq                        any other command, and the Debian or Ubuntu package that has it
#
# A missing package is installed where that needs no question answered: by root, or through a sudo that asks for no
# password. Elsewhere the command to type is printed, and the script ends.

export DOTNET_CLI_UI_LANGUAGE=en DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1

repository=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
runtimes=$repository/artifacts/dotnet

fail() {
    printf '%s\n' "$@" >&2
    exit 1
}

# They come from NuGet into a folder of the repository, so nothing needs installing.
require_runtimes() {
    require_dotnet
    dotnet build "$repository/.build/runtimes/runtimes.csproj" -t:GatherRuntimes -v quiet || fail "The .NET runtimes for the tests could not be had from NuGet."
}

# mono-runtime alone cannot load libraries of netstandard, which is what the library is there.
require_mono() {
    require_check mono-devel has_netstandard_on_mono
}

has_netstandard_on_mono() {
    local mono
    mono=$(command -v mono) && [[ -e ${mono%/*}/../lib/mono/4.5/Facades/netstandard.dll ]]
}

require_clang() {
    require clang clang
}

# The package alone has no headers of the C library.
require_gcc() {
    require gcc gcc
    require_check libc6-dev has_c_headers gcc
}

require_gxx() {
    require g++ g++
}

# By running it: rustup's rustc is there also where no toolchain is.
require_rustc() {
    require_check rustc rustc --version
}

require_numba() {
    require_check python3-numba "$repository/.build/find_python" numba
}

require_scipy() {
    require_numba
    require_check python3-scipy "$repository/.build/find_python" "numba, scipy"
}

require_gsl() {
    require_check libgsl-dev has_library "libgsl.so " # the name without a version, which only this package has
}

# By their names in Debian 12 and Ubuntu 22.04; where a package has another name now, it provides the old one.
require_c_libraries() {
    require_check libexpat1 has_library libexpat.so.1
    require_check libsqlite3-0 has_library libsqlite3.so.0
    require_check libglib2.0-0 has_library libgio-2.0.so.0 # beside GLib itself and GObject
    require_check libcurl4 has_library libcurl.so.4
    require_check libuv1 has_library libuv.so.1
}

require_sqlite() {
    require sqlite3 sqlite3
}

require_nlopt() {
    require_check libnlopt-dev has_library libnlopt.so
}

require_mpi() {
    require mpirun openmpi-bin
}

require_dask() {
    require_numba
    require_check python3-distributed "$repository/.build/find_python" "numba, distributed"
}

require_matplotlib() {
    require_check python3-matplotlib "$repository/.build/find_python" matplotlib
}

require() {
    local command=$1 package=$2
    require_check "$package" command -v "$command"
}

# require_check <package> <command>…: a package, and a command that succeeds once it is there.
require_check() {
    local package=$1
    shift
    if ! "$@" >/dev/null 2>&1; then
        install "$package"
        hash -r
        "$@" >/dev/null 2>&1 || fail "$package is installed, but this still fails: $*"
    fi
}

# Whether a C compiler finds the headers of the C library.
has_c_headers() {
    echo '#include <errno.h>' | "$1" -E -
}

# Whether programs find a shared library. ldconfig is often not on the PATH of a user.
has_library() {
    PATH=$PATH:/usr/sbin:/sbin ldconfig -p | grep -F "$1"
}

install() {
    local package=$1 by_hand="Install it: sudo apt-get install -y $1"
    local -a as_root=()
    command -v apt-get >/dev/null || fail "$package is missing, and there is no apt-get here." "$by_hand (on Debian or Ubuntu)"
    if [[ $EUID -ne 0 ]]; then
        sudo -n true 2>/dev/null || fail "$package is missing." "$by_hand"
        as_root=(sudo -n)
    fi

    # Another apt-get that is at work is waited for.
    local -a apt_get=("${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -q -o DPkg::Lock::Timeout=300)
    local -a install_it=("${apt_get[@]}" install -y --no-install-recommends "$package")
    echo "$package is missing: installing it" >&2
    # The lists of packages are fetched only if there are none yet, or if they are too old to find the package.
    "${install_it[@]}" >/dev/null 2>&1 ||
        { "${apt_get[@]}" update >&2 && "${install_it[@]}" >&2; } ||
        fail "$package could not be installed." "$by_hand"
}

# The SDK comes from Microsoft on most systems, so it is looked for and not installed.
require_dotnet() {
    local directory
    if has_sdk dotnet; then
        return
    fi
    for directory in "${DOTNET_ROOT:-}" /usr/share/dotnet /usr/lib/dotnet "${HOME:-}/.dotnet"; do
        if has_sdk "$directory/dotnet"; then
            export DOTNET_ROOT=$directory PATH=$directory:$PATH
            return
        fi
    done
    fail "The .NET 10 SDK is missing: it is neither on PATH nor in \$DOTNET_ROOT, /usr/share/dotnet, /usr/lib/dotnet, ~/.dotnet." \
        "Install it: sudo apt-get install -y dotnet-sdk-10.0 (on Ubuntu), or https://dotnet.microsoft.com/download/dotnet/10.0"
}

# In the repository, so that global.json decides whether the SDK will do.
has_sdk() {
    (cd "$repository" && "$1" --version) >/dev/null 2>&1
}
