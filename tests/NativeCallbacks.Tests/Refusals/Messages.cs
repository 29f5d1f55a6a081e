using System;

namespace NativeCallbacks.Tests.Refusals;

/// <summary>Whole messages of exceptions: each runtime names the parameter in words of its own.</summary>
internal static class Messages
{
    public static string Naming(string parameter, string text) => new ArgumentException(text, parameter).Message;

    public static string Naming(string parameter, object actualValue, string text) =>
        new ArgumentOutOfRangeException(parameter, actualValue, text).Message;
}
