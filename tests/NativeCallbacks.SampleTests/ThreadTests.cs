using System.Text.Json;

namespace NativeCallbacks.SampleTests;

/// <summary>Calls from threads that .NET started, of which Python knows nothing.</summary>
public sealed class ThreadTests(PythonSession python) : IClassFixture<PythonSession>
{
    private const string EightInputs = "[[10.0 * i + k for k in range(6)] for i in range(8)]";

    [Fact]
    public void PythonFunction_OnEightDotnetThreadsAtOnce_RunsOnAll_SinceTheLockIsReleased()
    {
        var meeting = python.Value("owners.meet(8)");

        meeting.GetProperty("outputs").Deserialize<double[]>().Should().Equal(1, 2, 3, 4, 5, 6, 7, 8);
        meeting.GetProperty("threads").GetInt32().Should().Be(8);
        meeting.GetProperty("unknown").GetInt32().Should().Be(8);
    }

    [Fact]
    public void NumbaKernel_OnEightDotnetThreadsAtOnce_ComputesOnEachItsOwn()
    {
        var outputs = python.Value($"compute_on_threads(kernels.my_callback, {EightInputs}, 3, 2)").Deserialize<double[][]>()!;

        outputs.Should().HaveCount(8);
        for (var i = 0; i < 8; i++)
        {
            outputs[i].Should().Equal(Enumerable.Range(0, 6).Select(k => 2 * (10.0 * i + k)));
        }
    }

    [Fact]
    public void StatusCfunc_ThatRaisesOnOneOfEightThreads_IsThatError()
    {
        var error = python.Error($"compute_on_threads(errors.fail_at_13, {EightInputs}, 3, 2)");

        error.Class.Should().Be("CallbackError");
        error.Cause.Should().Be("ArithmeticError('thirteen')");
        python.Numbers("compute_from_dotnet(errors.fail_at_13)").Should().Equal(1, 2, 3, 4, 5, 6);
    }

    [Fact]
    public void StatusCfunc_ThatRaisesWhileTheCallerHoldsTheInterpretersLock_DoesNotNeedIt()
    {
        var outcome = python.Value($"owners.with_lock_held(errors.fail_at_13, {EightInputs})");

        var status = outcome.GetProperty("status").GetInt32();
        python.Value($"errors.fail_at_13.error_message({status})").GetString().Should().Be("ArithmeticError: thirteen");
        // Inputs 10 to 15: what was written before the error stays.
        var expected = Enumerable.Range(0, 48).Select(static at => at is >= 9 and < 12 ? 0.0 : 10.0 * (at / 6) + at % 6);
        outcome.GetProperty("output").Deserialize<double[]>().Should().Equal(expected);
    }

    [Fact]
    public void Owner_ThatNobodyElseHolds_LivesUntilTheCallIsOver()
    {
        python.Numbers("compute_from_dotnet(owners.Owner(), [0.0], 1, 1)").Should().Equal(1);
        python.Value("owners.Owner.alive").GetBoolean().Should().BeFalse();
    }
}
