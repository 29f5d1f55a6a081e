namespace NativeCallbacks.LibraryTests;

/// <summary>Java calls native methods that are written in C#; prints what came of each call.</summary>
internal static partial class JvmScenario
{
    public const string Name = "jvm";

    public const string Expected =
        """
        success: 41
        exception: InvalidOperationException: 13
        the same callback again: 41
        null reference: NullReferenceException
        disposed: HandlerNotCalledException: Disposed
        reported, in Java: -3
        reported, not caught in Java: pending
        reported and thrown, in Java: InvalidOperationException: 13
        the same function again: 14
        rounds: 1000
        string, array and classes: True 4 4 0,7,5 True True False 0

        """;

    [StaticCallback(nameof(Twice), OnFault = nameof(Report), ReportOnly = true)]
    private static partial NativeCallback<JavaIntFunction> Reporting { get; }

    [StaticCallback(nameof(Twice), OnFault = nameof(Report))]
    private static partial NativeCallback<JavaIntFunction> ReportingAndThrowing { get; }

    public static void Play()
    {
        var jvm = new Jvm();
        var owner = new JavaIntFunction(static (_, _, x) => Twice(0, 0, x)).ToManagedCallback();
        jvm.Register(owner.Callback);
        Print("success", () => jvm.Run(20));
        Print("exception", () => jvm.Run(13));
        Print("the same callback again", () => jvm.Run(20));
        Print("null reference", () => jvm.Run(-1));
        owner.Dispose();
        Print("disposed", () => jvm.Run(20));

        jvm.Register(Reporting);
        Print("reported, in Java", () => jvm.Guarded(13));
        jvm.Run(13);
        Print("reported, not caught in Java", () => jvm.HasException ? "pending" : "lost");
        jvm.ClearException();

        jvm.Register(ReportingAndThrowing);
        Print("reported and thrown, in Java", () => jvm.Guarded(13));
        Print("the same function again", () => jvm.Guarded(7));
        Print("rounds", () => Rounds(jvm));
        Print("string, array and classes", jvm.Describe);
    }

    private static int Twice(nint environment, nint type, int x)
    {
        string? text = x == -1 ? null : "";
        return x == 13 ? throw new InvalidOperationException("13") : (2 * x) + text!.Length;
    }

    private static int Report(Exception exception, nint environment, nint type, int x)
    {
        Jvm.Throw(environment, $"{exception.Message}!");
        return 0;
    }

    private static int Rounds(Jvm jvm)
    {
        var played = 0;
        Stress.Rounds(round =>
        {
            using var callback = new JavaIntFunction((_, _, x) => round % 10 == 0 ? throw new InvalidOperationException($"{round}") : x - round).ToManagedCallback();
            jvm.Register(callback.Callback);
            var outcome = Outcome(() => jvm.Run(3 * round));
            played += outcome == (round % 10 == 0 ? $"InvalidOperationException: {round}" : $"{(2 * round) + 1}") ? 1 : 0;
        });
        return played;
    }

    private static void Print(string what, Func<object> call) => Console.WriteLine($"{what}: {Outcome(call)}");

    private static string Outcome(Func<object> call)
    {
        try
        {
            return $"{call()}";
        }
        catch (HandlerNotCalledException exception)
        {
            return $"{nameof(HandlerNotCalledException)}: {exception.Reason}";
        }
        catch (NullReferenceException)
        {
            return nameof(NullReferenceException);
        }
        catch (InvalidOperationException exception)
        {
            return $"{nameof(InvalidOperationException)}: {exception.Message}";
        }
    }
}
