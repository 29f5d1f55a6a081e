namespace PythonModule;

/// <summary>Numbers of Python whose failure is a number too.</summary>
internal static class Numbers
{
    /// <summary>The value of a float, or of what has <c>__float__</c> or <c>__index__</c>.</summary>
    public static double ToDouble(nint value)
    {
        var number = Python.AsDouble(value);
        return number != -1 || Python.ErrorOccurred() == 0 ? number : throw new RaisedException();
    }
}
