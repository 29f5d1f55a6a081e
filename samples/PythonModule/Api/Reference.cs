namespace PythonModule;

/// <summary>
/// A reference that C# owns until the end of its scope. It cannot leave the stack, so that it is never released by a finalizer, on a
/// thread that does not hold Python's lock.
/// </summary>
/// <param name="value">A new reference; the C API says for each function whether it returns one.</param>
internal readonly ref struct Reference(nint value) : IDisposable
{
    public nint Value => value;

    /// <summary>Calls a Python function. The tuple takes over the references of the arguments.</summary>
    public static Reference Call(nint function, params ReadOnlySpan<nint> stolenArguments)
    {
        using var arguments = new Reference(Python.NewTuple(stolenArguments.Length));
        for (var i = 0; i < stolenArguments.Length; i++)
        {
            Python.SetTupleItem(arguments.Value, i, stolenArguments[i]);
        }

        return new Reference(Python.Call(function, arguments.Value, keywords: 0));
    }

    /// <summary>What <c>str(value)</c> returns.</summary>
    public static string TextOf(nint value)
    {
        using var text = new Reference(Python.ToText(value));
        return Python.AsUtf8(text.Value, out _).ToString();
    }

    /// <summary>The name of a value's type.</summary>
    public static string TypeNameOf(nint value)
    {
        using var type = new Reference(Python.TypeOf(value));
        using var name = new Reference(Python.GetAttribute(type.Value, NativeCallbacks.Utf8Pointer.FromLiteral("__name__"u8)));
        return TextOf(name.Value);
    }

    public void Dispose()
    {
        if (value != 0)
        {
            Python.Release(value);
        }
    }
}
