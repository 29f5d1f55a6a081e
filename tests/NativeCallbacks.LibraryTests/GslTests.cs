namespace NativeCallbacks.LibraryTests;

/// <summary>The GNU Scientific Library: the callback and its context are in a <c>gsl_function</c>, so that the call gets neither as an argument.</summary>
public class GslTests
{
    [LibraryFact(Gsl.FileName)]
    public void Integrate_WhoseFunctionThrows_Throws_AndIntegratesTheNextTime()
    {
        var fail = true;
        using var integrand = new GslIntegrand((x, _) => fail && x > 1.5 ? throw new InvalidOperationException("Above 1.5.") : 3 * x * x).ToManagedCallback();
        var function = new GslFunction(integrand.Callback, integrand.UserData);

        var integrate = () =>
        {
            Gsl.Integrate.Invoke(function, 0, 2, 1e-9, 0, out var result, out _, out _);
            return result;
        };

        integrate.Should().Throw<InvalidOperationException>().WithMessage("Above 1.5.");
        fail = false;
        integrate().Should().BeApproximately(8, 1e-9);
    }

    // Without a status, and with a result that looks like any other.
    [LibraryFact(Gsl.FileName)]
    public void Differentiate_WhoseFunctionThrows_Throws_AndDifferentiatesTheNextTime()
    {
        var calls = 0;
        using var cube = new GslIntegrand((x, _) => ++calls == 3 ? throw new InvalidOperationException("Call 3.") : x * x * x).ToManagedCallback();
        var function = new GslFunction(cube.Callback, cube.UserData);

        var differentiate = () =>
        {
            Gsl.Differentiate.Invoke(function, 2, 1e-3, out var result, out _);
            return result;
        };

        differentiate.Should().Throw<InvalidOperationException>().WithMessage("Call 3.");
        differentiate().Should().BeApproximately(12, 1e-6);
    }

    [LibraryFact(Gsl.FileName)]
    public void Differentiate_OfTwoFunctionsSideBySide_ThrowsForTheOneThatThrew()
    {
        using var bad = new GslIntegrand(static (x, _) => throw new InvalidOperationException($"{Math.Round(x)}")).ToManagedCallback();
        using var good = new GslIntegrand((x, context) =>
        {
            // A call of the other one inside, whose exception is dealt with here.
            var inner = () => Gsl.Differentiate.Invoke(new GslFunction(bad.Callback, bad.UserData), 5, 1e-3, out _, out _);
            inner.Should().Throw<InvalidOperationException>().WithMessage("5");
            return x * x;
        }).ToManagedCallback();

        Gsl.Differentiate.Invoke(new GslFunction(good.Callback, good.UserData), 3, 1e-3, out var result, out _);

        result.Should().BeApproximately(6, 1e-6);
        good.Fault.Should().BeNull();
    }

    [LibraryFact(Gsl.FileName)]
    public void Differentiate_WithADisposedFunction_ThrowsThatItIsDisposed()
    {
        GslFunction function;
        using (var square = new GslIntegrand(static (x, _) => x * x).ToManagedCallback())
        {
            function = new GslFunction(square.Callback, square.UserData);
        }

        var differentiate = () => Gsl.Differentiate.Invoke(function, 3, 1e-3, out _, out _);

        differentiate.Should().Throw<HandlerNotCalledException>().Which.Reason.Should().Be(HandlerNotCalledReason.Disposed);
    }

    [LibraryFact(Gsl.FileName)]
    public void Differentiate_WithoutTheContext_ThrowsThatItIsUnknown()
    {
        using var square = new GslIntegrand(static (x, _) => x * x).ToManagedCallback();

        var differentiate = () => Gsl.Differentiate.Invoke(new GslFunction(square.Callback, 0), 3, 1e-3, out _, out _);

        differentiate.Should().Throw<HandlerNotCalledException>().Which.Reason.Should().Be(HandlerNotCalledReason.UnknownContext);
    }

    // A solver keeps a pointer to the gsl_function, and calls through its method's table in each iteration.
    [LibraryFact(Gsl.FileName)]
    public void Iterate_OfASolverThatKeepsTheStruct_Throws_AndGoesOnTheNextTime()
    {
        var fail = false;
        using var polynomial = new GslIntegrand((x, _) => fail ? throw new InvalidOperationException("In the middle.") : (x * x) - 2).ToManagedCallback();
        var function = GC.AllocateArray<GslFunction>(1, pinned: true);
        function[0] = new GslFunction(polynomial.Callback, polynomial.UserData);
        var solver = Gsl.AllocateSolver.Invoke(Gsl.Brent);
        Gsl.SetSolver.Invoke(solver, Marshal.UnsafeAddrOfPinnedArrayElement(function, 0), 0, 5).Should().Be(0);
        Gsl.Iterate.Invoke(solver).Should().Be(0);

        fail = true;
        var iterate = () => Gsl.Iterate.Invoke(solver);
        iterate.Should().Throw<InvalidOperationException>().WithMessage("In the middle.");

        fail = false;
        Gsl.SetSolver.Invoke(solver, Marshal.UnsafeAddrOfPinnedArrayElement(function, 0), 0, 5).Should().Be(0);
        for (var iteration = 0; iteration < 50; iteration++)
        {
            Gsl.Iterate.Invoke(solver).Should().Be(0);
        }

        Gsl.Root.Invoke(solver).Should().BeApproximately(Math.Sqrt(2), 1e-9);
        Gsl.FreeSolver.Invoke(solver);
    }

    [LibraryFact(Gsl.FileName)]
    public void SetSolver_WhoseErrorHandlerThrows_Throws()
    {
        using var positive = new GslIntegrand(static (x, _) => 1).ToManagedCallback();
        using var failing = new GslError(static (reason, _, _, error) => throw new InvalidOperationException($"{error}: {reason}")).ToManagedCallback();
        var function = GC.AllocateArray<GslFunction>(1, pinned: true);
        function[0] = new GslFunction(positive.Callback, positive.UserData);
        var solver = Gsl.AllocateSolver.Invoke(Gsl.Brent);
        var before = Gsl.SetError.Invoke(failing.Callback);
        try
        {
            var set = () => Gsl.SetSolver.Invoke(solver, Marshal.UnsafeAddrOfPinnedArrayElement(function, 0), 0, 5);

            set.Should().Throw<InvalidOperationException>().WithMessage("4: endpoints do not straddle y=0");
        }
        finally
        {
            Gsl.SetError.Invoke(before);
            Gsl.FreeSolver.Invoke(solver);
        }
    }

    [LibraryFact(Gsl.FileName)]
    public void Differentiate_AThousandTimesWhileTheCollectorWorks_DifferentiatesOrThrows() => Stress.Rounds(static round =>
    {
        using var power = new GslIntegrand((x, _) => round % 10 == 0 ? throw new InvalidOperationException($"{round}") : round * x).ToManagedCallback();
        var differentiate = () =>
        {
            Gsl.Differentiate.Invoke(new GslFunction(power.Callback, power.UserData), 1, 1e-3, out var result, out _);
            return result;
        };
        if (round % 10 == 0)
        {
            differentiate.Should().Throw<InvalidOperationException>().WithMessage($"{round}");
        }
        else
        {
            differentiate().Should().BeApproximately(round, 1e-6 * (round + 1));
        }
    });
}
