using System;

namespace NativeCallbacks;

/// <summary>How memory is protected.</summary>
[Flags]
public enum MemoryProtection
{
    /// <summary>It cannot be accessed.</summary>
    None = 0,

    /// <summary>It can be read.</summary>
    Read = 1,

    /// <summary>It can be written.</summary>
    Write = 2,

    /// <summary>It can be executed.</summary>
    Execute = 4,
}
