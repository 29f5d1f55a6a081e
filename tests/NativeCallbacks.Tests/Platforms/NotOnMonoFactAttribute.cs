using System;

namespace NativeCallbacks.Tests;

/// <summary>A test of what Mono does not have.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class NotOnMonoFactAttribute(string reason) : NotOnFactAttribute(Where.Mono, reason);
