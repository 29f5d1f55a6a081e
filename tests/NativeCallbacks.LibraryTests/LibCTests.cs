using System.Threading;

namespace NativeCallbacks.LibraryTests;

/// <summary>The C library: the callback is an argument, and runs only while the call does.</summary>
public class LibCTests
{
    private static readonly int[] Numbers = [5, 3, 9, 1];

    [LibraryFact(LibC.FileName)]
    public void Sort_WhoseComparerThrowsOnce_Throws_AndSortsTheNextTime()
    {
        var calls = 0;
        using var compare = new CompareInts((in int a, in int b) => ++calls == 2 ? throw new InvalidOperationException("Once.") : a.CompareTo(b)).ToManagedCallback();
        int[] numbers = [.. Numbers];

        var sort = () => LibC.Sort.Invoke(numbers, 4, sizeof(int), compare.Callback);

        sort.Should().Throw<InvalidOperationException>().WithMessage("Once.");
        calls.Should().Be(2, "a faulted comparer does not run again in this sort");
        sort();
        numbers.Should().Equal(1, 3, 5, 9);
    }

    [LibraryFact(LibC.FileName)]
    public void SortInContext_WhoseComparerThrowsOnce_Throws_AndSortsTheNextTime()
    {
        var calls = 0;
        using var compare = new CompareIntsInContext((in int a, in int b, nint _) => ++calls == 1 ? throw new InvalidOperationException("Once.") : b.CompareTo(a)).ToManagedCallback();
        int[] numbers = [.. Numbers];

        var sort = () => LibC.SortInContext.Invoke(numbers, 4, sizeof(int), compare.Callback, compare.UserData);

        sort.Should().Throw<InvalidOperationException>().WithMessage("Once.");
        sort();
        numbers.Should().Equal(9, 5, 3, 1);
    }

    [LibraryFact(LibC.FileName)]
    public void Sort_WithADisposedComparer_ThrowsThatItIsDisposed()
    {
        var owner = new CompareInts(static (in int a, in int b) => a.CompareTo(b)).ToManagedCallback();
        var compare = owner.Callback;
        owner.Dispose();

        var sort = () => LibC.Sort.Invoke([.. Numbers], 4, sizeof(int), compare);

        sort.Should().Throw<HandlerNotCalledException>().Which.Reason.Should().Be(HandlerNotCalledReason.Disposed);
    }

    [LibraryFact(LibC.FileName)]
    public void SortInContext_WithADisposedComparer_ThrowsThatItIsDisposed()
    {
        var owner = new CompareIntsInContext(static (in int a, in int b, nint _) => a.CompareTo(b)).ToManagedCallback();
        var (compare, data) = (owner.Callback, owner.UserData);
        owner.Dispose();

        var sort = () => LibC.SortInContext.Invoke([.. Numbers], 4, sizeof(int), compare, data);

        sort.Should().Throw<HandlerNotCalledException>().Which.Reason.Should().Be(HandlerNotCalledReason.Disposed);
    }

    [LibraryTheory(LibC.FileName)]
    [InlineData(0, 0)]
    [InlineData(0, 12345)]
    [InlineData(1, 1)]
    [InlineData(1, -1)]
    public void SortInContext_WithAWrongContext_ThrowsThatItIsUnknown(int factor, int offset)
    {
        using var compare = new CompareIntsInContext(static (in int a, in int b, nint _) => a.CompareTo(b)).ToManagedCallback();
        int[] numbers = [.. Numbers];

        var sort = () => LibC.SortInContext.Invoke(numbers, 4, sizeof(int), compare.Callback, (factor * compare.UserData) + offset);

        sort.Should().Throw<HandlerNotCalledException>().Which.Reason.Should().Be(HandlerNotCalledReason.UnknownContext);
        LibC.SortInContext.Invoke(numbers, 4, sizeof(int), compare.Callback, compare.UserData);
        numbers.Should().Equal(1, 3, 5, 9);
    }

    [LibraryFact(LibC.FileName)]
    public void SortByStruct_WhoseComparerThrows_Throws_AndSortsTheNextTime()
    {
        var fail = true;
        using var compare = new CompareIntsInContext((in int a, in int b, nint _) => fail ? throw new InvalidOperationException($"{a} {b}") : a.CompareTo(b)).ToManagedCallback();
        int[] numbers = [.. Numbers];

        var sort = () => LibC.SortByStruct.Invoke(numbers, 4, sizeof(int), new Comparison(compare.Callback, compare.UserData));

        sort.Should().Throw<InvalidOperationException>().WithMessage("5 3");
        fail = false;
        sort();
        numbers.Should().Equal(1, 3, 5, 9);
    }

    [LibraryFact(LibC.FileName)]
    public void Sort_InAComparerOfAnotherSort_ThrowsWhatTheHandlerLetsEscape_AndNothingThatItCaught()
    {
        var caught = 0;
        using var inner = new CompareInts(static (in int a, in int b) => throw new InvalidOperationException("Inner.")).ToManagedCallback();
        using var outer = new CompareInts((in int a, in int b) =>
        {
            try
            {
                LibC.Sort.Invoke([2, 1], 2, sizeof(int), inner.Callback);
            }
            catch (InvalidOperationException)
            {
                caught++;
            }

            return a.CompareTo(b);
        }).ToManagedCallback();
        using var leaky = new CompareInts((in int a, in int b) =>
        {
            LibC.Sort.Invoke([2, 1], 2, sizeof(int), inner.Callback);
            return a.CompareTo(b);
        }).ToManagedCallback();
        int[] numbers = [.. Numbers];

        LibC.Sort.Invoke(numbers, 4, sizeof(int), outer.Callback);

        numbers.Should().Equal(1, 3, 5, 9);
        caught.Should().BeGreaterThan(3);
        outer.Fault.Should().BeNull();
        var sort = () => LibC.Sort.Invoke([.. Numbers], 4, sizeof(int), leaky.Callback);
        sort.Should().Throw<InvalidOperationException>().WithMessage("Inner.").Which.Should().BeSameAs(leaky.Fault);
    }

    [LibraryFact(LibC.FileName)]
    public void Sort_OnTwoThreadsWithOneComparer_ThrowsOnlyWhereItThrew()
    {
        var failing = new ThreadLocal<bool>();
        using var compare = new CompareInts((in int a, in int b) => failing.Value ? throw new InvalidOperationException("On one thread.") : a.CompareTo(b))
            .ToManagedCallback(null, FaultPolicy.KeepCalling);
        using var start = new Barrier(2);
        var outcomes = new Exception?[2];
        var threads = Enumerable.Range(0, 2).Select(index => new Thread(() =>
        {
            failing.Value = index == 1;
            start.SignalAndWait();
            outcomes[index] = Record.Exception(() =>
            {
                for (var round = 0; round < 100; round++)
                {
                    int[] numbers = [.. Numbers];
                    LibC.Sort.Invoke(numbers, 4, sizeof(int), compare.Callback);
                    numbers.Should().Equal(1, 3, 5, 9);
                }
            });
        })).ToList();
        threads.ForEach(static thread => thread.Start());
        threads.ForEach(static thread => thread.Join());

        outcomes[0].Should().BeNull();
        outcomes[1].Should().BeOfType<InvalidOperationException>().Which.Message.Should().Be("On one thread.");
    }

    // The other thread calls without an Invoke of its own, so the one that was given the comparer throws; what it then calls itself is
    // stopped, which is no failure beside that.
    [LibraryFact(LibC.FileName)]
    public unsafe void SortInContext_WhoseComparerThrowsOnAThreadWithoutInvoke_ThrowsThatException_AndSortsTheNextTime()
    {
        var calls = 0;
        ManagedCallback<CompareIntsInContext>? owner = null;
        using var compare = new CompareIntsInContext((in int a, in int b, nint _) =>
        {
            switch (++calls)
            {
                case 1:
                    var thread = new Thread(() =>
                    {
                        var one = 1;
                        owner!.Callback.AsPointer()(&one, &one, owner.UserData);
                    });
                    thread.Start();
                    thread.Join();
                    break;
                case 2:
                    throw new InvalidOperationException("On a thread.");
            }

            return a.CompareTo(b);
        }).ToManagedCallback();
        owner = compare;
        int[] numbers = [.. Numbers];

        var sort = () => LibC.SortInContext.Invoke(numbers, 4, sizeof(int), compare.Callback, compare.UserData);

        sort.Should().Throw<InvalidOperationException>().WithMessage("On a thread.");
        calls.Should().Be(2);
        sort();
        numbers.Should().Equal(1, 3, 5, 9);
    }

    [LibraryFact(LibC.FileName)]
    public void Sort_WithAComparerThatIsCalledOn_ThrowsTheFirstException_AndSorts()
    {
        var calls = 0;
        using var compare = new CompareInts((in int a, in int b) => ++calls <= 2 ? throw new InvalidOperationException($"Call {calls}.") : a.CompareTo(b))
            .ToManagedCallback(null, FaultPolicy.KeepCalling);
        int[] numbers = [.. Numbers];

        var sort = () => LibC.Sort.Invoke(numbers, 4, sizeof(int), compare.Callback);

        sort.Should().Throw<InvalidOperationException>().WithMessage("Call 1.");
        calls.Should().BeGreaterThan(3);
        compare.Fault!.Message.Should().Be("Call 2.", "that is the latest one");
        sort();
        numbers.Should().Equal(1, 3, 5, 9);
    }

    [LibraryFact(LibC.FileName)]
    public void Search_WhoseComparerThrowsOnce_Throws_AndFindsTheNextTime()
    {
        var fail = true;
        using var compare = new CompareInts((in int key, in int item) => fail ? throw new InvalidOperationException($"{key} and {item}") : key.CompareTo(item)).ToManagedCallback();
        var items = GC.AllocateArray<int>(3, pinned: true);
        new[] { 2, 4, 7 }.CopyTo(items, 0);

        var search = () => LibC.Search.Invoke(7, items, 3, sizeof(int), compare.Callback);

        search.Should().Throw<InvalidOperationException>().WithMessage("7 and 4");
        fail = false;
        search().Should().Be(Marshal.UnsafeAddrOfPinnedArrayElement(items, 2));
        LibC.Search.Invoke(5, items, 3, sizeof(int), compare.Callback).Should().Be(0);
    }

    [LibraryFact(LibC.FileName)]
    public void Walk_WhoseVisitorThrows_Throws_AndWalksTheNextTime()
    {
        using var tree = new Tree();
        var (fail, seen) = (true, new List<string>());
        using var visit = new VisitFile((string path, nint _, int _, in TreePlace place) =>
        {
            seen.Add($"{place.Level}{path[(tree.Root.Length)..]}");
            return fail && place.Level == 1 ? throw new InvalidOperationException(path) : 0;
        }).ToManagedCallback();

        var walk = () => LibC.Walk.Invoke(tree.Root, visit.Callback, 4, 0);

        walk.Should().Throw<InvalidOperationException>();
        seen.Should().HaveCount(2, "the visitor is not called after its fault");
        seen.Clear();
        fail = false;
        walk().Should().Be(0);
        seen.Should().BeEquivalentTo("0", "1/a", "2/a/b", "1/c");
    }

    [LibraryFact(LibC.FileName)]
    public void Walk_WithAFaultResult_EndsAtTheFault()
    {
        using var tree = new Tree();
        using var visit = new VisitFileOrStop(static (string _, nint _, int _, in TreePlace _) => throw new InvalidOperationException("At the root.")).ToManagedCallback();

        var walk = () => LibC.WalkOrStop.Invoke(tree.Root, visit.Callback, 4, 0);

        walk.Should().Throw<InvalidOperationException>().WithMessage("At the root.");
    }

    [LibraryFact(LibC.FileName)]
    public void Sort_AThousandTimesWhileTheCollectorWorks_SortsOrThrows() => Stress.Rounds(static round =>
    {
        var calls = 0;
        using var compare = new CompareIntsInContext((in int a, in int b, nint _) =>
            round % 10 == 0 && ++calls == 3 ? throw new InvalidOperationException($"{round}") : a.CompareTo(b)).ToManagedCallback();
        int[] numbers = [.. Numbers];
        var sort = () => LibC.SortInContext.Invoke(numbers, 4, sizeof(int), compare.Callback, compare.UserData);
        if (round % 10 == 0)
        {
            sort.Should().Throw<InvalidOperationException>().WithMessage($"{round}");
        }

        sort();
        numbers.Should().Equal(1, 3, 5, 9);
    });

    /// <summary>A folder with a folder that has a file, and a file.</summary>
    private sealed class Tree : IDisposable
    {
        public Tree()
        {
            Directory.CreateDirectory(Path.Combine(Root, "a"));
            File.WriteAllText(Path.Combine(Root, "a", "b"), "");
            File.WriteAllText(Path.Combine(Root, "c"), "");
        }

        public string Root { get; } = Directory.CreateTempSubdirectory().FullName;

        public void Dispose() => Directory.Delete(Root, recursive: true);
    }
}
