namespace PythonModule;

/// <summary>
/// The arguments of one call, by the names of the function's parameters. They are borrowed: Python's tuple and dictionary hold them
/// for the time of the call.
/// </summary>
internal readonly ref struct CallArguments
{
    private readonly ReadOnlySpan<string> _names;
    private readonly nint[] _values;

    /// <param name="function">The name of the function, for messages.</param>
    /// <param name="names">The parameters, of which the first is required.</param>
    /// <param name="positional">How many of them can be given without their names.</param>
    /// <param name="arguments">The tuple of those that are given without a name.</param>
    /// <param name="keywords">The dictionary of the others; zero for none.</param>
    public CallArguments(string function, ReadOnlySpan<string> names, int positional, nint arguments, nint keywords)
    {
        _names = names;
        _values = new nint[names.Length];
        var given = (int)Python.TupleSize(arguments);
        if (given > positional)
        {
            throw new BadTypeException($"{function}() takes at most {positional} positional arguments ({given} given)");
        }

        for (var i = 0; i < given; i++)
        {
            _values[i] = Python.GetTupleItem(arguments, i);
        }

        if (keywords != 0)
        {
            TakeKeywords(function, given, keywords);
        }

        if (_values[0] == 0)
        {
            throw new BadTypeException($"{function}() missing required argument '{names[0]}' (pos 1)");
        }

        foreach (ref var value in _values.AsSpan(1))
        {
            value = value != 0 && Python.IsNone(value) != 0 ? 0 : value;
        }
    }

    /// <summary>An argument; zero if it is not given, or is None.</summary>
    public nint this[string name] => _values[_names.IndexOf(name)];

    /// <summary>The first argument, whatever it is.</summary>
    public nint Required => _values[0];

    /// <summary>An argument that C# counts with; null if it is not given, or is None.</summary>
    public int? Int(string name) => Long(name) switch
    {
        null => null,
        > int.MaxValue or < int.MinValue => throw new BadValueException($"{name} is {Reference.TextOf(this[name])}, and a C int holds at most {int.MaxValue}."),
        { } value => (int)value,
    };

    /// <summary>The same, of 64 bits.</summary>
    public long? Long(string name)
    {
        var value = this[name];
        if (value == 0)
        {
            return null;
        }

        if (Python.IsInteger(value) == 0)
        {
            throw new BadTypeException($"{name} is of type {Reference.TypeNameOf(value)}. Pass an int.");
        }

        using var integer = new Reference(Python.ToInteger(value));
        var number = Python.AsSigned(integer.Value, out var overflow);
        return overflow == 0 ? number : throw new BadValueException($"{name} is {Reference.TextOf(value)}, which is not a 64-bit number.");
    }

    /// <summary>A number that has to be given.</summary>
    public double Double(string name) => this[name] is var value and not 0
        ? Numbers.ToDouble(value)
        : throw new BadTypeException($"{name} is missing. Pass a float.");

    private void TakeKeywords(string function, int given, nint keywords)
    {
        var found = 0;
        for (var i = 0; i < _names.Length; i++)
        {
            var value = Python.FindItem(keywords, _names[i]);
            if (value == 0)
            {
                continue;
            }

            found++;
            _values[i] = i >= given ? value : throw new BadTypeException($"{function}() got multiple values for argument '{_names[i]}'");
        }

        if (found != Python.DictionarySize(keywords))
        {
            throw new BadTypeException($"{function}() got an unexpected keyword argument '{FirstUnknown(keywords)}'");
        }
    }

    private string FirstUnknown(nint keywords)
    {
        using var keys = new Reference(Python.GetKeys(keywords));
        for (nint i = 0; ; i++)
        {
            using var key = new Reference(Python.GetSequenceItem(keys.Value, i));
            if (Reference.TextOf(key.Value) is var name && !_names.Contains(name))
            {
                return name;
            }
        }
    }
}
