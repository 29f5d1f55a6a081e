using System;
using System.Runtime.InteropServices;

namespace NativeCallbacks.Tests.Text;

[NativeSignature]
internal delegate int TextLength(string? text);

[NativeSignature]
internal delegate long TextWeight(string? text);

[NativeSignature]
internal delegate int TextLast([MarshalAs(UnmanagedType.LPUTF8Str)] string? text, out int length);

[NativeSignature]
internal delegate long TextPair(string? first, int between, string? second);

[NativeSignature]
internal delegate int TextCopy(string? text, [Shape(nameof(capacity))] Span<byte> output, int capacity);

[NativeSignature]
internal delegate nuint TextAddress(string? text);

/// <summary>Over a function without parameters, to see whether it was entered.</summary>
[NativeSignature]
internal delegate void TextTouch(string first, string second);
