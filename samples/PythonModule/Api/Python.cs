using NativeCallbacks;

namespace PythonModule;

/// <summary>
/// The functions of Python's C API that the module uses, all of its stable ABI. They are found in the program that runs: a
/// <c>libpython3.11.so</c> that is loaded by name would be a second interpreter, which nobody has started.
/// </summary>
/// <remarks>
/// Python's lock is held for each call. Where NULL or -1 means a Python exception, the call throws a
/// <see cref="NativeStatusException"/>, and <see cref="Errors.Set"/> leaves Python's exception as it is. <c>ThrowsFaults</c> is off,
/// because an exception of a C# function that Python calls meanwhile is Python's to handle.
/// </remarks>
[NativeApi(MainProgram = true, ThrowsFaults = false)]
internal static partial class Python
{
    [Symbol("Py_GetVersion")]
    public static partial Utf8Pointer GetVersion();

    // The lock.
    [Symbol("PyEval_SaveThread")]
    public static partial nint SaveThread();

    [Symbol("PyEval_RestoreThread")]
    public static partial void RestoreThread(nint thread);

    // References.
    [Symbol("Py_NewRef")]
    public static partial nint NewReference(nint value);

    [Symbol("Py_DecRef")]
    public static partial void Release(nint value);

    // Modules.
    [Symbol("PyModuleDef_Init")]
    [return: StatusCode(StatusConvention.NonNullIsSuccess)]
    public static partial nint InitializeDefinition(ref ModuleDefinition definition);

    [Symbol("PyModule_AddObjectRef")]
    [return: StatusCode]
    public static partial int AddObject(nint module, string name, nint value);

    // Exceptions.
    [Symbol("PyErr_Occurred")]
    public static partial nint ErrorOccurred();

    [Symbol("PyErr_Clear")]
    public static partial void ClearError();

    [Symbol("PyErr_SetString")]
    public static partial void SetError(nint type, string message);

    [Symbol("PyErr_SetObject")]
    public static partial void SetErrorObject(nint type, nint value);

    [Symbol("PyErr_ExceptionMatches")]
    public static partial int ErrorMatches(nint type);

    [Symbol("PyErr_CheckSignals")]
    [return: StatusCode]
    public static partial int CheckSignals();

    [Symbol("PyErr_NewExceptionWithDoc")]
    [return: StatusCode(StatusConvention.NonNullIsSuccess)]
    public static partial nint NewException(string name, string documentation, nint baseType, nint members);

    [Symbol("PyException_SetCause")]
    public static partial void SetCause(nint exception, nint stolenCause);

    // Objects.
    [Symbol("PyObject_GetAttrString")]
    public static partial nint FindAttribute(nint value, Utf8Pointer name);

    [Symbol("PyObject_GetAttrString")]
    [return: StatusCode(StatusConvention.NonNullIsSuccess)]
    public static partial nint GetAttribute(nint value, Utf8Pointer name);

    [Symbol("PyObject_SetAttrString")]
    [return: StatusCode]
    public static partial int SetAttribute(nint value, string name, nint member);

    [Symbol("PyObject_Call")]
    [return: StatusCode(StatusConvention.NonNullIsSuccess)]
    public static partial nint Call(nint function, nint arguments, nint keywords);

    [Symbol("PyObject_Str")]
    [return: StatusCode(StatusConvention.NonNullIsSuccess)]
    public static partial nint ToText(nint value);

    [Symbol("PyObject_Type")]
    [return: StatusCode(StatusConvention.NonNullIsSuccess)]
    public static partial nint TypeOf(nint value);

    [Symbol("PyCallable_Check")]
    public static partial int IsCallable(nint value);

    [Symbol("Py_IsNone")]
    public static partial int IsNone(nint value);

    [Symbol("Py_IsTrue")]
    public static partial int IsTrue(nint value);

    [Symbol("Py_IsFalse")]
    public static partial int IsFalse(nint value);

    // Numbers and text.
    [Symbol("PyIndex_Check")]
    public static partial int IsInteger(nint value);

    [Symbol("PyNumber_Index")]
    [return: StatusCode(StatusConvention.NonNullIsSuccess)]
    public static partial nint ToInteger(nint value);

    [Symbol("PyLong_AsUnsignedLongLong")]
    public static partial ulong AsUnsigned(nint integer);

    [Symbol("PyLong_AsLongLongAndOverflow")]
    public static partial long AsSigned(nint integer, out int overflow);

    [Symbol("PyLong_FromLongLong")]
    [return: StatusCode(StatusConvention.NonNullIsSuccess)]
    public static partial nint FromInteger(long value);

    [Symbol("PyFloat_AsDouble")]
    public static partial double AsDouble(nint value);

    [Symbol("PyFloat_FromDouble")]
    [return: StatusCode(StatusConvention.NonNullIsSuccess)]
    public static partial nint FromDouble(double value);

    [Symbol("PyUnicode_FromString")]
    [return: StatusCode(StatusConvention.NonNullIsSuccess)]
    public static partial nint FromText(string text);

    [Symbol("PyUnicode_AsUTF8AndSize")]
    [return: StatusCode(StatusConvention.NonNullIsSuccess)]
    public static partial Utf8Pointer AsUtf8(nint text, out nint length);

    // Lists, tuples and dictionaries.
    [Symbol("PyList_New")]
    [return: StatusCode(StatusConvention.NonNullIsSuccess)]
    public static partial nint NewList(nint count);

    [Symbol("PyList_SetItem")]
    [return: StatusCode]
    public static partial int SetListItem(nint list, nint index, nint stolenItem);

    [Symbol("PyTuple_New")]
    [return: StatusCode(StatusConvention.NonNullIsSuccess)]
    public static partial nint NewTuple(nint count);

    [Symbol("PyTuple_SetItem")]
    [return: StatusCode]
    public static partial int SetTupleItem(nint tuple, nint index, nint stolenItem);

    [Symbol("PyTuple_Size")]
    [return: StatusCode(StatusConvention.NonNegativeIsSuccess)]
    public static partial nint TupleSize(nint tuple);

    [Symbol("PyTuple_GetItem")]
    [return: StatusCode(StatusConvention.NonNullIsSuccess)]
    public static partial nint GetTupleItem(nint tuple, nint index);

    [Symbol("PyDict_Size")]
    [return: StatusCode(StatusConvention.NonNegativeIsSuccess)]
    public static partial nint DictionarySize(nint dictionary);

    [Symbol("PyDict_GetItemString")]
    public static partial nint FindItem(nint dictionary, string key);

    [Symbol("PyDict_Keys")]
    [return: StatusCode(StatusConvention.NonNullIsSuccess)]
    public static partial nint GetKeys(nint dictionary);

    [Symbol("PySequence_Check")]
    public static partial int IsSequence(nint value);

    [Symbol("PySequence_Size")]
    [return: StatusCode(StatusConvention.NonNegativeIsSuccess)]
    public static partial nint SequenceSize(nint sequence);

    [Symbol("PySequence_GetItem")]
    [return: StatusCode(StatusConvention.NonNullIsSuccess)]
    public static partial nint GetSequenceItem(nint sequence, nint index);

    // Buffers.
    [Symbol("PyObject_CheckBuffer")]
    public static partial int HasBuffer(nint value);

    [Symbol("PyObject_GetBuffer")]
    [return: StatusCode]
    public static partial int GetBuffer(nint value, nint view, BufferRequest request);

    [Symbol("PyBuffer_Release")]
    public static partial void ReleaseBuffer(nint view);
}
