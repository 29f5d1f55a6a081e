namespace NativeCallbacks;

/// <summary>Who closes the handle of a module.</summary>
internal enum ModuleOwnership
{
    /// <summary>The module, when it is disposed.</summary>
    Owned,

    /// <summary>Somebody else.</summary>
    Borrowed,

    /// <summary>Nobody, and the module cannot be disposed.</summary>
    Permanent,
}
