using System.Threading.Tasks;
using NativeCallbacks.Generators.Tests.Harness;

namespace NativeCallbacks.Generators.Tests.Upcalls;

/// <summary>NCB0023 and NCB0024: managed callbacks that nobody can dispose.</summary>
public class OwnershipTests
{
    private const string Signature = "[NativeSignature] public delegate double F(double x);";

    [Theory]
    [InlineData("[|NCB0023:f.ToManagedCallback()|];", "The result is discarded")]
    [InlineData("_ = [|NCB0023:f.ToManagedCallback()|];", "The result is discarded")]
    [InlineData("Use([|NCB0023:f.ToManagedCallback()|].Callback);", "Only 'Callback' is read from the result")]
    [InlineData("var data = [|NCB0023:f.ToManagedCallback()|].UserData; Use(data);", "Only 'UserData' is read from the result")]
    [InlineData("Action later = () => [|NCB0023:f.ToManagedCallback()|]; later();", "The result is discarded")]
    [InlineData("Func<object> later = () => [|NCB0023:new F(x => x).ToManagedCallback()|].Callback; Use(later);", "Only 'Callback' is read from the result")]
    [InlineData("Local(); void Local() => [|NCB0023:f.ToManagedCallback(e => { })|];", "The result is discarded")]
    public async Task Owner_ThatIsThrownAway_IsReported(string body, string fact) =>
        (await Verifier.Message(Signature, Method(body))).Should()
            .Be(fact + ", so the managed callback cannot be disposed: store it, and dispose it once native code no longer uses the function");

    [Theory]
    [InlineData("[|NCB0023:new CallbackState<Uses>(this)|];", "The result is discarded, so the state cannot be disposed")]
    [InlineData("Use([|NCB0023:new NativeCallbacks.CallbackState<Uses>(this)|].UserData);", "Only 'UserData' is read from the result, so the state cannot be disposed")]
    [InlineData("Use([|NCB0023:f.ToManagedCallback()|].DestroyNotify);", "Only 'DestroyNotify' is read from the result, so the managed callback cannot be disposed")]
    [InlineData("var [|NCB0024:owner|] = new CallbackState<Uses>(this); Use(owner.UserData);", "The state 'owner' is neither disposed nor passed on, so its object lives as long as the process")]
    public async Task State_ThatNobodyCanDispose_IsReported(string body, string fact) =>
        (await Verifier.Message(Signature, Method(body))).Should().StartWith(fact + ": ");

    [Fact]
    public Task Owner_ThatAFieldThrowsAway_IsReported() => Verifier.Reports(
        Signature, "static class Uses { static readonly NativeCallback<F> Callback = [|NCB0023:new F(static x => x).ToManagedCallback()|].Callback; }");

    [Theory]
    [InlineData("var [|NCB0024:owner|] = f.ToManagedCallback();")]
    [InlineData("var [|NCB0024:owner|] = f.ToManagedCallback(); Use(owner.Callback); owner.ThrowIfFaulted(); owner.Reset(); Use(owner.UserData); _ = owner.Fault;")]
    [InlineData("ManagedCallback<F> [|NCB0024:owner|] = f.ToManagedCallback(), other = f.ToManagedCallback(); other.Dispose();")]
    [InlineData("Action later = () => { var [|NCB0024:owner|] = f.ToManagedCallback(); }; later();")]
    public async Task Local_ThatIsNeverDisposed_IsReported(string body) =>
        (await Verifier.Message(Signature, Method(body))).Should().Be(
            "The managed callback 'owner' is neither disposed nor passed on, so its handler lives as long as the process: declare it with 'using', store it where it can be disposed, or pass its DestroyNotify to native code");

    [Theory]
    [InlineData("using var owner = f.ToManagedCallback();")]
    [InlineData("using (var owner = f.ToManagedCallback()) { Use(owner.Callback); }")]
    [InlineData("using (f.ToManagedCallback()) { }")]
    [InlineData("var owner = f.ToManagedCallback(); using (owner) { }")]
    [InlineData("var owner = f.ToManagedCallback(); try { Use(owner.Callback); } finally { owner.Dispose(); }")]
    [InlineData("var owner = f.ToManagedCallback(); owner?.Dispose();")]
    [InlineData("var owner = f.ToManagedCallback(); Action end = owner.Dispose; end();")]
    [InlineData("var owner = f.ToManagedCallback(); Action end = () => owner.Dispose(); end();")]
    [InlineData("var owner = f.ToManagedCallback(); _owner = owner;")]
    [InlineData("var owner = f.ToManagedCallback(); var same = owner; same.Dispose();")]
    [InlineData("var owner = f.ToManagedCallback(); Use(owner);")]
    [InlineData("var owner = f.ToManagedCallback(); Use(new[] { owner });")]
    [InlineData("var owner = f.ToManagedCallback(); Use(new { owner });")]
    [InlineData("var owner = f.ToManagedCallback(); Use((owner, 1));")]
    [InlineData("var owner = f.ToManagedCallback(); Use(owner.Callback); Use(owner.UserData); Use(owner.DestroyNotify);")]
    [InlineData("using var owner = new CallbackState<Uses>(this);")]
    [InlineData("var owner = new CallbackState<Uses>(this); Use(owner.UserData); Use(owner.DestroyNotify);")]
    [InlineData("var owner = new CallbackState<Uses>(this); _owner = owner;")]
    [InlineData("_owner = new NativeCallbacks.CallbackState<Uses>(this);")]
    [InlineData("_owner = f.ToManagedCallback();")]
    [InlineData("Use(f.ToManagedCallback());")]
    [InlineData("f.ToManagedCallback().Dispose();")]
    [InlineData("Action end = f.ToManagedCallback().Dispose; Use(end);")]
    [InlineData("Func<ManagedCallback<F>> make = () => f.ToManagedCallback(); Use(make);")]
    [InlineData("var made = new[] { f.ToManagedCallback() }; Use(made);")]
    [InlineData("#pragma warning disable NCB0023\n f.ToManagedCallback();\n#pragma warning restore NCB0023\n")]
    public Task Owner_ThatIsKept_IsNotReported(string body) => Verifier.Accepts(Signature, Method(body));

    [Fact]
    public Task Owner_ThatIsReturned_IsNotReported() => Verifier.Accepts(Signature, """
        class Uses
        {
            ManagedCallback<F> Owner { get; } = new F(static x => x).ToManagedCallback();
            static ManagedCallback<F> Make(F f) => f.ToManagedCallback();
            static ManagedCallback<F> MakeLater(F f) { var owner = f.ToManagedCallback(); return owner; }
            static System.Collections.Generic.IEnumerable<object> MakeMany(F f) { var owner = f.ToManagedCallback(); yield return owner; }
        }
        """);

    [Fact]
    public Task MethodOfTheSameName_ThatMakesNoManagedCallback_IsNotReported() => Verifier.Accepts(
        Signature, "static class Uses { static object ToManagedCallback(this string x) => x; static void Use() { \"\".ToManagedCallback(); var x = \"\".ToManagedCallback(); } }");

    private static string Method(string body) => $$"""
        class Uses
        {
            private object? _owner;

            public override string ToString() => $"{_owner}";

            public void Use(F f)
            {
                {{body}}
            }

            private void Use(object thing) => _owner = thing;
        }
        """;
}
