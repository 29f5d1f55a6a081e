using System;
using System.Linq;
using System.Runtime.InteropServices;

namespace NativeCallbacks.Tests.Tables;

/// <summary>C# objects that native code calls by tables and as objects.</summary>
public class TableWritingTests
{
    /// <summary>What C computes of an implementation whose results are these.</summary>
    private static double Used(int version, double minus, long weight) => version + (10 * minus) - weight;

    [Fact]
    public void Table_OfAnImplementation_CallsIt()
    {
        var functions = new Functions { Version = 4, Factor = 3 };
        using var owner = functions.ToNativeTable();

        TableApi.Use(owner.Address, 70, -7).Should().Be(Used(4, 3 * (70 + 7), (7 * 5) - 3));
        functions.Factor = 5;
        TableApi.Use(owner.Address, 70, -7).Should().Be(Used(4, 5 * (70 + 7), (7 * 5) - 3));
        functions.Seen.Should().Equal([7, 5, 3, 7, 5, 3], "C passes these");
    }

    [Fact]
    public void Table_IsReadAsItWasWritten()
    {
        using var owner = new Functions { Version = 4, Flag = 201, Factor = 3 }.ToNativeTable();
        var table = new FunctionsTable(owner.Address);

        (table.Version, table.Flag, table.Minus(5, 1), table.Weigh([2, 3, 1], 3), table.HasAbsent).Should().Be((4, (byte)201, 12, 5, true));
        Marshal.ReadIntPtr(owner.Address, 8 + IntPtr.Size).Should().Be(IntPtr.Zero, "the fourth member is not declared");
    }

    /// <summary>C reads all members of its struct: those at the end that the interface leaves out must be null.</summary>
    [Fact]
    public void SlotsBehindTheLastOne_AreNull()
    {
        using var table = new Functions().ToNativeTable();
        using var instance = new Counter().ToNativeObject();
        var methods = Marshal.ReadIntPtr(instance.Address);

        Enumerable.Range(0, 64).Select(index => (long)Marshal.ReadIntPtr(table.Address, 8 + ((4 + index) * IntPtr.Size))).Should().OnlyContain(static slot => slot == 0);
        Enumerable.Range(3, 64).Select(index => (long)Marshal.ReadIntPtr(methods, index * IntPtr.Size)).Should().OnlyContain(static slot => slot == 0);
    }

    [Fact]
    public void Size_OfATable_IsThatOfItsSlots()
    {
        using var owner = new Versioned().ToNativeTable();
        var table = new VersionedTable(owner.Address);

        (table.Size, table.Second(5, 3)).Should().Be(((uint)(3 * IntPtr.Size), 2));
    }

    [Fact]
    public void Tables_OfTwoObjects_CallEachItsOwn()
    {
        using var first = new Functions { Factor = 2 }.ToNativeTable();
        using var second = new Functions { Factor = 3 }.ToNativeTable();

        (new FunctionsTable(first.Address).Minus(5, 1), new FunctionsTable(second.Address).Minus(5, 1)).Should().Be((8, 12));
    }

    [Fact]
    public void Exception_OfAFunction_IsThrownByTheCall_AndTheNextCallWorks()
    {
        var functions = new Functions { Factor = 3, Fails = true };
        using var owner = functions.ToNativeTable();

        var call = () => TableApi.Use(owner.Address, 70, -7);

        call.Should().Throw<InvalidOperationException>().WithMessage("Minus fails.");
        functions.Seen.Should().BeEmpty("the object is stopped until the exception is thrown");
        owner.Fault.Should().BeOfType<InvalidOperationException>();
        functions.Fails = false;
        call().Should().Be(Used(0, 3 * 77, 32));
    }

    [Fact]
    public void FaultPolicy_AndOnFault_AreThoseOfCallbacks()
    {
        var told = 0;
        var functions = new Functions { Factor = 3, Fails = true };
        using var owner = functions.ToNativeTable(_ => told++, FaultPolicy.ReportOnly);

        TableApi.Use(owner.Address, 70, -7).Should().Be(Used(0, 0, 32));

        (told, functions.Seen.Count).Should().Be((1, 3));
        owner.Fault.Should().BeOfType<InvalidOperationException>();
    }

    [Fact]
    public void DisposedTable_IsRecognised()
    {
        var owner = new Functions { Factor = 3 }.ToNativeTable();
        var address = owner.Address;
        owner.Dispose();

        var call = () => TableApi.Use(address, 70, -7);
        var read = () => owner.Address;

        call.Should().Throw<HandlerNotCalledException>().Which.Reason.Should().Be(HandlerNotCalledReason.Disposed);
        read.Should().Throw<ObjectDisposedException>().Which.ObjectName.Should().Be("ManagedTable<IFunctions>");
    }

    [Fact]
    public void DestroyNotify_DisposesTheOwner()
    {
        var table = new Functions().ToNativeTable();
        var instance = new Counter().ToNativeObject();

        table.DestroyNotify.Invoke(table.UserData);
        instance.DestroyNotify.Invoke(instance.UserData);

        Record.Exception(() => table.Address).Should().BeOfType<ObjectDisposedException>();
        Record.Exception(() => instance.Address).Should().BeOfType<ObjectDisposedException>();
    }

    [Fact]
    public void ImplementationThatFailsToGiveItsData_IsNotExposed()
    {
        var expose = static () => new Functions { Version = -1 }.ToNativeTable();

        expose.Should().Throw<InvalidOperationException>().WithMessage("No version.");
        ((Func<object>)(static () => ((IFunctions)null!).ToNativeTable())).Should().Throw<ArgumentNullException>().WithParameterName("implementation");
    }

    [Fact]
    public void Object_IsCalledByItsTable()
    {
        var (first, second) = (new Counter { Count = 100 }, new Counter { Count = 200 });
        using var owner = first.ToNativeObject();
        using var other = second.ToNativeObject();

        TableApi.UseObject(owner.Address, 7).Should().Be((3 * 107) - 7);
        TableApi.UseObject(other.Address, 8).Should().Be((3 * 208) - 8);
        (first.Count, second.Count).Should().Be((107, 208));
        new CounterObject(owner.Address).Add(1).Should().Be(108);
        Marshal.ReadIntPtr(owner.Address).Should().Be(Marshal.ReadIntPtr(other.Address), "objects of an interface share their table");
    }

    [Fact]
    public void MethodsByThisCall_AreCalledBothWays()
    {
        var counter = new ThisCallCounter { Count = 100 };
        using var owner = counter.ToNativeObject();

        TableApi.UseObject(owner.Address, 7).Should().Be((5 * 107) - 7);
        counter.Count.Should().Be(107);
        (new ThisCallCounterObject(TableApi.Object(1)).Minus(70, -7) % 1000).Should().Be(147, "the thousands are the object's count");
    }

    /// <summary>On Windows, C++ returns any struct of a method through a pointer behind <c>this</c>.</summary>
    [Fact]
    public void MethodsByThisCall_ThatReturnAStruct_AreCalledBothWays()
    {
        using var owner = new Rotor().ToNativeObject();

        TableApi.UseRotor(owner.Address, 5).Should().Be(new DoublePair((7 * 5) - 1, 2 * (5 - 11)));
        new RotorObject(TableApi.Rotor()).Turn(2).Should().Be(new DoublePair(-8, 7));
    }

    [Fact]
    public void Exception_OfAMethod_IsThrownByTheCall()
    {
        var counter = new Counter { Count = 1, Fails = true };
        using var owner = counter.ToNativeObject();

        var call = () => TableApi.UseObject(owner.Address, 7);

        call.Should().Throw<InvalidOperationException>().WithMessage("Add fails.");
        counter.Fails = false;
        call().Should().Be((3 * 8) - 7);
    }

    [Fact]
    public void StaleObject_IsRecognised_HoweverManyCameAfterIt()
    {
        var stale = new Counter().ToNativeObject();
        var address = stale.Address;
        stale.Dispose();
        var later = Enumerable.Range(0, 3000).Select(static index => new Counter { Count = index }.ToNativeObject()).ToList();

        var call = () => TableApi.UseObject(address, 7);

        call.Should().Throw<HandlerNotCalledException>().Which.Reason.Should().Be(HandlerNotCalledReason.Disposed);
        later.Select(static owner => new CounterObject(owner.Address).Add(1)).Should().Equal(Enumerable.Range(1, 3000));
        later.ForEach(static owner => owner.Dispose());
    }

    [Fact]
    public void NullObject_OfNativeCode_IsRecognised()
    {
        using var owner = new Counter().ToNativeObject();
        var add = new NativeCallback<AddToObject>(Marshal.ReadIntPtr(Marshal.ReadIntPtr(owner.Address)));

        var call = () => add.Invoke(0, 7);

        call.Should().Throw<HandlerNotCalledException>().Which.Reason.Should().Be(HandlerNotCalledReason.UnknownContext);
    }

    private sealed class Functions : IFunctions
    {
        private readonly int _version;

        public System.Collections.Generic.List<int> Seen { get; } = [];

        public double Factor { get; set; }

        public bool Fails { get; set; }

        public int Version
        {
            get => _version >= 0 ? _version : throw new InvalidOperationException("No version.");
            init => _version = value;
        }

        public byte Flag { get; init; }

        public double Minus(double a, double b) => Fails ? throw new InvalidOperationException("Minus fails.") : Factor * (a - b);

        public long Weigh(ReadOnlySpan<int> values, int n)
        {
            Seen.AddRange(values.ToArray());
            return (values[0] * values[1]) - values[n - 1];
        }

        public double Absent(double x) => x;
    }

    private sealed class Versioned : IVersioned
    {
        public uint Size => 0;

        public int First(int a) => a;

        public int Second(int a, int b) => a - b;
    }

    private sealed class Counter : ICounter
    {
        public int Count { get; set; }

        public bool Fails { get; set; }

        public int Add(int n) => Fails ? throw new InvalidOperationException("Add fails.") : Count += n;

        public int Minus(int a, int b) => (3 * a) - b;

        public void Absent()
        {
        }
    }

    private sealed class Rotor : IRotor
    {
        public DoublePair Turn(double by) => new(7 * by, by - 11);
    }

    private sealed class ThisCallCounter : IThisCallCounter
    {
        public int Count { get; set; }

        public int Add(int n) => Count += n;

        public int Minus(int a, int b) => (5 * a) - b;
    }
}

/// <summary>C: <c>int32_t (*add)(object *self, int32_t n)</c></summary>
[NativeSignature]
internal delegate int AddToObject(nint self, int n);
