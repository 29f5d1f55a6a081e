namespace NativeCallbacks.Tests.Scalars;

/// <summary>An enum, which crosses as the integer behind it: each call computes 2 * a - b. NativeCallbacks.AbiTests draws enums over every integer.</summary>
public class EnumTests
{
    [Fact]
    public void Invoke_WithCsOwnEnum_ComputesAsCDoes()
    {
        var operation = Shim.Get<LevelOperation>("scalar_enum");

        operation.Invoke(Level.Low, Level.High).Should().Be((Level)((2 * -7) - 1000));
        operation.Invoke(Level.High, Level.Low).Should().Be((Level)((2 * 1000) + 7));
        operation.Invoke(Level.None, Level.High).Should().Be((Level)(-1000));
    }
}
