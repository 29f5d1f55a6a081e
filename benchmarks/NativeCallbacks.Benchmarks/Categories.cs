namespace NativeCallbacks.Benchmarks;

/// <summary>Where a call stands: contenders race within one of these.</summary>
internal static class Categories
{
    /// <summary>The only call of its method, which sets up and takes down the frame of the transition.</summary>
    public const string OwnFrame = "own frame";

    /// <summary>One of many calls in a loop that do not wait for each other. The JIT sets up the frame once, before the loop.</summary>
    public const string InLoop = "in a loop";

    /// <summary>As in a loop, and the results are added up.</summary>
    public const string Summed = "summed";
}
