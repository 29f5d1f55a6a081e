using System;
using System.Runtime.InteropServices;

namespace NativeCallbacks.Tests.Text;

[NativeSignature]
internal delegate string? TextForth(int which);

[NativeSignature]
[return: StatusCode(StatusConvention.NonNullIsSuccess)]
internal delegate string TextForthOrThrow(int which);

[NativeSignature]
[return: StatusCode]
internal delegate int TextFind(int which, int status, out string? text);

/// <summary>Neither throws faults nor has a status, so that nothing but the text follows the call.</summary>
[NativeSignature(ThrowsFaults = false)]
internal delegate int TextFindPlain(int which, int status, out string? text);

[NativeSignature]
[return: MarshalAs(UnmanagedType.LPWStr)]
internal delegate string? WideTextForth(int which);

[NativeSignature]
[return: StatusCode]
internal delegate int WideTextFind(int which, int status, [MarshalAs(UnmanagedType.LPWStr)] out string? text);

[NativeSignature]
internal delegate long WideTextWeight([MarshalAs(UnmanagedType.LPWStr)] string? text);

[NativeSignature]
internal delegate nuint WideTextAddress([MarshalAs(UnmanagedType.LPWStr)] string? text);

/// <summary>Over a function without parameters, to see whether it was entered.</summary>
[NativeSignature]
internal delegate void WideTextTouch([MarshalAs(UnmanagedType.LPWStr)] string text);

[NativeSignature]
internal delegate long TextsWeight([Shape(nameof(count))] ReadOnlySpan<string> texts, int count);

[NativeSignature]
internal delegate long TextsWeightToNull([UncheckedShape] ReadOnlySpan<string> texts);

[NativeSignature]
internal delegate nuint TextsAddress([Shape(1, Optional = true)] ReadOnlySpan<string> texts);

[NativeSignature]
internal delegate nuint UncheckedTextsAddress([UncheckedShape] ReadOnlySpan<string> texts);

[NativeSignature]
internal delegate void TextsTouch([UncheckedShape] ReadOnlySpan<string> texts);

[NativeSignature]
internal delegate Utf8Pointer PointerForth(int which);

[NativeSignature]
[return: StatusCode(StatusConvention.NonNullIsSuccess)]
internal delegate Utf8Pointer PointerForthOrThrow(int which);

[NativeSignature]
internal delegate int PointerFind(int which, int status, out Utf8Pointer text);

[NativeSignature]
internal delegate long PointerWeight(Utf8Pointer text);

[NativeSignature]
internal delegate long PointersWeight([Shape(nameof(count))] ReadOnlySpan<Utf8Pointer> texts, int count);

internal struct Named
{
    public int Id;
    public Utf8Pointer Name;
}

[NativeSignature]
internal delegate long NamedWeight(in Named named);

[NativeSignature]
internal delegate void NameIt(ref Named named, int which);

// The other direction.
[NativeSignature]
[return: FaultResult(-77)]
internal delegate long TakesPointer(Utf8Pointer text, int which);

[NativeSignature]
internal delegate long CallWithPointer(NativeCallback<TakesPointer> f, int which);

[NativeSignature]
[return: FaultResult(-77)]
internal delegate long TakesWideText([MarshalAs(UnmanagedType.LPWStr)] string? text);

[NativeSignature]
internal delegate long CallWithWideText(NativeCallback<TakesWideText> f, int which);

[NativeSignature]
internal delegate Utf8Pointer ReturnsPointer(int which);

[NativeSignature]
internal delegate long CallForPointer(NativeCallback<ReturnsPointer> f, int which);

[NativeSignature]
[return: FaultResult(-77)]
internal delegate long TakesPointers([Shape(nameof(count))] ReadOnlySpan<Utf8Pointer> texts, int count);

[NativeSignature]
internal delegate long CallWithPointers(NativeCallback<TakesPointers> f, int count);
