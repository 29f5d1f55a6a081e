using System;
using System.Collections.Generic;

namespace NativeCallbacks.Tests.Upcalls;

/// <summary>Disposes many owners at the end of a test.</summary>
internal sealed class Disposables : IDisposable
{
    private readonly List<IDisposable> _items = [];

    public T Add<T>(T item)
        where T : IDisposable
    {
        _items.Add(item);
        return item;
    }

    public void Dispose() => _items.ForEach(static item => item.Dispose());
}
