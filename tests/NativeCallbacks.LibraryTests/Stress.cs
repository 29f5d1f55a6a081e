namespace NativeCallbacks.LibraryTests;

/// <summary>Many rounds of a scenario, with the garbage collector at work between them.</summary>
internal static class Stress
{
    private const int Count = 1_000;

    /// <summary>Plays the scenario a thousand times. Every round collects the youngest objects, and every hundredth round all.</summary>
    /// <param name="play">The scenario, which gets the number of the round.</param>
    public static void Rounds(Action<int> play)
    {
        for (var round = 0; round < Count; round++)
        {
            play(round);
            GC.Collect(round % 100 == 99 ? GC.MaxGeneration : 0);
        }
    }
}
