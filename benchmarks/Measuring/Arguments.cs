using System;
using System.Globalization;

namespace NativeCallbacks.Benchmarks.Measuring;

/// <summary>What a command line sets: <c>--rounds 3 --readme file</c>.</summary>
internal sealed class Arguments(string[] arguments)
{
    /// <summary>The value after an option's name; the given one where the option is not there.</summary>
    public string Text(string option, string otherwise)
    {
        var place = Array.IndexOf(arguments, "--" + option);
        return place < 0 ? otherwise : arguments[place + 1];
    }

    /// <inheritdoc cref="Text"/>
    public int Number(string option, int otherwise) =>
        int.Parse(Text(option, otherwise.ToString(CultureInfo.InvariantCulture)), CultureInfo.InvariantCulture);
}
