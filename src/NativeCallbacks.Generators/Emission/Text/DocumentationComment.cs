using System;
using System.Collections.Generic;
using System.Linq;
using NativeCallbacks.Generators.Model;

namespace NativeCallbacks.Generators.Emission.Text;

/// <summary>The XML docs of generated members: those of the delegate, and what all calls have in common.</summary>
internal static class DocumentationComment
{
    public static string Escape(string text) => text.Replace("&", "&amp;").Replace("<", "&lt;").Replace(">", "&gt;");

    public static void WriteClass(SourceWriter writer, DelegateModel signature) =>
        WriteLines(writer, $"<summary>Calls native functions of the signature <c>{Escape(signature.DisplayName)}</c>.</summary>");

    /// <summary>A member without parameters of the signature.</summary>
    public static void WriteMember(SourceWriter writer, string summary, params string[] more)
    {
        WriteLines(writer, $"<summary>{summary}</summary>");
        foreach (var element in more)
        {
            WriteLines(writer, element);
        }
    }

    /// <summary>An <c>Invoke</c>.</summary>
    /// <param name="writer">Where to write.</param>
    /// <param name="signature">The signature.</param>
    /// <param name="parameters">Those of its parameters that this <c>Invoke</c> has.</param>
    /// <param name="faults">What is wrong with arguments that it refuses for their lengths, each as a clause.</param>
    public static void WriteInvoke(SourceWriter writer, SignatureModel signature, IReadOnlyList<ParameterModel> parameters, IEnumerable<string> faults)
    {
        var documentation = signature.Documentation;
        if (!documentation.General.Any(static element => element.StartsWith("<summary", StringComparison.Ordinal)))
        {
            WriteLines(writer, $"<summary>Calls {(signature.Method is null ? "a native function of the signature" : "the native function")} <c>{Escape(signature.DisplayName)}</c>.</summary>");
        }

        foreach (var element in documentation.General)
        {
            WriteLines(writer, OfInvoke(element));
        }

        WriteParameters(writer, signature, parameters, OfInvoke);
        if (documentation.Returns is { } returns)
        {
            WriteLines(writer, $"<returns>{OfInvoke(returns)}</returns>");
        }

        WriteExceptions(writer, signature, parameters, faults);

        // A reference to a parameter that this Invoke does not have would be broken.
        string OfInvoke(string xml) => signature.Parameters
            .Where(parameter => parameters.All(present => present.Name != parameter.Name))
            .Aggregate(xml, static (text, parameter) => text.Replace($"<paramref name=\"{parameter.Name}\" />", $"<c>{parameter.Name}</c>"));
    }

    /// <summary>All parameters or none, as the compiler wants it: none if the declaration says no more than their names and types.</summary>
    private static void WriteParameters(
        SourceWriter writer, SignatureModel signature, IReadOnlyList<ParameterModel> parameters, Func<string, string> ofInvoke)
    {
        var texts = parameters.Select(parameter =>
            signature.Documentation.Parameters.FirstOrDefault(item => item.Name == parameter.Name)?.Text ?? Describe(parameter)).ToList();
        if (texts.TrueForAll(static text => text is null))
        {
            return;
        }

        if (signature.Method is null)
        {
            WriteLines(writer, $"<param name=\"{Declarations.Callback(signature)}\">The native function.</param>");
        }

        for (var index = 0; index < parameters.Count; index++)
        {
            WriteLines(writer, $"<param name=\"{parameters[index].Name}\">{ofInvoke(texts[index] ?? "An argument of the native function.")}</param>");
        }
    }

    private static void WriteExceptions(SourceWriter writer, SignatureModel signature, IReadOnlyList<ParameterModel> parameters, IEnumerable<string> faults)
    {
        if (signature.Method is null)
        {
            WriteLines(writer, "<exception cref=\"global::System.InvalidOperationException\">The callback is <see langword=\"default\"/>.</exception>");
        }

        var refusals = string.Join(", or ", faults.Concat(Faults(parameters)));
        if (refusals.Length > 0)
        {
            WriteLines(writer, $"<exception cref=\"global::System.ArgumentException\">{char.ToUpperInvariant(refusals[0])}{refusals.Substring(1)}.</exception>");
        }

        if (parameters.Any(static parameter => parameter.Kind == ParameterKind.Handle))
        {
            WriteLines(writer, "<exception cref=\"global::System.ObjectDisposedException\">A handle is disposed.</exception>");
        }

        if (signature.Result.Failure is not null)
        {
            WriteLines(writer, $"<exception cref=\"{Names.Library}.NativeStatusException\">The native function returned a failing status.</exception>");
        }

        if (signature.Result.Kind == ResultKind.Text || parameters.Any(static parameter => parameter.Kind == ParameterKind.OutText))
        {
            WriteLines(writer, "<exception cref=\"global::System.IO.InvalidDataException\">Text from native code is not UTF-8.</exception>");
        }

        if (signature.ThrowsFaults)
        {
            WriteLines(writer, "<exception cref=\"global::System.Exception\">Any exception of a managed handler that native code called during the call.</exception>");
            WriteLines(writer, $"<exception cref=\"{Names.Library}.HandlerNotCalledException\">Native code called a managed handler that could not run.</exception>");
        }
    }

    private static IEnumerable<string> Faults(IReadOnlyList<ParameterModel> parameters)
    {
        if (parameters.Any(static parameter => parameter.Kind is ParameterKind.Text or ParameterKind.Texts))
        {
            yield return "a string contains a NUL or an unpaired surrogate";
        }

        if (parameters.Any(static parameter => parameter.Kind == ParameterKind.WideText))
        {
            yield return "a UTF-16 string contains a NUL";
        }

        if (parameters.Any(static parameter => parameter.Kind == ParameterKind.Handle))
        {
            yield return "a handle is null";
        }
    }

    /// <summary>What the declaration says of a parameter; null if that is no more than its name and its type.</summary>
    private static string? Describe(ParameterModel parameter)
    {
        if (parameter.Shape is not { } shape)
        {
            return parameter switch
            {
                { CallScoped: { } handler } when parameter.ManagedType == handler.Delegate => "The handler, which native code uses only while the call runs; null for no handler.",
                { Kind: ParameterKind.Span } => "A buffer whose length is not checked.",
                { Kind: ParameterKind.Texts } => "Strings; native code finds a null pointer after the last one.",
                { Kind: ParameterKind.OutText or ParameterKind.OutWideText } => "A copy of the text; null for a null pointer.",
                { Kind: ParameterKind.OutHandle } => "Owns the handle, even if the call throws after native code has run.",
                _ => null,
            };
        }

        var count = string.Join(" × ", shape.Dimensions.Select(static dimension => dimension.Parameter ?? $"{dimension.Constant}"));
        var orNone = shape.IsOptional ? ", or none" : "";
        return parameter.Kind == ParameterKind.Tensor
            ? $"{count} elements, dense in {(shape.IsColumnMajor ? "column" : "row")}-major order{orNone}."
            : $"At least {count} {(shape.IsInBytes ? "bytes" : "elements")}{orNone}.";
    }

    public static void WriteLines(SourceWriter writer, string xml)
    {
        // These characters end a line in C#, and so the comment, but not in XML.
        xml = xml.Replace("\u0085", "&#x85;").Replace("\u2028", "&#x2028;").Replace("\u2029", "&#x2029;");
        foreach (var line in xml.Split('\n'))
        {
            writer.Line("/// " + line.TrimEnd());
        }
    }
}
