using System.Collections.Generic;
using System.IO;
using System.Linq;

namespace NativeCallbacks.Tests.MachineCode;

/// <summary>What a renaming may change, and what it may not, in listings of a few lines.</summary>
public class ListingComparisonTests
{
    private static readonly Dictionary<ulong, string> NoNames = [];

    [Theory]
    [InlineData("mov rbx, rdi; mov rax, rbx; ret", "mov r10, rdi; mov rax, r10; ret", "a preserved register is lost")]
    [InlineData("push rbx; mov rbx, rdi; call rbx; pop rbx; ret", "push rbx; mov rbx, rdi; call rbx; pop r12; ret", "a preserved register gets the value of another")]
    [InlineData("mov eax, edi; ret", "mov ecx, edi; ret", "the result is elsewhere")]
    [InlineData("mov edi, esi; call [F]; ret", "mov edx, esi; call [F]; ret", "the argument is elsewhere")]
    [InlineData("mov r10, rdi; mov r11, rsi; mov rax, r10; ret", "mov r10, rdi; mov r11, rsi; mov rax, r11; ret", "another value")]
    [InlineData("mov r10, rdi; mov r10, rsi; mov rax, r10; ret", "mov r10, rdi; mov r11, rsi; mov rax, r10; ret", "a value that was overwritten in ours")]
    [InlineData("mov qword ptr [rbp-0x10], rdi; mov rax, qword ptr [rbp-0x10]; ret", "mov qword ptr [rbp-0x10], rdi; mov rax, qword ptr [rbp-0x18]; ret", "another slot")]
    [InlineData("mov rax, qword ptr [rdi]; ret", "mov eax, dword ptr [rdi]; ret", "another width")]
    [InlineData("mov rax, qword ptr [rdi+0x08]; ret", "mov rax, qword ptr [rdi+0x10]; ret", "another field")]
    [InlineData("sub rsp, 24; add rsp, 24; ret", "sub rsp, 40; add rsp, 40; ret", "another frame")]
    [InlineData("A: inc edi; jl A; B: jmp B; ret", "A: inc edi; jl B; B: jmp B; ret", "another target")]
    [InlineData("A: inc ebx; mov ebx, r12d; jl A; ret", "A: inc ebx; mov r13d, r12d; jl A; ret", "other registers at the end of the loop than at its start")]
    [InlineData("ret", "nop; ret", "one instruction more")]
    public void Difference_OfCodeThatDoesAnotherThing_FindsIt(string ours, string theirs, string difference)
    {
        ListingComparison.Difference(Method(ours), Method(theirs)).Should().NotBeNull(difference);
    }

    [Theory]
    [InlineData("mov r10, rdi; mov rax, r10; ret", "mov r11, rdi; mov rax, r11; ret", "a scratch register")]
    [InlineData("mov rcx, qword ptr [rbp-0x10]; mov qword ptr [rsi], rcx; xor eax, eax; ret", "mov rdx, qword ptr [rbp-0x20]; mov qword ptr [rsi], rdx; xor eax, eax; ret", "a slot and a scratch register")]
    [InlineData("mov r10, rdi; add r10, rsi; mov r10, rdx; mov rax, r10; ret", "mov r10, rdi; add r10, rsi; mov r11, rdx; mov rax, r11; ret", "each live range has its own name")]
    [InlineData("mov r8d, edi; A: dec r8d; jl SHORT A; mov eax, r8d; ret", "mov r9d, edi; B: dec r9d; jl B; mov eax, r9d; ret", "a label and its loop's register")]
    [InlineData("vxorps xmm8, xmm9, xmm9; vmovaps xmm0, xmm8; ret", "vxorps xmm10, xmm11, xmm11; vmovaps xmm0, xmm10; ret", "what is cleared is not read")]
    public void Difference_OfRenamedCode_FindsNothing(string ours, string theirs, string renamed)
    {
        ListingComparison.Difference(Method(ours), Method(theirs)).Should().BeNull(renamed);
    }

    [Theory]
    [InlineData("A: call [F]; test eax, eax; je C; jmp D; C: call [G]; ret; D: call [H]; ret", "[F] [H]", 1, "[G]")]
    [InlineData("test edi, edi; jne C; call [F]; ret; C: mov eax, edi; jmp D; D: call [G]; ret", "[F]", 0, "[G]")]
    [InlineData("test edi, edi; jne C; call [F]; C: ret", "[F]", 0, "nothing")]
    public void Straight_FollowsJumpsAndNoConditions(string lines, string calls, int jumps, string beside)
    {
        var straight = HotPath.Straight(Method(lines));

        HotPath.Calls(straight.Way).Should().Equal(calls.Split(' '));
        straight.Jumps.Should().Be(jumps);
        HotPath.FirstCallsBeside(Method(lines)).Should().Equal(beside);
    }

    [Fact]
    public void Listing_OfCodeThatIsNotOptimized_IsRefused()
    {
        FluentActions.Invoking(static () => new Listing(Processor.X64, ["; Assembly listing for method A.B:C():int (MinOpts)", "       ret      "], NoNames)).Should()
            .Throw<InvalidDataException>();
    }

    /// <summary>A method that returns an integer, from its lines; a label is a letter and a colon.</summary>
    private static MethodListing Method(string lines)
    {
        var text = lines.Split("; ").SelectMany(static line => line[1] == ':' ? [$"G_M000_{line[0]}:", line[2..]] : new[] { line })
            .Select(static line => line.StartsWith('j') ? line[..^1] + $"G_M000_{line[^1]}" : line);
        return new Listing(Processor.X64, ["; Assembly listing for method A.B:C():int (FullOpts)", .. text], NoNames)["B:C"];
    }
}
