namespace NativeCallbacks;

/// <summary>
/// A destroy function of C: <c>void (*)(void *data)</c>, which a library calls when it no longer uses <paramref name="data"/>; in
/// GLib <c>GDestroyNotify</c>, in SQLite <c>xDestroy</c>. <see cref="CallbackOwner.DestroyNotify"/> is one.
/// </summary>
/// <param name="data">The context that was registered.</param>
[NativeSignature]
public delegate void DestroyNotify([UserData] nint data);
