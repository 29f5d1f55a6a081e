using NativeCallbacks;

namespace OptimizeSample;

/// <summary>
/// The functions of nlopt.h that the sample uses. The handle knows the dimension n, which is why some spans have no shape here;
/// <see cref="Nlopt"/> compares them with it.
/// </summary>
[NativeApi("libnlopt.so.0")]
internal static partial class NloptLibrary
{
    /// <summary>C: <c>nlopt_opt nlopt_create(nlopt_algorithm algorithm, unsigned n)</c></summary>
    [Symbol("nlopt_create")]
    public static partial nint Create(Algorithm algorithm, uint n);

    /// <summary>C: <c>void nlopt_destroy(nlopt_opt opt)</c></summary>
    [Symbol("nlopt_destroy")]
    public static partial void Destroy(nint opt);

    /// <summary>C: <c>nlopt_result nlopt_set_lower_bounds(nlopt_opt opt, const double *bounds)</c></summary>
    [Symbol("nlopt_set_lower_bounds")]
    [return: StatusCode(StatusConvention.NonNegativeIsSuccess)]
    public static partial int SetLowerBounds(nint opt, [UncheckedShape] ReadOnlySpan<double> bounds);

    /// <summary>C: <c>nlopt_result nlopt_set_min_objective(nlopt_opt opt, nlopt_func f, void *data)</c></summary>
    [Symbol("nlopt_set_min_objective")]
    [return: StatusCode(StatusConvention.NonNegativeIsSuccess)]
    public static partial int SetMinObjective(nint opt, NativeCallback<Objective> f, [UserData(nameof(f))] nint data);

    /// <summary>C: <c>nlopt_result nlopt_add_inequality_constraint(nlopt_opt opt, nlopt_func f, void *data, double tolerance)</c></summary>
    [Symbol("nlopt_add_inequality_constraint")]
    [return: StatusCode(StatusConvention.NonNegativeIsSuccess)]
    public static partial int AddInequalityConstraint(nint opt, NativeCallback<Objective> f, [UserData(nameof(f))] nint data, double tolerance);

    /// <summary>C: <c>nlopt_result nlopt_set_xtol_rel(nlopt_opt opt, double tolerance)</c></summary>
    [Symbol("nlopt_set_xtol_rel")]
    [return: StatusCode(StatusConvention.NonNegativeIsSuccess)]
    public static partial int SetRelativeTolerance(nint opt, double tolerance);

    /// <summary>C: <c>nlopt_result nlopt_optimize(nlopt_opt opt, double *x, double *opt_f)</c></summary>
    [Symbol("nlopt_optimize")]
    [return: StatusCode(StatusConvention.NonNegativeIsSuccess)]
    public static partial int Optimize(nint opt, [UncheckedShape] Span<double> x, out double minimum);

    /// <summary>C: <c>nlopt_result nlopt_force_stop(nlopt_opt opt)</c></summary>
    [Symbol("nlopt_force_stop")]
    [return: StatusCode(StatusConvention.NonNegativeIsSuccess)]
    public static partial int ForceStop(nint opt);

    /// <summary>C: <c>int nlopt_get_numevals(nlopt_opt opt)</c></summary>
    [Symbol("nlopt_get_numevals")]
    public static partial int GetEvaluationCount(nint opt);
}
