using System;
using System.Collections.Generic;

namespace NativeCallbacks;

/// <summary>Detects the notation of a text and calls its parser.</summary>
internal static class SignatureNotation
{
    /// <param name="text">The text.</param>
    /// <param name="typeNames">For C, names of types and the types that they refer to; null for none.</param>
    /// <exception cref="FormatException">The text is not a signature.</exception>
    public static FunctionType Parse(string text, IEnumerable<KeyValuePair<string, string>>? typeNames = null)
    {
        var scanner = new SignatureScanner(text);
        return scanner.IsAtEnd ? throw scanner.Expected("a signature in the notation of C, Numba or Rust")
            : IsRust(scanner) ? RustParser.Parse(scanner)
            : IsNumba(scanner) ? NumbaParser.Parse(scanner)
            : CParser.Parse(scanner, typeNames);
    }

    private static bool IsRust(SignatureScanner scanner) => scanner.Current switch
    {
        "unsafe" or "safe" or "fn" or "pub" or "for" or "::" => true,
        "extern" => scanner.Peek(1) == "fn" || SignatureScanner.IsQuoted(scanner.Peek(1)),
        "Option" => scanner.Peek(1) == "<",
        _ => scanner.Peek(1) == "::",
    };

    /// <summary>
    /// <c>(…) -> …</c>; or one word followed by parentheses, if one of the words exists in Numba only: <c>double(double)</c> is
    /// the same in both notations, and is read as C.
    /// </summary>
    private static bool IsNumba(SignatureScanner scanner)
    {
        if (scanner.Current == "(")
        {
            return true;
        }

        var parenthesis = 1;
        while (scanner.Peek(parenthesis) == "*")
        {
            parenthesis++;
        }

        if (scanner.Peek(parenthesis) != "(" || scanner.Peek(parenthesis + 1) == "*")
        {
            return false;
        }

        for (var index = 0; scanner.Peek(index) is { Length: > 0 } word; index++)
        {
            if (NumbaParser.IsOwnWord(word))
            {
                return true;
            }
        }

        return false;
    }
}
