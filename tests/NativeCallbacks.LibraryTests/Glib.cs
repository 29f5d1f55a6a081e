namespace NativeCallbacks.LibraryTests;

/// <summary>C: <c>gboolean (*GSourceFunc)(gpointer user_data)</c>. Zero removes the source.</summary>
[NativeSignature]
internal delegate int GlibSource([UserData] nint data);

/// <summary>
/// C: <c>void (*GDestroyNotify)(gpointer data)</c>. The data is the context of the source, so this one has an address of its own.
/// </summary>
[NativeSignature]
internal delegate void GlibDestroy(nint data);

/// <summary>The same function, as somebody might declare it who expects a context of its own.</summary>
[NativeSignature]
internal delegate void GlibDestroyInContext([UserData] nint data);

/// <summary>C: <c>guint g_idle_add_full(gint priority, GSourceFunc function, gpointer data, GDestroyNotify notify)</c></summary>
[NativeSignature]
internal delegate uint GlibAddIdle(int priority, NativeCallback<GlibSource> function, [UserData(nameof(function))] nint data, nint notify);

/// <summary>
/// C: <c>guint g_timeout_add_full(gint priority, guint interval, GSourceFunc function, gpointer data, GDestroyNotify notify)</c>
/// </summary>
[NativeSignature]
internal delegate uint GlibAddTimeout(
    int priority, uint milliseconds, NativeCallback<GlibSource> function, [UserData(nameof(function))] nint data, nint notify);

/// <summary>C: <c>gboolean g_source_remove(guint tag)</c></summary>
[NativeSignature]
internal delegate int GlibRemoveSource(uint tag);

/// <summary>C: <c>gboolean g_main_context_iteration(GMainContext *context, gboolean may_block)</c></summary>
[NativeSignature]
internal delegate int GlibIterate(nint context, int mayBlock);

/// <summary>C: <c>GMainLoop *g_main_loop_new(GMainContext *context, gboolean is_running)</c></summary>
[NativeSignature]
internal delegate nint GlibNewLoop(nint context, int isRunning);

/// <summary>C: <c>void g_main_loop_run(GMainLoop *loop)</c>, and the others that take a loop or an object.</summary>
[NativeSignature]
internal delegate void GlibAction(nint instance);

/// <summary>C: <c>gpointer (*GThreadFunc)(gpointer data)</c></summary>
[NativeSignature]
internal delegate nint GlibThread([UserData] nint data);

/// <summary>C: <c>GThread *g_thread_new(const gchar *name, GThreadFunc func, gpointer data)</c></summary>
[NativeSignature]
internal delegate nint GlibNewThread(string name, NativeCallback<GlibThread> function, [UserData(nameof(function))] nint data);

/// <summary>C: <c>gpointer g_thread_join(GThread *thread)</c></summary>
[NativeSignature]
internal delegate nint GlibJoin(nint thread);

/// <summary>C: <c>void (*activate)(GSimpleAction *action, GVariant *parameter, gpointer user_data)</c></summary>
[NativeSignature]
internal delegate void GlibActivated(nint action, nint parameter, [UserData] nint data);

/// <summary>C: <c>void (*GClosureNotify)(gpointer data, GClosure *closure)</c></summary>
[NativeSignature]
internal delegate void GlibDisconnected(nint data, nint closure);

/// <summary>
/// C: <c>gulong g_signal_connect_data(gpointer instance, const gchar *detailed_signal, GCallback c_handler, gpointer data,
/// GClosureNotify destroy_data, GConnectFlags connect_flags)</c>
/// </summary>
[NativeSignature]
internal delegate CULong GlibConnect(
    nint instance,
    string signal,
    NativeCallback<GlibActivated> handler,
    [UserData(nameof(handler))] nint data,
    NativeCallback<GlibDisconnected> destroy,
    int flags);

/// <summary>C: <c>void g_signal_handler_disconnect(gpointer instance, gulong handler_id)</c></summary>
[NativeSignature]
internal delegate void GlibDisconnect(nint instance, CULong handler);

/// <summary>C: <c>GSimpleAction *g_simple_action_new(const gchar *name, const GVariantType *parameter_type)</c></summary>
[NativeSignature]
internal delegate nint GlibNewAction(string name, nint type);

/// <summary>C: <c>void g_action_activate(GAction *action, GVariant *parameter)</c></summary>
[NativeSignature]
internal delegate void GlibActivate(nint action, nint parameter);

/// <summary>GLib, GObject and GIO, which are one package.</summary>
internal static class Glib
{
    public const string FileName = "libglib-2.0.so.0";

    /// <summary>The tests that iterate GLib's default context, which calls what any of them has posted: one after another.</summary>
    public const string DefaultContext = "GLib's default context";

    private static readonly NativeModule Module = NativeModule.Load(FileName);
    private static readonly NativeModule Objects = NativeModule.Load("libgobject-2.0.so.0");
    private static readonly NativeModule InputOutput = NativeModule.Load("libgio-2.0.so.0");

    public static NativeCallback<GlibAddIdle> AddIdle { get; } = Module.GetCallback<GlibAddIdle>("g_idle_add_full");

    public static NativeCallback<GlibAddTimeout> AddTimeout { get; } = Module.GetCallback<GlibAddTimeout>("g_timeout_add_full");

    public static NativeCallback<GlibRemoveSource> RemoveSource { get; } = Module.GetCallback<GlibRemoveSource>("g_source_remove");

    public static NativeCallback<GlibNewLoop> NewLoop { get; } = Module.GetCallback<GlibNewLoop>("g_main_loop_new");

    public static NativeCallback<GlibAction> RunLoop { get; } = Module.GetCallback<GlibAction>("g_main_loop_run");

    public static NativeCallback<GlibAction> QuitLoop { get; } = Module.GetCallback<GlibAction>("g_main_loop_quit");

    public static NativeCallback<GlibAction> FreeLoop { get; } = Module.GetCallback<GlibAction>("g_main_loop_unref");

    public static NativeCallback<GlibNewThread> NewThread { get; } = Module.GetCallback<GlibNewThread>("g_thread_new");

    public static NativeCallback<GlibJoin> Join { get; } = Module.GetCallback<GlibJoin>("g_thread_join");

    public static NativeCallback<GlibConnect> Connect { get; } = Objects.GetCallback<GlibConnect>("g_signal_connect_data");

    public static NativeCallback<GlibDisconnect> Disconnect { get; } = Objects.GetCallback<GlibDisconnect>("g_signal_handler_disconnect");

    public static NativeCallback<GlibAction> FreeObject { get; } = Objects.GetCallback<GlibAction>("g_object_unref");

    public static NativeCallback<GlibNewAction> NewAction { get; } = InputOutput.GetCallback<GlibNewAction>("g_simple_action_new");

    public static NativeCallback<GlibActivate> Activate { get; } = InputOutput.GetCallback<GlibActivate>("g_action_activate");

    private static NativeCallback<GlibIterate> Iteration { get; } = Module.GetCallback<GlibIterate>("g_main_context_iteration");

    public static NativeCallback<T> Get<T>(string symbol)
        where T : Delegate => Module.GetCallback<T>(symbol);

    public static NativeCallback<T> GetOfObjects<T>(string symbol)
        where T : Delegate => Objects.GetCallback<T>(symbol);

    /// <summary>Calls what is due in the default context.</summary>
    /// <returns>Whether anything was called.</returns>
    public static bool Iterate() => Iteration.Invoke(0, 0) != 0;
}
