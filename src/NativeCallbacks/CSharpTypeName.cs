using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace NativeCallbacks;

/// <summary>Type names as in C# source, for messages: <c>Func&lt;double, double&gt;</c> instead of <c>Func`2</c>.</summary>
internal static class CSharpTypeName
{
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
            ? WithArguments(declaring, arguments.Take(declaring.GetGenericArguments().Length).ToArray()) + "."
            : "";
        var tick = type.Name.IndexOf('`');
        if (tick < 0)
        {
            return outer + type.Name;
        }

        var count = int.Parse(type.Name.Substring(tick + 1), NumberStyles.None, CultureInfo.InvariantCulture);
        var own = arguments.Skip(arguments.Length - count).Select(Of);
        return $"{outer}{type.Name.Substring(0, tick)}<{string.Join(", ", own)}>";
    }
}
