using System;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Reflection;

namespace NativeCallbacks.Tests.Addresses;

/// <summary>The two ways to ask Linux for a mapping, the kernel's request and the maps of the process, and what the maps say.</summary>
public class MapTests
{
    [NotOnFact(Where.Windows, "The maps are those of Linux.")]
    public void Inspect_OfEachLoadedLibrary_ReportsWhatTheMapsReport()
    {
        var libraries = Libraries();

        libraries.Length.Should().BeGreaterThan(5);
        foreach (var (start, letters, path) in libraries)
        {
            var place = NativeAddress.Inspect(start + 7);
            (place.IsMapped, Letters(place.Protection!.Value), place.Mapping).Should().Be((true, letters, path));
        }
    }

    /// <summary>A kernel before 6.11, and an emulator, know no request; the maps are read then.</summary>
    [NotOnFact(Where.Windows | Where.NativeAot, "Reflection finds the method that reads the maps of Linux.")]
    public void Maps_TellTheSame_WhereTheKernelCannotBeAsked()
    {
        var read = typeof(NativeAddress).Assembly.GetType("NativeCallbacks.LinuxAddresses")!.GetMethod("FindMapping", BindingFlags.Static | BindingFlags.NonPublic | BindingFlags.Public)!;
        foreach (var (start, letters, path) in Libraries())
        {
            var mapping = read.Invoke(null, [start + 7])!;
            object? Value(string property) => mapping.GetType().GetProperty(property)!.GetValue(mapping);
            (Value("IsMapped"), Letters((MemoryProtection)Value("Protection")!), Value("Name")).Should().Be((true, letters, path));
        }
    }

    [NotOnFact(Where.Windows, "The allocation is that of reading the maps of Linux, which an old kernel makes necessary.")]
    public void Bind_OfATextThatMatchedBefore_IsNotParsedAgain()
    {
        var address = Shim.Address("scalar_double");
        Bind();
        var (first, again) = (Allocated(static () => NativeSignature.Parse(Text)), Allocated(Bind));

        again.Should().BeLessThan(first + Allocated(() => NativeAddress.Inspect(address)));

        void Bind() => NativeCallback<Signatures.PublicOperation>.Bind(address, Text);
    }

    private const string Text = "double scalar_double(double x, double y)";

    private static long Allocated(Action call) => Upcalls.Allocation.Of(() =>
    {
        call();
        return 0;
    });

    /// <summary>Libraries whose mappings stay as they are: other tests load and unload theirs meanwhile.</summary>
    private static readonly string[] Lasting = ["/libc.so.6", "/libm.so.6", Path.Combine(AppContext.BaseDirectory, Shim.FileName)];

    private static (nint Start, string Letters, string Path)[] Libraries() =>
    [
        .. File.ReadAllLines("/proc/self/maps")
            .Where(static line => Lasting.Any(library => line.EndsWith(library, StringComparison.Ordinal)))
            .Select(static line => line.Split([' '], 6, StringSplitOptions.RemoveEmptyEntries))
            .Select(static fields => (
                (nint)long.Parse(fields[0].Split('-')[0], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture), fields[1].Substring(0, 3), fields[5].Trim())),
    ];

    private static string Letters(MemoryProtection protection) =>
        (protection.HasFlag(MemoryProtection.Read) ? "r" : "-") + (protection.HasFlag(MemoryProtection.Write) ? "w" : "-") + (protection.HasFlag(MemoryProtection.Execute) ? "x" : "-");
}
