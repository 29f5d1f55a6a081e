using System.Collections.Generic;
using System.Linq;

namespace NativeCallbacks.Tests.Upcalls;

/// <summary>When an address or a context is used again.</summary>
public class ReuseTests
{
    private const int Quarantine = 1024;

    [Fact]
    public void Address_IsNotUsedAgain_Before1024LaterOnes()
    {
        const int Created = 5_000;
        var addresses = new List<nint>(Created);
        for (var i = 0; i < Created; i++)
        {
            using var handler = new WindowCount(static i => i).ToManagedCallback();
            addresses.Add(handler.Callback.Address);
        }

        for (var start = 0; start + Quarantine < Created; start++)
        {
            var window = addresses.GetRange(start + 1, Quarantine);
            if (window.Contains(addresses[start]))
            {
                Assert.Fail($"Address {start} was used again {window.IndexOf(addresses[start]) + 1} later.");
            }
        }

        addresses.Distinct().Should().HaveCount(Quarantine + 1, "the one that has waited long enough is used again");
    }

    [Fact]
    public void Address_OfALiveCallback_IsNeverGivenToAnother()
    {
        using var live = new ReusedPlainCount(static i => i + 42).ToManagedCallback();
        var address = live.Callback;
        for (var i = 0; i < 3 * Quarantine; i++)
        {
            using var other = new ReusedPlainCount(static _ => 1).ToManagedCallback();
            if (other.Callback.Address == address.Address)
            {
                Assert.Fail($"At {i} the address of a live callback was given to another.");
            }
        }

        Counting.SumAddress.Invoke(address.Address, 1).Should().Be(42);
    }

    [Fact]
    public void Address_UsedAgain_CallsTheNewHandler()
    {
        var addresses = new HashSet<nint>();
        var reused = 0;
        for (var i = 0; i < 3 * Quarantine; i++)
        {
            using var handler = new ReusedPlainCount(_ => i).ToManagedCallback();
            reused += addresses.Add(handler.Callback.Address) ? 0 : 1;
            var result = Counting.SumAddress.Invoke(handler.Callback.Address, 1);
            if (result != i)
            {
                Assert.Fail($"Handler {i} gave {result}.");
            }
        }

        reused.Should().BeGreaterThan(Quarantine / 2);
    }

    [NotOnMonoFact(Mono.NoContexts)]
    public void Context_OfADisposedCallback_NeverReachesALaterOne()
    {
        const int Rounds = 5_000;
        var sum = Shim.Get<SumReusedCount>("upcall_sum");
        var stale = new List<nint>();
        var address = default(NativeCallback<ReusedCount>);
        for (var i = 0; i < Rounds; i++)
        {
            using var handler = new ReusedCount((_, _) => i).ToManagedCallback();
            address = handler.Callback;
            stale.Add(handler.UserData);
            if (sum.Invoke(address, 1, handler.UserData) != i)
            {
                Assert.Fail($"Handler {i} was not found by its context.");
            }
        }

        stale.Should().OnlyHaveUniqueItems();
        using var last = new ReusedCount(static (_, _) => 4_000_000).ToManagedCallback();
        stale.Where(context => sum.Invoke(address, 1, context) != -77).Should().BeEmpty();
        sum.Invoke(last.Callback, 1, last.UserData).Should().Be(4_000_000);
        last.UserData.Should().NotBe((nint)0);
    }

    [Fact]
    public void Contexts_OfManyLiveCallbacks_FindEachItsOwn()
    {
        var sum = Shim.Get<SumReusedCount>("upcall_sum");
        using var owners = new Disposables();
        var handlers = Enumerable.Range(0, 1_000).Select(number => owners.Add(new ReusedCount((_, _) => number).ToManagedCallback())).ToArray();

        handlers.Select(handler => sum.Invoke(handler.Callback, 1, handler.UserData)).Should()
            .Equal(Enumerable.Range(0, 1_000).Select(static number => (long)number));
    }
}
