using System.Runtime.InteropServices;

namespace NativeCallbacks.Tests.Addresses;

[NativeSignature]
internal delegate nint PaddingAddress();

/// <summary>
/// What is refused on other systems and processors, decided from what they report. The classes are the library's own, compiled into
/// the tests.
/// </summary>
public class AddressRulesTests
{
    private const int InvalidParameter = 87; // ERROR_INVALID_PARAMETER
    private const int AccessDenied = 5;      // ERROR_ACCESS_DENIED

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Refusal_OfAnAddressBetweenInstructions_IsOnlyForArm64(int distance)
    {
        // Between two functions, so that no other rule applies.
        var address = NativeAddress.Inspect(Shim.Get<PaddingAddress>("trap_padding").Invoke() + distance);

        AddressRules.Refusal(address, Architecture.X64).Should().BeNull();
        AddressRules.Refusal(address, Architecture.Arm64).Should().Be(
            $"{address}, which is not a multiple of 4, as the address of every Arm64 instruction is. Pass the address at which the function starts.");
    }

    [Fact]
    public void Refusal_OfAFunction_IsNull()
    {
        var address = NativeAddress.Inspect(Shim.Address("matrix_double"));

        AddressRules.Refusal(address, Architecture.X64).Should().BeNull();
        AddressRules.Refusal(address, Architecture.Arm64).Should().BeNull();
    }

    [Fact]
    public void FailedQueryOfWindows_MeansNoMemory_IfTheAddressCannotExist()
    {
        WindowsAddresses.MappingAfterFailedQuery(InvalidParameter).IsMapped.Should().BeFalse();
        WindowsAddresses.MappingAfterFailedQuery(AccessDenied).IsMapped.Should().BeNull("what Windows does not report is not guessed");
    }
}
