using System.Threading.Tasks;
using NativeCallbacks.Generators.Tests.Harness;

namespace NativeCallbacks.Generators.Tests.Diagnostics;

/// <summary>NCB0025: an address that the runtime marshals, where a signature does the same.</summary>
public class MigrationTests
{
    private const string Call = "static class Uses { static object Call(nint p) => [|NCB0025:Marshal.GetDelegateForFunctionPointer<Op>(p)|]; }";

    [Fact]
    public async Task DelegateThatCanBeASignature_IsReported()
    {
        (await Verifier.Message("public delegate int Op(int x, in double y, [MarshalAs(UnmanagedType.U1)] bool z);" + Call))
            .Should().Be("Marshal.GetDelegateForFunctionPointer of 'Op' creates a delegate, and the runtime marshals each of its calls: call the address through NativeCallback<Op>");
    }

    [Fact]
    public async Task GenericDelegate_IsSaidToThrow()
    {
        (await Verifier.Message("static class Uses { static object Call(nint p) => [|NCB0025:Marshal.GetDelegateForFunctionPointer<Func<int, double>>(p)|]; }"))
            .Should().Be("Marshal.GetDelegateForFunctionPointer of 'Func<int, double>' throws because the runtime does not marshal generic delegates: call the address through NativeCallback<Func<int, double>>");
    }

    [Fact]
    public async Task ProjectWithoutUnsafeBlocks_GetsAnErrorThatSaysToAllowThem()
    {
        (await Verifier.Message("public delegate int Op(int x);" + Call, consumer: Consumer.Net10 with { AllowsUnsafe = false }))
            .Should().EndWith(": add <AllowUnsafeBlocks>true</AllowUnsafeBlocks> to the project, and call the address through NativeCallback<Op>");
    }

    [Fact]
    public Task DeclaredSignature_IsReported() => Verifier.Reports("[NativeSignature] public delegate int Op(int x);" + Call);

    [Fact]
    public Task CastOfTheOtherOverload_IsReportedWhole() => Verifier.Reports(
        "public delegate int Op(int x); static class Uses { static object Call(nint p) => [|NCB0025:(Op)Marshal.GetDelegateForFunctionPointer(p, typeof(Op))|]; }");

    [Fact]
    public Task StringInUtf8_IsReported() => Verifier.Reports("public delegate void Op([MarshalAs(UnmanagedType.LPUTF8Str)] string x);" + Call);

    /// <summary>A signature of these is rejected, or would not cross as the marshaller does it.</summary>
    [Theory]
    [InlineData("public delegate void Op(char x);")]
    [InlineData("public delegate void Op(bool x);")]
    [InlineData("public delegate bool Op();")]
    [InlineData("public delegate void Op(int[] x, int n);")]
    [InlineData("public delegate void Op(string x);")]
    [InlineData("public delegate void Op([MarshalAs(UnmanagedType.LPStr)] string x);")]
    [InlineData("[return: MarshalAs(UnmanagedType.LPWStr)] public delegate string Op(int x);")] // the marshaller frees it
    [InlineData("public delegate void Op([MarshalAs(UnmanagedType.LPUTF8Str)] out string x);")]
    [InlineData("[UnmanagedFunctionPointer(CallingConvention.Cdecl, CharSet = CharSet.Unicode)] public delegate void Op(string x);")]
    [InlineData("[UnmanagedFunctionPointer(CallingConvention.FastCall)] public delegate void Op(int x);")]
    [InlineData("public delegate string Op();")]
    [InlineData("public delegate void Op(Action x);")]
    [InlineData("public delegate ref int Op();")]
    [InlineData("public delegate void Op(int x__);")]
    public Task DelegateThatCannotBeASignature_IsNotReported(string declaration) =>
        Verifier.Accepts(declaration + Call.Replace("[|NCB0025:", "").Replace("|]", ""));

    [Theory]
    [InlineData("delegate int Op(int x);")]
    [InlineData("private protected delegate int Op(int x);")]
    public Task PrivateDelegate_ThatCanBeMadeInternal_IsReported(string declaration) =>
        Verifier.Reports($"public class Base {{ {declaration} {Call} }}");

    [Theory]
    [InlineData("class Outer { protected delegate int Op(int x); } class Inner : Outer {", "}")]
    [InlineData("enum Point { } delegate void Op(in Point x);", "")]
    public Task PrivateDelegate_ThatMoreIsHiddenOf_IsNotReported(string before, string after) =>
        Verifier.Accepts($"public class Base {{ {before} {Call.Replace("[|NCB0025:", "").Replace("|]", "")} {after} }}");

    /// <summary>netstandard2.0 has no convention of the platform's own.</summary>
    [Fact]
    public async Task DelegateWithoutConvention_OnNetStandard_IsNotReported()
    {
        await Verifier.Accepts("public delegate int Op(int x);" + Call.Replace("[|NCB0025:", "").Replace("|]", "").Replace("nint", "IntPtr"), consumer: Consumer.NetStandard);
        await Verifier.Reports("[UnmanagedFunctionPointer(CallingConvention.Cdecl)] public delegate int Op(int x);" + Call, consumer: Consumer.NetStandard);
    }

    /// <summary>The marshaller hands the native address on; of our delegate it would make a thunk that dies with it.</summary>
    [Theory]
    [InlineData("[DllImport(\"x\")] static extern void Register(Op op); static void Call(nint p) => Register(Marshal.GetDelegateForFunctionPointer<Op>(p));")]
    [InlineData("[DllImport(\"x\")] static extern void Register(Delegate op); static void Call(nint p) => Register((Op)Marshal.GetDelegateForFunctionPointer(p, typeof(Op)));")]
    [InlineData("[LibraryImport(\"x\")] internal static partial void Register(Op op); internal static partial void Register(Op op) { } static void Call(nint p) => Register(Marshal.GetDelegateForFunctionPointer<Op>(p));")]
    [InlineData("static nint Call(nint p) => Marshal.GetFunctionPointerForDelegate(Marshal.GetDelegateForFunctionPointer<Op>(p));")]
    [InlineData("static void Call(nint p, Action<Op> native) => native(Marshal.GetDelegateForFunctionPointer<Op>(p));")]
    [InlineData("struct Table { public Op? F; } static void Call(nint p) { Table table; table.F = Marshal.GetDelegateForFunctionPointer<Op>(p); _ = new Table { F = Marshal.GetDelegateForFunctionPointer<Op>(p) }; _ = table; }")]
    public Task DelegateThatGoesToNativeCode_IsNotReported(string member) =>
        Verifier.Accepts($"public delegate int Op(int x); static partial class Uses {{ {member} }}");

    [Theory]
    [InlineData("static T Call<T>(nint p) => Marshal.GetDelegateForFunctionPointer<T>(p);")]
    [InlineData("static object Call<T>(nint p) => Marshal.GetDelegateForFunctionPointer<Func<T>>(p);")]
    [InlineData("static object Call(nint p, Type t) => Marshal.GetDelegateForFunctionPointer(p, t);")]
    [InlineData("static object Call(nint p) => Marshal.GetDelegateForFunctionPointer(p, typeof(Op));")]
    [InlineData("static Delegate Call(nint p) => (MulticastDelegate)Marshal.GetDelegateForFunctionPointer(p, typeof(Op));")]
    [InlineData("static Delegate Call(nint p) => Marshal.GetDelegateForFunctionPointer<Delegate>(p);")]
    [InlineData("static nint Call(Op op) => Marshal.GetFunctionPointerForDelegate(op);")]
    [InlineData("static class Marshal { public static T GetDelegateForFunctionPointer<T>(nint p) => default!; } static Op Call(nint p) => Marshal.GetDelegateForFunctionPointer<Op>(p);")]
    public Task CallThatNamesNoDelegate_OrOfAnotherMethod_IsNotReported(string member) =>
        Verifier.Accepts($"public delegate int Op(int x); static class Uses {{ {member} }}");
}
