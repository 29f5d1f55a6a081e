using System.IO;
using System.Runtime.InteropServices;

namespace NativeCallbacks.Tests.Addresses;

/// <summary>What is reported about an address, on Linux.</summary>
public class NativeAddressTests
{
    [Fact]
    public void Inspect_OfAFunction_TellsModuleSymbolAndProtection()
    {
        var address = Shim.Address("matrix_double");

        var place = NativeAddress.Inspect(address);

        place.IsMapped.Should().BeTrue();
        place.Protection.Should().Be(MemoryProtection.Read | MemoryProtection.Execute);
        Path.GetFileName(place.ModulePath).Should().Be("libncbshim.so");
        place.Symbol.Should().Be("matrix_double");
        place.SymbolOffset.Should().Be(0);
        place.SymbolSize.Should().BePositive();
        place.SymbolIsData.Should().BeFalse();
        place.ToString().Should().Be($"0x{(long)address:X} in libncbshim.so (matrix_double), r-x");
    }

    [Fact]
    public void Inspect_InsideAFunction_TellsTheOffset()
    {
        var address = Shim.Address("matrix_double") + 5;

        var place = NativeAddress.Inspect(address);

        place.Symbol.Should().Be("matrix_double");
        place.SymbolOffset.Should().Be(5);
        place.ToString().Should().Be($"0x{(long)address:X} in libncbshim.so (matrix_double + 0x5), r-x");
    }

    [Fact]
    public void Inspect_OfData_TellsThatItIsData()
    {
        var place = NativeAddress.Inspect(Shim.Address("shim_data_symbol"));

        place.Symbol.Should().Be("shim_data_symbol");
        place.SymbolIsData.Should().BeTrue();
        place.SymbolSize.Should().Be(sizeof(int));
        place.Protection!.Value.Should().NotHaveFlag(MemoryProtection.Execute);
    }

    [Fact]
    public void Inspect_OfTheHeap_TellsThatItIsMappedAndInNoModule()
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
    public void Inspect_OfNoMemory_TellsSo(long address)
    {
        var place = NativeAddress.Inspect((nint)address);

        place.IsMapped.Should().BeFalse();
        place.Protection.Should().BeNull();
        place.ModulePath.Should().BeNull();
        place.ToString().Should().Be($"0x{address:X}, which is not mapped");
    }
}
