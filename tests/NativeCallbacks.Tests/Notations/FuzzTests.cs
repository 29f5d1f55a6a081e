using System;
using System.Linq;
using FsCheck;
using FsCheck.Fluent;

namespace NativeCallbacks.Tests.Notations;

/// <summary>What holds for every text, signature or not.</summary>
public class FuzzTests
{
    /// <summary>The same texts in every run, but in a soak, which tells the seed of a failure.</summary>
    private static readonly Config Configuration = Soak.IsSoaking
        ? Config.QuickThrowOnFailure.WithMaxTest(1_000_000)
        : Config.QuickThrowOnFailure.WithMaxTest(30_000).WithReplay(20_261_122, 77);

    [NotOnFact(Where.NativeAot, Platform.NoFsCheck)]
    [Trait(Soak.Category, Soak.Repeated)]
    public void Parse_OfAnyText_GivesASignatureOrAFormatException() =>
        Prop.ForAll(SignatureTexts.Any.ToArbitrary(), static text =>
        {
            try
            {
                return NativeSignature.Parse(text).ToString().Length > 0;
            }
            catch (FormatException exception)
            {
                return exception.Message.Contains("cannot be read as a signature: at character ", StringComparison.Ordinal);
            }
        }).Check(Configuration);

    [NotOnFact(Where.NativeAot, Platform.NoFsCheck)]
    [Trait(Soak.Category, Soak.Repeated)]
    public void Parse_OfWhatToStringGave_GivesTheSameSignature()
    {
        var signatures = 0;

        Prop.ForAll(SignatureTexts.Any.ToArbitrary(), text =>
        {
            if (!NativeSignature.TryParse(text, out var signature))
            {
                return true;
            }

            signatures++;
            var again = NativeSignature.Parse(signature.ToString());
            return again.ToString() == signature.ToString()
                && again.Matches(signature, out _)
                && signature.Matches(again, out _);
        }).Check(Configuration);

        signatures.Should().BeGreaterThan(Configuration.MaxTest / 5, "many texts are broken, but not all");
    }

    [Fact]
    public void Texts_ThatAreMutated_AreSignaturesInAllNotationsBefore() =>
        SignatureTexts.Valid.Where(static text => !NativeSignature.TryParse(text, out _)).Should().BeEmpty();

    /// <summary>Memory is measured instead of time, because it is the same in every run.</summary>
    [Theory]
    [InlineData("void f(", "int,", "int)")]
    [InlineData("void f(struct { ", "int x;", "} x)")]
    [InlineData("void f(", "const ", "int x)")]
    [InlineData("void f(", "long ", "x)")]
    [InlineData("void f(", "(", ")")]
    [InlineData("void f(", "/* */", "int x)")]
    [InlineData("void f(", "\"", "int x)")]
    [InlineData("void f(int x", "[3]", ")")]
    [InlineData("void f(int ", "* const ", "x)")]
    [InlineData("(", "float64, ", "int32) -> none")]
    [InlineData("(Record(", "()", ")*) -> none")]
    [InlineData("float64", "*", "(int32)")]
    [InlineData("float64(", "CPointer(", "int32)")]
    [InlineData("extern \"C\" fn(", "i32,", "f64)")]
    [InlineData("extern \"C\" fn(a::", "b::", "c)")]
    [InlineData("for<", "'a,", "'b> extern \"C\" fn(f64)")]
    [InlineData("", "x", "")]
    [InlineData("", "x ", "")]
    public void Parse_OfATextEightTimesAsLong_TakesAboutEightTimesTheMemory(string start, string middle, string end)
    {
        const int Repetitions = 4_000;
        Allocated(1);

        var (once, eightTimes) = (Allocated(Repetitions), Allocated(8 * Repetitions));

        // A list that doubles its room takes up to twice what it needs; the square of the length would be 64 times.
        ((double)eightTimes / once).Should().BeLessThan(20);

        long Allocated(int repetitions)
        {
            var text = start + string.Concat(Enumerable.Repeat(middle, repetitions)) + end;
            var before = GC.GetAllocatedBytesForCurrentThread();
            if (NativeSignature.TryParse(text, out var signature))
            {
                _ = signature.ToString();
            }

            return GC.GetAllocatedBytesForCurrentThread() - before;
        }
    }
}
