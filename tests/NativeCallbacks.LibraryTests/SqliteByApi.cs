namespace NativeCallbacks.LibraryTests;

// The twenty functions of SqliteByDelegates.cs as an API.
[NativeApi(Sqlite.FileName)]
internal static partial class SqliteByApi
{
    [Symbol("sqlite3_libversion_number")] public static partial int Version();
    [Symbol("sqlite3_open")] [return: StatusCode] public static partial int Open(string name, out nint database);
    [Symbol("sqlite3_close_v2")] [return: StatusCode] public static partial int Close(nint database);
    [Symbol("sqlite3_errmsg")] public static partial string Message(nint database);
    [Symbol("sqlite3_changes")] public static partial int Changes(nint database);
    [Symbol("sqlite3_last_insert_rowid")] public static partial long LastRow(nint database);
    [Symbol("sqlite3_prepare_v2")] [return: StatusCode] public static partial int Prepare(nint database, string sql, int length, out nint statement, [Shape(1, Optional = true)] Span<Utf8Pointer> tail);
    [Symbol("sqlite3_step")] public static partial int Step(nint statement);
    [Symbol("sqlite3_reset")] [return: StatusCode] public static partial int Reset(nint statement);
    [Symbol("sqlite3_finalize")] [return: StatusCode] public static partial int FinalizeStatement(nint statement);
    [Symbol("sqlite3_bind_int64")] [return: StatusCode] public static partial int BindInt64(nint statement, int index, long value);
    [Symbol("sqlite3_bind_double")] [return: StatusCode] public static partial int BindDouble(nint statement, int index, double value);
    [Symbol("sqlite3_bind_text")] [return: StatusCode] public static partial int BindText(nint statement, int index, string value, int length, nint destroy);
    [Symbol("sqlite3_bind_null")] [return: StatusCode] public static partial int BindNull(nint statement, int index);
    [Symbol("sqlite3_column_count")] public static partial int ColumnCount(nint statement);
    [Symbol("sqlite3_column_name")] public static partial string? ColumnName(nint statement, int index);
    [Symbol("sqlite3_column_type")] public static partial int ColumnType(nint statement, int index);
    [Symbol("sqlite3_column_int64")] public static partial long ColumnInt64(nint statement, int index);
    [Symbol("sqlite3_column_double")] public static partial double ColumnDouble(nint statement, int index);
    [Symbol("sqlite3_column_text")] public static partial string? ColumnText(nint statement, int index);
}
