using System;

namespace NativeCallbacks.Tests;

/// <summary>Tests of what some platforms do not have; the reason is in the table of <c>tests/run.sh</c>.</summary>
[AttributeUsage(AttributeTargets.Method)]
public class NotOnTheoryAttribute(Where where, string reason) : TheoryAttribute
{
    public override string? Skip { get; set; } = Platform.Is(where) ? reason : null;
}
