using System.Linq;

namespace NativeCallbacks.Tests.Refusals;

/// <summary>The exact products of dimensions in messages, without the type of .NET for such numbers.</summary>
public class ExactCountTests
{
    private const string ReadsFiles = "There is no assembly that could refer to another.";

    [NotOnFact(Where.NativeAot, ReadsFiles)]
    public void Library_DoesNotReferToBigInteger() =>
        typeof(NativeCallback<>).Assembly.GetReferencedAssemblies().Select(static assembly => assembly.Name)
            .Should().NotContain(["System.Runtime.Numerics", "System.Numerics"], "a NativeAOT program that exposes a handler would be 300 KB larger");
}
