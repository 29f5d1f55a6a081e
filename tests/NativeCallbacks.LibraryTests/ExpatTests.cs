using System.Text;

namespace NativeCallbacks.LibraryTests;

/// <summary>
/// Expat: handlers are set first and run inside <c>XML_Parse</c>, which is given none of them; all handlers of a parser share one
/// <c>void *</c>.
/// </summary>
public partial class ExpatTests
{
    public static TheoryData<string> Kinds => [.. ExpatKinds.All.Keys];

    [StaticCallback(nameof(OnStart))]
    private static partial NativeCallback<XmlStart> StaticStart { get; }

    [StaticCallback(nameof(OnEnd))]
    private static partial NativeCallback<XmlName> StaticEnd { get; }

    [LibraryTheory(Expat.FileName)]
    [MemberData(nameof(Kinds))]
    public void Parse_WithAHandlerOfAKind_CallsIt(string kind)
    {
        var seen = new List<string>();
        using var parser = new XmlParser();
        using var handler = ExpatKinds.All[kind].Install(parser, seen.Add);

        parser.Parse(ExpatKinds.All[kind].Document).Should().BeTrue();

        string.Join('|', seen).Should().Be(ExpatKinds.All[kind].Expected);
    }

    [LibraryTheory(Expat.FileName)]
    [MemberData(nameof(Kinds))]
    public void Parse_WhoseHandlerThrows_Throws(string kind)
    {
        var failure = new InvalidOperationException(kind);
        using var parser = new XmlParser();
        using var handler = ExpatKinds.All[kind].Install(parser, _ => throw failure);

        var parse = () => parser.Parse(ExpatKinds.All[kind].Document);

        parse.Should().Throw<InvalidOperationException>().Which.Should().BeSameAs(failure);
    }

    [LibraryFact(Expat.FileName)]
    public void Parse_AfterAFaultThatWasThrown_CallsTheHandlersAgain()
    {
        var seen = new List<string>();
        using var start = new XmlStart((_, name, _) =>
        {
            seen.Add(name);
            if (name == "bad")
            {
                throw new InvalidOperationException("At bad.");
            }
        }).ToManagedCallback();
        using var first = new XmlParser();
        using var second = new XmlParser();
        Expat.SetElement.Invoke(first.Handle, start.Callback, default);
        Expat.SetElement.Invoke(second.Handle, start.Callback, default);

        var parse = () => first.Parse("<list><a/><b/><bad/><c/><d/>", isFinal: false);

        parse.Should().Throw<InvalidOperationException>().WithMessage("At bad.");
        seen.Should().Equal(["list", "a", "b", "bad"], "a faulted handler does not run until its fault is thrown");
        first.Parse("<e/></list>").Should().BeTrue("the parser itself has seen no error");
        second.Parse("<other/>").Should().BeTrue();
        seen.Skip(4).Should().Equal("e", "other");
    }

    [LibraryFact(Expat.FileName)]
    public void Parse_WithTwoHandlersThatThrow_ThrowsTheFirst_AndBothWorkForTheNextDocument()
    {
        var (fail, seen) = (true, new List<string>());
        void See(string what)
        {
            if (fail)
            {
                throw new InvalidOperationException(what);
            }

            seen.Add(what);
        }

        using var start = new XmlStart((_, name, _) => See($"start of {name}")).ToManagedCallback();
        using var end = new XmlName((_, name) => See($"end of {name}")).ToManagedCallback();
        bool Parse()
        {
            using var parser = new XmlParser();
            Expat.SetElement.Invoke(parser.Handle, start.Callback, end.Callback);
            return parser.Parse("<a><b/></a>");
        }

        var parse = Parse;

        parse.Should().Throw<InvalidOperationException>().WithMessage("start of a");
        fail = false;
        parse().Should().BeTrue();
        seen.Should().Equal("start of a", "start of b", "end of b", "end of a");
    }

    [LibraryFact(Expat.FileName)]
    public void Parse_WhoseOnFaultStopsTheParser_CallsNoFurtherHandler_AndThrows()
    {
        var texts = new List<string>();
        using var parser = new XmlParser();
        using var start = new XmlStart((_, name, _) => throw new InvalidOperationException(name))
            .ToManagedCallback(onFault: _ => Expat.Stop.Invoke(parser.Handle, 0));
        using var text = new XmlText((_, piece, _) => texts.Add(Encoding.UTF8.GetString(piece))).ToManagedCallback();
        Expat.SetElement.Invoke(parser.Handle, start.Callback, default);
        parser.Set("XML_SetCharacterDataHandler", text.Callback.Address);

        var parse = () => parser.Parse("<a>one<b>two</b></a>");

        parse.Should().Throw<InvalidOperationException>().WithMessage("a");
        Expat.ErrorCode.Invoke(parser.Handle).Should().Be(Expat.Aborted);
        texts.Should().BeEmpty();
    }

    [LibraryFact(Expat.FileName)]
    public void Parse_OfTwoParsersSideBySide_CallsEachOnesHandlers()
    {
        using var first = new Recorder();
        using var second = new Recorder();

        foreach (var piece in new[] { "<list", "><a>o", "ne</a>", "</list>" })
        {
            first.Parser.Parse(piece, isFinal: false).Should().BeTrue();
            second.Parser.Parse(piece.Replace('a', 'z').Replace('o', '0'), isFinal: false).Should().BeTrue();
        }

        string.Concat(first.Seen).Should().Be("(list)(a)one(/a)(/list)");
        string.Concat(second.Seen).Should().Be("(list)(z)0ne(/z)(/list)");
    }

    [LibraryFact(Expat.FileName)]
    public void Parse_OfOneParserWhoseHandlerThrows_LeavesTheOtherParserAlone()
    {
        using var good = new Recorder();
        using var bad = new Recorder { FailAt = "(a)" };

        var parse = () => bad.Parser.Parse("<a/>");

        parse.Should().Throw<InvalidOperationException>().WithMessage("(a)");
        good.Parser.Parse("<a/>").Should().BeTrue();
        string.Concat(good.Seen).Should().Be("(a)(/a)");
    }

    // Signatures with [UserData] count as many contexts as there are handlers of them, but a parser has one void * for all: the
    // context of its start handler is nobody's for its text handler, and never that of another parser's text handler.
    [LibraryFact(Expat.FileName)]
    public void Parse_OfAHandlerThatGetsTheContextOfAnotherSignature_ThrowsAndNeverCallsAnotherParsersHandler()
    {
        var texts = new List<string>();
        using var textOfSecond = new XmlTextInContext((_, text, _) => texts.Add("second: " + Encoding.UTF8.GetString(text))).ToManagedCallback();
        using var textOfFirst = new XmlTextInContext((_, text, _) => texts.Add("first: " + Encoding.UTF8.GetString(text))).ToManagedCallback();
        using var startOfFirst = new XmlStartInContext(static (_, _, _) => { }).ToManagedCallback();
        using var startOfSecond = new XmlStartInContext(static (_, _, _) => { }).ToManagedCallback();
        using var first = new XmlParser();
        first.Set("XML_SetStartElementHandler", startOfFirst.Callback.Address);
        first.Set("XML_SetCharacterDataHandler", textOfFirst.Callback.Address);
        first.Set("XML_SetUserData", startOfFirst.UserData);

        var parse = () => first.Parse("<a>one</a>");

        parse.Should().Throw<HandlerNotCalledException>().Which.Reason.Should().Be(HandlerNotCalledReason.UnknownContext);
        texts.Should().BeEmpty();
    }

    [LibraryFact(Expat.FileName)]
    public void Parse_OfSections_WhoseStartAndEndShareSignatureAndContext_CallsEachByItsAddress()
    {
        var (fail, seen) = (false, new List<string>());
        using var start = new XmlEvent(_ => seen.Add("start")).ToManagedCallback();
        using var end = new XmlEvent(_ =>
        {
            seen.Add("end");
            if (fail)
            {
                throw new InvalidOperationException("At the end.");
            }
        }).ToManagedCallback();
        bool Parse(string document)
        {
            using var parser = new XmlParser();
            Expat.SetSection.Invoke(parser.Handle, start.Callback, end.Callback);
            return parser.Parse(document);
        }

        Parse("<a><![CDATA[x]]><![CDATA[y]]></a>").Should().BeTrue();
        seen.Should().Equal("start", "end", "start", "end");
        seen.Clear();
        fail = true;
        var parse = () => Parse("<a><![CDATA[x]]><![CDATA[y]]></a>");

        parse.Should().Throw<InvalidOperationException>().WithMessage("At the end.");
        seen.Should().Equal(["start", "end", "start"], "the other handler of the same signature is not faulted");
        start.Fault.Should().BeNull();
    }

    [LibraryFact(Expat.FileName)]
    public void Parse_WithStaticHandlers_FindsTheParsersObjectByItsContext_AndThrows()
    {
        using var first = new StaticParser();
        using var second = new StaticParser();

        var parse = () => first.Parser.Parse("<a><bad/><c/></a>");

        parse.Should().Throw<InvalidOperationException>().WithMessage("bad at depth 2");
        second.Parser.Parse("<a><b/></a>").Should().BeTrue();
        (first.Depth, second.Depth, second.Deepest).Should().Be((0, 0, 2));
    }

    [LibraryFact(Expat.FileName)]
    public void Parse_AfterItsHandlerWasDisposed_ThrowsThatItIsDisposed()
    {
        using var parser = new XmlParser();
        var start = new XmlStart(static (_, _, _) => { }).ToManagedCallback();
        Expat.SetElement.Invoke(parser.Handle, start.Callback, default);
        start.Dispose();

        var parse = () => parser.Parse("<a/>");

        parse.Should().Throw<HandlerNotCalledException>().Which.Reason.Should().Be(HandlerNotCalledReason.Disposed);
    }

    [LibraryFact(Expat.FileName)]
    public void Parse_AThousandTimesWhileTheCollectorWorks_CallsEveryHandler() => Stress.Rounds(static round =>
    {
        using var recorder = new Recorder { FailAt = round % 10 == 0 ? "(last)" : "" };
        var parse = () => recorder.Parser.Parse("<a><b>text</b><last/></a>");
        if (round % 10 == 0)
        {
            parse.Should().Throw<InvalidOperationException>().WithMessage("(last)");
        }
        else
        {
            parse().Should().BeTrue();
            string.Concat(recorder.Seen).Should().Be("(a)(b)text(/b)(last)(/last)(/a)");
        }
    });

    private static void OnStart(nint data, string name, nint attributes)
    {
        var parser = (StaticParser)GCHandle.FromIntPtr(data).Target!;
        parser.Deepest = Math.Max(parser.Deepest, ++parser.Depth);
        if (name == "bad")
        {
            throw new InvalidOperationException($"bad at depth {parser.Depth}");
        }
    }

    private static void OnEnd(nint data, string name) => ((StaticParser)GCHandle.FromIntPtr(data).Target!).Depth--;

    /// <summary>A parser whose handlers are closures, each with an address of its own.</summary>
    private sealed class Recorder : IDisposable
    {
        private readonly ManagedCallback<XmlStart> _start;
        private readonly ManagedCallback<XmlName> _end;
        private readonly ManagedCallback<XmlText> _text;

        public Recorder()
        {
            _start = new XmlStart((_, name, _) => See($"({name})")).ToManagedCallback();
            _end = new XmlName((_, name) => See($"(/{name})")).ToManagedCallback();
            _text = new XmlText((_, text, _) => See(Encoding.UTF8.GetString(text))).ToManagedCallback();
            Expat.SetElement.Invoke(Parser.Handle, _start.Callback, _end.Callback);
            Parser.Set("XML_SetCharacterDataHandler", _text.Callback.Address);
        }

        public XmlParser Parser { get; } = new();

        public List<string> Seen { get; } = [];

        public string FailAt { get; init; } = "";

        public void Dispose()
        {
            Parser.Dispose();
            _start.Dispose();
            _end.Dispose();
            _text.Dispose();
        }

        private void See(string what)
        {
            if (what == FailAt)
            {
                throw new InvalidOperationException(what);
            }

            Seen.Add(what);
        }
    }

    /// <summary>A parser whose handlers are static methods, which find it by the context.</summary>
    private sealed class StaticParser : IDisposable
    {
        private GCHandle _handle;

        public StaticParser()
        {
            _handle = GCHandle.Alloc(this);
            Parser.Set("XML_SetUserData", GCHandle.ToIntPtr(_handle));
            Expat.SetElement.Invoke(Parser.Handle, StaticStart, StaticEnd);
        }

        public XmlParser Parser { get; } = new();

        public int Depth { get; set; }

        public int Deepest { get; set; }

        public void Dispose()
        {
            Parser.Dispose();
            _handle.Free();
        }
    }
}
