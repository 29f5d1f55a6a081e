using System.Runtime.InteropServices;

namespace PythonModule;

/// <summary>The memory of an object with a buffer, such as a NumPy array. Python keeps it in place until it is released.</summary>
internal sealed class BufferItems(string name, nint source, BufferRequest request) : Items
{
    private const int ViewBytes = 80; // sizeof(Py_buffer) where pointers have 64 bits

    private readonly nint _memory = Marshal.AllocHGlobal(ViewBytes); // the lengths of a view may be within it, so that it must not move
    private bool _isOpen;
    private bool _isDisposed;

    public override long Count => View.Bytes / sizeof(double);

    public override (long Rows, long Columns)? Shape => View.Rank == 2 ? (Lengths.First, Lengths.Second) : null;

    private BufferViewTable View => new(_memory);

    private ExtentsTable Lengths => new(View.Lengths);

    public override void Open()
    {
        Python.GetBuffer(source, _memory, request);
        _isOpen = true;
        SetHandle(View.Items);
        Initialize((ulong)View.Bytes);
        CheckItems();
        CheckRank();
        CheckOrder();
    }

    /// <summary>Releases the memory. Only here, because Python's lock is held, which the thread of finalizers does not hold.</summary>
    protected override void Dispose(bool disposing)
    {
        if (disposing && !_isDisposed)
        {
            _isDisposed = true;
            if (_isOpen)
            {
                Python.ReleaseBuffer(_memory);
            }

            Marshal.FreeHGlobal(_memory);
            base.Dispose(disposing);
        }
    }

    protected override bool ReleaseHandle() => true;

    /// <summary>The callback has <c>double *</c>.</summary>
    private void CheckItems()
    {
        var format = View.Format.IsNull ? "B" : View.Format.ToString();
        if (format is not ("d" or "@d" or "=d" or "<d"))
        {
            throw new BadValueException($"{name} has items of the format '{format}', but the callback takes double *, which is 'd'. Pass an array of float64.");
        }
    }

    private void CheckRank()
    {
        if (View.Rank is not (1 or 2))
        {
            throw new BadValueException($"{name} has rank {View.Rank}, but the callback takes a matrix. Pass an array of rank 2, or of rank 1 with m and n.");
        }
    }

    /// <summary>The callback reads row by row, without gaps.</summary>
    private void CheckOrder()
    {
        if (View.Strides == 0)
        {
            return; // as of ctypes, whose arrays have no gaps
        }

        var (rank, strides) = (View.Rank, new ExtentsTable(View.Strides));
        const int Step = sizeof(double);
        if (rank == 1 && Lengths.First > 1 && strides.First != Step)
        {
            throw new BadValueException($"{name} has stride {strides.First}, but the callback reads it with stride {Step}. {Remedy}");
        }

        if (rank == 2 && Shape is (var rows, var columns) && rows * columns > 0
            && ((columns > 1 && strides.Second != Step) || (rows > 1 && strides.First != columns * Step)))
        {
            throw new BadValueException(
                $"{name} has strides ({strides.First}, {strides.Second}), but the callback reads it in row-major order, with strides ({columns * Step}, {Step}). {Remedy}");
        }
    }

    private string Remedy => request == BufferRequest.Write
        ? "Pass an array that is contiguous."
        : $"Pass numpy.ascontiguousarray({name}).";
}
