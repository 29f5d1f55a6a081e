using System.Text;

namespace NativeCallbacks.LibraryTests;

/// <summary>A kind of handler that Expat has.</summary>
/// <param name="Expected">What the handlers of this kind see in <see cref="ExpatKinds.Document"/>, separated by bars.</param>
/// <param name="Install">Gives a parser a handler that passes on what it sees, and returns the handler's owner.</param>
internal sealed record ExpatKind(string Expected, Func<XmlParser, Action<string>, IDisposable> Install)
{
    /// <summary>The document that has what the handler is for.</summary>
    public string Document { get; init; } = ExpatKinds.Document;
}

/// <summary>Every kind of handler of Expat.</summary>
internal static class ExpatKinds
{
    public const string Document =
        """
        <?xml version="1.0"?><!DOCTYPE list [<!NOTATION note SYSTEM "n"><!ENTITY part SYSTEM "part.xml">]><list><a xmlns:p="urn:p">one</a><?go now?><!--why--><b>&part;</b><![CDATA[<raw>]]></list>
        """;

    public static Dictionary<string, ExpatKind> All { get; } = new()
    {
        ["start"] = new("list|a|b", static (parser, see) =>
            Set(parser, "XML_SetStartElementHandler", new XmlStart((_, name, _) => see(name)).ToManagedCallback())),
        ["end"] = new("a|b|list", static (parser, see) =>
            Set(parser, "XML_SetEndElementHandler", new XmlName((_, name) => see(name)).ToManagedCallback())),
        ["text"] = new("one|<raw>", static (parser, see) =>
            Set(parser, "XML_SetCharacterDataHandler", Text(see))),
        ["default"] = new("<list>|one|</list>", static (parser, see) =>
            Set(parser, "XML_SetDefaultHandler", Text(see))) { Document = "<list>one</list>" },
        ["instruction"] = new("go now", static (parser, see) =>
            Set(parser, "XML_SetProcessingInstructionHandler", Pair(see))),
        ["comment"] = new("why", static (parser, see) =>
            Set(parser, "XML_SetCommentHandler", new XmlName((_, text) => see(text)).ToManagedCallback())),
        ["section start"] = new("event", static (parser, see) =>
            Set(parser, "XML_SetStartCdataSectionHandler", Event(see))),
        ["section end"] = new("event", static (parser, see) =>
            Set(parser, "XML_SetEndCdataSectionHandler", Event(see))),
        ["namespace start"] = new("p urn:p", static (parser, see) =>
            Set(parser, "XML_SetStartNamespaceDeclHandler", Pair(see))),
        ["namespace end"] = new("p", static (parser, see) =>
            Set(parser, "XML_SetEndNamespaceDeclHandler", new XmlName((_, prefix) => see(prefix)).ToManagedCallback())),
        ["declaration"] = new("1.0", static (parser, see) =>
            Set(parser, "XML_SetXmlDeclHandler", new XmlDeclaration((_, version, _, _) => see(version)).ToManagedCallback())),
        ["document type start"] = new("list 1", static (parser, see) =>
            Set(parser, "XML_SetStartDoctypeDeclHandler", new XmlDocumentType((_, name, _, _, subset) => see($"{name} {subset}")).ToManagedCallback())),
        ["document type end"] = new("event", static (parser, see) =>
            Set(parser, "XML_SetEndDoctypeDeclHandler", Event(see))),
        ["notation"] = new("note", static (parser, see) =>
            Set(parser, "XML_SetNotationDeclHandler", new XmlNotation((_, name, _, _, _) => see(name)).ToManagedCallback())),
        ["entity"] = new("part", static (parser, see) =>
            Set(parser, "XML_SetEntityDeclHandler", new XmlEntity((_, name, _, _, _, _, _, _, _) => see(name)).ToManagedCallback())),
        ["external entity"] = new("part.xml", static (parser, see) =>
            Set(parser, "XML_SetExternalEntityRefHandler", ExternalEntity(see))),
        ["unknown encoding"] = new("x-own", InstallEncoding) { Document = "<?xml version='1.0' encoding='x-own'?><list/>" },
    };

    private static ManagedCallback<TSignature> Set<TSignature>(XmlParser parser, string symbol, ManagedCallback<TSignature> owner)
        where TSignature : Delegate
    {
        parser.Set(symbol, owner.Callback.Address);
        return owner;
    }

    private static ManagedCallback<XmlText> Text(Action<string> see) =>
        new XmlText((_, text, _) => see(Encoding.UTF8.GetString(text))).ToManagedCallback();

    private static ManagedCallback<XmlPair> Pair(Action<string> see) => new XmlPair((_, first, second) => see($"{first} {second}")).ToManagedCallback();

    private static ManagedCallback<XmlEvent> Event(Action<string> see) => new XmlEvent(_ => see("event")).ToManagedCallback();

    private static ManagedCallback<XmlExternalEntity> ExternalEntity(Action<string> see) =>
        new XmlExternalEntity((_, _, _, systemId, _) =>
        {
            see(systemId);
            return 1;
        }).ToManagedCallback();

    /// <summary>An encoding whose bytes are the first 256 characters: <c>XML_Encoding</c> begins with a map of 256 numbers.</summary>
    private static ManagedCallback<XmlUnknownEncoding> InstallEncoding(XmlParser parser, Action<string> see)
    {
        var owner = new XmlUnknownEncoding((_, name, encoding) =>
        {
            see(name);
            Marshal.Copy(Enumerable.Range(0, 256).ToArray(), 0, encoding, 256);
            for (var field = 0; field < 3; field++)
            {
                Marshal.WriteIntPtr(encoding, (256 * sizeof(int)) + (field * nint.Size), 0);
            }

            return 1;
        }).ToManagedCallback();
        Expat.SetUnknownEncoding.Invoke(parser.Handle, owner.Callback, owner.UserData);
        return owner;
    }
}
