using System.Collections.Generic;
using System.Linq;
using NativeCallbacks.Generators.Emission.Text;
using NativeCallbacks.Generators.Model;

namespace NativeCallbacks.Generators.Emission.Downcalls;

/// <summary><c>Invoke</c> with exactly the delegate's parameters: the checks, the pins, the call, the result.</summary>
internal static class InvokeMember
{
    public static void Write(SourceWriter writer, SignatureModel signature)
    {
        DocumentationComment.WriteInvoke(writer, signature, signature.Parameters, Faults(signature));
        WriteAttributes(writer, signature);
        var parameters = Declarations.ExtensionParameters(signature, signature.Parameters);
        using (writer.Block($"public static {signature.Result.ManagedType} {MemberNames.Invoke}({parameters})"))
        {
            writer.Line($"var {Names.Address} = {Declarations.Callback(signature)}.Address;");
            WriteBody(writer, signature, CallTarget.Of(signature));
        }

        writer.Line();
    }

    /// <summary>Writes what follows once the address is in a local: the checks, the pins, the call, the result.</summary>
    public static void WriteBody(SourceWriter writer, SignatureModel signature, CallTarget target)
    {
        ShapeChecks.WriteCounts(writer, signature);
        TensorChecks.WriteLayouts(writer, signature);
        WriteChecks(writer, signature, target);

        var arguments = signature.Parameters.Select(Argument.Of).ToArray();
        if (signature.Result.Kind == ResultKind.Handle)
        {
            writer.Line($"var {Names.ResultHandle} = new {signature.Result.ManagedType}();");
        }

        // The buffers of texts are on the stack, without zeros before them, and in scope until the end.
        using var block = signature.Parameters.Any(static parameter => parameter.Kind is ParameterKind.Text or ParameterKind.Texts) ? writer.UnsafeBlock() : null;
        foreach (var preparation in arguments.SelectMany(static argument => argument.Preparation))
        {
            writer.Line(preparation);
        }

        var pins = arguments.SelectMany(static argument => argument.Pin).ToArray();
        var call = $"(({Declarations.PointerType(signature)}){Names.Address})"
            + $"({string.Join(", ", arguments.Select(static argument => argument.Expression))})";
        WritePinned(writer, signature, pins, call);
    }

    /// <summary>What the checks refuse, for the docs.</summary>
    public static IEnumerable<string> Faults(SignatureModel signature)
    {
        if (ShapeChecks.Spans(signature).Any())
        {
            yield return "a span is shorter than its shape";
        }

        if (TensorChecks.Tensors(signature).Any())
        {
            yield return "the lengths or strides of a tensor do not match its shape";
        }

        if (ShapeChecks.SignedDimensions(signature).Any())
        {
            yield return "a dimension is negative";
        }
    }

    private static void WritePinned(SourceWriter writer, SignatureModel signature, string[] pins, string call)
    {
        if (pins.Length == 0)
        {
            CallStatements.Write(writer, signature, call);
            return;
        }

        foreach (var pin in pins.Take(pins.Length - 1))
        {
            writer.Line($"fixed ({pin})");
        }

        using (writer.Block($"fixed ({pins[pins.Length - 1]})"))
        {
            CallStatements.Write(writer, signature, call);
        }
    }

    /// <summary>Writes the attributes of a method with this body for the JIT.</summary>
    public static void WriteAttributes(SourceWriter writer, SignatureModel signature)
    {
        GeneratedAttributes.WriteOverloadPriority(writer, signature);
        // A method with a stack buffer must keep its own frame: inlined into a loop it would grow the stack at each turn.
        if (signature.Parameters.All(static parameter => parameter.Kind is not (ParameterKind.Text or ParameterKind.Texts)))
        {
            writer.Line("[global::System.Runtime.CompilerServices.MethodImpl(global::System.Runtime.CompilerServices.MethodImplOptions.AggressiveInlining)]");
        }

        if (signature.HasSkipLocalsInit)
        {
            writer.Line("[global::System.Runtime.CompilerServices.SkipLocalsInit]");
        }
    }

    /// <summary>One branch for each check, all to one place: throwing what a method returns costs the caller least.</summary>
    private static void WriteChecks(SourceWriter writer, SignatureModel signature, CallTarget target)
    {
        if (!target.HasChecks(signature))
        {
            return;
        }

        var conditions = new[] { target.Missing }.OfType<string>().Concat(ShapeChecks.Conditions(signature)).Concat(TensorChecks.Conditions(signature));
        using (writer.Block($"if ({string.Join("\n    || ", conditions)})"))
        {
            writer.Line($"throw {RefusalMember.Call(signature, target)};");
        }

        writer.Line();
    }
}
