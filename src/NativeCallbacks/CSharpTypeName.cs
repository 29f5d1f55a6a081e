using System;
using System.Collections.Generic;
using System.Globalization;

namespace NativeCallbacks;

/// <summary>Type names as in C# source, for messages: <c>Func&lt;double, double&gt;</c> instead of <c>Func`2</c>.</summary>
internal static class CSharpTypeName
{
    // Type.GetTypeCode instead would add 230 KB to NativeAOT programs: the type loader.
    private static readonly Dictionary<Type, string> Keywords = new()
    {
        [typeof(bool)] = "bool", [typeof(char)] = "char", [typeof(string)] = "string", [typeof(object)] = "object", [typeof(void)] = "void",
        [typeof(sbyte)] = "sbyte", [typeof(byte)] = "byte", [typeof(short)] = "short", [typeof(ushort)] = "ushort",
        [typeof(int)] = "int", [typeof(uint)] = "uint", [typeof(long)] = "long", [typeof(ulong)] = "ulong",
        [typeof(nint)] = "nint", [typeof(nuint)] = "nuint",
        [typeof(float)] = "float", [typeof(double)] = "double", [typeof(decimal)] = "decimal",
    };

    /// <summary>The name without its namespace, with the types that it is nested in and its type arguments.</summary>
    public static string Of(Type type)
    {
        if (Keywords.TryGetValue(type, out var keyword))
        {
            return keyword;
        }

        if (type.GetElementType() is { } element)
        {
            return Of(element) + (type.IsArray ? $"[{new string(',', type.GetArrayRank() - 1)}]" : type.IsPointer ? "*" : "&");
        }

        if (type.IsGenericParameter)
        {
            return type.Name;
        }

        return Nullable.GetUnderlyingType(type) is { } value ? Of(value) + "?" : WithArguments(type, type.GetGenericArguments());
    }

    /// <param name="type">A type; if it is nested, its name begins with that of the outer type.</param>
    /// <param name="arguments">The type arguments of the innermost type: those of the outer types come first among them.</param>
    private static string WithArguments(Type type, Type[] arguments)
    {
        var outer = type.DeclaringType is { } declaring
            ? WithArguments(declaring, Part(arguments, 0, declaring.GetGenericArguments().Length)) + "."
            : "";
        var tick = type.Name.IndexOf('`');
        if (tick < 0)
        {
            return outer + type.Name;
        }

        var count = int.Parse(type.Name.Substring(tick + 1), NumberStyles.None, CultureInfo.InvariantCulture);
        var own = Array.ConvertAll(Part(arguments, arguments.Length - count, count), Of);
        return $"{outer}{type.Name.Substring(0, tick)}<{string.Join(", ", own)}>";
    }

    /// <summary>Some of the types. Not by LINQ, whose virtual generic methods would add the type loader to NativeAOT programs.</summary>
    private static Type[] Part(Type[] types, int start, int count)
    {
        var part = new Type[count];
        Array.Copy(types, start, part, 0, count);
        return part;
    }
}
