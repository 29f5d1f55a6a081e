using System.Text;
using NativeCallbacks;

namespace PythonModule;

/// <summary>Exceptions of C# as exceptions of Python.</summary>
internal static class Errors
{
    public static nint AttributeError => Builtin("PyExc_AttributeError");

    public static nint RuntimeError => Builtin("PyExc_RuntimeError");

    /// <summary>
    /// Makes the exception that ends a call Python's. One that Python has set already stays: a function of the C API has failed, or
    /// code that Python calls has raised it.
    /// </summary>
    public static void Set(Exception exception)
    {
        if (Python.ErrorOccurred() != 0)
        {
            return;
        }

        var (type, message) = exception switch
        {
            BadTypeException => ("PyExc_TypeError", exception.Message),
            BadValueException or ArgumentException or FormatException => ("PyExc_ValueError", exception.Message),
            OverflowException => ("PyExc_OverflowError", exception.Message),
            OutOfMemoryException => ("PyExc_MemoryError", exception.Message),
            NotSupportedException => ("PyExc_ImportError", exception.Message),
            TypeInitializationException { InnerException: { } inner } => ("PyExc_RuntimeError", $"{inner.GetType().Name}: {inner.Message}"),
            _ => ("PyExc_RuntimeError", $"{exception.GetType().Name}: {exception.Message}"),
        };
        Python.SetError(Builtin(type), Sendable(message));
    }

    /// <summary>Raises an exception of one of the module's own classes.</summary>
    /// <param name="module">The module, which has the class.</param>
    /// <param name="className">The name of the class.</param>
    /// <param name="message">The message.</param>
    /// <param name="code">The member <c>code</c> of the exception; null for none.</param>
    /// <param name="cause">The exception that caused it; zero for none. It stays the caller's.</param>
    /// <returns>What to throw, so that the call ends. Python has its exception already.</returns>
    public static RaisedException Raise(nint module, Utf8Pointer className, string message, long? code = null, nint cause = 0)
    {
        using var type = new Reference(Python.GetAttribute(module, className));
        using var exception = Reference.Call(type.Value, Python.FromText(Sendable(message)));
        if (code is { } number)
        {
            using var value = new Reference(Python.FromInteger(number));
            Python.SetAttribute(exception.Value, "code", value.Value);
        }

        if (cause != 0)
        {
            Python.SetCause(exception.Value, Python.NewReference(cause));
        }

        Python.SetErrorObject(type.Value, exception.Value);
        return new RaisedException();
    }

    /// <summary>Text that C can hold: without NUL, and without half a surrogate pair.</summary>
    internal static string Sendable(string message) =>
        Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(message.Replace("\0", "\\0", StringComparison.Ordinal)));

    private static nint Builtin(string name) => new VariableTable(NativeModule.MainProgram.GetAddress(name)).Value;
}

/// <summary>Ends a call for which Python has an exception.</summary>
internal sealed class RaisedException() : Exception("An exception of Python is set.");

/// <summary>An argument of a type that the function does not take: a TypeError.</summary>
internal sealed class BadTypeException(string message) : Exception(message);

/// <summary>An argument with a value that the function does not take: a ValueError.</summary>
internal sealed class BadValueException(string message) : Exception(message);
