using System;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace NativeCallbacks.Tests.MachineCode;

/// <summary>Compiles all twins, so that the JIT lists their machine code where the environment asks for it.</summary>
internal static class MachineCodeScenario
{
    public const string Name = "machine-code";

    /// <summary>The classes whose methods are listed.</summary>
    public static readonly Type[] Listed = [typeof(OurTwins), typeof(RawTwins), typeof(ControlTwins)];

    public static void Play()
    {
        foreach (var type in Listed)
        {
            foreach (var method in type.GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly))
            {
                RuntimeHelpers.PrepareMethod(method.MethodHandle);
            }
        }
    }
}
