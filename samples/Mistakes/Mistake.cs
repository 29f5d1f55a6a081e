namespace MistakesSample;

/// <summary>Makes a mistake, and shows how it is met.</summary>
internal static class Mistake
{
    /// <param name="what">What is done wrong.</param>
    /// <param name="words">What the exception's message has to say of it.</param>
    /// <param name="mistake">Does it.</param>
    /// <returns>Whether it ended in an exception of that type with those words.</returns>
    public static bool Show<TException>(string what, string words, Action mistake)
        where TException : Exception
    {
        Console.WriteLine($"\n{what}");
        try
        {
            mistake();
        }
        catch (TException exception)
        {
            Print($"{typeof(TException).Name}: {exception.Message}");
            return exception.Message.Contains(words, StringComparison.Ordinal) || Fail($"This message does not say: {words}");
        }

        return Fail("Nobody noticed.");
    }

    private static bool Fail(string text)
    {
        Print(text);
        return false;
    }

    private static void Print(string text) => Console.WriteLine($"    {text.ReplaceLineEndings("\n    ")}");
}
