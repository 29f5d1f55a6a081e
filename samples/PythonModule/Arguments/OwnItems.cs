using System.Runtime.InteropServices;

namespace PythonModule;

/// <summary>Memory of the module's own.</summary>
internal sealed class OwnItems : Items
{
    private readonly nint _source;

    /// <param name="source">The sequence whose numbers <see cref="Open"/> copies.</param>
    public OwnItems(nint source)
        : this(checked((int)Python.SequenceSize(source)))
    {
        _source = source;
    }

    /// <param name="values">The items.</param>
    public OwnItems(ReadOnlySpan<double> values)
        : this(values.Length)
    {
        WriteSpan(0, values);
    }

    /// <param name="count">How many items are written by the callback.</param>
    public OwnItems(int count)
    {
        Count = count;
        SetHandle(Marshal.AllocHGlobal(checked(Math.Max(count, 1) * sizeof(double))));
        Initialize<double>((uint)count);
    }

    public override long Count { get; }

    public override void Open()
    {
        for (var i = 0; _source != 0 && i < Count; i++)
        {
            using var item = new Reference(Python.GetSequenceItem(_source, i));
            Write((ulong)i * sizeof(double), Numbers.ToDouble(item.Value));
        }
    }

    /// <summary>The items as a list of Python's.</summary>
    /// <returns>A new reference.</returns>
    public nint ToList()
    {
        var values = new double[Count];
        ReadSpan<double>(0, values);
        using var list = new Reference(Python.NewList(values.Length));
        for (var i = 0; i < values.Length; i++)
        {
            Python.SetListItem(list.Value, i, Python.FromDouble(values[i]));
        }

        return Python.NewReference(list.Value);
    }

    protected override bool ReleaseHandle()
    {
        Marshal.FreeHGlobal(handle);
        return true;
    }
}
