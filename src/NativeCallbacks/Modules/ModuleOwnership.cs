namespace NativeCallbacks;

/// <summary>Who closes the handle of a module.</summary>
internal enum ModuleOwnership
{
    /// <summary>The module, when it is disposed.</summary>
    Owned,

    /// <summary>Another owner.</summary>
    Borrowed,

    /// <summary>None, and the module cannot be disposed.</summary>
    Permanent,
}
