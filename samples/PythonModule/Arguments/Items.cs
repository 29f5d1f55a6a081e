using System.Runtime.InteropServices;

namespace PythonModule;

/// <summary>
/// Doubles at a fixed address. As a <see cref="SafeHandle"/> they are a parameter of a signature: native code gets the address, and
/// the memory stays until the call is over. As a <see cref="SafeBuffer"/> they are read and written within bounds.
/// </summary>
internal abstract class Items() : SafeBuffer(ownsHandle: true)
{
    /// <summary>How many there are.</summary>
    public abstract long Count { get; }

    /// <summary>The lengths of a two-dimensional array; null for other memory.</summary>
    public virtual (long Rows, long Columns)? Shape => null;

    /// <summary>The numbers 1 to 6, the data of the matrix example.</summary>
    public static Items Example() => new OwnItems([1, 2, 3, 4, 5, 6]);

    /// <summary>What a callback reads: the memory of an array, or a copy of the numbers of another sequence.</summary>
    /// <param name="name">The parameter, for messages.</param>
    /// <param name="value">Its value, which stays the caller's.</param>
    public static Items Input(string name, nint value) =>
        Python.HasBuffer(value) != 0 ? new BufferItems(name, value, BufferRequest.Read)
        : Python.IsSequence(value) != 0 ? new OwnItems(value)
        : throw new BadTypeException($"{name} is of type {Reference.TypeNameOf(value)}. Pass an array or a sequence of float.");

    /// <summary>What a callback writes: the memory of an array.</summary>
    /// <param name="name">The parameter, for messages.</param>
    /// <param name="value">Its value, which stays the caller's.</param>
    public static Items Output(string name, nint value) =>
        Python.HasBuffer(value) != 0 ? new BufferItems(name, value, BufferRequest.Write)
        : throw new BadTypeException($"{name} is of type {Reference.TypeNameOf(value)}, whose memory C# cannot write to. Pass an array.");

    /// <summary>Gets the memory ready. A step of its own, so that what fails in it is disposed.</summary>
    public abstract void Open();

    /// <summary>Checks that a callback which is called with m and n stays within the items.</summary>
    public void CheckMatrix(string name, int m, int n)
    {
        if (Shape is { } shape && shape != (m, n))
        {
            throw new BadValueException($"{name} has shape ({shape.Rows}, {shape.Columns}), but the callback is called with m: {m}, n: {n}.");
        }

        if (Count < (long)m * n)
        {
            throw new BadValueException($"{name} has {Count} {(Count == 1 ? "element" : "elements")}, but its shape (m: {m}, n: {n}) needs {(long)m * n}.");
        }
    }
}
