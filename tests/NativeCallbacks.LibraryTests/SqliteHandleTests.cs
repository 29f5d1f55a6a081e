namespace NativeCallbacks.LibraryTests;

/// <summary>SQLite as a .NET engineer would declare it: safe handles, and text as strings.</summary>
public class SqliteHandleTests
{
    private const int Row = 100;
    private const int Done = 101;

    [LibraryFact(Sqlite.FileName)]
    public void Query_WithHandlesAndTexts_ReadsThem()
    {
        SqliteHandles.Open.Invoke(":memory:", out var database, SqliteHandles.Create);
        using (database)
        {
            SqliteHandles.Prepare.Invoke(database, Utf8Pointer.FromLiteral("SELECT 'żółw', NULL, '🐢'; SELECT 2"u8), -1, out var statement, out var tail);
            using (statement)
            {
                tail.ToString().Should().Be(" SELECT 2");
                SqliteHandles.Step.Invoke(statement).Should().Be(Row);
                SqliteHandles.Text.Invoke(statement, 0).Should().Be("żółw");
                SqliteHandles.Text.Invoke(statement, 1).Should().BeNull();
                SqliteHandles.WideText.Invoke(statement, 2).Should().Be("🐢");
                SqliteHandles.WideText.Invoke(statement, 1).Should().BeNull();
                SqliteHandles.Step.Invoke(statement).Should().Be(Done);
            }

            var step = () => SqliteHandles.Step.Invoke(statement);
            step.Should().Throw<ObjectDisposedException>().WithMessage("statement, a SqliteStatement, is disposed.*");
        }
    }

    [LibraryFact(Sqlite.FileName)]
    public void Open_OfAFileThatIsMissing_Throws_AndTheHandleTellsWhy()
    {
        SqliteHandle? database = null;

        var open = () => SqliteHandles.Open.Invoke("/no/such/folder/ü.db", out database, SqliteHandles.ReadOnly);

        open.Should().Throw<NativeStatusException>().Which.Code.Should().Be(SqliteHandles.CannotOpen);
        using (database)
        {
            SqliteHandles.Message.Invoke(database!).Should().Be("unable to open database file");
        }
    }

    [LibraryFact(Sqlite.FileName)]
    public void Open_WithAWideName_CreatesTheFile()
    {
        var folder = Directory.CreateTempSubdirectory();
        var path = Path.Combine(folder.FullName, "żółw 🐢.db");

        SqliteHandles.OpenWide.Invoke(path, out var database);
        using (database)
        {
            SqliteHandles.Execute.Invoke(database, "CREATE TABLE t(x)", 0, 0, out var message).Should().Be(0);
            message.IsNull.Should().BeTrue();
        }

        File.Exists(path).Should().BeTrue();
        folder.Delete(recursive: true);
    }

    [LibraryFact(Sqlite.FileName)]
    public void Execute_ThatFails_GivesAMessageThatTheCallerFrees()
    {
        SqliteHandles.Open.Invoke(":memory:", out var database, SqliteHandles.Create);
        using (database)
        {
            SqliteHandles.Execute.Invoke(database, "SELECT x FROM nowhere", 0, 0, out var message).Should().Be(1);

            message.ToString().Should().Be("no such table: nowhere");
            SqliteHandles.Free.Invoke(message);
        }
    }

    [LibraryFact(Sqlite.FileName)]
    public void BindBlob_WithASpanOfDoubles_PassesItsBytes()
    {
        SqliteHandles.Open.Invoke(":memory:", out var database, SqliteHandles.Create);
        using (database)
        {
            SqliteHandles.Prepare.Invoke(database, Utf8Pointer.FromLiteral("SELECT hex(?)"u8), -1, out var statement, out _);
            using (statement)
            {
                SqliteHandles.BindBlob.Invoke(statement, 1, [1.0, -2.0], destructor: -1);

                SqliteHandles.Step.Invoke(statement).Should().Be(Row);
                SqliteHandles.Text.Invoke(statement, 0).Should().Be("000000000000F03F00000000000000C0");
                var bind = () => SqliteHandles.BindBlob.Invoke(statement, 1, [1.0], 9, -1);
                bind.Should().Throw<ArgumentException>().WithMessage("value has 1 element of 8 bytes, which are 8 bytes, but its shape (bytes: 9) needs 9 bytes.*");
            }
        }
    }
}
