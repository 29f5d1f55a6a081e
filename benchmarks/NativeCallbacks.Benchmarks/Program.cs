using BenchmarkDotNet.Running;
using NativeCallbacks.Benchmarks;

if (args is ["--check"])
{
    SuiteCheck.Run();
}
else
{
    BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args, new ShortIterations());
}
