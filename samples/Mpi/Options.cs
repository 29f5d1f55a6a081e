using System.Globalization;

namespace MpiSample;

/// <summary>What the command line asks for.</summary>
/// <param name="Elements">How many numbers all ranks have together.</param>
/// <param name="HasFault">Whether the handler that merges throws.</param>
internal sealed record Options(int Elements, bool HasFault)
{
    public const string Usage = "Usage: mpirun -n <ranks> dotnet Mpi.dll [<elements>] [--fault]";

    /// <summary>The options; null where an argument is none of them.</summary>
    public static Options? Read(string[] arguments)
    {
        var options = new Options(4_000_000, HasFault: false);
        foreach (var argument in arguments)
        {
            if (argument == "--fault")
            {
                options = options with { HasFault = true };
            }
            else if (int.TryParse(argument, NumberStyles.None, CultureInfo.InvariantCulture, out var elements) && elements > 0)
            {
                options = options with { Elements = elements };
            }
            else
            {
                return null;
            }
        }

        return options;
    }
}
