namespace NativeCallbacks;

/// <summary>Calling conventions as C compilers spell them. The generator compiles this file too.</summary>
internal static class CConventions
{
    /// <summary>The convention that a word means; null for other words.</summary>
    public static NativeConvention? Find(string word) => word switch
    {
        "__cdecl" => NativeConvention.Cdecl,
        "__stdcall" => NativeConvention.Stdcall,
        "__thiscall" => NativeConvention.Thiscall,
        "WINAPI" or "CALLBACK" or "APIENTRY" => NativeConvention.Winapi,
        _ => null,
    };

    /// <summary>The word before the star, with a trailing space; empty for the default convention.</summary>
    public static string Word(NativeConvention convention) => convention switch
    {
        NativeConvention.Stdcall => "__stdcall ",
        NativeConvention.Thiscall => "__thiscall ",
        NativeConvention.Winapi => "WINAPI ",
        _ => "",
    };
}
