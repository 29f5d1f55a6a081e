namespace NativeCallbacks.LibraryTests;

/// <summary>C: <c>const char *sqlite3_libversion(void)</c></summary>
[NativeSignature]
internal delegate string SqliteVersion();

/// <summary>A library that comes in a NuGet package, in its folder for this platform.</summary>
public class PackagedLibraryTests
{
    [Fact]
    public void Load_OfALibraryInAPackage_FindsItByName()
    {
        using var module = NativeModule.Load("e_sqlite3");

        module.Bind<SqliteVersion>("sqlite3_libversion", "SQLITE_API const char *sqlite3_libversion(void);").Invoke().Should().Be("3.50.4");
    }

    [Fact]
    public void Load_OfALibraryInAPackage_ForAnAssembly_FindsItByName()
    {
        using var module = NativeModule.Load("e_sqlite3", typeof(PackagedLibraryTests).Assembly);

        NativeAddress.Inspect(module.GetAddress("sqlite3_open")).ModulePath.Should().Contain("runtimes");
    }
}
