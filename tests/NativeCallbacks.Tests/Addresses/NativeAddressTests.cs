using System.IO;
using System.Runtime.InteropServices;

namespace NativeCallbacks.Tests.Addresses;

/// <summary>What is reported about an address.</summary>
public class NativeAddressTests
{
    [Fact]
    public void Inspect_OfAFunction_ReportsModuleAndProtection()
    {
        var address = Shim.Address("matrix_double");

        var place = NativeAddress.Inspect(address);

        place.IsMapped.Should().BeTrue();
        place.Protection.Should().Be(MemoryProtection.Read | MemoryProtection.Execute);
        Path.GetFileName(place.ModulePath).Should().Be(Shim.FileName);
        place.ToString().Should().Be($"0x{(long)address:X} in {Shim.FileName}{Platform.Symbol("matrix_double")}, r-x");
    }

    [NotOnFact(Where.Windows, Platform.NoSymbols)]
    public void Inspect_OfAFunction_ReportsItsSymbol()
    {
        var place = NativeAddress.Inspect(Shim.Address("matrix_double"));

        place.Symbol.Should().Be("matrix_double");
        place.SymbolOffset.Should().Be(0);
        place.SymbolSize.Should().BePositive();
        place.SymbolIsData.Should().BeFalse();
    }

    [NotOnFact(Where.Windows, Platform.NoSymbols)]
    public void Inspect_InsideAFunction_ReportsTheOffset()
    {
        var address = Shim.Address("matrix_double") + 5;

        var place = NativeAddress.Inspect(address);

        place.Symbol.Should().Be("matrix_double");
        place.SymbolOffset.Should().Be(5);
        place.ToString().Should().Be($"0x{(long)address:X} in {Shim.FileName} (matrix_double + 0x5), r-x");
    }

    [NotOnTheory(Where.Windows, Platform.NoSymbols)]
    [InlineData("shim_data_symbol", sizeof(int))]
    [InlineData("shim_data_array", 4 * sizeof(double))]
    public void Inspect_OfData_ReportsThatItIsData(string symbol, int size)
    {
        var place = NativeAddress.Inspect(Shim.Address(symbol));

        place.Symbol.Should().Be(symbol);
        place.SymbolIsData.Should().BeTrue();
        place.SymbolSize.Should().Be(size);
    }

    [Fact]
    public void Inspect_OfVariables_ReportsThatTheyCanBeWritten() =>
        NativeAddress.Inspect(Shim.Address("shim_data_array")).Protection.Should().Be(MemoryProtection.Read | MemoryProtection.Write);

    [Fact]
    public void Inspect_OfTheHeap_ReportsThatItIsMappedAndInNoModule()
    {
        var memory = Marshal.AllocHGlobal(64);
        try
        {
            var place = NativeAddress.Inspect(memory);

            place.IsMapped.Should().BeTrue();
            place.Protection.Should().Be(MemoryProtection.Read | MemoryProtection.Write);
            place.ModulePath.Should().BeNull();
            place.Symbol.Should().BeNull();
        }
        finally
        {
            Marshal.FreeHGlobal(memory);
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(0x10)]
    [InlineData(-1)]
    public void Inspect_OfNoMemory_ReportsSo(long address)
    {
        var place = NativeAddress.Inspect((nint)address);

        place.IsMapped.Should().BeFalse();
        place.Protection.Should().BeNull();
        place.ModulePath.Should().BeNull();
        place.ToString().Should().Be($"0x{address:X}, which is not mapped");
    }
}
