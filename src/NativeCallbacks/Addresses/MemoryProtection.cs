using System;

namespace NativeCallbacks;

/// <summary>What may be done with memory.</summary>
[Flags]
public enum MemoryProtection
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>It can be read.</summary>
    Read = 1,

    /// <summary>It can be written.</summary>
    Write = 2,

    /// <summary>It can be executed.</summary>
    Execute = 4,
}
