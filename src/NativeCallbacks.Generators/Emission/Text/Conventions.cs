using System.Collections.Generic;
using NativeCallbacks.Generators.Model;

namespace NativeCallbacks.Generators.Emission.Text;

/// <summary>A calling convention, in the three ways that C# spells it.</summary>
internal static class Conventions
{
    /// <summary>The text after <c>unmanaged</c> in the type of a function pointer: <c>[Cdecl]</c>.</summary>
    public static string Unmanaged(SignatureModel signature)
    {
        var names = new List<string>();
        if (signature.Convention != NativeConvention.Winapi)
        {
            names.Add($"{signature.Convention}");
        }

        if (signature.SuppressesTransition)
        {
            names.Add("SuppressGCTransition");
        }

        return names.Count == 0 ? "" : $"[{string.Join(", ", names)}]";
    }

    /// <summary>The argument of <c>UnmanagedCallersOnly</c>; empty for the platform's own convention.</summary>
    public static string Argument(NativeConvention convention) => convention == NativeConvention.Winapi
        ? ""
        : $"CallConvs = new[] {{ typeof(global::System.Runtime.CompilerServices.CallConv{convention}) }}";

    /// <summary>The member of <c>CallingConvention</c>.</summary>
    public static string Member(NativeConvention convention) => convention switch
    {
        NativeConvention.Stdcall => "StdCall",
        NativeConvention.Thiscall => "ThisCall",
        _ => $"{convention}",
    };
}
