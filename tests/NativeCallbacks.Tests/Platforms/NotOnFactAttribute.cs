using System;

namespace NativeCallbacks.Tests;

/// <summary>A test of what some platforms do not have; the reason is in the table of <c>tests/run.sh</c>.</summary>
[AttributeUsage(AttributeTargets.Method)]
public class NotOnFactAttribute(Where where, string reason) : FactAttribute
{
    public override string? Skip { get; set; } = Platform.Is(where) ? reason : null;
}
