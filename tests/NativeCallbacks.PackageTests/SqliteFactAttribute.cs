using System;
using System.IO;
using System.Linq;

namespace NativeCallbacks.PackageTests;

/// <summary>A test that runs the <c>sqlite3</c> command.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class SqliteFactAttribute : FactAttribute
{
    public SqliteFactAttribute() =>
        Skip = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(static folder => File.Exists(Path.Combine(folder, "sqlite3")))
            ? null
            : "The sqlite3 command is not here. Run: sudo apt-get install -y sqlite3";
}
