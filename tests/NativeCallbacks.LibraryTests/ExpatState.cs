namespace NativeCallbacks.LibraryTests;

/// <summary>C: <c>void (*)(void *userData, const XML_Char *name)</c>, found by its context, as all of this file.</summary>
[NativeSignature]
internal delegate void XmlNameInContext([UserData] nint data, string name);

/// <summary>C: <c>void (*)(void *userData)</c></summary>
[NativeSignature]
internal delegate void XmlEventInContext([UserData] nint data);

/// <summary>C: <c>void (*)(void *userData, const XML_Char *, const XML_Char *)</c></summary>
[NativeSignature]
internal delegate void XmlPairInContext([UserData] nint data, string first, string second);

/// <summary>C: <c>int (*XML_NotStandaloneHandler)(void *userData)</c>. Zero is a failure.</summary>
[NativeSignature]
internal delegate int XmlQuestionInContext([UserData] nint data);

/// <summary>C: <c>void (*XML_SkippedEntityHandler)(void *userData, const XML_Char *entityName, int is_parameter_entity)</c></summary>
[NativeSignature]
internal delegate void XmlSkippedInContext([UserData] nint data, string name, int isParameter);

/// <summary>C: <c>void (*XML_ElementDeclHandler)(void *userData, const XML_Char *name, XML_Content *model)</c></summary>
[NativeSignature]
internal delegate void XmlElementInContext([UserData] nint data, string name, nint model);

/// <summary>C: <c>void (*XML_AttlistDeclHandler)(void *userData, const XML_Char *elname, attname, att_type, dflt, int isrequired)</c></summary>
[NativeSignature]
internal delegate void XmlAttributesInContext([UserData] nint data, string element, string name, string type, nint value, int isRequired);

/// <summary>C: <c>void (*XML_XmlDeclHandler)(void *userData, const XML_Char *version, const XML_Char *encoding, int standalone)</c></summary>
[NativeSignature]
internal delegate void XmlDeclarationInContext([UserData] nint data, string version, nint encoding, int standalone);

/// <summary>C: <c>void (*XML_StartDoctypeDeclHandler)(void *userData, const XML_Char *doctypeName, sysid, pubid, int has_internal_subset)</c></summary>
[NativeSignature]
internal delegate void XmlDocumentTypeInContext([UserData] nint data, string name, nint systemId, nint publicId, int hasInternalSubset);

/// <summary>C: <c>void (*XML_NotationDeclHandler)(void *userData, const XML_Char *notationName, base, systemId, publicId)</c></summary>
[NativeSignature]
internal delegate void XmlNotationInContext([UserData] nint data, string name, nint location, string systemId, nint publicId);

/// <summary>C: <c>void (*XML_UnparsedEntityDeclHandler)(void *userData, const XML_Char *entityName, base, systemId, publicId, notationName)</c></summary>
[NativeSignature]
internal delegate void XmlUnparsedInContext([UserData] nint data, string name, nint location, string systemId, nint publicId, string notation);

/// <summary>C: <c>void XML_FreeContentModel(XML_Parser parser, XML_Content *model)</c></summary>
[NativeSignature]
internal delegate void XmlFreeModel(nint parser, nint model);

/// <summary>A parser with twenty handlers, which all get this object for the one pointer that Expat passes them.</summary>
internal sealed partial class XmlOutline : IDisposable
{
    private static readonly NativeCallback<XmlFreeModel> FreeModel = Expat.Get<XmlFreeModel>("XML_FreeContentModel");

    private readonly XmlParser _parser = new();
    private readonly CallbackState<XmlOutline> _state;

    public XmlOutline()
    {
        _state = new CallbackState<XmlOutline>(this);
        _parser.Set("XML_SetUserData", _state.UserData);
        _parser.Set("XML_SetStartElementHandler", Start.Address);
        _parser.Set("XML_SetEndElementHandler", End.Address);
        _parser.Set("XML_SetCharacterDataHandler", Text.Address);
        _parser.Set("XML_SetProcessingInstructionHandler", Instruction.Address);
        _parser.Set("XML_SetCommentHandler", Comment.Address);
        _parser.Set("XML_SetStartCdataSectionHandler", SectionStart.Address);
        _parser.Set("XML_SetEndCdataSectionHandler", SectionEnd.Address);
        _parser.Set("XML_SetDefaultHandlerExpand", Default.Address);
        _parser.Set("XML_SetStartDoctypeDeclHandler", TypeStart.Address);
        _parser.Set("XML_SetEndDoctypeDeclHandler", TypeEnd.Address);
        _parser.Set("XML_SetUnparsedEntityDeclHandler", Unparsed.Address);
        _parser.Set("XML_SetNotationDeclHandler", Notation.Address);
        _parser.Set("XML_SetStartNamespaceDeclHandler", SpaceStart.Address);
        _parser.Set("XML_SetEndNamespaceDeclHandler", SpaceEnd.Address);
        _parser.Set("XML_SetNotStandaloneHandler", NotStandalone.Address);
        _parser.Set("XML_SetSkippedEntityHandler", Skipped.Address);
        _parser.Set("XML_SetElementDeclHandler", Element.Address);
        _parser.Set("XML_SetAttlistDeclHandler", Attributes.Address);
        _parser.Set("XML_SetXmlDeclHandler", Declaration.Address);
        Expat.SetUnknownEncoding.Invoke(_parser.Handle, Encoding, _state.UserData);
    }

    public List<string> Seen { get; } = [];

    /// <summary>What a handler throws at instead of noting it; null for nothing.</summary>
    public string? Bad { get; set; }

    public CallbackState<XmlOutline> State => _state;

    [StaticCallback(nameof(OnStart))] private static partial NativeCallback<XmlStartInContext> Start { get; }
    private static void OnStart([UserData] XmlOutline self, string name, nint attributes) => self.See("start", name);

    [StaticCallback(nameof(OnEnd))] private static partial NativeCallback<XmlNameInContext> End { get; }
    private static void OnEnd([UserData] XmlOutline self, string name) => self.See("end", name);

    [StaticCallback(nameof(OnText))] private static partial NativeCallback<XmlTextInContext> Text { get; }
    private static void OnText([UserData] XmlOutline self, ReadOnlySpan<byte> text, int length) => self.See("text", System.Text.Encoding.UTF8.GetString(text));

    [StaticCallback(nameof(OnInstruction))] private static partial NativeCallback<XmlPairInContext> Instruction { get; }
    private static void OnInstruction([UserData] XmlOutline self, string target, string data) => self.See("instruction", $"{target} {data}");

    [StaticCallback(nameof(OnComment))] private static partial NativeCallback<XmlNameInContext> Comment { get; }
    private static void OnComment([UserData] XmlOutline self, string text) => self.See("comment", text);

    [StaticCallback(nameof(OnSectionStart))] private static partial NativeCallback<XmlEventInContext> SectionStart { get; }
    private static void OnSectionStart([UserData] XmlOutline self) => self.See("section", "start");

    [StaticCallback(nameof(OnSectionEnd))] private static partial NativeCallback<XmlEventInContext> SectionEnd { get; }
    private static void OnSectionEnd([UserData] XmlOutline self) => self.See("section", "end");

    [StaticCallback(nameof(OnDefault))] private static partial NativeCallback<XmlTextInContext> Default { get; }
    private static void OnDefault([UserData] XmlOutline self, ReadOnlySpan<byte> text, int length) => self.Unhandled += System.Text.Encoding.UTF8.GetString(text);

    [StaticCallback(nameof(OnTypeStart))] private static partial NativeCallback<XmlDocumentTypeInContext> TypeStart { get; }
    private static void OnTypeStart([UserData] XmlOutline self, string name, nint systemId, nint publicId, int subset) => self.See("type", $"{name} {subset}");

    [StaticCallback(nameof(OnTypeEnd))] private static partial NativeCallback<XmlEventInContext> TypeEnd { get; }
    private static void OnTypeEnd([UserData] XmlOutline self) => self.See("type", "end");

    [StaticCallback(nameof(OnUnparsed))] private static partial NativeCallback<XmlUnparsedInContext> Unparsed { get; }
    private static void OnUnparsed([UserData] XmlOutline self, string name, nint location, string id, nint publicId, string notation) => self.See("unparsed", $"{name} {id} {notation}");

    [StaticCallback(nameof(OnNotation))] private static partial NativeCallback<XmlNotationInContext> Notation { get; }
    private static void OnNotation([UserData] XmlOutline self, string name, nint location, string id, nint publicId) => self.See("notation", $"{name} {id}");

    [StaticCallback(nameof(OnSpaceStart))] private static partial NativeCallback<XmlPairInContext> SpaceStart { get; }
    private static void OnSpaceStart([UserData] XmlOutline self, string prefix, string uri) => self.See("space", $"{prefix} {uri}");

    [StaticCallback(nameof(OnSpaceEnd))] private static partial NativeCallback<XmlNameInContext> SpaceEnd { get; }
    private static void OnSpaceEnd([UserData] XmlOutline self, string prefix) => self.See("space", $"{prefix} end");

    [StaticCallback(nameof(OnNotStandalone))] private static partial NativeCallback<XmlQuestionInContext> NotStandalone { get; }
    private static int OnNotStandalone([UserData] XmlOutline self) => self.See("standalone", "no");

    [StaticCallback(nameof(OnSkipped))] private static partial NativeCallback<XmlSkippedInContext> Skipped { get; }
    private static void OnSkipped([UserData] XmlOutline self, string name, int isParameter) => self.See("skipped", $"{name} {isParameter}");

    [StaticCallback(nameof(OnElement))] private static partial NativeCallback<XmlElementInContext> Element { get; }
    private static void OnElement([UserData] XmlOutline self, string name, nint model)
    {
        FreeModel.Invoke(self._parser.Handle, model);
        self.See("element", name);
    }

    [StaticCallback(nameof(OnAttributes))] private static partial NativeCallback<XmlAttributesInContext> Attributes { get; }
    private static void OnAttributes([UserData] XmlOutline self, string element, string name, string type, nint value, int isRequired) => self.See("attribute", $"{element} {name} {type} {isRequired}");

    [StaticCallback(nameof(OnDeclaration))] private static partial NativeCallback<XmlDeclarationInContext> Declaration { get; }
    private static void OnDeclaration([UserData] XmlOutline self, string version, nint encoding, int standalone) => self.See("declaration", $"{version} {standalone}");

    [StaticCallback(nameof(OnEncoding))] private static partial NativeCallback<XmlUnknownEncoding> Encoding { get; }
    private static int OnEncoding([UserData] XmlOutline self, string name, nint encoding)
    {
        Marshal.Copy(Enumerable.Range(0, 256).ToArray(), 0, encoding, 256);
        for (var field = 0; field < 3; field++)
        {
            Marshal.WriteIntPtr(encoding, (256 * sizeof(int)) + (field * nint.Size), 0);
        }

        return self.See("encoding", name);
    }

    /// <summary>What no other handler is for.</summary>
    public string Unhandled { get; private set; } = "";

    public bool Parse(string text, bool isFinal = true) => _parser.Parse(text, isFinal);

    public void Dispose()
    {
        _parser.Dispose();
        _state.Dispose();
    }

    private int See(string kind, string what)
    {
        Seen.Add($"{kind} {what}");
        return what == Bad ? throw new InvalidOperationException($"Bad {kind} {what}.") : 1;
    }
}
