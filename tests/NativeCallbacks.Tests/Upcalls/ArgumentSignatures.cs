using System.Runtime.InteropServices;
using NativeCallbacks.Numerics;
using NativeCallbacks.Tests.Callbacks;

namespace NativeCallbacks.Tests.Upcalls;

internal enum Level
{
    Low = -7,
    None = 0,
    High = 1000,
}

[NativeSignature]
[return: FaultResult(Level.Low)]
internal delegate Level LevelFunction(Level a, Level b);

[NativeSignature]
internal delegate Level CallLevel(NativeCallback<LevelFunction> f, Level a, Level b);

[NativeSignature]
internal delegate void Accept(long a, long b);

[NativeSignature]
internal delegate void CallAccept(NativeCallback<Accept> f, long a, long b);

[NativeSignature]
internal delegate double Mixed20(
    int a1, double a2, sbyte a3, float a4, long a5, double a6, short a7, float a8, byte a9, double a10,
    uint a11, float a12, CLong a13, double a14, ushort a15, float a16, sbyte a17, double a18, long a19, float a20);

[NativeSignature]
internal delegate double UserMixed20(
    [UserData] nint user,
    int a1, double a2, sbyte a3, float a4, long a5, double a6, short a7, float a8, byte a9, double a10,
    uint a11, float a12, CLong a13, double a14, ushort a15, float a16, sbyte a17, double a18, long a19, float a20);

[NativeSignature]
internal delegate double CallMixed20(NativeCallback<Mixed20> f);

[NativeSignature]
internal delegate double CallUserMixed20(NativeCallback<UserMixed20> f, [UserData(nameof(f))] nint user);

[NativeSignature]
[return: FaultResult(0)]
internal delegate long ReferenceFunction(in long given, ref long changed, out long made);

/// <summary>The mask makes arguments of the callback NULL.</summary>
[NativeSignature(ThrowsFaults = false)]
internal delegate long CallReferences(nint f, int mask, long given, ref long changed, out long made);

[NativeSignature]
[return: MarshalAs(UnmanagedType.U1)]
internal delegate bool BoolFunction([MarshalAs(UnmanagedType.U1)] bool a, [MarshalAs(UnmanagedType.I4)] bool b);

[NativeSignature]
[return: MarshalAs(UnmanagedType.I4)]
[return: FaultResult(true)]
internal delegate bool WideBoolFunction([MarshalAs(UnmanagedType.I4)] bool a, [MarshalAs(UnmanagedType.U1)] bool b);

/// <summary>The raw arguments and the raw result.</summary>
[NativeSignature]
internal delegate int CallBool(nint f, byte a, int b);

[NativeSignature]
internal delegate int CallWideBool(nint f, int a, byte b);

[NativeSignature]
internal delegate long TextFunction(string? text, int tag);

/// <summary>Calls with the text of that index, see shim.h.</summary>
[NativeSignature(ThrowsFaults = false)]
internal delegate long CallText(nint f, int which);

[NativeSignature]
internal delegate NativeCallback<ScalarFunction> ChooseFunction(NativeCallback<ScalarFunction> candidate, int index);

[NativeSignature]
internal delegate double CallChoose(NativeCallback<ChooseFunction> f, int index, double x);

[NativeSignature]
internal delegate double TableFunction(CallbackTable table, double x);

[NativeSignature]
internal delegate double CallTable(NativeCallback<TableFunction> f, int first, double scale, int second, double x);

[NativeSignature(CallingConvention = CallingConvention.StdCall)]
internal delegate int StdCallOperation(int a, int b);

[NativeSignature(CallingConvention = CallingConvention.ThisCall)]
internal delegate int ThisCallOperation(int a, int b);

[NativeSignature(CallingConvention = CallingConvention.StdCall)]
internal delegate int StdCallUserOperation(int a, int b, [UserData] nint user);

[NativeSignature(CallingConvention = CallingConvention.ThisCall)]
internal delegate int ThisCallUserOperation(int a, int b, [UserData] nint user);

[NativeSignature]
internal delegate int CallOperation(nint f, int a, int b);

[NativeSignature]
internal delegate int CallUserOperation(nint f, int a, int b, nint user);
