using System.Threading.Tasks;
using NativeCallbacks.Generators.Tests.Harness;

namespace NativeCallbacks.Generators.Tests.Diagnostics;

/// <summary>NCB0036: handlers in place of callbacks. NCB0038: functions with the context of another.</summary>
public class HandlerArgumentTests
{
    private const string Signatures = """
        [NativeSignature] public delegate double F(double x, [UserData] nint data);
        [NativeSignature] public delegate int G(in int a, in int b);
        [NativeSignature] public delegate double Integrate(double from, NativeCallback<F> f, [UserData(nameof(f))] nint data);
        [NativeSignature] public delegate void Sort([Shape(nameof(n))] Span<int> x, int n, NativeCallback<G> compare);

        """;

    private const string Expose = "call ToManagedCallback() of a F, pass the Callback of the result, and its UserData for 'data', and dispose it once native code "
        + "no longer uses it; or mark the parameter [CallScoped], if native code uses it only while the call runs";

    private const string ExposePlain = "call ToManagedCallback() of a G, pass the Callback of the result, and dispose it once native code "
        + "no longer uses it; or mark the parameter [CallScoped], if native code uses it only while the call runs";

    [Theory]
    [InlineData("integrate.Invoke(0, [|NCB0036:(x, _) => x|], 0);", "A lambda is passed for 'f', which is a NativeCallback<F>: " + Expose)]
    [InlineData("integrate.Invoke(0, [|NCB0036:delegate { return 1; }|], 0);", "A lambda is passed for 'f', which is a NativeCallback<F>: " + Expose)]
    [InlineData("integrate.Invoke(data: 0, from: 1, [|NCB0036:f: Method|]);", "The method 'Method' is passed for 'f', which is a NativeCallback<F>: " + Expose)]
    [InlineData("integrate.Invoke(0, [|NCB0036:f|], 0);", "The delegate 'f' is passed for 'f', which is a NativeCallback<F>: " + Expose)]
    [InlineData("integrate.Invoke(0, [|NCB0036:owner|], 0);", "The ManagedCallback<F> 'owner' is passed for 'f', which is a NativeCallback<F>: pass its Callback, and its UserData for 'data'")]
    [InlineData("sort.Invoke(new int[3], 3, [|NCB0036:(in int a, in int b) => a - b|]);", "A lambda is passed for 'compare', which is a NativeCallback<G>: " + ExposePlain)]
    [InlineData("sort.Invoke(new int[3], [|NCB0036:g|]);", "The delegate 'g' is passed for 'compare', which is a NativeCallback<G>: " + ExposePlain)]
    [InlineData("Own(7, [|NCB0036:owner|]);", "The ManagedCallback<F> 'owner' is passed for 'callback', which is a NativeCallback<F>: pass its Callback")]
    [InlineData("_ = new Wrapper([|NCB0036:owner|]);", "The ManagedCallback<F> 'owner' is passed for 'callback', which is a NativeCallback<F>: pass its Callback")]
    public async Task Handler_InPlaceOfACallback_IsExplainedBesideTheCompilersError(string call, string message) =>
        (await Verifier.Explains(Signatures, Method(call))).Should().Be(message);

    [Theory]
    [InlineData("integrate.Invoke(0, owner.Callback, [|NCB0038:0|]);", "'owner' is passed with '0', which is not its context, so native code cannot find its handler: pass 'owner.UserData'")]
    [InlineData("integrate.Invoke(0, owner.Callback, [|NCB0038:default|]);", "'owner' is passed with 'default', which is not its context, so native code cannot find its handler: pass 'owner.UserData'")]
    [InlineData("integrate.Invoke(0, owner.Callback, [|NCB0038:nint.Zero|]);", "'owner' is passed with 'nint.Zero', which is not its context, so native code cannot find its handler: pass 'owner.UserData'")]
    [InlineData("integrate.Invoke(0, owner.Callback, [|NCB0038:other.UserData|]);", "'owner' is passed with 'other.UserData', which is not its context, so native code cannot find its handler: pass 'owner.UserData'")]
    [InlineData("integrate.Invoke([|NCB0038:data: 0|], from: 1, f: owner.Callback);", "'owner' is passed with '0', which is not its context, so native code cannot find its handler: pass 'owner.UserData'")]
    public async Task Function_WithAContextThatIsNotItsOwn_IsReported(string call, string message) =>
        (await Verifier.Message(Signatures, Method(call))).Should().Be(message);

    [Theory]
    [InlineData("integrate.Invoke(0, owner.Callback, owner.UserData);")]
    [InlineData("integrate.Invoke(0, _kept.Callback, _kept.UserData); integrate.Invoke(0, this._kept.Callback, _kept.UserData);")]
    [InlineData("var data = other.UserData; integrate.Invoke(0, owner.Callback, data);")]
    [InlineData("integrate.Invoke(0, default, 0);")]
    [InlineData("integrate.Invoke(0, callback, 0);")]
    [InlineData("sort.Invoke(new int[3], plain.Callback);")]
    [InlineData("Own(0, owner.Callback);")]
    public Task Function_WithAContextThatMayBeItsOwn_IsNotReported(string call) => Verifier.Accepts(Signatures, Method(call));

    private static string Method(string call) => $$"""
        class Uses
        {
            private readonly ManagedCallback<F> _kept = new F(static (x, _) => x).ToManagedCallback();

            void Use(NativeCallback<Integrate> integrate, NativeCallback<Sort> sort, NativeCallback<F> callback, F f, G g)
            {
                using var owner = f.ToManagedCallback();
                using var other = f.ToManagedCallback();
                using var plain = g.ToManagedCallback();
                {{call}}
                _kept.ThrowIfFaulted();
            }

            static double Method(double x, nint data) => x;
            static void Own(int x, NativeCallback<F> callback) { }
        }

        class Wrapper
        {
            public Wrapper(NativeCallback<F> callback) { }
        }
        """;
}
