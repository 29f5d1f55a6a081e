using System;
using System.Collections.Generic;
using System.Linq;
using NativeCallbacks.Generators.Model;

namespace NativeCallbacks.Generators.Emission.Text;

/// <summary>The generated part of a type of the user, and the types and the namespace around it.</summary>
internal static class PartialType
{
    /// <summary>Writes the heads, and the braces around what is written until the result is disposed.</summary>
    /// <param name="writer">Where to write.</param>
    /// <param name="type">The type.</param>
    /// <param name="isUnsafe">Whether the part has unsafe code.</param>
    public static IDisposable Open(SourceWriter writer, PartialTypeModel type, bool isUnsafe = false)
    {
        var blocks = new Blocks();
        if (type.Namespace.Length > 0)
        {
            blocks.Push(writer.Block($"namespace {type.Namespace}"));
        }

        for (var index = 0; index < type.Parts.Count; index++)
        {
            blocks.Push(writer.Block((isUnsafe && index == type.Parts.Count - 1 ? "unsafe " : "") + Head(type.Parts[index])));
        }

        return blocks;
    }

    private static string Head(TypePartModel part)
    {
        var parameters = part.TypeParameters.Count == 0 ? "" : $"<{string.Join(", ", part.TypeParameters.Select(Names.User))}>";
        return $"partial {part.Keyword} {Names.User(part.Name)}{parameters}";
    }

    private sealed class Blocks : Stack<IDisposable>, IDisposable
    {
        public void Dispose()
        {
            while (Count > 0)
            {
                Pop().Dispose();
            }
        }
    }
}
