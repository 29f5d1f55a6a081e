using System;
using NativeCallbacks.Tests.Structs;

namespace NativeCallbacks.Tests.Upcalls;

/// <summary>A handler that returns a generic struct: <c>Marshal.GetFunctionPointerForDelegate</c> would end the process.</summary>
public class GenericResultTests
{
    [Fact]
    public void ToManagedCallback_OnMono_IsRefused_AndTheProcessLives()
    {
        var handler = new Mix<Pair<double>>(static (_, first, _, _, _) => first);

        for (var i = 0; i < 2; i++)
        {
            handler.Invoking(static refused => refused.ToManagedCallback()).Should().Throw<NotSupportedException>()
                .WithMessage("Mix<Pair<double>> returns Pair<double>, a generic struct, which Mono does not support for functions that native code calls. Declare a struct with the same fields.");
        }
    }
}
