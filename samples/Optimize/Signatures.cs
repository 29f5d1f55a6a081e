using NativeCallbacks;

namespace OptimizeSample;

// The functions of nlopt.h that the sample uses. The handle knows the dimension n, which is why some spans have no shape here;
// Nlopt.cs compares them with it.

/// <summary>C: <c>double f(unsigned n, const double *x, double *gradient /* may be NULL */, void *data)</c></summary>
[NativeSignature]
[return: FaultResult(double.NaN)]
internal delegate double Objective(
    uint n,
    [Shape(nameof(n))] ReadOnlySpan<double> x,
    [Shape(nameof(n), Optional = true)] Span<double> gradient,
    [UserData] nint data);

/// <summary>C: <c>nlopt_opt nlopt_create(nlopt_algorithm algorithm, unsigned n)</c></summary>
[NativeSignature]
internal delegate nint Create(Algorithm algorithm, uint n);

/// <summary>C: <c>void nlopt_destroy(nlopt_opt opt)</c></summary>
[NativeSignature]
internal delegate void Destroy(nint opt);

/// <summary>C: <c>nlopt_result nlopt_set_lower_bounds(nlopt_opt opt, const double *bounds)</c></summary>
[NativeSignature]
[return: StatusCode(StatusConvention.NonNegativeIsSuccess)]
internal delegate int SetLowerBounds(nint opt, [UncheckedShape] ReadOnlySpan<double> bounds);

/// <summary>C: <c>nlopt_result nlopt_set_min_objective(nlopt_opt opt, nlopt_func f, void *data)</c></summary>
[NativeSignature]
[return: StatusCode(StatusConvention.NonNegativeIsSuccess)]
internal delegate int SetMinObjective(nint opt, NativeCallback<Objective> f, [UserData(nameof(f))] nint data);

/// <summary>C: <c>nlopt_result nlopt_add_inequality_constraint(nlopt_opt opt, nlopt_func f, void *data, double tolerance)</c></summary>
[NativeSignature]
[return: StatusCode(StatusConvention.NonNegativeIsSuccess)]
internal delegate int AddInequalityConstraint(nint opt, NativeCallback<Objective> f, [UserData(nameof(f))] nint data, double tolerance);

/// <summary>C: <c>nlopt_result nlopt_set_xtol_rel(nlopt_opt opt, double tolerance)</c></summary>
[NativeSignature]
[return: StatusCode(StatusConvention.NonNegativeIsSuccess)]
internal delegate int SetRelativeTolerance(nint opt, double tolerance);

/// <summary>C: <c>nlopt_result nlopt_optimize(nlopt_opt opt, double *x, double *opt_f)</c></summary>
[NativeSignature]
[return: StatusCode(StatusConvention.NonNegativeIsSuccess)]
internal delegate int Optimize(nint opt, [UncheckedShape] Span<double> x, out double minimum);

/// <summary>C: <c>nlopt_result nlopt_force_stop(nlopt_opt opt)</c></summary>
[NativeSignature]
[return: StatusCode(StatusConvention.NonNegativeIsSuccess)]
internal delegate int ForceStop(nint opt);

/// <summary>C: <c>int nlopt_get_numevals(nlopt_opt opt)</c></summary>
[NativeSignature]
internal delegate int GetEvaluationCount(nint opt);
