using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Text;
using Microsoft.CodeAnalysis.Text;

namespace NativeCallbacks.Generators.Tests.Harness;

/// <summary>
/// Source in which <c>[|NCB0005:values|]</c> marks a diagnostic and its place; <c>[|NCB0016,NCB0017:Op|]</c> marks two
/// in one place. Marks may nest.
/// </summary>
internal sealed record Markup(string Source, ImmutableArray<(string Id, TextSpan Span)> Marks)
{
    public static Markup Parse(string marked)
    {
        var source = new StringBuilder();
        var marks = ImmutableArray.CreateBuilder<(string Id, TextSpan Span)>();
        var open = new Stack<(string Ids, int Start)>();
        for (var index = 0; index < marked.Length;)
        {
            if (string.CompareOrdinal(marked, index, "[|", 0, 2) == 0)
            {
                var colon = marked.IndexOf(':', index);
                open.Push((marked[(index + 2)..colon], source.Length));
                index = colon + 1;
            }
            else if (string.CompareOrdinal(marked, index, "|]", 0, 2) == 0)
            {
                var (ids, start) = open.Pop();
                marks.AddRange(ids.Split(',').Select(id => (id, TextSpan.FromBounds(start, source.Length))));
                index += 2;
            }
            else
            {
                source.Append(marked[index++]);
            }
        }

        open.Should().BeEmpty("each [| of the test source needs its |]");
        return new Markup(source.ToString(), marks.ToImmutable());
    }
}
