using System.Collections.Generic;
using System.Linq;

namespace NativeCallbacks.Tests.MachineCode;

/// <summary>What a renaming may change on Arm64, and what the listing of its calls is read as, on every platform.</summary>
public class Arm64ListingTests
{
    private const string Check = "movz x1, #0x7ED0; movk x1, #0x4D4 LSL #16; movk x1, #85 LSL #32; ldr x1, [x1]; blr x1";

    private static readonly Dictionary<ulong, string> Names = new() { [0x5504D47ED0] = "[A:Check()]" };

    [Theory]
    [InlineData("mov x19, x0; mov x0, x19; ret lr", "mov x9, x0; mov x0, x9; ret lr", "a preserved register is lost")]
    [InlineData("stp x19, x20, [sp, #0x10]; ldp x19, x20, [sp, #0x10]; ret lr", "stp x19, x20, [sp, #0x10]; ldp x20, x19, [sp, #0x10]; ret lr", "preserved registers are swapped")]
    [InlineData("mov w0, w1; ret lr", "mov w2, w1; ret lr", "the result is elsewhere")]
    [InlineData("mov w0, w1; blr x9; ret lr", "mov w2, w1; blr x9; ret lr", "the argument is elsewhere")]
    [InlineData("mov x9, x0; mov x10, x1; mov x0, x9; ret lr", "mov x9, x0; mov x10, x1; mov x0, x10; ret lr", "another value")]
    [InlineData("ldp x9, x10, [x0]; mov x0, x9; ret lr", "ldp x9, x10, [x0]; mov x0, x10; ret lr", "the other one of a pair")]
    [InlineData("mov x9, x1; movk x9, #85 LSL #32; mov x0, x9; ret lr", "mov x9, x1; mov x10, x2; movk x10, #85 LSL #32; mov x0, x10; ret lr", "one instruction more")]
    [InlineData("mov x9, x1; mov x10, x2; movk x9, #85 LSL #32; mov x0, x9; ret lr", "mov x9, x1; mov x10, x2; movk x10, #85 LSL #32; mov x0, x10; ret lr", "another value, of which a part stays")]
    [InlineData("str x1, [fp, #0x10]; ldr x0, [fp, #0x10]; ret lr", "str x1, [fp, #0x10]; ldr x0, [fp, #0x18]; ret lr", "another slot")]
    [InlineData("ldr x0, [x1]; ret lr", "ldr w0, [x1]; ret lr", "another width")]
    [InlineData("mov v0.8b, v9.8b; ret lr", "mov v0.16b, v9.8b; ret lr", "another width of a vector")]
    [InlineData("ldr x0, [x1, #0x08]; ret lr", "ldr x0, [x1, #0x10]; ret lr", "another field")]
    [InlineData("A: cbz x0, A; B: b B; ret lr", "A: cbz x0, B; B: b B; ret lr", "another target")]
    [InlineData("A: cbz x0, A; ret lr", "A: cbnz x0, A; ret lr", "the opposite condition")]
    [InlineData(Check + "; ret lr", "movz x1, #0x7ED8; movk x1, #0x4D4 LSL #16; movk x1, #85 LSL #32; ldr x1, [x1]; blr x1; ret lr", "another method")]
    public void Difference_OfCodeThatDoesAnotherThing_FindsIt(string ours, string theirs, string difference)
    {
        ListingComparison.Difference(Method(ours), Method(theirs)).Should().NotBeNull(difference);
    }

    [Theory]
    [InlineData("mov x9, x0; mov x0, x9; ret lr", "mov x10, x0; mov x0, x10; ret lr", "a scratch register")]
    [InlineData("ldp x9, x10, [x0]; add x0, x9, x10; ret lr", "ldp x11, x12, [x0]; add x0, x11, x12; ret lr", "a pair")]
    [InlineData("mov w9, w1; A: sub w9, w9, #1; cbnz w9, A; mov w0, w9; ret lr", "mov w10, w1; B: sub w10, w10, #1; cbnz w10, B; mov w0, w10; ret lr", "a label and its loop's register")]
    [InlineData("movi v16.16b, #0; mov v0.8b, v16.8b; ret lr", "movi v17.16b, #0; mov v0.8b, v17.8b; ret lr", "a vector")]
    public void Difference_OfRenamedCode_FindsNothing(string ours, string theirs, string renamed)
    {
        ListingComparison.Difference(Method(ours), Method(theirs)).Should().BeNull(renamed);
    }

    [Theory]
    [InlineData(Check + "; ret lr", "[A:Check()]", "a method")]
    [InlineData("movz x1, #0x7ED8; movk x1, #0x4D4 LSL #16; movk x1, #85 LSL #32; ldr x1, [x1]; blr x1; ret lr", "[0x5504D47ED8]", "a method without a name")]
    [InlineData("movz x1, #0x7ED0; movk x1, #0x4D4 LSL #16; movk x1, #85 LSL #32; ldr x1, [x1]; mov x1, x19; blr x1; ret lr", "native", "another value in the register")]
    [InlineData("movz x1, #0x7ED0; movk x1, #0x4D4 LSL #16; movk x1, #85 LSL #32; ldr x1, [x1]; A: blr x1; cbz x0, A; ret lr", "native", "a register behind a label")]
    [InlineData("ldr x0, [x2, #0x08]; ldr x2, [x2, #0x18]; blr x2; ret lr", "[delegate]", "a delegate")]
    [InlineData("bl CORINFO_HELP_THROW; brk #0", "CORINFO_HELP_THROW", "a helper of the runtime")]
    public void Calls_AreNamedByTheirCells(string lines, string call, string called)
    {
        HotPath.Calls(Method(lines)).Should().Equal([call], called);
    }

    [Theory]
    [InlineData("cbz x19, C; blr x19; ret lr; C: mov x0, xzr; R; bl CORINFO_HELP_THROW; brk #0", 1, 0, 0)]
    [InlineData("cbz x19, C; ccmp w2, #0, nc, ne; blt C; blr x19; ret lr; C: mov x0, xzr; R; bl CORINFO_HELP_THROW; brk #0", 1, 1, 0)]
    [InlineData("cbz x19, C; cbz w1, C; blr x19; ret lr; C: mov x0, xzr; R; bl CORINFO_HELP_THROW; brk #0", 1, 0, 1)]
    public void Checks_AreTheJumpsToTheColdBlock(string lines, int nulls, int signs, int others)
    {
        var refused = new Dictionary<ulong, string> { [0x5504D47ED0] = "[A:Refused__()]" };
        var checks = Checks.Of(Method(lines.Replace("R;", Check + ";"), refused));

        (checks.Null, checks.Sign, checks.Length, checks.Other).Should().Be((nulls, signs, 0, others));
        HotPath.Calls(checks.Rest).Should().Equal("native");
        HotPath.Branches(checks.Rest).Should().Be(0);
    }

    /// <summary>A method that returns an integer, from its lines; a label is a letter and a colon, and a jump ends in a letter.</summary>
    private static MethodListing Method(string lines, Dictionary<ulong, string>? names = null)
    {
        var text = lines.Split("; ").SelectMany(static line => line[1] == ':' ? [$"G_M000_{line[0]}:    ;; offset=0x0010", line[3..]] : new[] { line })
            .Select(static line => line[^2] == ' ' && char.IsAsciiLetterUpper(line[^1]) ? line[..^1] + $"G_M000_{line[^1]}" : line);
        return new Listing(Processor.Arm64, ["; Assembly listing for method A.B:C():int (FullOpts)", .. text], names ?? Names)["B:C"];
    }
}
