using System.Runtime.InteropServices;
using NativeCallbacks;

namespace NumbaHost;

/// <summary>
/// How a call from Python ended. No exception may leave an entry point, so it is turned into this, which Python turns into
/// an exception again (callback.py). The fields are those of <c>Outcome</c> there.
/// </summary>
internal readonly struct Outcome
{
    private readonly Kind _kind;
    private readonly int _status;
    private readonly nint _message; // UTF-8, freed by EntryPoints.Free; zero on success

    private Outcome(Kind kind, Exception exception, int status = 0)
    {
        _kind = kind;
        _status = status;
        _message = Marshal.StringToCoTaskMemUTF8(exception.Message);
    }

    private enum Kind
    {
        Success,
        BadArgument,
        BadStatus,
        OtherError,
    }

    /// <summary>Does what a call from Python asks for.</summary>
    public static Outcome Of(Action action)
    {
        try
        {
            action();
            return default;
        }
        catch (ArgumentException exception)
        {
            return new Outcome(Kind.BadArgument, exception);
        }
        catch (NativeStatusException exception)
        {
            return new Outcome(Kind.BadStatus, exception, (int)exception.Code);
        }
#pragma warning disable CA1031 // Whatever it is, it must not cross into native frames.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            return new Outcome(Kind.OtherError, exception);
        }
    }
}
