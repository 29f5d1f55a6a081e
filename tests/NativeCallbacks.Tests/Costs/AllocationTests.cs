using System;
using System.IO;
using NativeCallbacks.Numerics;
using NativeCallbacks.Tests.Callbacks;
using NativeCallbacks.Tests.Structs;

namespace NativeCallbacks.Tests.Costs;

/// <summary>No call allocates on the managed heap.</summary>
public partial class AllocationTests
{
    private const int Runs = 5;
    private const int Calls = 10_000;

    private static readonly double[] Input = new double[6], Output = new double[6];
    private static readonly string LongText = new('ż', 5000);

    [Fact]
    public void Measure_OfACallThatAllocates_SeesIt()
    {
        // The control: a measurement that cannot fail would prove nothing.
        AllocatedBy(static () => GC.KeepAlive(new object())).Should().BePositive();
    }

    [Fact]
    public void Invoke_WithScalars_AllocatesNothing()
    {
        var callback = Shim.Get<Scalars.Mixed20>("mixed_double_20");

        AllocatedBy(() => callback.Invoke(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, new(13), 14, 15, 16, 17, 18, 19, 20)).Should().Be(0);
    }

    [Fact]
    public void Invoke_WithStructs_AllocatesNothing()
    {
        var weigh = Shim.Get<Weigh<NestedLarge>>("layout_weigh_nested_large");
        var make = Shim.Get<MakeNestedLarge>("layout_make_nested_large");
        var scale = Shim.Get<References.ScaleNested>("pointer_scale_nested");

        AllocatedBy(() =>
        {
            var nested = make.Invoke(1, 2, 3, 4, 5, 6);
            scale.Invoke(ref nested, 2);
            weigh.Invoke(nested);
        }).Should().Be(0);
    }

    [Fact]
    public void Invoke_WithSpans_AllocatesNothing()
    {
        var matrix = Shim.Get<MatrixTransform>("matrix_double");
        var objective = Shim.Get<Spans.Objective>("library_objective");

        AllocatedBy(() => matrix.Invoke(Input, Output, 3, 2)).Should().Be(0);
        AllocatedBy(() => objective.Invoke(6, Input, [], 0)).Should().Be(0);
    }

    [Fact]
    public void Invoke_WithoutTheDimension_AllocatesNothing()
    {
        var transform = Shim.Get<VectorTransform>("mixed_touch");
        var counted = Shim.Get<Spans.CountedByInInt>("buffer_weigh_counted_in");

        AllocatedBy(() => transform.Invoke(Input, Output)).Should().Be(0);
        AllocatedBy(() => counted.Invoke(Input)).Should().Be(0);
    }

    [Fact]
    public void Invoke_WithCallbacks_AllocatesNothing()
    {
        var choose = Shim.Get<Choose>("callback_choose");
        var apply = Shim.Get<Apply>("callback_apply_scalar");

        AllocatedBy(() => apply.Invoke(choose.Invoke(1), 3)).Should().Be(0);
    }

    [Fact]
    public void Invoke_WithBooleans_AllocatesNothing()
    {
        var not = Shim.Get<Booleans.NotU1>("bool_u1_not");

        AllocatedBy(() => not.Invoke(not.Invoke(true))).Should().Be(0);
    }

    [Fact]
    public void Invoke_WithText_AllocatesNothing()
    {
        var pair = Shim.Get<Text.TextPair>("text_pair");

        AllocatedBy(() => pair.Invoke("żółw", 1, null)).Should().Be(0);
    }

    [Fact]
    public void Invoke_WithLongText_UsesPooledBuffers()
    {
        var length = Shim.Get<Text.TextLength>("text_length");

        // The pool may let its buffers go now and then, when the whole process collects.
        AllocatedBy(() => length.Invoke(LongText)).Should().BeLessThan(Calls * LongText.Length / 10);
    }

    [Fact]
    public void Invoke_WithStatusThatSucceeds_AllocatesNothing()
    {
        var status = Shim.Get<Status.IntStatus>("status_int32");

        AllocatedBy(() => status.Invoke(0)).Should().Be(0);
    }

    [Fact]
    public void DelegatesOfToDelegate_WhenCalled_AllocateNothing()
    {
        var scalar = Shim.Get<Signatures.PublicOperation>("scalar_double").ToDelegate();
        var matrix = Shim.Get<MatrixTransform>("matrix_double").ToDelegate();

        AllocatedBy(() => scalar(1, 2)).Should().Be(0);
        AllocatedBy(() => matrix(Input, Output, 3, 2)).Should().Be(0);
    }

    /// <summary>64 bytes are the module's own. To look at the address takes 550, and to read <c>/proc/self/maps</c> more than 4 KB.</summary>
    [NotOnFact(Where.Windows, "The path of a module takes 64 KB there, and no file is read.")]
    public void GetCallback_ReadsNoMaps()
    {
        using var module = NativeModule.Load(Path.Combine(AppContext.BaseDirectory, Shim.FileName));

        AllocatedBy(() => module.GetCallback<Scalars.Mixed20>("mixed_double_20")).Should().BeLessThan(Calls * 200L);
    }

    /// <summary>
    /// Bytes on this thread by all calls, after enough to have all code compiled: the fewest of some runs, because the runtime may
    /// allocate now and then, but what each call allocates, each run does.
    /// </summary>
    private static long AllocatedBy(Action call)
    {
        for (var i = 0; i < 200; i++)
        {
            call();
        }

        var fewest = long.MaxValue;
        for (var run = 0; run < Runs; run++)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            for (var i = 0; i < Calls; i++)
            {
                call();
            }

            fewest = Math.Min(fewest, GC.GetAllocatedBytesForCurrentThread() - before);
        }

        return fewest;
    }
}
