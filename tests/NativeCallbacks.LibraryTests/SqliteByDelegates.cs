namespace NativeCallbacks.LibraryTests;

// Twenty functions of SQLite by delegates: one for each kind of function, and a field for each function.
[NativeSignature] internal delegate int SqlVersion();
[NativeSignature] [return: StatusCode] internal delegate int SqlOpen(string name, out nint database);
[NativeSignature] [return: StatusCode] internal delegate int SqlStatus(nint handle);
[NativeSignature] internal delegate int SqlNumber(nint handle);
[NativeSignature] internal delegate long SqlLongNumber(nint handle);
[NativeSignature] internal delegate string SqlText(nint handle);
[NativeSignature] [return: StatusCode] internal delegate int SqlPrepare(nint database, string sql, int length, out nint statement, [Shape(1, Optional = true)] Span<Utf8Pointer> tail);
[NativeSignature] [return: StatusCode] internal delegate int SqlBindInt64(nint statement, int index, long value);
[NativeSignature] [return: StatusCode] internal delegate int SqlBindDouble(nint statement, int index, double value);
[NativeSignature] [return: StatusCode] internal delegate int SqlBindText(nint statement, int index, string value, int length, nint destroy);
[NativeSignature] [return: StatusCode] internal delegate int SqlBindNull(nint statement, int index);
[NativeSignature] internal delegate int SqlColumnType(nint statement, int index);
[NativeSignature] internal delegate long SqlColumnInt64(nint statement, int index);
[NativeSignature] internal delegate double SqlColumnDouble(nint statement, int index);
[NativeSignature] internal delegate string? SqlColumnText(nint statement, int index);

internal static class SqliteByDelegates
{
    private static readonly NativeModule Library = NativeModule.Load(Sqlite.FileName);
    public static readonly NativeCallback<SqlVersion> Version = Library.GetCallback<SqlVersion>("sqlite3_libversion_number");
    public static readonly NativeCallback<SqlOpen> Open = Library.GetCallback<SqlOpen>("sqlite3_open");
    public static readonly NativeCallback<SqlStatus> Close = Library.GetCallback<SqlStatus>("sqlite3_close_v2");
    public static readonly NativeCallback<SqlText> Message = Library.GetCallback<SqlText>("sqlite3_errmsg");
    public static readonly NativeCallback<SqlNumber> Changes = Library.GetCallback<SqlNumber>("sqlite3_changes");
    public static readonly NativeCallback<SqlLongNumber> LastRow = Library.GetCallback<SqlLongNumber>("sqlite3_last_insert_rowid");
    public static readonly NativeCallback<SqlPrepare> Prepare = Library.GetCallback<SqlPrepare>("sqlite3_prepare_v2");
    public static readonly NativeCallback<SqlNumber> Step = Library.GetCallback<SqlNumber>("sqlite3_step");
    public static readonly NativeCallback<SqlStatus> Reset = Library.GetCallback<SqlStatus>("sqlite3_reset");
    public static readonly NativeCallback<SqlStatus> FinalizeStatement = Library.GetCallback<SqlStatus>("sqlite3_finalize");
    public static readonly NativeCallback<SqlBindInt64> BindInt64 = Library.GetCallback<SqlBindInt64>("sqlite3_bind_int64");
    public static readonly NativeCallback<SqlBindDouble> BindDouble = Library.GetCallback<SqlBindDouble>("sqlite3_bind_double");
    public static readonly NativeCallback<SqlBindText> BindText = Library.GetCallback<SqlBindText>("sqlite3_bind_text");
    public static readonly NativeCallback<SqlBindNull> BindNull = Library.GetCallback<SqlBindNull>("sqlite3_bind_null");
    public static readonly NativeCallback<SqlNumber> ColumnCount = Library.GetCallback<SqlNumber>("sqlite3_column_count");
    public static readonly NativeCallback<SqlColumnText> ColumnName = Library.GetCallback<SqlColumnText>("sqlite3_column_name");
    public static readonly NativeCallback<SqlColumnType> ColumnType = Library.GetCallback<SqlColumnType>("sqlite3_column_type");
    public static readonly NativeCallback<SqlColumnInt64> ColumnInt64 = Library.GetCallback<SqlColumnInt64>("sqlite3_column_int64");
    public static readonly NativeCallback<SqlColumnDouble> ColumnDouble = Library.GetCallback<SqlColumnDouble>("sqlite3_column_double");
    public static readonly NativeCallback<SqlColumnText> ColumnText = Library.GetCallback<SqlColumnText>("sqlite3_column_text");
}
