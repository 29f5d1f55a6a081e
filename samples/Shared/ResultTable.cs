namespace Samples;

/// <summary>The rows of the table that samples/run.sh prints: one line each, fields separated by tabs.</summary>
internal static class ResultTable
{
    /// <summary>Prints one result, and adds it to the table.</summary>
    /// <returns>Whether the output equals the reference.</returns>
    public static bool Add(string source, string address, double[] input, double[] output, double[] reference)
    {
        var equal = output.SequenceEqual(reference);
        Console.WriteLine($"{source}, {address}: {Show(input)} -> {Show(output)}");
        Add(source, address, Show(input), Show(output), equal);
        return equal;
    }

    /// <summary>Adds a row to the file that $SAMPLES_TABLE names, if it names one.</summary>
    public static void Add(string source, string address, string input, string output, bool equal)
    {
        string[] fields = [source, address, input, output, equal ? "yes" : "no"];
        if (Environment.GetEnvironmentVariable("SAMPLES_TABLE") is { Length: > 0 } file)
        {
            File.AppendAllText(file, string.Join('\t', fields) + "\n");
        }
    }

    /// <summary>The first and the last of many numbers.</summary>
    public static string ShowEnds(double[] values) =>
        values.Length == 0 ? "[]" : $"[{values[0]:G4}, ... {values.Length} numbers ..., {values[^1]:G4}]";

    private static string Show(double[] values) => $"[{string.Join(", ", values)}]";
}
