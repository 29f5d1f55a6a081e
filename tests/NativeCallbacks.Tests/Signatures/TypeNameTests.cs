using System;
using System.Collections.Generic;

namespace NativeCallbacks.Tests.Signatures;

/// <summary>Messages name types as C# source does.</summary>
public unsafe class TypeNameTests
{
    private delegate void Undeclared(string text);

    [Fact]
    public void Message_NamesTheTypeAsInCSharp()
    {
        NameOf<Undeclared>().Should().Be("TypeNameTests.Undeclared");
        NameOf<Action<string>>().Should().Be("Action<string>");
        NameOf<Func<nint, double?, object[]>>().Should().Be("Func<nint, double?, object[]>");
        NameOf<Func<Dictionary<string, int[,]>, byte*[]>>().Should().Be("Func<Dictionary<string, int[,]>, byte*[]>");
        NameOf<Outer<string>.Inner<long, char>.Undeclared>().Should().Be("TypeNameTests.Outer<string>.Inner<long, char>.Undeclared");
        NameOf<Outer<string>.Plain.Generic<bool>>().Should().Be("TypeNameTests.Outer<string>.Plain.Generic<bool>");
    }

    [Fact]
    public void ToString_OfACallback_NamesTheSignatureAsInCSharp() =>
        new NativeCallback<Func<double, double>>(0x10).ToString().Should().Be("NativeCallback<Func<double, double>>(0x10)");

    private static string NameOf<TSignature>()
        where TSignature : Delegate
    {
        var of = NativeSignature.Of<TSignature>;
        var message = of.Should().Throw<InvalidOperationException>().Which.Message;
        var name = message.Substring(0, message.IndexOf(" is not declared", StringComparison.Ordinal));
        message.Should().Contain($"[assembly: NativeSignature(typeof({name}))]");
        return name;
    }

    private static class Outer<T>
    {
        internal static class Inner<TFirst, TSecond>
        {
            internal delegate void Undeclared(T text, TFirst first, TSecond second);
        }

        internal static class Plain
        {
            internal delegate void Generic<TOther>(T text, TOther other);
        }
    }
}
