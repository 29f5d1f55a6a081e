using NativeCallbacks;

namespace PythonModule;

/// <summary>What Python calls.</summary>
internal static partial class Functions
{
    private const long UsualInterval = 1 << 20;

    [StaticCallback(nameof(Compute), OnFault = nameof(Raise), ReportOnly = true)]
    public static partial NativeCallback<ModuleFunction> ComputeCallback { get; }

    [StaticCallback(nameof(Integrate), OnFault = nameof(Raise), ReportOnly = true)]
    public static partial NativeCallback<ModuleFunction> IntegrateCallback { get; }

    /// <summary><c>compute_from_dotnet(callback, input=None, m=None, n=None, *, out=None)</c></summary>
    private static nint Compute(nint module, nint arguments, nint keywords)
    {
        var given = new CallArguments("compute_from_dotnet", ["callback", "input", "m", "n", "out"], positional: 4, arguments, keywords);
        var kernel = new Kernel(module, "callback", given.Required);
        var isExample = given["input"] == 0;
        using var input = isExample ? Items.Example() : Items.Input("input", given["input"]);
        input.Open();
        var m = given.Int("m") ?? Dimension("m", input.Shape?.Rows, isExample ? 3 : null);
        var n = given.Int("n") ?? Dimension("n", input.Shape?.Columns, isExample ? 2 : null);
        CheckDimension("m", m);
        CheckDimension("n", n);
        input.CheckMatrix("input", m, n);

        if (given["out"] is var array and not 0)
        {
            using var output = Items.Output("out", array);
            output.Open();
            output.CheckMatrix("out", m, n);
            kernel.Transform(input, output, m, n);
            return Python.NewReference(array);
        }

        using var result = new OwnItems(checked(m * n));
        kernel.Transform(input, result, m, n);
        return result.ToList();
    }

    /// <summary><c>integrate(function, a, b, intervals=1000, *, progress=None, every=1048576)</c></summary>
    private static nint Integrate(nint module, nint arguments, nint keywords)
    {
        var given = new CallArguments("integrate", ["function", "a", "b", "intervals", "progress", "every"], positional: 4, arguments, keywords);
        var kernel = new Kernel(module, "function", given.Required);
        var integral = new Simpson(given.Double("a"), given.Double("b"), given.Long("intervals") ?? 1000);
        var (progress, every) = (given["progress"], given.Long("every") ?? UsualInterval);
        if (every < 1)
        {
            throw new BadValueException($"every is {every}, but at least one point has to be computed before each report.");
        }

        if (progress != 0 && Python.IsCallable(progress) == 0)
        {
            throw new BadTypeException($"progress is of type {Reference.TypeNameOf(progress)}, which cannot be called.");
        }

        while (integral.Done < integral.Points)
        {
            kernel.AddTo(integral, every);
            Python.CheckSignals(); // so that Ctrl-C ends it
            if (progress != 0)
            {
                using var answer = Reference.Call(progress, Python.FromInteger(integral.Done), Python.FromInteger(integral.Points));
                if (Python.IsFalse(answer.Value) != 0)
                {
                    throw Errors.Raise(
                        module, Utf8Pointer.FromLiteral("Cancelled"u8), $"progress returned False after {integral.Done} of {integral.Points} points.");
                }
            }
        }

        return Python.FromDouble(integral.Result);
    }

    private static void Raise(Exception exception) => Errors.Set(exception);

    private static int Dimension(string name, long? length, int? usual) => length switch
    {
        > int.MaxValue => throw new BadValueException($"input has a length of {length}, and {name} holds at most {int.MaxValue}."),
        { } value => (int)value,
        null => usual ?? throw new BadTypeException($"{name} is missing. Pass it, or an array of two dimensions."),
    };

    private static void CheckDimension(string name, int value)
    {
        if (value < 0)
        {
            throw new BadValueException($"The dimension {name} must not be negative, and is {value}.");
        }
    }
}
