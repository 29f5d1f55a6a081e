using BenchmarkDotNet.Running;
using NativeCallbacks.Benchmarks;

BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args, new FastestOfMany());
