namespace NativeCallbacks.SampleTests.Extension;

/// <summary>A test that hides folders from its own processes alone, which takes the right to make a mount namespace.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class NamespaceFactAttribute : FactAttribute
{
    private static readonly Lazy<bool> IsAllowed = new(static () =>
    {
        try
        {
            return Child.Run("unshare", "-m", "sh", "-c", "mount -t tmpfs none /mnt").ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false; // there is no such command
        }
    });

    public NamespaceFactAttribute() =>
        Skip = IsAllowed.Value ? null : "A mount namespace cannot be made here, which hides .NET from one process: unshare -m needs root.";
}
