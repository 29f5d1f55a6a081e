using System.Text;

namespace NativeCallbacks.LibraryTests;

/// <summary>C: <c>void (*XML_StartElementHandler)(void *userData, const XML_Char *name, const XML_Char **atts)</c></summary>
[NativeSignature]
internal delegate void XmlStart(nint data, string name, nint attributes);

/// <summary>The same function, found by its context.</summary>
[NativeSignature]
internal delegate void XmlStartInContext([UserData] nint data, string name, nint attributes);

/// <summary>C: <c>void (*)(void *userData, const XML_Char *name)</c>, the end of an element, a comment, the end of a namespace.</summary>
[NativeSignature]
internal delegate void XmlName(nint data, string name);

/// <summary>C: <c>void (*XML_CharacterDataHandler)(void *userData, const XML_Char *s, int len)</c>, and the default handler.</summary>
[NativeSignature]
internal delegate void XmlText(nint data, [Shape(nameof(length))] ReadOnlySpan<byte> text, int length);

/// <summary>The same function, found by its context.</summary>
[NativeSignature]
internal delegate void XmlTextInContext([UserData] nint data, [Shape(nameof(length))] ReadOnlySpan<byte> text, int length);

/// <summary>C: <c>void (*)(void *userData)</c>, the start and the end of a CDATA section, the end of a document type.</summary>
[NativeSignature]
internal delegate void XmlEvent(nint data);

/// <summary>C: <c>void (*)(void *userData, const XML_Char *, const XML_Char *)</c>, an instruction, the start of a namespace.</summary>
[NativeSignature]
internal delegate void XmlPair(nint data, string first, string second);

/// <summary>C: <c>void (*XML_XmlDeclHandler)(void *userData, const XML_Char *version, const XML_Char *encoding, int standalone)</c></summary>
[NativeSignature]
internal delegate void XmlDeclaration(nint data, string version, nint encoding, int standalone);

/// <summary>
/// C: <c>void (*XML_StartDoctypeDeclHandler)(void *userData, const XML_Char *doctypeName, const XML_Char *sysid, const XML_Char *pubid,
/// int has_internal_subset)</c>
/// </summary>
[NativeSignature]
internal delegate void XmlDocumentType(nint data, string name, nint systemId, nint publicId, int hasInternalSubset);

/// <summary>
/// C: <c>void (*XML_NotationDeclHandler)(void *userData, const XML_Char *notationName, const XML_Char *base, const XML_Char *systemId,
/// const XML_Char *publicId)</c>
/// </summary>
[NativeSignature]
internal delegate void XmlNotation(nint data, string name, nint location, nint systemId, nint publicId);

/// <summary>
/// C: <c>void (*XML_EntityDeclHandler)(void *userData, const XML_Char *entityName, int is_parameter_entity, const XML_Char *value,
/// int value_length, const XML_Char *base, const XML_Char *systemId, const XML_Char *publicId, const XML_Char *notationName)</c>
/// </summary>
[NativeSignature]
internal delegate void XmlEntity(
    nint data, string name, int isParameter, nint value, int valueLength, nint location, nint systemId, nint publicId, nint notation);

/// <summary>
/// C: <c>int (*XML_ExternalEntityRefHandler)(XML_Parser parser, const XML_Char *context, const XML_Char *base, const XML_Char *systemId,
/// const XML_Char *publicId)</c>. Zero is a failure.
/// </summary>
[NativeSignature]
internal delegate int XmlExternalEntity(nint parser, nint context, nint location, string systemId, nint publicId);

/// <summary>
/// C: <c>int (*XML_UnknownEncodingHandler)(void *encodingHandlerData, const XML_Char *name, XML_Encoding *info)</c>. Zero is a failure.
/// </summary>
[NativeSignature]
internal delegate int XmlUnknownEncoding([UserData] nint data, string name, nint encoding);

/// <summary>C: <c>XML_Parser XML_ParserCreateNS(const XML_Char *encoding, XML_Char namespaceSeparator)</c></summary>
[NativeSignature]
internal delegate nint XmlCreate(string? encoding, byte separator);

/// <summary>C: <c>void XML_ParserFree(XML_Parser parser)</c></summary>
[NativeSignature(ThrowsFaults = false)]
internal delegate void XmlFree(nint parser);

/// <summary>C: <c>enum XML_Status XML_Parse(XML_Parser parser, const char *s, int len, int isFinal)</c></summary>
[NativeSignature]
internal delegate int XmlParse(nint parser, [Shape(nameof(length))] ReadOnlySpan<byte> text, int length, int isFinal);

/// <summary>C: <c>enum XML_Status XML_StopParser(XML_Parser parser, XML_Bool resumable)</c></summary>
[NativeSignature]
internal delegate int XmlStop(nint parser, byte resumable);

/// <summary>C: <c>enum XML_Error XML_GetErrorCode(XML_Parser parser)</c></summary>
[NativeSignature]
internal delegate int XmlErrorCode(nint parser);

/// <summary>C: <c>void XML_SetUserData(XML_Parser parser, void *userData)</c>, and the setters of one handler.</summary>
[NativeSignature]
internal delegate void XmlSet(nint parser, nint handler);

/// <summary>C: <c>void XML_SetElementHandler(XML_Parser parser, XML_StartElementHandler start, XML_EndElementHandler end)</c></summary>
[NativeSignature]
internal delegate void XmlSetElement(nint parser, NativeCallback<XmlStart> start, NativeCallback<XmlName> end);

/// <summary>
/// C: <c>void XML_SetCdataSectionHandler(XML_Parser parser, XML_StartCdataSectionHandler start, XML_EndCdataSectionHandler end)</c>
/// </summary>
[NativeSignature]
internal delegate void XmlSetSection(nint parser, NativeCallback<XmlEvent> start, NativeCallback<XmlEvent> end);

/// <summary>
/// C: <c>void XML_SetUnknownEncodingHandler(XML_Parser parser, XML_UnknownEncodingHandler handler, void *encodingHandlerData)</c>
/// </summary>
[NativeSignature]
internal delegate void XmlSetUnknownEncoding(nint parser, NativeCallback<XmlUnknownEncoding> handler, [UserData(nameof(handler))] nint data);

/// <summary>The XML parser Expat.</summary>
internal static class Expat
{
    public const string FileName = "libexpat.so.1";

    /// <summary>XML_ERROR_ABORTED: the parser was stopped.</summary>
    public const int Aborted = 35;

    private static readonly NativeModule Module = NativeModule.Load(FileName);

    public static NativeCallback<XmlCreate> Create { get; } = Module.GetCallback<XmlCreate>("XML_ParserCreateNS");

    public static NativeCallback<XmlFree> Free { get; } = Module.GetCallback<XmlFree>("XML_ParserFree");

    public static NativeCallback<XmlParse> Parse { get; } = Module.GetCallback<XmlParse>("XML_Parse");

    public static NativeCallback<XmlStop> Stop { get; } = Module.GetCallback<XmlStop>("XML_StopParser");

    public static NativeCallback<XmlErrorCode> ErrorCode { get; } = Module.GetCallback<XmlErrorCode>("XML_GetErrorCode");

    public static NativeCallback<XmlSetElement> SetElement { get; } = Module.GetCallback<XmlSetElement>("XML_SetElementHandler");

    public static NativeCallback<XmlSetSection> SetSection { get; } = Module.GetCallback<XmlSetSection>("XML_SetCdataSectionHandler");

    public static NativeCallback<XmlSetUnknownEncoding> SetUnknownEncoding { get; } =
        Module.GetCallback<XmlSetUnknownEncoding>("XML_SetUnknownEncodingHandler");

    public static NativeCallback<T> Get<T>(string symbol)
        where T : Delegate => Module.GetCallback<T>(symbol);

    /// <summary>A setter of one handler: <c>XML_SetCommentHandler</c>.</summary>
    public static NativeCallback<XmlSet> Setter(string symbol) => Module.GetCallback<XmlSet>(symbol);
}

/// <summary>A parser, whose handlers the tests set.</summary>
internal sealed class XmlParser : IDisposable
{
    public nint Handle { get; } = Expat.Create.Invoke(null, (byte)':');

    /// <summary>Sets one handler, whose parameter is not typed here.</summary>
    public void Set(string symbol, nint handler) => Expat.Setter(symbol).Invoke(Handle, handler);

    /// <summary>Parses a piece of a document.</summary>
    /// <returns>Whether Expat reports success.</returns>
    public bool Parse(string text, bool isFinal = true)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        return Expat.Parse.Invoke(Handle, bytes, bytes.Length, isFinal ? 1 : 0) == 1;
    }

    public void Dispose() => Expat.Free.Invoke(Handle);
}
