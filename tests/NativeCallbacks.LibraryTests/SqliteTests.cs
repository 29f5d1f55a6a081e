using System.Text;

namespace NativeCallbacks.LibraryTests;

/// <summary>SQLite: functions, aggregates, collations and hooks are registered first, and run inside the statements that follow.</summary>
public class SqliteTests
{
    private const string FourRows = "CREATE TABLE t(x INT, y INT); INSERT INTO t(x) VALUES (1), (2), (3), (4)";
    private const string Update = "UPDATE t SET y = times10(x)";

    [LibraryFact(Sqlite.FileName)]
    public void Execute_WhoseFunctionThrows_Throws_AndTheNextStatementWorks()
    {
        var fail = true;
        using var database = new SqliteDatabase();
        using var times10 = Times10(x => fail && x == 2 ? throw new InvalidOperationException("Row 2.") : x).ToManagedCallback();
        database.Add("times10", times10.Callback);
        database.Run(FourRows).Should().Be(0);

        var update = () => database.Run(Update);

        update.Should().Throw<InvalidOperationException>().WithMessage("Row 2.");
        database.Query("SELECT y FROM t").Should().Be("10|NULL|NULL|NULL", "SQLite saw no error");
        fail = false;
        update().Should().Be(0);
        database.Query("SELECT y FROM t").Should().Be("10|20|30|40");
    }

    [LibraryFact(Sqlite.FileName)]
    public void Step_WhoseFunctionThrows_Throws_AndTheNextStepWorks()
    {
        var fail = true;
        using var database = new SqliteDatabase();
        using var times10 = Times10(x => fail && x == 2 ? throw new InvalidOperationException("Row 2.") : x).ToManagedCallback();
        database.Add("times10", times10.Callback);
        database.Run(FourRows).Should().Be(0);
        Sqlite.Prepare.Invoke(database.Handle, "SELECT times10(x) FROM t", -1, out var statement);

        Sqlite.Step.Invoke(statement).Should().Be(100);
        Sqlite.Column.Invoke(statement, 0).Should().Be(10);
        var step = () => Sqlite.Step.Invoke(statement);
        step.Should().Throw<InvalidOperationException>().WithMessage("Row 2.");
        fail = false;
        Sqlite.Step.Invoke(statement).Should().Be(100);
        Sqlite.Column.Invoke(statement, 0).Should().Be(30);

        Sqlite.FinalizeStatement.Invoke(statement);
    }

    // The handler reports the error to SQLite as well, so that the statement has no effect.
    [LibraryFact(Sqlite.FileName)]
    public void Execute_WhoseFunctionReportsAnError_Fails_AndChangesNothing()
    {
        using var database = new SqliteDatabase();
        using var times10 = new SqliteFunction((context, _, values) =>
        {
            try
            {
                var x = Sqlite.Value.Invoke(values[0]);
                Sqlite.Result.Invoke(context, x == 2 ? throw new InvalidOperationException("Row 2 – ü.") : 10 * x);
            }
            catch (InvalidOperationException exception)
            {
                Sqlite.ResultError.Invoke(context, exception.Message, -1);
            }
        }).ToManagedCallback();
        database.Add("times10", times10.Callback);
        database.Run(FourRows).Should().Be(0);

        database.Run(Update).Should().Be(1);

        database.Message.Should().Be("Row 2 – ü.");
        times10.Fault.Should().BeNull();
        database.Query("SELECT y FROM t").Should().Be("NULL|NULL|NULL|NULL");
    }

    [LibraryFact(Sqlite.FileName)]
    public void Execute_WithFunctionsOfTwoDatabases_CallsEachOnesOwn_AndLeavesTheOtherAlone()
    {
        using var first = new SqliteDatabase();
        using var second = new SqliteDatabase();
        using var bad = Times10(static x => x == 3 ? throw new InvalidOperationException("Row 3.") : x).ToManagedCallback();
        using var good = Times10(static x => 10 * x).ToManagedCallback();
        first.Add("times10", bad.Callback);
        second.Add("times10", good.Callback);
        first.Run(FourRows).Should().Be(0);
        second.Run(FourRows).Should().Be(0);

        var update = () => first.Run(Update);

        update.Should().Throw<InvalidOperationException>().WithMessage("Row 3.");
        second.Run(Update).Should().Be(0);
        second.Query("SELECT y FROM t").Should().Be("100|200|300|400");
        first.Query("SELECT y FROM t").Should().Be("10|20|NULL|NULL");
    }

    [LibraryTheory(Sqlite.FileName)]
    [InlineData("step")]
    [InlineData("final")]
    public void Query_WhoseAggregateThrows_Throws_AndTheNextWorks(string where)
    {
        var fail = true;
        void FailIn(string part)
        {
            if (fail && part == where)
            {
                throw new InvalidOperationException(part);
            }
        }

        using var database = new SqliteDatabase();
        using var step = new SqliteFunction((context, _, values) =>
        {
            FailIn("step");
            var sum = Sqlite.Aggregate.Invoke(context, sizeof(int));
            Marshal.WriteInt32(sum, Marshal.ReadInt32(sum) + Sqlite.Value.Invoke(values[0]));
        }).ToManagedCallback();
        using var final = new SqliteFinal(context =>
        {
            FailIn("final");
            Sqlite.Result.Invoke(context, Marshal.ReadInt32(Sqlite.Aggregate.Invoke(context, sizeof(int))));
        }).ToManagedCallback();
        Sqlite.CreateFunction.Invoke(database.Handle, "total", 1, Sqlite.Utf8, 0, default, step.Callback, final.Callback, default);
        database.Run(FourRows).Should().Be(0);

        var query = () => database.Query("SELECT total(x), total(x + 10) FROM t");

        query.Should().Throw<InvalidOperationException>().WithMessage(where);
        fail = false;
        query().Should().Be("10,50");
    }

    [LibraryFact(Sqlite.FileName)]
    public void Query_WhoseCollationThrows_Throws_AndTheNextWorks()
    {
        var fail = true;
        using var database = new SqliteDatabase();
        using var compare = new SqliteCompare((_, _, x, _, y) =>
            fail ? throw new InvalidOperationException(Encoding.UTF8.GetString(x)) : -x.SequenceCompareTo(y)).ToManagedCallback();
        Sqlite.CreateCollation.Invoke(database.Handle, "reverse", Sqlite.Utf8, compare.UserData, compare.Callback, default);

        var query = () => database.Query("SELECT column1 FROM (VALUES ('a'), ('c'), ('b')) ORDER BY column1 COLLATE reverse");

        query.Should().Throw<InvalidOperationException>();
        fail = false;
        query().Should().Be("c|b|a");
    }

    [LibraryFact(Sqlite.FileName)]
    public void Execute_WhoseRowHandlerThrows_EndsTheStatement_Throws_AndTheNextWorks()
    {
        var (fail, rows) = (true, 0);
        using var database = new SqliteDatabase();
        database.Run(FourRows).Should().Be(0);
        using var row = new SqliteRow((_, _, _, _) => ++rows == 2 && fail ? throw new InvalidOperationException("Row 2.") : 0).ToManagedCallback();

        var query = () => Sqlite.Execute.Invoke(database.Handle, "SELECT x FROM t", row.Callback, row.UserData);

        query.Should().Throw<InvalidOperationException>().WithMessage("Row 2.");
        (rows, fail) = (0, false);
        query().Should().Be(0);
        rows.Should().Be(4);
    }

    [LibraryFact(Sqlite.FileName)]
    public void Execute_WhoseCommitHookThrows_RollsBack_Throws_AndTheNextCommits()
    {
        var fail = true;
        using var database = new SqliteDatabase();
        database.Run("CREATE TABLE t(x)").Should().Be(0);
        using var hook = new SqliteCommit(_ => fail ? throw new InvalidOperationException("Not now.") : 0).ToManagedCallback();
        Sqlite.SetCommit.Invoke(database.Handle, hook.Callback, hook.UserData);

        var insert = () => database.Run("INSERT INTO t VALUES (1)");

        insert.Should().Throw<InvalidOperationException>().WithMessage("Not now.");
        database.Message.Should().Be("constraint failed");
        database.Query("SELECT COUNT(*) FROM t").Should().Be("0");
        fail = false;
        insert().Should().Be(0);
        database.Query("SELECT COUNT(*) FROM t").Should().Be("1");
    }

    [LibraryFact(Sqlite.FileName)]
    public void Execute_WhoseTraceThrows_Throws_AndTheNextIsTraced()
    {
        var traced = new List<string>();
        using var database = new SqliteDatabase();
        using var trace = Trace(traced).ToManagedCallback();
        Sqlite.SetTrace.Invoke(database.Handle, Sqlite.TraceStatement, trace.Callback, trace.UserData);

        var select = () => database.Run("SELECT 'bad'");

        select.Should().Throw<InvalidOperationException>().WithMessage("SELECT 'bad'");
        database.Run("SELECT 'good'").Should().Be(0);
        traced.Should().Equal("SELECT 'bad'", "SELECT 'good'");
    }

    [LibraryFact(Sqlite.FileName)]
    public void Execute_WhoseTraceOnlyReports_ThrowsNothing_AndGoesOnTracing()
    {
        var (traced, reported, logged) = (new List<string>(), new List<string>(), new List<string>());
        void Log(object? sender, CallbackFaultedEventArgs fault)
        {
            if (fault.Signature == typeof(SqliteTrace))
            {
                logged.Add(fault.Exception.Message);
            }
        }

        using var database = new SqliteDatabase();
        using var trace = Trace(traced).ToManagedCallback(exception => reported.Add(exception.Message), FaultPolicy.ReportOnly);
        Sqlite.SetTrace.Invoke(database.Handle, Sqlite.TraceStatement, trace.Callback, trace.UserData);

        ManagedCallbacks.Faulted += Log;
        database.Run("SELECT 'bad'; SELECT 'good'; SELECT 'bad again'").Should().Be(0);
        ManagedCallbacks.Faulted -= Log;

        traced.Should().Equal("SELECT 'bad';", "SELECT 'good';", "SELECT 'bad again'");
        reported.Should().Equal("SELECT 'bad';", "SELECT 'bad again'");
        logged.Should().Equal(reported);
    }

    [LibraryFact(Sqlite.FileName)]
    public void Destroy_DisposesTheFunction_WhenAnotherTakesItsName()
    {
        using var database = new SqliteDatabase();
        ManagedCallback<SqliteFunction>? function = null;
        var destroyed = new List<nint>();
        using var destroy = new SqliteDestroy(data =>
        {
            destroyed.Add(data);
            function!.Dispose();
        }).ToManagedCallback();
        function = Times10(static x => x).ToManagedCallback();
        using var next = Times10(static x => 2 * x).ToManagedCallback();
        database.Add("times10", function.Callback, destroy.Callback);
        database.Query("SELECT times10(7)").Should().Be("70");

        database.Add("times10", next.Callback);

        destroyed.Should().Equal(0);
        function.Invoking(static disposed => disposed.Callback).Should().Throw<ObjectDisposedException>();
        database.Query("SELECT times10(7)").Should().Be("140");
    }

    [LibraryFact(Sqlite.FileName)]
    public void Close_WhoseDestroyThrows_Throws()
    {
        var database = new SqliteDatabase();
        using var function = Times10(static x => x).ToManagedCallback();
        using var destroy = new SqliteDestroy(static _ => throw new InvalidOperationException("Not destroyed.")).ToManagedCallback();
        database.Add("times10", function.Callback, destroy.Callback);

        database.Invoking(static opened => opened.Dispose()).Should().Throw<InvalidOperationException>().WithMessage("Not destroyed.");
    }

    [LibraryFact(Sqlite.FileName)]
    public void CloseQuietly_WhoseDestroyThrows_LeavesTheFaultToItsOwner()
    {
        var database = new SqliteDatabase();
        using var function = Times10(static x => x).ToManagedCallback();
        using var destroy = new SqliteDestroy(static _ => throw new InvalidOperationException("Not destroyed.")).ToManagedCallback();
        database.Add("times10", function.Callback, destroy.Callback);

        Sqlite.CloseQuietly.Invoke(database.Handle).Should().Be(0);

        destroy.Invoking(static owner => owner.ThrowIfFaulted()).Should().Throw<InvalidOperationException>().WithMessage("Not destroyed.");
    }

    [LibraryFact(Sqlite.FileName)]
    public void CloseQuietly_InAHandler_LeavesTheFaultToTheInvokeAround()
    {
        var inner = new SqliteDatabase();
        using var outer = new SqliteDatabase();
        using var function = Times10(static x => x).ToManagedCallback();
        using var destroy = new SqliteDestroy(static _ => throw new InvalidOperationException("Not destroyed.")).ToManagedCallback();
        using var close = Times10(_ => Sqlite.CloseQuietly.Invoke(inner.Handle)).ToManagedCallback();
        inner.Add("times10", function.Callback, destroy.Callback);
        outer.Add("close", close.Callback);

        var select = () => outer.Run("SELECT close(1)");

        select.Should().Throw<InvalidOperationException>().WithMessage("Not destroyed.");
        close.Fault.Should().BeNull("the handler let nothing escape");
    }

    [LibraryFact(Sqlite.FileName)]
    public void Execute_AfterItsFunctionWasDisposed_ThrowsThatItIsDisposed()
    {
        using var database = new SqliteDatabase();
        var times10 = Times10(static x => x).ToManagedCallback();
        database.Add("times10", times10.Callback);
        database.Run(FourRows).Should().Be(0);
        times10.Dispose();

        var update = () => database.Run(Update);

        update.Should().Throw<HandlerNotCalledException>().Which.Reason.Should().Be(HandlerNotCalledReason.Disposed);
        database.Run("UPDATE t SET y = x").Should().Be(0, "other statements do not need the function");
    }

    [LibraryFact(Sqlite.FileName)]
    public void Query_WhoseCollationGetsAnUnknownContext_SaysSo()
    {
        using var database = new SqliteDatabase();
        using var compare = new SqliteCompare(static (_, _, x, _, y) => x.SequenceCompareTo(y)).ToManagedCallback();
        nint nobodys = 0;
        Sqlite.CreateCollation.Invoke(database.Handle, "ours", Sqlite.Utf8, nobodys, compare.Callback, default);

        var query = () => database.Query("SELECT column1 FROM (VALUES ('b'), ('a')) ORDER BY column1 COLLATE ours");

        query.Should().Throw<HandlerNotCalledException>().Which.Reason.Should().Be(HandlerNotCalledReason.UnknownContext);
    }

    [LibraryFact(Sqlite.FileName)]
    public void Query_AThousandTimesWhileTheCollectorWorks_CallsEveryHandler()
    {
        using var database = new SqliteDatabase();
        database.Run(FourRows).Should().Be(0);
        Stress.Rounds(round =>
        {
            var factor = round;
            using var function = Times10(x => round % 10 == 0 && x == 4 ? throw new InvalidOperationException($"{factor}") : x * factor).ToManagedCallback();
            database.Add("times10", function.Callback);
            var query = () => database.Query("SELECT times10(x) FROM t");
            if (round % 10 == 0)
            {
                query.Should().Throw<InvalidOperationException>().WithMessage($"{factor}");
            }
            else
            {
                query().Should().Be($"{10 * factor}|{20 * factor}|{30 * factor}|{40 * factor}");
            }
        });
    }

    private static SqliteFunction Times10(Func<int, int> argument) =>
        (context, _, values) => Sqlite.Result.Invoke(context, 10 * argument(Sqlite.Value.Invoke(values[0])));

    private static SqliteTrace Trace(List<string> traced) => (_, _, _, text) =>
    {
        var sql = text.ToString();
        traced.Add(sql);
        return sql.Contains("bad", StringComparison.Ordinal) ? throw new InvalidOperationException(sql) : 0;
    };
}
