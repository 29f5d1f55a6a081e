using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;

namespace NativeCallbacks.SampleTests;

/// <summary>
/// One Python process that evaluates expressions (python/session.py), with the modules of samples/Numba imported.
/// Whatever a callback does wrong, the next expression is evaluated by the same process.
/// </summary>
public sealed class PythonSession : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly Process _process;
    private readonly Task<string> _errors;

    public PythonSession()
        : this([])
    {
    }

    internal PythonSession(params (string Name, string? Value)[] environment)
    {
        var scripts = Repository.PathOf("tests", "NativeCallbacks.SampleTests", "python");
        var modules = Repository.PathOf("samples", "Numba");
        _process = Process.Start(Child.Start(
            Python.Interpreter,
            [Path.Combine(scripts, "session.py")],
            [("PYTHONPATH", $"{modules}:{scripts}"), .. environment]))!;
        _errors = _process.StandardError.ReadToEndAsync();
    }

    /// <summary>The value of an expression.</summary>
    public JsonElement Value(string expression)
    {
        var answer = Ask(expression);
        answer.TryGetProperty("value", out var value).Should().BeTrue($"{expression} should have a value, but: {answer}");
        return value;
    }

    /// <summary>The value of an expression that is a list of numbers.</summary>
    public double[] Numbers(string expression) => Value(expression).Deserialize<double[]>()!;

    /// <summary>The exception that an expression ends in.</summary>
    public PythonError Error(string expression)
    {
        var answer = Ask(expression);
        answer.TryGetProperty("error", out var error).Should().BeTrue($"{expression} should raise, but: {answer}");
        return error.Deserialize<PythonError>(JsonSerializerOptions.Web)!;
    }

    /// <summary>Ends the process as a program ends, and tells all that was printed to its stderr.</summary>
    public string EndAndReadErrors()
    {
        _process.StandardInput.Close();
        var errors = Wait(cancellation => _errors.WaitAsync(cancellation), "end");
        _process.WaitForExit();
        _process.ExitCode.Should().Be(0);
        return errors;
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
        }

        _process.Dispose();
    }

    /// <summary>A list of numbers as Python writes it.</summary>
    internal static string List(IEnumerable<double> numbers) =>
        $"[{string.Join(", ", numbers.Select(static number => number.ToString("R", CultureInfo.InvariantCulture)))}]";

    private JsonElement Ask(string expression)
    {
        _process.StandardInput.WriteLine(JsonSerializer.Serialize(expression));
        _process.StandardInput.Flush();
        var line = Wait(cancellation => _process.StandardOutput.ReadLineAsync(cancellation).AsTask(), $"evaluate {expression}");
        return line is null
            ? throw new InvalidOperationException($"Python ended in {expression}: {_errors.Result}")
            : JsonDocument.Parse(line).RootElement;
    }

    private T Wait<T>(Func<CancellationToken, Task<T>> what, string purpose)
    {
        using var limit = new CancellationTokenSource(Patience);
        try
        {
            return what(limit.Token).GetAwaiter().GetResult();
        }
        catch (OperationCanceledException exception)
        {
            _process.Kill();
            throw new TimeoutException($"Python did not {purpose} within {Patience}.", exception);
        }
    }
}

/// <summary>An exception in Python: its class, its text, and what the tests look at besides.</summary>
public sealed record PythonError(string Class, string Message, int? Code, string? Cause);
