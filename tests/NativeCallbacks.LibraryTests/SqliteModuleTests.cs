using System.Globalization;
using System.Threading;

namespace NativeCallbacks.LibraryTests;

/// <summary>SQLite asks a virtual table that is written in C#, by a table of thirteen functions.</summary>
public class SqliteModuleTests
{
    private const string Create = "CREATE VIRTUAL TABLE p USING planets";

    private static readonly Planet[] Planets =
    [
        new(1, "Sun", 332946, null), new(2, "Earth", 1, 1), new(3, "Mars", 0.107, 1), new(4, "Moon", 0.0123, 2), new(5, "Jupiter", 317.8, 1), new(6, "Europä", 0.008, 5),
    ];

    [LibraryFact(Sqlite.FileName)]
    public void Query_WithAJoinAndAnOrder_AnswersWhatTheListSays()
    {
        using var database = new ModuleDatabase(new PlanetModule(Planets));
        database.Run(Create);

        database.Query("SELECT a.name, b.name FROM p a JOIN p b ON b.id = a.parent ORDER BY a.mass DESC").Should().Equal(
            Planets.Join(Planets, static a => a.Parent, static b => b.Id, static (a, b) => (a, b))
                .OrderByDescending(static pair => pair.a.Mass).Select(static pair => $"{pair.a.Name},{pair.b.Name}"));
        database.Query("SELECT count(*), sum(id), group_concat(rowid) FROM p WHERE parent IS NOT NULL").Should().Equal("5,20,2,3,4,5,6");
        database.Query("SELECT name FROM p WHERE mass < 0.01").Should().Equal("Europä");
    }

    [LibraryTheory(Sqlite.FileName)]
    [InlineData("Create", Create)]
    [InlineData("BestIndex", "SELECT * FROM p")]
    [InlineData("Open", "SELECT * FROM p")]
    [InlineData("Filter", "SELECT * FROM p")]
    [InlineData("Next", "SELECT * FROM p")]
    [InlineData("IsAtEnd", "SELECT * FROM p")]
    [InlineData("Column", "SELECT name FROM p")]
    [InlineData("RowId", "SELECT rowid FROM p")]
    [InlineData("Close", "SELECT * FROM p")]
    [InlineData("Destroy", "DROP TABLE p")]
    public void Exception_OfAFunction_ArrivesInTheCallDuringWhichItHappened(string function, string sql)
    {
        var module = new PlanetModule(Planets);
        using var database = new ModuleDatabase(module);
        if (function != "Create")
        {
            database.Run(Create);
        }

        module.Fails = function;
        var run = () => database.Run(sql);

        run.Should().Throw<InvalidOperationException>().WithMessage(function);
        module.Fails = null;
        module.Called.Should().Contain(function);
        if (function is not ("Create" or "Destroy"))
        {
            database.Query("SELECT count(*) FROM p").Should().Equal(Planets.Length.ToString(CultureInfo.InvariantCulture));
        }
    }

    [LibraryFact(Sqlite.FileName)]
    public void Exception_OfDisconnect_ArrivesInClose()
    {
        var module = new PlanetModule(Planets);
        var database = new ModuleDatabase(module);
        database.Run(Create);
        module.Fails = "Disconnect";

        var close = database.Dispose;

        close.Should().Throw<InvalidOperationException>().WithMessage("Disconnect");
        (module.Live, database.IsModuleDisposed).Should().Be((0, true), "SQLite frees all, and destroys the module's data");
    }

    [LibraryFact(Sqlite.FileName)]
    public void Connect_IsCalled_WhereAnotherConnectionHasCreatedTheTable()
    {
        var path = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.db");
        try
        {
            var module = new PlanetModule(Planets);
            using (var first = new ModuleDatabase(new PlanetModule(Planets), path))
            {
                first.Run(Create);
            }

            using var second = new ModuleDatabase(module, path);
            module.Fails = "Connect";
            var query = () => second.Query("SELECT count(*) FROM p");
            query.Should().Throw<InvalidOperationException>().WithMessage("Connect");
            module.Fails = null;
            query().Should().Equal("6");
        }
        finally
        {
            File.Delete(path);
        }
    }

    [LibraryFact(Sqlite.FileName)]
    public void HundredThousandRows_WhileTheCollectorWorks_AreAllRight()
    {
        const int Count = 100_000;
        var planets = Enumerable.Range(1, Count).Select(static id => new Planet(id, $"P{id}", id / 8.0, id / 2)).ToList();
        using var database = new ModuleDatabase(new PlanetModule(planets));
        database.Run(Create);
        using var stop = new CancellationTokenSource();
        var collector = new Thread(() =>
        {
            while (!stop.IsCancellationRequested)
            {
                GC.Collect();
            }
        });
        collector.Start();

        var rows = database.Query("SELECT sum(id), sum(mass * 8), sum(length(name)), sum(parent) FROM p");
        var ordered = database.Query("SELECT name FROM p ORDER BY mass DESC LIMIT 2");

        stop.Cancel();
        collector.Join();
        var expected = new[] { planets.Sum(static planet => (long)planet.Id), planets.Sum(static planet => (long)(planet.Mass * 8)), planets.Sum(static planet => planet.Name.Length), planets.Sum(static planet => (long)planet.Parent!) };
        rows.Should().Equal(string.Create(CultureInfo.InvariantCulture, $"{expected[0]},{expected[1]}.0,{expected[2]},{expected[3]}"));
        ordered.Should().Equal("P100000", "P99999");
    }

    [LibraryFact(Sqlite.FileName)]
    public void Api_HasTheFunctionsOfThisVersion()
    {
        SqliteApi.VersionNumber().Should().BeGreaterThan(3_000_000);
        SqliteApi.HasFuture.Should().BeFalse();
    }

    /// <summary>A database with the module.</summary>
    private sealed class ModuleDatabase : IDisposable
    {
        private readonly nint _handle;
        private readonly ManagedTable<ISqliteModule> _module;

        public ModuleDatabase(PlanetModule module, string path = ":memory:")
        {
            SqliteApi.Open(path, out _handle);
            _module = module.ToNativeTable();

            // SQLite owns the module from here on, and destroys it with the connection.
            SqliteApi.CreateModule(_handle, "planets", _module.Address, _module.UserData, _module.DestroyNotify);
        }

        public bool IsModuleDisposed => Record.Exception(() => _module.Address) is ObjectDisposedException;

        public void Run(string sql)
        {
            if (SqliteApi.Execute(_handle, sql, default, 0) != 0)
            {
                throw new InvalidDataException(SqliteApi.Message(_handle));
            }
        }

        /// <summary>The rows, as texts with commas between the columns.</summary>
        public List<string> Query(string sql)
        {
            var rows = new List<string>();
            using var row = new SqliteRow((_, _, values, _) =>
            {
                rows.Add(string.Join(',', values.ToArray().Select(static value => value.ToString())));
                return 0;
            }).ToManagedCallback();
            SqliteApi.Execute(_handle, sql, row.Callback, row.UserData).Should().Be(0);
            return rows;
        }

        public void Dispose() => SqliteApi.Close(_handle);
    }
}
