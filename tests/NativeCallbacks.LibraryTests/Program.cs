namespace NativeCallbacks.LibraryTests;

/// <summary>The assembly as a program: what cannot be unloaded plays in a child process, as a scenario that the first argument names.</summary>
internal static class Program
{
    private static int Main(string[] arguments)
    {
        if (arguments is [JvmScenario.Name])
        {
            JvmScenario.Play();
            return 0;
        }

        Console.Error.WriteLine("The first argument names a scenario. The tests run with: dotnet test");
        return 2;
    }
}
