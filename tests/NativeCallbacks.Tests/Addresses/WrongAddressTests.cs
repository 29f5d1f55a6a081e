using System.Threading.Tasks;
using NativeCallbacks.Tests.ChildProcesses;

namespace NativeCallbacks.Tests.Addresses;

/// <summary>
/// Addresses that no function begins at: <c>Bind</c> refuses each, where the same call without it ends the process.
/// </summary>
public class WrongAddressTests
{
    public static TheoryData<string, string> Places => WrongAddressScenario.Places;

    [Theory]
    [MemberData(nameof(Places))]
    public async Task Bind_OfAWrongAddress_ThrowsAndSaysWhatIsThere(string place, string message)
    {
        var child = await ChildProcess.PlayAsync(
            WrongAddressScenario.Name, (WrongAddressScenario.Place, place), (WrongAddressScenario.IsBound, "1"));

        child.ExitCode.Should().Be(0);
        child.Errors.Should().BeEmpty();
        child.Output.Should().StartWith("No function starts at 0x").And.Contain(message);
    }

    [NotOnFact(Where.Windows, Platform.NoSymbols)]
    public Task Bind_InsideAFunction_ThrowsAndSaysSo() => Bind_OfAWrongAddress_ThrowsAndSaysWhatIsThere(
        WrongAddressScenario.Inside,
        $" (trap_behind_return + 0x1), r-x, which is inside a function of {Platform.SizeOfTrap} bytes. Pass the address at which it starts.");

    [Fact]
    public Task Invoke_InsideAFunctionThatIsNotBound_EndsTheProcess() => Invoke_OfAWrongAddressThatIsNotBound_EndsTheProcess(WrongAddressScenario.Inside, "");

    [Theory]
    [MemberData(nameof(Places))]
    public async Task Invoke_OfAWrongAddressThatIsNotBound_EndsTheProcess(string place, string _)
    {
        var child = await ChildProcess.PlayAsync(WrongAddressScenario.Name, (WrongAddressScenario.Place, place));

        child.ExitCode.Should().BeOneOf(Platform.ExitCodesOfWrongAddresses);
        child.Output.Should().BeEmpty();
    }

    [Theory]
    [InlineData("1")]
    [InlineData("0")]
    public async Task Invoke_OfARightAddress_Returns(string isBound)
    {
        var child = await ChildProcess.PlayAsync(
            WrongAddressScenario.Name, (WrongAddressScenario.Place, "function"), (WrongAddressScenario.IsBound, isBound));

        child.ExitCode.Should().Be(0);
        child.Output.Should().Be(WrongAddressScenario.Returned);
    }
}
