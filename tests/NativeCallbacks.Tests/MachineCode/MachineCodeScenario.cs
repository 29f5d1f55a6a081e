using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace NativeCallbacks.Tests.MachineCode;

/// <summary>Compiles all twins, so that the JIT lists their machine code where the environment asks for it.</summary>
internal static class MachineCodeScenario
{
    public const string Name = "machine-code";

    /// <summary>The methods that are listed: the twins, and the generated ones that no twin inlines.</summary>
    public static IEnumerable<MethodInfo> Listed =>
    [
        .. new[] { typeof(OurTwins), typeof(RawTwins), typeof(ControlTwins) }
            .SelectMany(static type => type.GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly)),
        Map,
        Text,
        UpcallTwins.WithoutContext,
    ];

    /// <summary>A method with a loop stays a call.</summary>
    public static MethodInfo Map => typeof(NativeCallbacks_Numerics_ScalarFunctionExtensions).GetMethod("Map")!;

    /// <summary>A method with a stack buffer keeps its own frame.</summary>
    public static MethodInfo Text => typeof(NativeCallbacks_Tests_Text_TextLengthExtensions).GetMethod("Invoke")!;

    /// <summary>As the JIT names it: <c>OurTwins:Scalar</c>.</summary>
    public static string NameOf(MethodInfo method) => $"{method.DeclaringType!.FullName!.Split('.')[^1]}:{method.Name}";

    public static void Play()
    {
        UpcallTwins.Use();
        RuntimeHelpers.RunClassConstructor(typeof(RawTwins.Pointers).TypeHandle); // As it is once a method is optimized.
        foreach (var method in Listed.Concat(UpcallTwins.Listed))
        {
            RuntimeHelpers.PrepareMethod(method.MethodHandle);
        }

        if (Platform.IsArm64)
        {
            CalledMethods.Write();
        }
    }
}
