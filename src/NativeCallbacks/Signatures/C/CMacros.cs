namespace NativeCallbacks;

/// <summary>
/// The words in prototypes of header files that only the preprocessor knows, and that do not change the call:
/// <c>SQLITE_API int f(void)</c>, <c>PyAPI_FUNC(void) f(void)</c>, <c>int ZEXPORT f OF((void))</c>. They are recognized by
/// their place, where C allows no name.
/// </summary>
internal static class CMacros
{
    /// <summary>Whether an unknown word at the start of a declaration is not its type, because a type follows.</summary>
    public static bool IsBeforeType(SignatureScanner scanner, CTypeNames names)
    {
        var index = 1;
        while (scanner.Peek(index) is "const" or "volatile")
        {
            index++;
        }

        var next = scanner.Peek(index);
        var after = scanner.Peek(index + 1);
        return IsType(next, names) || (IsName(next) && (IsName(after) || after is "*" or "const" || IsType(after, names)));
    }

    /// <summary>Whether an unknown word, with something in parentheses, is before a declaration: <c>API(void) f(void)</c>, <c>API(2) int f(void)</c>.</summary>
    /// <param name="scanner">The text, at the word.</param>
    /// <param name="names">The names of types.</param>
    /// <param name="hasType">Whether the type is in the parentheses.</param>
    public static bool IsCall(SignatureScanner scanner, CTypeNames names, out bool hasType)
    {
        var end = scanner.Peek(1) == "(" ? Closing(scanner, 1) : -1;
        var next = end < 0 ? "" : scanner.Peek(end + 1);
        hasType = IsName(next) && !IsType(next, names);
        return hasType || IsType(next, names);
    }

    /// <summary>Skips the words between a type and the name that it declares.</summary>
    public static void SkipBeforeName(SignatureScanner scanner)
    {
        while (IsName(scanner.Current)
            && (scanner.Peek(1) == "*" || (IsName(scanner.Peek(1)) && !IsAroundParameters(scanner, 1) && !IsInParameter(scanner))))
        {
            scanner.Next();
        }
    }

    /// <summary>Whether names are followed by the end of a parameter, where two are more likely a mistake.</summary>
    private static bool IsInParameter(SignatureScanner scanner)
    {
        var end = 1;
        while (IsName(scanner.Peek(end)))
        {
            end++;
        }

        return scanner.Peek(end) is ")" or ",";
    }

    /// <summary>Whether a word is a macro with the parameters in parentheses of their own: <c>OF((int x))</c>.</summary>
    public static bool IsAroundParameters(SignatureScanner scanner, int ahead) =>
        IsName(scanner.Peek(ahead)) && scanner.Peek(ahead + 1) == "(" && scanner.Peek(ahead + 2) == "(";

    /// <summary>Whether parentheses are around a declarator that begins with such a word: <c>(XMLCALL *handler)(void)</c>.</summary>
    public static bool IsInDeclarator(SignatureScanner scanner) =>
        IsName(scanner.Peek(1)) && scanner.Peek(2) == "*" && Closing(scanner, 0) is >= 0 and var end && scanner.Peek(end + 1) == "(";

    /// <summary>Skips words behind a prototype: <c>int f(void) G_GNUC_PURE</c>.</summary>
    public static void SkipAtEnd(SignatureScanner scanner)
    {
        while (IsName(scanner.Current))
        {
            scanner.Next();
            if (scanner.Current == "(" && Closing(scanner, 0) is >= 0 and var end)
            {
                for (; end >= 0; end--)
                {
                    scanner.Next();
                }
            }
        }
    }

    private static bool IsName(string word) =>
        word.Length > 0 && (char.IsLetter(word[0]) || word[0] == '_') && !CKeywords.IsReserved(word) && CConventions.Find(word) is null;

    private static bool IsType(string word, CTypeNames names) =>
        word is "char" or "short" or "int" or "long" or "float" or "double" or "signed" or "unsigned" or "_Complex"
            or "void" or "struct" or "union" or "enum" or "extern" or "static" or "inline"
        || ScalarType.Find(word) is not null
        || (word.Length > 0 && names.Find(word) is not null);

    /// <summary>How far ahead the parenthesis is that closes the one at an index; −1 if there is none.</summary>
    private static int Closing(SignatureScanner scanner, int index)
    {
        for (var depth = 0; scanner.Peek(index) is { Length: > 0 } token; index++)
        {
            depth += token == "(" ? 1 : token == ")" ? -1 : 0;
            if (depth == 0)
            {
                return index;
            }
        }

        return -1;
    }
}
