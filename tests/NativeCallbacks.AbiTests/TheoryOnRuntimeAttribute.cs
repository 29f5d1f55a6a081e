using System;
using System.Linq;
using NativeCallbacks.AbiTests.Runs;

namespace NativeCallbacks.AbiTests;

/// <summary>A theory whose programs run on another runtime: skipped where there is none, as for <c>dotnet test</c> alone.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class TheoryOnRuntimeAttribute : TheoryAttribute
{
    public TheoryOnRuntimeAttribute(string name) => Skip = ChildRuntime.All.First(runtime => runtime.Name == name).Missing;
}
