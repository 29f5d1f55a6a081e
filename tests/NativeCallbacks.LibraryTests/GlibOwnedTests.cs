namespace NativeCallbacks.LibraryTests;

/// <summary>C: <c>guint g_idle_add_full(gint priority, GSourceFunc function, gpointer data, GDestroyNotify notify)</c></summary>
[NativeSignature]
internal delegate uint GlibPost(int priority, NativeCallback<GlibSource> function, [UserData(nameof(function))] nint data, NativeCallback<DestroyNotify> notify);

/// <summary>
/// C: <c>gulong g_signal_connect_data(gpointer instance, const gchar *detailed_signal, GCallback c_handler, gpointer data,
/// GClosureNotify destroy_data, GConnectFlags connect_flags)</c>. A <c>GClosureNotify</c> gets one argument more, which a destroy
/// function leaves in its register.
/// </summary>
[NativeSignature]
internal delegate CULong GlibConnectOwned(
    nint instance, string signal, NativeCallback<GlibActivated> handler, [UserData(nameof(handler))] nint data, NativeCallback<DestroyNotify> destroy, int flags);

/// <summary>
/// C: <c>GHashTable *g_hash_table_new_full(GHashFunc hash_func, GEqualFunc key_equal_func, GDestroyNotify key_destroy_func,
/// GDestroyNotify value_destroy_func)</c>
/// </summary>
[NativeSignature]
internal delegate nint GlibNewTable(nint hash, nint equal, nint destroyKey, NativeCallback<DestroyNotify> destroyValue);

/// <summary>C: <c>gboolean g_hash_table_insert(GHashTable *hash_table, gpointer key, gpointer value)</c></summary>
[NativeSignature]
internal delegate int GlibInsert(nint table, nint key, nint value);

/// <summary>C: <c>gboolean g_hash_table_remove(GHashTable *hash_table, gconstpointer key)</c></summary>
[NativeSignature]
internal delegate int GlibRemove(nint table, nint key);

/// <summary>GLib owns what it was given, until it calls the destroy notify.</summary>
[Collection(Glib.DefaultContext)]
public class GlibOwnedTests
{
    private static readonly NativeCallback<GlibPost> Post = Glib.Get<GlibPost>("g_idle_add_full");
    private static readonly NativeCallback<GlibConnectOwned> Connect = Glib.GetOfObjects<GlibConnectOwned>("g_signal_connect_data");

    [LibraryFact(Glib.FileName)]
    public void Idle_OfOneShot_IsDisposedAfterIt()
    {
        var calls = 0;
        var idle = new GlibSource(_ => ++calls == 2 ? 0 : 1).ToManagedCallback();
        Post.Invoke(0, idle.Callback, idle.UserData, idle.DestroyNotify);

        Glib.Iterate().Should().BeTrue();
        IsDisposed(idle).Should().BeFalse();
        Glib.Iterate().Should().BeTrue();

        (calls, IsDisposed(idle)).Should().Be((2, true));
    }

    [LibraryFact(Glib.FileName)]
    public void Iterate_WhoseOwnedIdleThrows_Throws_AlthoughGlibHasDisposedIt()
    {
        var idle = new GlibSource(static _ => throw new InvalidOperationException("The last words.")).ToManagedCallback();
        Post.Invoke(0, idle.Callback, idle.UserData, idle.DestroyNotify);

        var iterate = () => Glib.Iterate();

        iterate.Should().Throw<InvalidOperationException>().WithMessage("The last words.");
        IsDisposed(idle).Should().BeTrue();
    }

    [LibraryFact(Glib.FileName)]
    public void Signal_IsDisposedWithItsObject()
    {
        var activated = 0;
        var handler = new GlibActivated((_, _, _) => activated++).ToManagedCallback();
        var action = Glib.NewAction.Invoke("save", 0);
        Connect.Invoke(action, "activate", handler.Callback, handler.UserData, handler.DestroyNotify, 0);

        Glib.Activate.Invoke(action, 0);
        IsDisposed(handler).Should().BeFalse();
        Glib.FreeObject.Invoke(action);

        (activated, IsDisposed(handler)).Should().Be((1, true));
    }

    [LibraryFact(Glib.FileName)]
    public void HashTable_DisposesItsValues_ReplacedOnesToo_AndTakesNull()
    {
        var values = Enumerable.Range(0, 3).Select(static i => new GlibSource(_ => i).ToManagedCallback()).ToList();
        var table = Glib.Get<GlibNewTable>("g_hash_table_new_full").Invoke(0, 0, 0, values[0].DestroyNotify);
        var insert = Glib.Get<GlibInsert>("g_hash_table_insert");
        insert.Invoke(table, 1, values[0].UserData);
        insert.Invoke(table, 2, values[1].UserData);
        insert.Invoke(table, 3, 0);

        insert.Invoke(table, 1, values[2].UserData);
        values.Select(IsDisposed).Should().Equal(true, false, false);
        Glib.Get<GlibRemove>("g_hash_table_remove").Invoke(table, 3).Should().Be(1);
        Glib.Get<GlibAction>("g_hash_table_unref").Invoke(table);

        values.Select(IsDisposed).Should().Equal(true, true, true);
    }

    [LibraryFact(Glib.FileName)]
    public void Idles_AThousandWhileTheCollectorWorks_AreEachCalledAndDisposedOnce()
    {
        var calls = 0;
        Stress.Rounds(round =>
        {
            var idle = new GlibSource(_ => ++calls > 0 && round % 10 == 0 ? throw new InvalidOperationException($"{round}") : 0).ToManagedCallback();
            Post.Invoke(0, idle.Callback, idle.UserData, idle.DestroyNotify);
            var iterate = () => Glib.Iterate();
            if (round % 10 == 0)
            {
                iterate.Should().Throw<InvalidOperationException>().WithMessage($"{round}");
            }
            else
            {
                iterate().Should().BeTrue();
            }

            IsDisposed(idle).Should().BeTrue();
        });

        calls.Should().Be(1_000);
    }

    private static bool IsDisposed(CallbackOwner owner) => Record.Exception(() => owner.UserData) is ObjectDisposedException;
}
