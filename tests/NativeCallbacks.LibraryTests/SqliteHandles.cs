namespace NativeCallbacks.LibraryTests;

/// <summary>A database of SQLite, as an object that closes it.</summary>
internal sealed class SqliteHandle() : SafeHandle(0, ownsHandle: true)
{
    public override bool IsInvalid => handle == 0;

    protected override bool ReleaseHandle() => Sqlite.CloseQuietly.Invoke(handle) == 0;
}

/// <summary>A statement of SQLite, as an object that finalizes it.</summary>
internal sealed class SqliteStatement() : SafeHandle(0, ownsHandle: true)
{
    public override bool IsInvalid => handle == 0;

    protected override bool ReleaseHandle() => SqliteHandles.Finalize.Invoke(handle) == 0;
}

/// <summary>C: <c>int sqlite3_open_v2(const char *filename, sqlite3 **ppDb, int flags, const char *zVfs)</c></summary>
[NativeSignature]
[return: StatusCode]
internal delegate int SqliteOpenHandle(string name, out SqliteHandle database, int flags, string? system = null);

/// <summary>C: <c>int sqlite3_open16(const void *filename, sqlite3 **ppDb)</c></summary>
[NativeSignature]
[return: StatusCode]
internal delegate int SqliteOpenWide([MarshalAs(UnmanagedType.LPWStr)] string name, out SqliteHandle database);

/// <summary>C: <c>const char *sqlite3_errmsg(sqlite3 *)</c></summary>
[NativeSignature]
internal delegate string SqliteHandleMessage(SqliteHandle database);

/// <summary>C: <c>int sqlite3_prepare_v2(sqlite3 *db, const char *zSql, int nByte, sqlite3_stmt **ppStmt, const char **pzTail)</c></summary>
[NativeSignature]
[return: StatusCode]
internal delegate int SqlitePrepareHandle(SqliteHandle database, Utf8Pointer sql, int length, out SqliteStatement statement, out Utf8Pointer tail);

/// <summary>C: <c>int sqlite3_step(sqlite3_stmt *)</c></summary>
[NativeSignature]
internal delegate int SqliteStepHandle(SqliteStatement statement);

/// <summary>C: <c>const unsigned char *sqlite3_column_text(sqlite3_stmt *, int iCol)</c></summary>
[NativeSignature]
internal delegate string? SqliteColumnText(SqliteStatement statement, int index);

/// <summary>C: <c>const void *sqlite3_column_text16(sqlite3_stmt *, int iCol)</c></summary>
[NativeSignature]
[return: MarshalAs(UnmanagedType.LPWStr)]
internal delegate string? SqliteColumnWideText(SqliteStatement statement, int index);

/// <summary>
/// C: <c>int sqlite3_bind_blob(sqlite3_stmt *, int, const void *, int n, void (*)(void *))</c>. The destructor −1 lets SQLite copy the bytes.
/// </summary>
[NativeSignature]
[return: StatusCode]
internal delegate int SqliteBindBlob(
    SqliteStatement statement, int index, [Shape(nameof(bytes), InBytes = true)] ReadOnlySpan<double> value, int bytes, nint destructor);

/// <summary>
/// C: <c>int sqlite3_exec(sqlite3 *, const char *sql, int (*callback)(void *, int, char **, char **), void *, char **errmsg)</c>
/// </summary>
[NativeSignature]
internal delegate int SqliteExecuteHandle(SqliteHandle database, string sql, nint row, nint data, out Utf8Pointer message);

/// <summary>C: <c>void sqlite3_free(void *)</c></summary>
[NativeSignature]
internal delegate void SqliteFree(Utf8Pointer text);

/// <summary>C: <c>int sqlite3_finalize(sqlite3_stmt *)</c></summary>
[NativeSignature(ThrowsFaults = false)]
internal delegate int SqliteFinalizeQuietly(nint statement);

/// <summary>SQLite's functions over safe handles.</summary>
internal static class SqliteHandles
{
    /// <summary>SQLITE_OPEN_READONLY.</summary>
    public const int ReadOnly = 1;

    /// <summary>SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE.</summary>
    public const int Create = 6;

    /// <summary>SQLITE_CANTOPEN.</summary>
    public const int CannotOpen = 14;

    private static readonly NativeModule Module = NativeModule.Load(Sqlite.FileName);

    public static NativeCallback<SqliteOpenHandle> Open { get; } = Module.GetCallback<SqliteOpenHandle>("sqlite3_open_v2");

    public static NativeCallback<SqliteOpenWide> OpenWide { get; } = Module.GetCallback<SqliteOpenWide>("sqlite3_open16");

    public static NativeCallback<SqliteHandleMessage> Message { get; } = Module.GetCallback<SqliteHandleMessage>("sqlite3_errmsg");

    public static NativeCallback<SqlitePrepareHandle> Prepare { get; } = Module.GetCallback<SqlitePrepareHandle>("sqlite3_prepare_v2");

    public static NativeCallback<SqliteStepHandle> Step { get; } = Module.GetCallback<SqliteStepHandle>("sqlite3_step");

    public static NativeCallback<SqliteColumnText> Text { get; } = Module.GetCallback<SqliteColumnText>("sqlite3_column_text");

    public static NativeCallback<SqliteColumnWideText> WideText { get; } = Module.GetCallback<SqliteColumnWideText>("sqlite3_column_text16");

    public static NativeCallback<SqliteBindBlob> BindBlob { get; } = Module.GetCallback<SqliteBindBlob>("sqlite3_bind_blob");

    public static NativeCallback<SqliteExecuteHandle> Execute { get; } = Module.GetCallback<SqliteExecuteHandle>("sqlite3_exec");

    public static NativeCallback<SqliteFree> Free { get; } = Module.GetCallback<SqliteFree>("sqlite3_free");

    public static NativeCallback<SqliteFinalizeQuietly> Finalize { get; } = Module.GetCallback<SqliteFinalizeQuietly>("sqlite3_finalize");
}
