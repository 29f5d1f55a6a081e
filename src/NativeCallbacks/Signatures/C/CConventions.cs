using System;

namespace NativeCallbacks;

/// <summary>Calling conventions as C compilers spell them.</summary>
internal static class CConventions
{
    /// <summary>Steps over a convention if one comes next; null where none does.</summary>
    /// <exception cref="FormatException">It is one that .NET cannot call.</exception>
    public static NativeConvention? Accept(SignatureScanner scanner)
    {
        var convention = Find(scanner.Current);
        if (convention is not null)
        {
            scanner.Next();
            return convention;
        }

        return scanner.Current switch
        {
            "__fastcall" or "__vectorcall" or "__regcall" => throw scanner.Refused(
                scanner.Position, $"functions with '{scanner.Current}' cannot be called from .NET; export one with the default convention"),
            "__attribute__" or "__declspec" => throw scanner.Refused(
                scanner.Position, $"what '{scanner.Current}' says is not understood; leave it out if it is not about the call"),
            _ => null,
        };
    }

    /// <summary>The convention that a word means; null for other words.</summary>
    public static NativeConvention? Find(string word) => word switch
    {
        "__cdecl" => NativeConvention.Cdecl,
        "__stdcall" => NativeConvention.Stdcall,
        "__thiscall" => NativeConvention.Thiscall,
        "WINAPI" or "CALLBACK" or "APIENTRY" => NativeConvention.System,
        _ => null,
    };

    /// <summary>The word that stands before the star; empty for C's own convention.</summary>
    public static string Word(NativeConvention convention) => convention switch
    {
        NativeConvention.Stdcall => "__stdcall ",
        NativeConvention.Thiscall => "__thiscall ",
        NativeConvention.System => "WINAPI ",
        _ => "",
    };
}
