using NativeCallbacks;
using NativeCallbacks.Numerics;

namespace PythonModule;

/// <summary>
/// A callback as Python passes it: a <c>cfunc</c> or a <c>status_cfunc</c>, whose signature Numba knows, or a bare address, which is
/// taken at its word. The arguments of the call hold the object, and so the compiled code.
/// </summary>
internal readonly ref struct Kernel
{
    private readonly nint _module;
    private readonly nint _value;
    private readonly nint _address;
    private readonly string? _signature;
    private readonly bool _returnsStatus;

    /// <param name="module">The module, which has the class of the exception that a failing status becomes.</param>
    /// <param name="name">The parameter, for messages.</param>
    /// <param name="value">Its value, which stays the caller's.</param>
    public Kernel(nint module, string name, nint value)
    {
        (_module, _value) = (module, value);
        if (Python.IsInteger(value) != 0)
        {
            _address = AddressOf(name, value);
            return;
        }

        using var address = Find(value, Utf8Pointer.FromLiteral("address"u8));
        if (address.Value == 0)
        {
            throw new BadTypeException($"{name} is of type {Reference.TypeNameOf(value)}, which has no address. Pass a cfunc or an address (int).");
        }

        _address = AddressOf(name, address.Value);
        using var signature = Find(value, Utf8Pointer.FromLiteral("_sig"u8));
        if (signature.Value != 0)
        {
            _signature = Reference.TextOf(signature.Value);
            return;
        }

        // Made by status_cfunc of samples/Numba/status.py.
        using var checkedSignature = Find(value, Utf8Pointer.FromLiteral("signature"u8));
        if (checkedSignature.Value != 0)
        {
            _signature = Reference.TextOf(checkedSignature.Value);
            _returnsStatus = true;
        }
    }

    /// <summary>Calls <c>void(CPointer(double), CPointer(double), intc, intc)</c>, or the same with a status, without Python's lock.</summary>
    public void Transform(Items input, Items output, int m, int n)
    {
        if (!_returnsStatus)
        {
            // Bound with the types of the elements, and called with memory that Python owns.
            var transform = (NativeCallback<ItemsTransform>)Bind<MatrixTransform>().Address;
            using (ReleasedLock.Begin())
            {
                transform.Invoke(input, output, m, n);
            }

            return;
        }

        var checkedTransform = (NativeCallback<CheckedItemsTransform>)Bind<CheckedMatrixTransform>().Address;
        try
        {
            using (ReleasedLock.Begin())
            {
                checkedTransform.Invoke(input, output, m, n);
            }
        }
        catch (NativeStatusException failure)
        {
            throw Failed(failure);
        }
    }

    /// <summary>Adds values of <c>float64(float64)</c>, or of the same with a status, without Python's lock.</summary>
    public void AddTo(Simpson integral, long points)
    {
        if (!_returnsStatus)
        {
            var function = Bind<ScalarFunction>();
            using (ReleasedLock.Begin())
            {
                integral.Add(function, points);
            }

            return;
        }

        var checkedFunction = Bind<CheckedScalarFunction>();
        try
        {
            using (ReleasedLock.Begin())
            {
                integral.Add(checkedFunction, points);
            }
        }
        catch (NativeStatusException failure)
        {
            throw Failed(failure);
        }
    }

    private static Reference Find(nint value, Utf8Pointer name)
    {
        var found = Python.FindAttribute(value, name);
        if (found == 0)
        {
            if (Python.ErrorMatches(Errors.AttributeError) == 0)
            {
                throw new RaisedException();
            }

            Python.ClearError();
        }

        return new Reference(found);
    }

    private static nint AddressOf(string name, nint value)
    {
        if (Python.IsInteger(value) == 0 || Python.IsTrue(value) != 0 || Python.IsFalse(value) != 0)
        {
            throw new BadTypeException($"{name} is of type {Reference.TypeNameOf(value)}, which has no address. Pass a cfunc or an address (int).");
        }

        using var integer = new Reference(Python.ToInteger(value));
        var address = Python.AsUnsigned(integer.Value);
        if (address == ulong.MaxValue && Python.ErrorOccurred() != 0)
        {
            Python.ClearError();
            throw new BadValueException($"{name} is {Reference.TextOf(value)}, which is not a 64-bit address. Pass a cfunc or its address.");
        }

        return (nint)address;
    }

    /// <summary>Gives the address its type. What Numba says of it is compared once for the same kernel.</summary>
    private NativeCallback<TSignature> Bind<TSignature>()
        where TSignature : Delegate
    {
        if (_signature is not null && Latest<TSignature>.Bound != new Bound(_address, _signature))
        {
            NativeCallback<TSignature>.Bind(_address, _signature);
            Latest<TSignature>.Bound = new Bound(_address, _signature);
        }

        return new NativeCallback<TSignature>(_address);
    }

    /// <summary>Raises CallbackError, whose cause is the exception that the status stands for.</summary>
    private RaisedException Failed(NativeStatusException failure)
    {
        using var find = new Reference(Python.GetAttribute(_value, Utf8Pointer.FromLiteral("error"u8)));
        using var describe = new Reference(Python.GetAttribute(_value, Utf8Pointer.FromLiteral("error_message"u8)));
        using var cause = Reference.Call(find.Value, Python.FromInteger(failure.Code));
        using var meaning = Reference.Call(describe.Value, Python.FromInteger(failure.Code));
        return Errors.Raise(
            _module, Utf8Pointer.FromLiteral("CallbackError"u8), $"{failure.Message} Here it means {Reference.TextOf(meaning.Value)}", failure.Code, cause.Value);
    }

    /// <summary>A kernel whose signature was compared. Another one at its address, once it is freed, has a signature of its own.</summary>
    private sealed record Bound(nint Address, string Signature);

    private static class Latest<TSignature>
    {
        public static volatile Bound? Bound;
    }
}
