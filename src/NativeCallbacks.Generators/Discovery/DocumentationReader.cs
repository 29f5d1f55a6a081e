using System.Linq;
using System.Xml;
using System.Xml.Linq;
using Microsoft.CodeAnalysis;
using NativeCallbacks.Generators.Model;

namespace NativeCallbacks.Generators.Discovery;

/// <summary>The XML docs of a delegate. The compiler has resolved their references already.</summary>
internal static class DocumentationReader
{
    public static DocumentationModel None { get; } = new(default, default, null);

    public static DocumentationModel Read(ISymbol signature)
    {
        var xml = signature.GetDocumentationCommentXml(expandIncludes: true);
        if (string.IsNullOrWhiteSpace(xml))
        {
            return None;
        }

        try
        {
            var elements = XElement.Parse(xml, LoadOptions.PreserveWhitespace).Elements().ToList();
            return new DocumentationModel(
                elements.Where(static element => element.Name.LocalName is not ("param" or "returns" or "typeparam"))
                    .Select(static element => Unindent(element.ToString(SaveOptions.DisableFormatting)))
                    .ToEquatableArray(),
                elements.Where(static element => element.Name.LocalName == "param")
                    .Select(static element => new ParameterDocumentation(element.Attribute("name")?.Value ?? "", Inner(element)))
                    .ToEquatableArray(),
                elements.FirstOrDefault(static element => element.Name.LocalName == "returns") is { } returns ? Inner(returns) : null);
        }
        catch (XmlException)
        {
            // Malformed docs, which the compiler reports at their location.
            return None;
        }
    }

    private static string Inner(XElement element) =>
        Unindent(string.Concat(element.Nodes().Select(static node => node.ToString(SaveOptions.DisableFormatting))).Trim());

    private static string Unindent(string text) =>
        string.Join("\n", text.Replace("\r", "").Split('\n').Select(static line => line.StartsWith("    ", System.StringComparison.Ordinal) ? line.Substring(4) : line));
}
