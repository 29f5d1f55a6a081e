using System;

namespace NativeCallbacks.Tests;

/// <summary>Runtimes and systems on which some tests cannot run.</summary>
[Flags]
public enum Where
{
    /// <summary>None of them.</summary>
    Nowhere = 0,

    /// <summary>Mono, which represents .NET Framework.</summary>
    Mono = 1,

    /// <summary>Compiled by NativeAOT.</summary>
    NativeAot = 2,

    /// <summary>Windows.</summary>
    Windows = 4,

    /// <summary>Arm64.</summary>
    Arm64 = 8,
}
