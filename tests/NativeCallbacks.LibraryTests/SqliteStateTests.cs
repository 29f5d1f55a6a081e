namespace NativeCallbacks.LibraryTests;

/// <summary>SQLite owns what it was given: the object of several functions, or one handler, until it calls the destroy function.</summary>
public class SqliteStateTests
{
    private static readonly NativeCallback<SqliteCreateOwned> CreateOwned = Sqlite.Get<SqliteCreateOwned>("sqlite3_create_function_v2");
    private static readonly NativeCallback<SqliteCollate> Collate = Sqlite.Get<SqliteCollate>("sqlite3_create_collation_v2");

    [LibraryFact(Sqlite.FileName)]
    public void AggregateAndCollation_ShareTheObject_UntilTheDatabaseIsClosed()
    {
        var moments = new SqliteMoments { Factor = -3 };
        var state = new CallbackState<SqliteMoments>(moments);
        using (var database = new SqliteDatabase())
        {
            CreateOwned.Invoke(database.Handle, "weighed", 1, Sqlite.Utf8, state.UserData, default, SqliteMoments.Step, SqliteMoments.Final, state.DestroyNotify);
            Collate.Invoke(database.Handle, "reverse", Sqlite.Utf8, state.UserData, SqliteMoments.Compare, default);

            database.Query("SELECT weighed(column1), weighed(column1 + 10) FROM (VALUES (1), (2), (4))").Should().Be("-21,-111");
            database.Query("SELECT column1 FROM (VALUES ('a'), ('c'), ('b')) ORDER BY column1 COLLATE reverse").Should().Be("c|b|a");
            moments.Comparisons.Should().BeGreaterThan(1);
            state.Target.Should().BeSameAs(moments);
        }

        state.Target.Should().BeNull("the database has called the destroy function");
    }

    [LibraryFact(Sqlite.FileName)]
    public void Aggregates_OfTwoDatabases_HaveTheirOwnObjects()
    {
        using var first = new SqliteDatabase();
        using var second = new SqliteDatabase();
        Add(first, 2);
        Add(second, 5);

        first.Query("SELECT weighed(column1) FROM (VALUES (1), (2), (4))").Should().Be("14");
        second.Query("SELECT weighed(column1) FROM (VALUES (1), (2), (4))").Should().Be("35");

        static void Add(SqliteDatabase database, int factor)
        {
            var state = new CallbackState<SqliteMoments>(new SqliteMoments { Factor = factor });
            CreateOwned.Invoke(database.Handle, "weighed", 1, Sqlite.Utf8, state.UserData, default, SqliteMoments.Step, SqliteMoments.Final, state.DestroyNotify);
        }
    }

    [LibraryFact(Sqlite.FileName)]
    public void Query_WhoseStateIsDisposed_Throws()
    {
        using var database = new SqliteDatabase();
        var state = new CallbackState<SqliteMoments>(new SqliteMoments());
        CreateOwned.Invoke(database.Handle, "weighed", 1, Sqlite.Utf8, state.UserData, default, SqliteMoments.Step, SqliteMoments.Final, default);
        state.Dispose();

        var query = () => database.Query("SELECT weighed(column1) FROM (VALUES (1))");

        query.Should().Throw<ArgumentException>().WithMessage("The context 0x* belongs to no CallbackState<SqliteMoments>. Dispose a state only when native code no longer uses it.*");
    }

    [LibraryFact(Sqlite.FileName)]
    public void Function_IsDisposed_WhenAnotherTakesItsName_AndWhenTheDatabaseIsClosed()
    {
        var first = new SqliteFunction(static (context, _, _) => Sqlite.Result.Invoke(context, 7)).ToManagedCallback();
        var second = new SqliteFunction(static (context, _, _) => Sqlite.Result.Invoke(context, 8)).ToManagedCallback();
        using (var database = new SqliteDatabase())
        {
            Add(database, first);
            database.Query("SELECT answer()").Should().Be("7");
            Add(database, second);
            database.Query("SELECT answer()").Should().Be("8");
            IsDisposed(first).Should().BeTrue();
            IsDisposed(second).Should().BeFalse();
        }

        IsDisposed(second).Should().BeTrue();
    }

    // SQLite destroys what it was given also if it does not take it: a name of more than 255 bytes is a misuse.
    [LibraryFact(Sqlite.FileName)]
    public void Function_IsDisposed_WhenItsRegistrationFails()
    {
        var function = new SqliteFunction(static (_, _, _) => { }).ToManagedCallback();
        using var database = new SqliteDatabase();

        var add = () => Add(database, function, new string('x', 300));

        add.Should().Throw<NativeStatusException>();
        IsDisposed(function).Should().BeTrue();
    }

    private static void Add(SqliteDatabase database, ManagedCallback<SqliteFunction> function, string name = "answer") => CreateOwned.Invoke(
        database.Handle, name, 0, Sqlite.Utf8, function.UserData, function.Callback, default, default, function.DestroyNotify);

    private static bool IsDisposed(CallbackOwner owner) => Record.Exception(() => owner.UserData) is ObjectDisposedException;
}
