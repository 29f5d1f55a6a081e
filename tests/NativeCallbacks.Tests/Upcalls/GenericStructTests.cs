using NativeCallbacks.Tests.Structs;

namespace NativeCallbacks.Tests.Upcalls;

/// <summary>Handlers whose generic structs cross by value: .NET 8 lets no static method have them.</summary>
public class GenericStructTests
{
    [NotOnMonoFact(Mono.NoGenericResults)]
    public void Handler_WithAContext_GetsAndGivesGenericStructs()
    {
        (Pair<long>, Pair<double>, double) seen = default;
        using var handler = new SwapWithContext((first, second, _, weight) =>
        {
            seen = (first, second, weight);
            return new(second.Second, first.First);
        }).ToManagedCallback();

        handler.Callback.Invoke(new(1L << 40, -2), new(3.5, -4.25), handler.UserData, 0.125).Should().Be(new Pair<double>(-4.25, 1L << 40));

        seen.Should().Be((new Pair<long>(1L << 40, -2), new Pair<double>(3.5, -4.25), 0.125));
        handler.Fault.Should().BeNull();
    }

    [NotOnMonoFact(Mono.NoGenericResults)]
    public void Handlers_WithContexts_AreDistinguished()
    {
        using var one = new SwapWithContext(static (first, _, _, weight) => new(first.First, weight)).ToManagedCallback();
        using var other = new SwapWithContext(static (_, second, _, weight) => new(weight, second.Second)).ToManagedCallback();

        one.Callback.Invoke(new(5, 6), new(7, 8), one.UserData, 9).Should().Be(new Pair<double>(5, 9));
        other.Callback.Invoke(new(5, 6), new(7, 8), other.UserData, 9).Should().Be(new Pair<double>(9, 8));
    }
}
