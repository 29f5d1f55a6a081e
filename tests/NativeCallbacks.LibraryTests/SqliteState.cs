namespace NativeCallbacks.LibraryTests;

/// <summary>The same as <see cref="SqliteCreateFunction"/>, with the library's own kind of destroy function.</summary>
[NativeSignature]
[return: StatusCode]
internal delegate int SqliteCreateOwned(
    nint database,
    string name,
    int count,
    int textKind,
    nint data,
    NativeCallback<SqliteFunction> function,
    NativeCallback<SqliteFunction> step,
    NativeCallback<SqliteFinal> final,
    NativeCallback<DestroyNotify> destroy);

/// <summary>The same as <see cref="SqliteCreateCollation"/>, for a function that takes the object of its context.</summary>
[NativeSignature]
[return: StatusCode]
internal delegate int SqliteCollate(
    nint database, string name, int textKind, nint data, NativeCallback<SqliteCompare> compare, NativeCallback<DestroyNotify> destroy);

/// <summary>C: <c>void *sqlite3_user_data(sqlite3_context *)</c>: the <c>pApp</c> of the function.</summary>
[NativeSignature]
internal delegate nint SqliteUserData(nint context);

/// <summary>An aggregate with its sums, and a collation: one object, one <c>pApp</c>.</summary>
internal sealed partial class SqliteMoments
{
    private static readonly NativeCallback<SqliteUserData> UserData = Sqlite.Get<SqliteUserData>("sqlite3_user_data");

    private readonly Dictionary<nint, int> _sums = [];

    public int Factor { get; init; } = 1;

    public int Comparisons { get; private set; }

    [StaticCallback(nameof(OnStep))] public static partial NativeCallback<SqliteFunction> Step { get; }
    private static void OnStep(nint context, int count, ReadOnlySpan<nint> values)
    {
        var (self, run) = (Of(context), Sqlite.Aggregate.Invoke(context, 1));
        self._sums[run] = self._sums.GetValueOrDefault(run) + (self.Factor * Sqlite.Value.Invoke(values[0]));
    }

    [StaticCallback(nameof(OnFinal))] public static partial NativeCallback<SqliteFinal> Final { get; }
    private static void OnFinal(nint context)
    {
        Of(context)._sums.Remove(Sqlite.Aggregate.Invoke(context, 1), out var sum);
        Sqlite.Result.Invoke(context, sum);
    }

    [StaticCallback(nameof(OnCompare))] public static partial NativeCallback<SqliteCompare> Compare { get; }
    private static int OnCompare([UserData] SqliteMoments self, int m, ReadOnlySpan<byte> x, int n, ReadOnlySpan<byte> y)
    {
        self.Comparisons++;
        return self.Factor * x.SequenceCompareTo(y);
    }

    /// <summary>SQLite gives functions their context on request.</summary>
    private static SqliteMoments Of(nint context) => CallbackState<SqliteMoments>.GetTarget(UserData.Invoke(context));
}
