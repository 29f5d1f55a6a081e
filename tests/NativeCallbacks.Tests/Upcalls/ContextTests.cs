using System.Collections.Generic;
using System.Linq;

namespace NativeCallbacks.Tests.Upcalls;

/// <summary>The numbers that native code passes back. The class is the library's own, compiled into the tests.</summary>
public class ContextTests
{
    [Fact]
    public void Scrambling_IsOneToOne_AndFindsTheWayBack()
    {
        for (var i = 0; i < 64; i++)
        {
            var (number, small) = (1UL << i, 1U << (i & 31));
            Contexts.Unscramble(Contexts.Scramble(number)).Should().Be(number);
            Contexts.Unscramble(Contexts.Scramble(number - 1)).Should().Be(number - 1);
            Contexts.Unscramble(Contexts.Scramble(small)).Should().Be(small);
            Contexts.Unscramble(Contexts.Scramble(small - 1)).Should().Be(small - 1);
        }
    }

    [Fact]
    public void WasIssued_KnowsWhatWasAndWhatWasNot()
    {
        var issued = Enumerable.Range(0, 1_000).Select(static _ => Contexts.Next()).ToList();

        issued.Should().OnlyHaveUniqueItems().And.NotContain((nint)0).And.OnlyContain(static context => Contexts.WasIssued(context));
        Contexts.WasIssued(0).Should().BeFalse();
        Contexts.WasIssued((nint)Contexts.Scramble(1_000_000_000UL)).Should().BeFalse();
    }

    /// <summary>Contexts of 32 bits by the same scheme: tables that make and drop callbacks while other signatures take numbers too.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    public void ThirtyTwoBits_TakeFewNumbersForEachCallback(int numbersOfOthers)
    {
        const int Rounds = 200_000;
        const int Live = 100;
        const int Places = 256;
        var counter = 0U;
        var places = new bool[Places];
        var live = new Queue<uint>();
        var taken = 0L;
        for (var round = 0; round < Rounds; round++)
        {
            counter += (uint)numbersOfOthers;
            uint context;
            do
            {
                context = Contexts.Scramble(++counter);
                taken++;
            }
            while (places[context % Places]);

            places[context % Places] = true;
            live.Enqueue(context);
            if (live.Count > Live)
            {
                places[live.Dequeue() % Places] = false;
            }
        }

        ((double)taken / Rounds).Should().BeLessThan(2, "a table is at most half full, so that 2³² numbers are 2³¹ callbacks and more");
    }

    [Fact]
    public void ThirtyTwoBits_WrapWithoutZero_AndReturnOnlyAfterAllOthers()
    {
        const int Around = 1_000;
        var last = (1L << 32) - Around;
        var before = last;
        var counter = 0L;
        var first = Enumerable.Range(0, Around).Select(_ => Contexts.Next(ref counter, pointerSize: 4)).ToList();

        var issued = Enumerable.Range(0, (2 * Around) - 1).Select(_ => Contexts.Next(ref last, pointerSize: 4)).ToList();

        // The number 2³² is skipped, because its context would be zero; from then on the contexts are those from the beginning.
        last.Should().Be(before + (2 * Around));
        issued.Should().OnlyHaveUniqueItems().And.NotContain((nint)0);
        issued.All(static context => context == (int)context).Should().BeTrue();
        issued.Skip(Around - 1).Should().Equal(first);
        first.Should().OnlyContain(context => Contexts.WasIssued(context, Around, 4)).And.OnlyContain(context => Contexts.WasIssued(context, last, 4));
        issued.Take(Around - 1).Should().OnlyContain(context => !Contexts.WasIssued(context, before, 4)).And.OnlyContain(context => Contexts.WasIssued(context, last, 4));
        Contexts.WasIssued(0, last, 4).Should().BeFalse();
    }

    [NotOnMonoFact(Mono.NoContexts)]
    public void Contexts_OfTwoSignatures_AreNeverTheSame()
    {
        using var owners = new Disposables();
        var contexts = new HashSet<nint>();
        for (var i = 0; i < 2_000; i++)
        {
            contexts.Add(owners.Add(new Count(static (i, _) => i).ToManagedCallback()).UserData).Should().BeTrue();
            contexts.Add(owners.Add(new ReusedCount(static (i, _) => i).ToManagedCallback()).UserData).Should().BeTrue();
        }
    }
}
