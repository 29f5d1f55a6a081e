namespace NativeCallbacks;

/// <summary>How native code finds a table of functions.</summary>
public enum TableKind
{
    /// <summary>The address is that of the table: a C struct of function pointers and data.</summary>
    Functions,

    /// <summary>
    /// The address is that of an object whose first word points to the table, and each function takes the object as its first argument: C++ objects
    /// with virtual functions, COM, <c>JNIEnv</c>.
    /// </summary>
#pragma warning disable CA1720 // What native code has is an object.
    Object,
#pragma warning restore CA1720
}
