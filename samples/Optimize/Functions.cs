using System.Runtime.InteropServices;
using NativeCallbacks;

namespace OptimizeSample;

/// <summary>A function for NLopt, whoever wrote it: its address, and the data that it is called with.</summary>
internal readonly record struct Function(NativeCallback<Objective> Address, nint Data)
{
    /// <summary>A function written in C#.</summary>
    public static Function Of(ManagedCallback<Objective> callback) => new(callback.Callback, callback.UserData);
}

/// <summary>The functions of the problem, in one language, and where their addresses come from.</summary>
internal sealed record Functions(string Language, string Origin, Function Objective, Function First, Function Second)
{
    /// <summary>The functions of problem.c, which the build compiled into a library beside this program.</summary>
    public static Functions InC()
    {
        var library = NativeLibrary.Load("problem", typeof(Functions).Assembly, DllImportSearchPath.AssemblyDirectory);
        nint Address(string name) => NativeLibrary.GetExport(library, name);
        return InNativeCode(
            "C", "export table", Address("objective"), Address("constraint"), Address("first_coefficients"), Address("second_coefficients"));
    }

    /// <summary>Functions known by their addresses: both constraints are one, with different data.</summary>
    public static Functions InNativeCode(string language, string origin, nint objective, nint constraint, nint first, nint second)
    {
        var constraints = new NativeCallback<Objective>(constraint);
        return new(language, origin, new(new(objective), 0), new(constraints, first), new(constraints, second));
    }
}
