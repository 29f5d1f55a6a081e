using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Diagnostics.Tracing;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.Loader;

namespace NativeCallbacks.Tests.Unloading;

/// <summary>
/// Collectible load contexts that declare signatures, expose handlers, and have faults: once all is disposed, nothing of the
/// library keeps them alive.
/// </summary>
public class UnloadingTests
{
    [NotOnTheory(Where.NativeAot, Platform.NoLoadContexts)]
    [Trait(Soak.Category, Soak.Repeated)]
    [InlineData(false)]
    [InlineData(true)]
    public void Context_WhoseCallbacksAreDisposed_IsUnloaded_EachTime(bool hasItsOwnLibrary)
    {
        var rounds = Soak.Times(usual: 25, soaking: 100);
        var contexts = new List<WeakReference>();
        for (var round = 0; round < rounds; round++)
        {
            contexts.Add(Play(nameof(UnloadingScenario.Play), hasItsOwnLibrary));
        }

        Unloaded(contexts).Should().Be(rounds);
    }

    /// <summary>The other half of the proof: what somebody holds is not unloaded.</summary>
    [NotOnFact(Where.NativeAot, Platform.NoLoadContexts)]
    public void Context_WithACallbackOfASharedSignatureThatIsNotDisposed_StaysLoaded()
    {
        var context = Play(nameof(UnloadingScenario.Leave), hasItsOwnLibrary: false);

        Unloaded([context]).Should().Be(0);
    }

    /// <summary>A library that nothing has used yet: its first callback does not wait for the event source.</summary>
    [NotOnFact(Where.NativeAot, Platform.NoLoadContexts)]
    public void FirstCallbackOfALibrary_HasAnotherThreadMakeTheEventSource()
    {
        using var sources = new Sources();
        Play(nameof(UnloadingScenario.ExposeOne), hasItsOwnLibrary: true);

        sources.NextMaker().Should().NotBe(Environment.CurrentManagedThreadId);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static WeakReference Play(string scenario, bool hasItsOwnLibrary)
    {
        var context = new Plugin(hasItsOwnLibrary);
        var tests = context.LoadFromAssemblyPath(typeof(UnloadingTests).Assembly.Location);
        var type = tests.GetType(typeof(UnloadingScenario).FullName!)!;
        type.Should().NotBe(typeof(UnloadingScenario));

        var result = type.GetMethod(scenario, BindingFlags.Public | BindingFlags.Static)!.Invoke(null, null);

        result.Should().Be(hasItsOwnLibrary ? "own" : "shared");
        context.Unload();
        return new WeakReference(context);
    }

    private static int Unloaded(List<WeakReference> contexts)
    {
        for (var i = 0; i < 20 && contexts.Exists(static context => context.IsAlive); i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        return contexts.Count(static context => !context.IsAlive);
    }

    private sealed class Plugin(bool hasItsOwnLibrary) : AssemblyLoadContext(isCollectible: true)
    {
        protected override Assembly? Load(AssemblyName assemblyName) =>
            hasItsOwnLibrary && assemblyName.Name == typeof(NativeCallback<>).Assembly.GetName().Name
                ? LoadFromAssemblyPath(Path.Combine(AppContext.BaseDirectory, assemblyName.Name + ".dll"))
                : null;
    }

    /// <summary>Event sources that are made while this lives, by libraries of their own.</summary>
    private sealed class Sources : EventListener
    {
        /// <summary>Far more than it takes on the slowest machine.</summary>
        private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

        private readonly BlockingCollection<int> _makers = [];
        private readonly bool _knowsOlder;

        public Sources()
        {
            _knowsOlder = true;
        }

        /// <summary>The thread that made the next one.</summary>
        public int NextMaker() => _makers.TryTake(out var thread, Patience) ? thread : throw new TimeoutException("No source was made.");

        protected override void OnEventSourceCreated(EventSource eventSource)
        {
            // The constructor of the base class gets those that were there before.
            if (_knowsOlder && eventSource.Name == "NativeCallbacks" && eventSource.GetType().Assembly != typeof(NativeCallback<>).Assembly)
            {
                _makers.Add(Environment.CurrentManagedThreadId);
            }
        }
    }
}
