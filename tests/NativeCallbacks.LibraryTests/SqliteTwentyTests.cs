using System.Globalization;
using System.Reflection;

namespace NativeCallbacks.LibraryTests;

/// <summary>The same twenty functions of SQLite, declared by delegates and as an API: they do the same, and docs/apis-and-tables.md has their lines.</summary>
public class SqliteTwentyTests
{
    /// <summary>SQLITE_TRANSIENT: SQLite copies the text.</summary>
    private const int Transient = -1;

    private static readonly string Root =
        typeof(SqliteTwentyTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(static item => item.Key == "RepositoryRoot").Value!;

    private const string Insertion = "INSERT INTO t VALUES(?, ?, ?, ?)";

    [LibraryFact(Sqlite.FileName)]
    public void Functions_OfBothDeclarations_ReadWhatTheOtherHasWritten()
    {
        SqliteByDelegates.Open.Invoke(":memory:", out var first);
        SqliteByDelegates.Prepare.Invoke(first, "CREATE TABLE t(a INTEGER PRIMARY KEY, b REAL, c TEXT, d)", -1, out var create, default);
        SqliteByDelegates.Step.Invoke(create).Should().Be(101);
        SqliteByDelegates.FinalizeStatement.Invoke(create);

        SqliteByDelegates.Prepare.Invoke(first, Insertion, -1, out var insertion, default);
        SqliteByDelegates.BindInt64.Invoke(insertion, 1, 1L << 40);
        SqliteByDelegates.BindDouble.Invoke(insertion, 2, 2.5);
        SqliteByDelegates.BindText.Invoke(insertion, 3, "żółw", -1, Transient);
        SqliteByDelegates.BindNull.Invoke(insertion, 4);
        SqliteByDelegates.Step.Invoke(insertion).Should().Be(101);
        SqliteByDelegates.Reset.Invoke(insertion);
        (SqliteByDelegates.Changes.Invoke(first), SqliteByDelegates.LastRow.Invoke(first)).Should().Be((SqliteByApi.Changes(first), 1L << 40));
        SqliteByApi.BindInt64(insertion, 1, 3);
        SqliteByApi.BindDouble(insertion, 2, -0.25);
        SqliteByApi.BindText(insertion, 3, "turtle", 4, Transient);
        SqliteByApi.BindNull(insertion, 4);
        SqliteByApi.Step(insertion).Should().Be(101);
        SqliteByApi.FinalizeStatement(insertion);
        (SqliteByApi.Changes(first), SqliteByApi.LastRow(first)).Should().Be((1, 3));

        SqliteByApi.Prepare(first, "SELECT * FROM t ORDER BY a", -1, out var query, default);
        SqliteByApi.Step(query).Should().Be(100);
        Names(SqliteByDelegates.ColumnCount.Invoke(query), static (query, i) => SqliteByDelegates.ColumnName.Invoke(query, i), static (query, i) => SqliteByDelegates.ColumnType.Invoke(query, i)).Should().Equal("a 1", "b 2", "c 3", "d 5");
        (SqliteByDelegates.ColumnInt64.Invoke(query, 0), SqliteByDelegates.ColumnDouble.Invoke(query, 1), SqliteByDelegates.ColumnText.Invoke(query, 2)).Should().Be((3, -0.25, "turt"));
        SqliteByDelegates.Step.Invoke(query).Should().Be(100);
        Names(SqliteByApi.ColumnCount(query), SqliteByApi.ColumnName, SqliteByApi.ColumnType).Should().Equal("a 1", "b 2", "c 3", "d 5");
        (SqliteByApi.ColumnInt64(query, 0), SqliteByApi.ColumnDouble(query, 1), SqliteByApi.ColumnText(query, 2)).Should().Be((1L << 40, 2.5, "żółw"));
        SqliteByApi.Reset(query);
        SqliteByDelegates.FinalizeStatement.Invoke(query);

        FluentActions.Invoking(() => SqliteByApi.Prepare(first, "SELECT missing", -1, out _, default)).Should().Throw<NativeStatusException>();
        SqliteByDelegates.Message.Invoke(first).Should().Be("no such column: missing").And.Be(SqliteByApi.Message(first));
        SqliteByDelegates.Close.Invoke(first);
        SqliteByApi.Open(":memory:", out var second);
        SqliteByApi.Close(second);
        SqliteByDelegates.Version.Invoke().Should().Be(SqliteByApi.Version()).And.BeGreaterThan(3_000_000);

        IEnumerable<string> Names(int count, Func<nint, int, string?> name, Func<nint, int, int> type) =>
            Enumerable.Range(0, count).Select(index => $"{name(query, index)} {type(query, index)}");
    }

    [Fact]
    public void Lines_OfBothDeclarations_AreThoseOfTheDocs()
    {
        var (delegates, api) = (Source("SqliteByDelegates.cs"), Source("SqliteByApi.cs"));
        Symbols(api).Should().Equal(Symbols(delegates)).And.HaveCount(20);

        var page = File.ReadAllText(Path.Combine(Root, "docs", "apis-and-tables.md"));

        page.Should().Contain(string.Create(CultureInfo.InvariantCulture, $"| 20 functions of SQLite | {Lines(delegates)} lines | {Lines(api)} lines |"));
    }

    private static IEnumerable<string> Symbols(string[] source) =>
        source.SelectMany(static line => line.Split('"')).Where(static text => text.StartsWith("sqlite3_", StringComparison.Ordinal));

    /// <summary>The lines of code, but for the namespace.</summary>
    private static int Lines(string[] source) => source.Count(static line => line.Trim() is { Length: > 0 } code && !code.StartsWith("//", StringComparison.Ordinal) && !code.StartsWith("namespace", StringComparison.Ordinal));

    private static string[] Source(string file) => File.ReadAllLines(Path.Combine(Root, "tests", "NativeCallbacks.LibraryTests", file));
}
