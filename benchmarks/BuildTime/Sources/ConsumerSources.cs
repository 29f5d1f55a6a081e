using System.Collections.Generic;
using System.Linq;

namespace NativeCallbacks.Benchmarks.BuildTime.Sources;

/// <summary>The files of a project with a number of declarations.</summary>
/// <param name="Files">What declares, ten declarations a file or all in one.</param>
/// <param name="FirstFileEdited">The first file after an edit that changes one declaration.</param>
internal sealed record ConsumerSources(IReadOnlyList<string> Files, string FirstFileEdited)
{
    /// <summary>Of the project's other code, in which nothing is declared.</summary>
    public const string Other = """
        namespace Consumer;

        public static class Other
        {
            public static int Answer() => 42;
        }
        """;

    /// <summary>The other code after an edit in it.</summary>
    public static string EditedOther(int edit) => Other.Replace("42", $"42 + {edit}");

    /// <summary>The ten shapes in turn, ten a file; a <c>#</c> in them becomes the number of the file.</summary>
    public static ConsumerSources Of(int count, string head, IReadOnlyList<string> shapes, string foot, string before, string after)
    {
        var files = Enumerable.Range(0, count)
            .Chunk(shapes.Count)
            .Select((chunk, file) => string.Join("\n", [head, .. chunk.Select(index => shapes[index % shapes.Count]), foot]).Replace("#", $"{file}"))
            .ToList();
        return new ConsumerSources(files, files[0].Replace(before, after));
    }
}
