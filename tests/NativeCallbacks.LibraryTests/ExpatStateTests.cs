namespace NativeCallbacks.LibraryTests;

/// <summary>Expat with one state for all handlers of a parser: twenty functions, no thunk, and no other parser's text.</summary>
public class ExpatStateTests
{
    private const string Document =
        """
        <?xml version="1.0" encoding="x-own"?><!DOCTYPE list SYSTEM "list.dtd" [<!NOTATION note SYSTEM "n"><!ENTITY photo SYSTEM "p.gif" NDATA note><!ELEMENT a ANY><!ATTLIST a size CDATA #REQUIRED>]><list><a xmlns:p="urn:p" size="1">one</a><?go now?><!--why-->&lost;<![CDATA[<raw>]]></list>
        """;

    [LibraryFact(Expat.FileName)]
    public void Parse_CallsEveryMethod_WithTheParsersObject()
    {
        using var outline = new XmlOutline();

        outline.Parse(Document).Should().BeTrue();

        outline.Seen.Should().Equal(
            "declaration 1.0 -1", "encoding x-own", "standalone no", "type list 1", "notation note n", "unparsed photo p.gif note", "element a", "attribute a size CDATA 1", "type end",
            "start list", "space p urn:p", "start a", "text one", "end a", "space p end", "instruction go now", "comment why", "skipped lost 0",
            "section start", "text <raw>", "section end", "end list");
        outline.Unhandled.Should().Be("<!ENTITY photo SYSTEM \"p.gif\" NDATA >", "of an unparsed entity, its handler takes the last word, and the default handler the others");
    }

    [LibraryFact(Expat.FileName)]
    public void Parse_OfAThousandParsersSideBySide_NeverReachesAnotherObject()
    {
        var outlines = Enumerable.Range(0, 1_000).Select(static _ => new XmlOutline()).ToList();
        for (var i = 0; i < outlines.Count; i++)
        {
            outlines[i].Parse($"<r{i}>", isFinal: false).Should().BeTrue();
        }

        for (var i = outlines.Count - 1; i >= 0; i--)
        {
            outlines[i].Parse($"text{i}<![CDATA[{i}]]></r{i}>").Should().BeTrue();
        }

        for (var i = 0; i < outlines.Count; i++)
        {
            outlines[i].Seen.Should().Equal($"start r{i}", $"text text{i}", "section start", $"text {i}", "section end", $"end r{i}");
            outlines[i].Dispose();
        }
    }

    [LibraryFact(Expat.FileName)]
    public void Parse_WhoseMethodThrows_Throws_StopsThatParserOnly_AndWorksAgain()
    {
        using var bad = new XmlOutline { Bad = "b" };
        using var good = new XmlOutline();

        var parse = () => bad.Parse("<a><b/>", isFinal: false);

        parse.Should().Throw<InvalidOperationException>().WithMessage("Bad start b.");
        good.Parse("<a><b/></a>").Should().BeTrue();
        good.Seen.Should().Equal("start a", "start b", "end b", "end a");
        bad.Seen.Should().Equal(["start a", "start b"], "no method of a stopped state runs");
        bad.Parse("<c/></a>").Should().BeTrue();
        bad.Seen.Skip(2).Should().Equal("start c", "end c", "end a");
        bad.State.Fault!.Message.Should().Be("Bad start b.");
    }

    [LibraryFact(Expat.FileName)]
    public void Parse_AfterItsStateWasDisposed_SaysSo()
    {
        using var outline = new XmlOutline();
        using var later = new XmlOutline();
        outline.State.Dispose();

        var parse = () => outline.Parse("<a/>");

        var notCalled = parse.Should().Throw<HandlerNotCalledException>().Which;
        (notCalled.Reason, notCalled.Signature).Should().Be((HandlerNotCalledReason.Disposed, typeof(XmlStartInContext)));
        (outline.Seen.Count, later.Seen.Count).Should().Be((0, 0));
    }
}
