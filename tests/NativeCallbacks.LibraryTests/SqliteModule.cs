namespace NativeCallbacks.LibraryTests;

/// <summary>C: <c>sqlite3_module</c>, up to what a table that is only read needs.</summary>
[NativeTable]
internal interface ISqliteModule
{
    [Slot(0)]
    public int Version { get; }

    [Slot(1)]
    [return: FaultResult(1)]
    public int Create(nint database, nint data, int count, [Shape(nameof(count))] ReadOnlySpan<Utf8Pointer> arguments, out nint table, out Utf8Pointer error);

    [Slot(2)]
    [return: FaultResult(1)]
    public int Connect(nint database, nint data, int count, [Shape(nameof(count))] ReadOnlySpan<Utf8Pointer> arguments, out nint table, out Utf8Pointer error);

    [Slot(3)]
    [return: FaultResult(1)]
    public int BestIndex(nint table, nint plan);

    [Slot(4)]
    [return: FaultResult(1)]
    public int Disconnect(nint table);

    [Slot(5)]
    [return: FaultResult(1)]
    public int Destroy(nint table);

    [Slot(6)]
    [return: FaultResult(1)]
    public int Open(nint table, out nint cursor);

    [Slot(7)]
    [return: FaultResult(1)]
    public int Close(nint cursor);

    [Slot(8)]
    [return: FaultResult(1)]
    public int Filter(nint cursor, int plan, Utf8Pointer text, int count, [Shape(nameof(count))] ReadOnlySpan<nint> values);

    [Slot(9)]
    [return: FaultResult(1)]
    public int Next(nint cursor);

    [Slot(10)]
    [return: FaultResult(1)]
    public int IsAtEnd(nint cursor);

    [Slot(11)]
    [return: FaultResult(1)]
    public int Column(nint cursor, nint context, int index);

    [Slot(12)]
    [return: FaultResult(1)]
    public int RowId(nint cursor, out long id);
}

/// <summary>SQLite, by name.</summary>
[NativeApi(Sqlite.FileName)]
internal static partial class SqliteApi
{
    [Symbol("sqlite3_open")]
    [return: StatusCode]
    public static partial int Open(string name, out nint database);

    [Symbol("sqlite3_close_v2")]
    [return: StatusCode]
    public static partial int Close(nint database);

    [Symbol("sqlite3_exec")]
    public static partial int Execute(nint database, string sql, NativeCallback<SqliteRow> row, [UserData(nameof(row))] nint data, [Shape(1, Optional = true)] Span<Utf8Pointer> message = default);

    [Symbol("sqlite3_prepare_v2")]
    [return: StatusCode]
    public static partial int Prepare(nint database, string sql, int length, out nint statement, [Shape(1, Optional = true)] Span<Utf8Pointer> tail = default);

    [Symbol("sqlite3_step")]
    public static partial int Step(nint statement);

    [Symbol("sqlite3_reset")]
    public static partial int Reset(nint statement);

    [Symbol("sqlite3_finalize")]
    [return: StatusCode]
    public static partial int FinalizeStatement(nint statement);

    [Symbol("sqlite3_column_int")]
    public static partial int Column(nint statement, int index);

    [Symbol("sqlite3_column_int64")]
    public static partial long ColumnOf64Bits(nint statement, int index);

    [Symbol("sqlite3_column_double")]
    public static partial double ColumnOfDouble(nint statement, int index);

    [Symbol("sqlite3_column_text")]
    public static partial string? ColumnOfText(nint statement, int index);

    [Symbol("sqlite3_errmsg")]
    public static partial string? Message(nint database);

    [Symbol("sqlite3_libversion_number")]
    public static partial int VersionNumber();

    [Symbol("sqlite3_create_module_v2")]
    [return: StatusCode]
    public static partial int CreateModule(nint database, string name, nint module, nint data, NativeCallback<DestroyNotify> destroy);

    [Symbol("sqlite3_declare_vtab")]
    [return: StatusCode]
    public static partial int DeclareTable(nint database, string sql);

    [Symbol("sqlite3_result_int64", ThrowsFaults = false)]
    public static partial void Result(nint context, long value);

    [Symbol("sqlite3_result_double", ThrowsFaults = false)]
    public static partial void Result(nint context, double value);

    [Symbol("sqlite3_result_text", ThrowsFaults = false)]
    public static partial void Result(nint context, string value, int length, nint destroy);

    [Symbol("sqlite3_result_null", ThrowsFaults = false)]
    public static partial void ResultNull(nint context);

    [Symbol("sqlite3_function_of_the_future", Optional = true)]
    public static partial int Future();
}

/// <summary>A row of the C# list.</summary>
internal sealed record Planet(int Id, string Name, double Mass, int? Parent);

/// <summary>
/// A virtual table over a C# list. A table and a cursor are native memory, whose first members SQLite knows; behind them is the row.
/// </summary>
internal sealed class PlanetModule(IReadOnlyList<Planet> planets) : ISqliteModule
{
    /// <summary>SQLITE_TRANSIENT: SQLite copies the text.</summary>
    private const int Transient = -1;

    /// <summary>The words of <c>sqlite3_vtab</c>, and of <c>sqlite3_vtab_cursor</c>.</summary>
    private const int TableWords = 3;

    /// <summary>The function that throws; null for none.</summary>
    public string? Fails { get; set; }

    /// <summary>The functions that were called.</summary>
    public HashSet<string> Called { get; } = [];

    /// <summary>How many tables and cursors are not freed.</summary>
    public int Live { get; private set; }

    public int Version => 0;

    public int Create(nint database, nint data, int count, ReadOnlySpan<Utf8Pointer> arguments, out nint table, out Utf8Pointer error) =>
        Make(nameof(Create), database, arguments, out table, out error);

    public int Connect(nint database, nint data, int count, ReadOnlySpan<Utf8Pointer> arguments, out nint table, out Utf8Pointer error) =>
        Make(nameof(Connect), database, arguments, out table, out error);

    public int BestIndex(nint table, nint plan) => Call(nameof(BestIndex));

    public int Disconnect(nint table) => Free(nameof(Disconnect), table);

    public int Destroy(nint table)
    {
        Call(nameof(Destroy)); // A table that could not be destroyed lives on.
        return Free("", table);
    }

    public int Open(nint table, out nint cursor)
    {
        Call(nameof(Open));
        cursor = Allocate(2);
        return 0;
    }

    public int Close(nint cursor) => Free(nameof(Close), cursor);

    public int Filter(nint cursor, int plan, Utf8Pointer text, int count, ReadOnlySpan<nint> values)
    {
        Call(nameof(Filter));
        return Move(cursor, 0);
    }

    public int Next(nint cursor)
    {
        Call(nameof(Next));
        return Move(cursor, Row(cursor) + 1);
    }

    public int IsAtEnd(nint cursor)
    {
        Call(nameof(IsAtEnd));
        return Row(cursor) < planets.Count ? 0 : 1;
    }

    public int Column(nint cursor, nint context, int index)
    {
        Call(nameof(Column));
        var planet = planets[Row(cursor)];
        switch (index)
        {
            case 0:
                SqliteApi.Result(context, planet.Id);
                break;
            case 1:
                SqliteApi.Result(context, planet.Name, -1, Transient);
                break;
            case 2:
                SqliteApi.Result(context, planet.Mass);
                break;
            case 3 when planet.Parent is { } parent:
                SqliteApi.Result(context, parent);
                break;
            default:
                SqliteApi.ResultNull(context);
                break;
        }

        return 0;
    }

    public int RowId(nint cursor, out long id)
    {
        Call(nameof(RowId));
        id = Row(cursor) + 1;
        return 0;
    }

    private static int Row(nint cursor) => (int)Marshal.ReadIntPtr(cursor, nint.Size);

    private static int Move(nint cursor, int row)
    {
        Marshal.WriteIntPtr(cursor, nint.Size, row);
        return 0;
    }

    private int Make(string function, nint database, ReadOnlySpan<Utf8Pointer> arguments, out nint table, out Utf8Pointer error)
    {
        Call(function);
        arguments[0].ToString().Should().Be("planets", "the first argument is the module");
        error = default;
        SqliteApi.DeclareTable(database, "CREATE TABLE x(id INTEGER, name TEXT, mass REAL, parent INTEGER)");
        table = Allocate(TableWords);
        return 0;
    }

    private nint Allocate(int words)
    {
        Live++;
        var memory = Marshal.AllocHGlobal(words * nint.Size);
        for (var word = 0; word < words; word++)
        {
            Marshal.WriteIntPtr(memory, word * nint.Size, 0);
        }

        return memory;
    }

    private int Free(string function, nint memory)
    {
        Live--;
        Marshal.FreeHGlobal(memory);
        return Call(function);
    }

    private int Call(string function)
    {
        Called.Add(function);
        return function == Fails ? throw new InvalidOperationException(function) : 0;
    }
}
