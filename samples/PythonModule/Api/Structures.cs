using NativeCallbacks;

namespace PythonModule;

/// <summary>C: <c>PyCFunctionWithKeywords</c>. NULL with an exception set is the failure, and zero is what a fault returns.</summary>
[NativeSignature]
internal delegate nint ModuleFunction(nint module, nint arguments, nint keywords);

/// <summary>C: <c>PyMODINIT_FUNC PyInit_callback(void)</c></summary>
[NativeSignature]
internal delegate nint InitializeModule();

/// <summary>C: <c>int (*)(PyObject *module)</c>, the function of the slot <c>Py_mod_exec</c>.</summary>
[NativeSignature]
[return: FaultResult(-1)]
internal delegate int ExecuteModule(nint module);

/// <summary>C: <c>PyMethodDef</c></summary>
internal readonly record struct MethodDefinition(Utf8Pointer Name, NativeCallback<ModuleFunction> Function, MethodFlags Flags, Utf8Pointer Documentation);

/// <summary>C: <c>METH_VARARGS</c>, <c>METH_KEYWORDS</c></summary>
[Flags]
internal enum MethodFlags
{
    Tuple = 0x1,
    Keywords = 0x2,
}

/// <summary>C: <c>PyModuleDef_Slot</c></summary>
internal readonly record struct ModuleSlot(int Id, nint Value);

/// <summary>C: <c>PyModuleDef</c>, whose first five members are <c>PyModuleDef_Base</c>. A Python without a lock lays that out differently.</summary>
internal record struct ModuleDefinition
{
    public nint ReferenceCount;
    public nint Type;
    public nint Initialize;
    public nint Index;
    public nint Copy;
    public Utf8Pointer Name;
    public Utf8Pointer Documentation;
    public nint Size;
    public nint Methods;
    public nint Slots;
    public nint Traverse;
    public nint Clear;
    public nint Free;
}

/// <summary>C: the flags <c>PyBUF_…</c></summary>
[Flags]
internal enum BufferRequest
{
    None = 0,
    Writable = 0x1,
    Format = 0x4,
    Lengths = 0x8,
    Strides = 0x10,
    Read = Format | Lengths | Strides,
    Write = Read | Writable,
}

/// <summary>
/// C: <c>Py_buffer</c>. A table without functions is a struct that is read at its address, without <c>unsafe</c>. Members that are not
/// declared are as wide as a pointer.
/// </summary>
[NativeTable]
internal interface IBufferView
{
    [Slot(0)]
    public nint Items { get; }

    [Slot(2)]
    public nint Bytes { get; }

    [Slot(4)]
    public int IsReadOnly { get; }

    [Slot(5)]
    public int Rank { get; }

    [Slot(6)]
    public Utf8Pointer Format { get; }

    [Slot(7)]
    public nint Lengths { get; }

    [Slot(8)]
    public nint Strides { get; }
}

/// <summary>C: <c>Py_ssize_t[2]</c>, the lengths or the strides of a view. One of rank 1 has only the first.</summary>
[NativeTable]
internal interface IExtents
{
    [Slot(0)]
    public nint First { get; }

    [Slot(1)]
    public nint Second { get; }
}

/// <summary>C: <c>PyObject *PyExc_ValueError</c> and the like: variables that hold an object.</summary>
[NativeTable]
internal interface IVariable
{
    [Slot(0)]
    public nint Value { get; }
}
