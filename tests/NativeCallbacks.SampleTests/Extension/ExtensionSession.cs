using System.Text.Json;

namespace NativeCallbacks.SampleTests.Extension;

/// <summary>A Python process whose module <c>callback</c> is the one that is written in C#, with the kernels of samples/Numba.</summary>
public sealed class ExtensionSession : IDisposable
{
    private readonly PythonSession _python = new((
        "PYTHONPATH", $"{ExtensionModule.Folder}:{Repository.PathOf("samples", "Numba")}:{Repository.PathOf("tests", "NativeCallbacks.SampleTests", "python")}"));

    public JsonElement Value(string expression) => _python.Value(expression);

    public double[] Numbers(string expression) => _python.Numbers(expression);

    public PythonError Error(string expression) => _python.Error(expression);

    public void Dispose() => _python.Dispose();
}
