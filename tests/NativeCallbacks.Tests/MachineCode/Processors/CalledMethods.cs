using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Numerics.Tensors;
using System.Reflection;
using System.Runtime.InteropServices;
using NativeCallbacks.CompilerServices;

namespace NativeCallbacks.Tests.MachineCode;

/// <summary>
/// The names of called methods. The JIT of x86-64 writes them into its listing; that of Arm64 writes the address of the cell that the
/// call goes through, and only a process itself knows whose cell that is.
/// </summary>
internal static class CalledMethods
{
    private const BindingFlags All = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly;

    /// <summary>Writes a line with the cell and the name for each method that the listed ones may call.</summary>
    public static void Write()
    {
        foreach (var method in Callable())
        {
            if (CellOf(method.MethodHandle.GetFunctionPointer()) is { } cell)
            {
                Console.WriteLine($"{cell:x} [{method.DeclaringType}:{method.Name}()]");
            }
        }
    }

    /// <summary>What <see cref="Write"/> wrote: names by cells.</summary>
    public static IReadOnlyDictionary<ulong, string> Read(string text) => text
        .Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        .Select(static line => line.Split(' ', 2))
        .DistinctBy(static parts => parts[0]) // The instances of a generic class share a method.
        .ToDictionary(static parts => ulong.Parse(parts[0], NumberStyles.HexNumber, CultureInfo.InvariantCulture), static parts => parts[1]);

    private static IEnumerable<MethodBase> Callable() =>
    [
        .. typeof(UpcallFaults).Assembly.GetTypes().Concat(typeof(OurTwins).Assembly.GetTypes().Where(IsTwin))
            .Append(typeof(TensorPrimitives).Assembly.GetType("System.ThrowHelper")!)
            .Append(typeof(object).Assembly.GetType("System.ThrowHelper")!)
            .SelectMany(static type => type.BaseType is { IsConstructedGenericType: true } parent ? [type, parent] : new[] { type })
            .Where(static type => !type.ContainsGenericParameters && !type.IsInterface && !typeof(Delegate).IsAssignableFrom(type))
            .SelectMany(static type => type.GetMethods(All))
            .Where(static method => !method.IsAbstract && !method.Attributes.HasFlag(MethodAttributes.PinvokeImpl))
            .SelectMany(Instances),
    ];

    private static bool IsTwin(Type type) =>
        type.Namespace == typeof(OurTwins).Namespace || type.FullName!.StartsWith("NativeCallbacks.NativeCallbacks_", StringComparison.Ordinal);

    /// <summary>The method; a generic one, with the results that twins have.</summary>
    private static IEnumerable<MethodInfo> Instances(MethodInfo method) =>
        !method.IsGenericMethodDefinition ? [method]
        : method.GetGenericArguments() is [var only] && only.GetGenericParameterConstraints().Length == 0
            ? [method.MakeGenericMethod(typeof(double)), method.MakeGenericMethod(typeof(int))]
            : [];

    /// <summary>What a stub of the runtime for a method that may be compiled later begins with: <c>ldr x11, cell; br x11</c>.</summary>
    private static ulong? CellOf(nint address)
    {
        var (load, jump) = (Marshal.ReadInt32(address), Marshal.ReadInt32(address, 4));
        var isStub = (load & 0xFF00001F) == 0x5800000B && (uint)jump == 0xD61F0160;
        return isStub ? (ulong)(address + (load << 8 >> 13 << 2)) : null;
    }
}
