using System;

namespace NativeCallbacks.Tests;

/// <summary>Tests of what Mono does not have.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class NotOnMonoTheoryAttribute(string reason) : NotOnTheoryAttribute(Where.Mono, reason);
