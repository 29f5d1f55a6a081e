using System.Collections.Generic;

namespace NativeCallbacks;

/// <summary>The words that are not names in C. The generator, which writes C notation too, compiles this file.</summary>
internal static class CKeywords
{
    /// <summary>
    /// The keywords of C17 (ISO/IEC 9899:2018, 6.4.1), the macros of its headers that read like keywords, and the words that
    /// compilers add for calling conventions.
    /// </summary>
    private static readonly HashSet<string> Reserved =
    [
        "auto", "break", "case", "char", "const", "continue", "default", "do", "double", "else", "enum", "extern", "float",
        "for", "goto", "if", "inline", "int", "long", "register", "restrict", "return", "short", "signed", "sizeof", "static",
        "struct", "switch", "typedef", "union", "unsigned", "void", "volatile", "while",
        "_Alignas", "_Alignof", "_Atomic", "_Bool", "_Complex", "_Generic", "_Imaginary", "_Noreturn", "_Static_assert",
        "_Thread_local", "bool", "complex",
        "__attribute__", "__cdecl", "__declspec", "__fastcall", "__inline", "__regcall", "__restrict", "__restrict__",
        "__stdcall", "__thiscall", "__vectorcall", "APIENTRY", "CALLBACK", "WINAPI",
    ];

    public static bool IsReserved(string word) => Reserved.Contains(word);

    /// <summary>A valid name in C: the same, or with <c>_</c> appended.</summary>
    public static string Name(string name) => IsReserved(name) ? name + "_" : name;
}
