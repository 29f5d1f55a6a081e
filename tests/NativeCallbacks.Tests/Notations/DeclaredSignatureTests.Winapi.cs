using System.Runtime.InteropServices;

namespace NativeCallbacks.Tests.Notations;

[NativeSignature(CallingConvention = CallingConvention.Winapi)]
internal delegate void Winapi();

public partial class DeclaredSignatureTests
{
    [Fact]
    public void Of_ThePlatformsConvention_NamesIt() => NativeSignature.Of<Winapi>().ToString().Should().Be("void (WINAPI *)(void)");
}
