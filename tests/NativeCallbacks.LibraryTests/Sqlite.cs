using System.Text;

namespace NativeCallbacks.LibraryTests;

/// <summary>C: <c>void (*xFunc)(sqlite3_context *, int, sqlite3_value **)</c>, and the step of an aggregate.</summary>
[NativeSignature]
internal delegate void SqliteFunction(nint context, int count, [Shape(nameof(count))] ReadOnlySpan<nint> values);

/// <summary>C: <c>void (*xFinal)(sqlite3_context *)</c></summary>
[NativeSignature]
internal delegate void SqliteFinal(nint context);

/// <summary>C: <c>void (*xDestroy)(void *)</c>. The context belongs to another function, so this one has an address of its own.</summary>
[NativeSignature]
internal delegate void SqliteDestroy(nint data);

/// <summary>C: <c>int (*callback)(void *, int, char **, char **)</c>. What is not zero ends <c>sqlite3_exec</c>.</summary>
[NativeSignature]
[return: FaultResult(1)]
internal delegate int SqliteRow(
    [UserData] nint data, int count, [Shape(nameof(count))] ReadOnlySpan<Utf8Pointer> values, [Shape(nameof(count))] ReadOnlySpan<Utf8Pointer> names);

/// <summary>C: <c>int (*xCompare)(void *, int, const void *, int, const void *)</c></summary>
[NativeSignature]
internal delegate int SqliteCompare(
    [UserData] nint data, int m, [Shape(nameof(m))] ReadOnlySpan<byte> x, int n, [Shape(nameof(n))] ReadOnlySpan<byte> y);

/// <summary>C: <c>int (*xCallback)(unsigned, void *, void *, void *)</c>. The result is not used.</summary>
[NativeSignature]
internal delegate int SqliteTrace(uint kind, [UserData] nint data, nint statement, Utf8Pointer text);

/// <summary>C: <c>int (*)(void *)</c>. What is not zero turns the commit into a rollback.</summary>
[NativeSignature]
[return: FaultResult(1)]
internal delegate int SqliteCommit([UserData] nint data);

/// <summary>C: <c>int sqlite3_open(const char *filename, sqlite3 **ppDb)</c></summary>
[NativeSignature]
[return: StatusCode]
internal delegate int SqliteOpen(string name, out nint database);

/// <summary>C: <c>int sqlite3_close_v2(sqlite3 *)</c>, <c>int sqlite3_finalize(sqlite3_stmt *)</c></summary>
[NativeSignature]
[return: StatusCode]
internal delegate int SqliteClose(nint handle);

/// <summary>C: <c>int sqlite3_close_v2(sqlite3 *)</c>, for where nobody expects an exception.</summary>
[NativeSignature(ThrowsFaults = false)]
internal delegate int SqliteCloseQuietly(nint handle);

/// <summary>C: <c>int sqlite3_step(sqlite3_stmt *)</c>. SQLITE_ROW is 100, SQLITE_DONE 101.</summary>
[NativeSignature]
internal delegate int SqliteStep(nint statement);

/// <summary>
/// C: <c>int sqlite3_exec(sqlite3 *, const char *sql, int (*callback)(void *, int, char **, char **), void *, char **errmsg)</c>
/// </summary>
[NativeSignature]
internal delegate int SqliteExecute(
    nint database,
    string sql,
    NativeCallback<SqliteRow> row = default,
    [UserData(nameof(row))] nint data = 0,
    [Shape(1, Optional = true)] Span<Utf8Pointer> message = default);

/// <summary>
/// C: <c>int sqlite3_prepare_v2(sqlite3 *db, const char *zSql, int nByte, sqlite3_stmt **ppStmt, const char **pzTail)</c>
/// </summary>
[NativeSignature]
[return: StatusCode]
internal delegate int SqlitePrepare(
    nint database, string sql, int length, out nint statement, [Shape(1, Optional = true)] Span<Utf8Pointer> tail = default);

/// <summary>
/// C: <c>int sqlite3_create_function_v2(sqlite3 *db, const char *zFunctionName, int nArg, int eTextRep, void *pApp, xFunc, xStep, xFinal,
/// xDestroy)</c>
/// </summary>
[NativeSignature]
[return: StatusCode]
internal delegate int SqliteCreateFunction(
    nint database,
    string name,
    int count,
    int textKind,
    nint data,
    NativeCallback<SqliteFunction> function,
    NativeCallback<SqliteFunction> step,
    NativeCallback<SqliteFinal> final,
    NativeCallback<SqliteDestroy> destroy);

/// <summary>
/// C: <c>int sqlite3_create_collation_v2(sqlite3 *, const char *zName, int eTextRep, void *pArg, xCompare, xDestroy)</c>
/// </summary>
[NativeSignature]
[return: StatusCode]
internal delegate int SqliteCreateCollation(
    nint database,
    string name,
    int textKind,
    [UserData(nameof(compare))] nint data,
    NativeCallback<SqliteCompare> compare,
    NativeCallback<SqliteDestroy> destroy);

/// <summary>C: <c>int sqlite3_trace_v2(sqlite3 *, unsigned uMask, xCallback, void *pCtx)</c></summary>
[NativeSignature]
[return: StatusCode]
internal delegate int SqliteSetTrace(nint database, uint mask, NativeCallback<SqliteTrace> trace, [UserData(nameof(trace))] nint data);

/// <summary>C: <c>void *sqlite3_commit_hook(sqlite3 *, int (*)(void *), void *)</c></summary>
[NativeSignature]
internal delegate nint SqliteSetCommit(nint database, NativeCallback<SqliteCommit> hook, [UserData(nameof(hook))] nint data);

/// <summary>C: <c>int sqlite3_value_int(sqlite3_value *)</c></summary>
[NativeSignature]
internal delegate int SqliteValue(nint value);

/// <summary>C: <c>int sqlite3_column_int(sqlite3_stmt *, int iCol)</c></summary>
[NativeSignature]
internal delegate int SqliteColumn(nint statement, int index);

/// <summary>C: <c>void sqlite3_result_int(sqlite3_context *, int)</c></summary>
[NativeSignature]
internal delegate void SqliteResult(nint context, int value);

/// <summary>C: <c>void sqlite3_result_error(sqlite3_context *, const char *, int)</c></summary>
[NativeSignature]
internal delegate void SqliteResultError(nint context, string message, int length);

/// <summary>C: <c>void *sqlite3_aggregate_context(sqlite3_context *, int nBytes)</c>: zeroed memory of this run of the aggregate.</summary>
[NativeSignature]
internal delegate nint SqliteAggregate(nint context, int size);

/// <summary>C: <c>const char *sqlite3_errmsg(sqlite3 *)</c></summary>
[NativeSignature]
internal delegate string SqliteMessage(nint database);

/// <summary>SQLite.</summary>
internal static class Sqlite
{
    public const string FileName = "libsqlite3.so.0";

    /// <summary>SQLITE_UTF8.</summary>
    public const int Utf8 = 1;

    /// <summary>SQLITE_CONSTRAINT_COMMITHOOK without its extension: SQLITE_CONSTRAINT.</summary>
    public const int Constraint = 19;

    /// <summary>SQLITE_TRACE_STMT: a statement begins.</summary>
    public const uint TraceStatement = 1;

    private static readonly NativeModule Module = NativeModule.Load(FileName);

    public static NativeCallback<SqliteOpen> Open { get; } = Module.GetCallback<SqliteOpen>("sqlite3_open");

    public static NativeCallback<SqliteClose> Close { get; } = Module.GetCallback<SqliteClose>("sqlite3_close_v2");

    public static NativeCallback<SqliteCloseQuietly> CloseQuietly { get; } = Module.GetCallback<SqliteCloseQuietly>("sqlite3_close_v2");

    public static NativeCallback<SqliteExecute> Execute { get; } = Module.GetCallback<SqliteExecute>("sqlite3_exec");

    public static NativeCallback<SqlitePrepare> Prepare { get; } = Module.GetCallback<SqlitePrepare>("sqlite3_prepare_v2");

    public static NativeCallback<SqliteStep> Step { get; } = Module.GetCallback<SqliteStep>("sqlite3_step");

    public static NativeCallback<SqliteStep> Reset { get; } = Module.GetCallback<SqliteStep>("sqlite3_reset");

    public static NativeCallback<SqliteClose> FinalizeStatement { get; } = Module.GetCallback<SqliteClose>("sqlite3_finalize");

    public static NativeCallback<SqliteColumn> Column { get; } = Module.GetCallback<SqliteColumn>("sqlite3_column_int");

    public static NativeCallback<SqliteCreateFunction> CreateFunction { get; } =
        Module.GetCallback<SqliteCreateFunction>("sqlite3_create_function_v2");

    public static NativeCallback<SqliteCreateCollation> CreateCollation { get; } =
        Module.GetCallback<SqliteCreateCollation>("sqlite3_create_collation_v2");

    public static NativeCallback<SqliteSetTrace> SetTrace { get; } = Module.GetCallback<SqliteSetTrace>("sqlite3_trace_v2");

    public static NativeCallback<SqliteSetCommit> SetCommit { get; } = Module.GetCallback<SqliteSetCommit>("sqlite3_commit_hook");

    public static NativeCallback<SqliteValue> Value { get; } = Module.GetCallback<SqliteValue>("sqlite3_value_int");

    public static NativeCallback<SqliteResult> Result { get; } = Module.GetCallback<SqliteResult>("sqlite3_result_int");

    public static NativeCallback<SqliteResultError> ResultError { get; } = Module.GetCallback<SqliteResultError>("sqlite3_result_error");

    public static NativeCallback<SqliteAggregate> Aggregate { get; } = Module.GetCallback<SqliteAggregate>("sqlite3_aggregate_context");

    public static NativeCallback<SqliteMessage> Message { get; } = Module.GetCallback<SqliteMessage>("sqlite3_errmsg");

    public static NativeCallback<T> Get<T>(string symbol)
        where T : Delegate => Module.GetCallback<T>(symbol);
}

/// <summary>A database in memory.</summary>
internal sealed class SqliteDatabase : IDisposable
{
    public SqliteDatabase()
    {
        Sqlite.Open.Invoke(":memory:", out var handle);
        Handle = handle;
    }

    public nint Handle { get; }

    public string Message => Sqlite.Message.Invoke(Handle);

    /// <summary>Executes statements.</summary>
    /// <returns>SQLite's own result, which the tests compare beside the exceptions.</returns>
    public int Run(string sql) => Sqlite.Execute.Invoke(Handle, sql);

    /// <summary>The rows of a query: values separated by commas, rows by bars.</summary>
    public string Query(string sql)
    {
        var rows = new List<string>();
        using var row = new SqliteRow((_, _, values, _) =>
        {
            var texts = new StringBuilder();
            foreach (var value in values)
            {
                texts.Append(texts.Length == 0 ? "" : ",").Append(value.IsNull ? "NULL" : value.ToString());
            }

            rows.Add(texts.ToString());
            return 0;
        }).ToManagedCallback();
        Sqlite.Execute.Invoke(Handle, sql, row.Callback, row.UserData).Should().Be(0, Message);
        return string.Join('|', rows);
    }

    /// <summary>Adds a function of one argument.</summary>
    public void Add(string name, NativeCallback<SqliteFunction> function, NativeCallback<SqliteDestroy> destroy = default) =>
        Sqlite.CreateFunction.Invoke(Handle, name, 1, Sqlite.Utf8, 0, function, default, default, destroy);

    public void Dispose() => Sqlite.Close.Invoke(Handle);
}
