using System.Linq;
using NativeCallbacks.Generators.Emission.Text;
using NativeCallbacks.Generators.Model;

namespace NativeCallbacks.Generators.Emission.Downcalls;

/// <summary>How the refusals of a call are distinguished from those of others, and how it is refused if it has no address.</summary>
/// <param name="Refused">The method that finds the exception.</param>
/// <param name="Subject">The arguments by which library methods name the call in messages.</param>
/// <param name="Missing">The condition that there is no address; null if it cannot be missing.</param>
/// <param name="Parameter">What the method that finds the exception takes for it.</param>
/// <param name="Argument">The argument for that parameter.</param>
/// <param name="Reason">The expression of the exception, null if the address is there.</param>
/// <param name="IsReasonUnsafe">Whether that expression reads memory of native code.</param>
internal sealed record CallTarget(string Refused, string Subject, string? Missing, string Parameter, string Argument, string Reason, bool IsReasonUnsafe = false)
{
    /// <summary>A callback of a delegate, or a function of an API, whose address is looked up before.</summary>
    public static CallTarget Of(SignatureModel signature)
    {
        if (signature.Method is { } method)
        {
            return new CallTarget(method.Id + Names.Refused, Named(signature), Missing: null, "", "", "");
        }

        var callback = Declarations.Callback(signature);
        return new CallTarget(
            Names.Refused,
            Named(signature),
            $"{Names.Address} == 0",
            $"{Declarations.CallbackType(signature)} {callback}",
            callback,
            $"CallRefusal.NullCallback({callback})");
    }

    /// <summary>The type, and the method if the type declares several functions.</summary>
    public static string Named(SignatureModel signature) =>
        $"typeof({signature.DelegateType})" + (signature.Method is { } method ? $", \"{method.Name}\"" : "");

    /// <summary>Whether anything is checked before the call.</summary>
    public bool HasChecks(SignatureModel signature) => Missing is not null || signature.Parameters.Any(static parameter => parameter.Shape is not null);
}
