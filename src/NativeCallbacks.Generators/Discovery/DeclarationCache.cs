using System;
using System.Collections.Immutable;
using System.Linq;
using System.Runtime.CompilerServices;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace NativeCallbacks.Generators.Discovery;

/// <summary>
/// The result of reading a declaration, until something changes that it can depend on: its own file, or anything but the bodies of
/// methods in other files. Without it, each keystroke in a body would bind all declarations of the project again.
/// </summary>
/// <typeparam name="T">The model, which does not refer to a compilation.</typeparam>
internal sealed class DeclarationCache<T>
{
    // Weak: a declaration that was edited is another node.
    private readonly ConditionalWeakTable<SyntaxNode, Entry> _entries = new();

    /// <summary>The model of a declaration, read again only if it can have changed.</summary>
    public T Get(SyntaxNode declaration, Compilation compilation, Func<T> read, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        var surroundings = DeclarationSurroundings.Of(compilation, cancellation);
        if (_entries.TryGetValue(declaration, out var known) && known.Surroundings.Equals(surroundings))
        {
            return known.Model;
        }

        var model = read();
        _entries.Remove(declaration);
        _entries.GetValue(declaration, _ => new Entry(surroundings, model));
        return model;
    }

    private sealed record Entry(DeclarationSurroundings Surroundings, T Model);
}

/// <summary>All of a compilation that the meaning of a declaration can depend on, without a reference to any of it.</summary>
internal sealed class DeclarationSurroundings : IEquatable<DeclarationSurroundings>
{
    private static readonly ConditionalWeakTable<Compilation, DeclarationSurroundings> Known = new();
    private static readonly ConditionalWeakTable<SyntaxTree, Fingerprint> Fingerprints = new();
    private static readonly ConditionalWeakTable<object, Fingerprint> Identities = new();

    private static long _lastIdentity;

    private readonly string? _assembly;
    private readonly ImmutableArray<long> _parts;

    private DeclarationSurroundings(string? assembly, ImmutableArray<long> parts)
    {
        _assembly = assembly;
        _parts = parts;
    }

    public static DeclarationSurroundings Of(Compilation compilation, CancellationToken cancellation)
    {
        if (Known.TryGetValue(compilation, out var known))
        {
            return known;
        }

        var parts = ImmutableArray.CreateBuilder<long>();
        parts.Add(((CSharpCompilationOptions)compilation.Options).AllowUnsafe ? 1 : 0);
        parts.Add((long)compilation.Options.NullableContextOptions);
        parts.Add((long)compilation.Options.OutputKind);
        parts.AddRange(compilation.References.Select(Identity));
        foreach (var tree in compilation.SyntaxTrees)
        {
            cancellation.ThrowIfCancellationRequested();
            parts.Add(Identity(tree.Options));
            parts.Add(Fingerprints.GetValue(tree, item => new Fingerprint(DeclarationText.Hash(item, cancellation))).Value);
        }

        return Known.GetValue(compilation, _ => new DeclarationSurroundings(compilation.AssemblyName, parts.ToImmutable()));
    }

    public bool Equals(DeclarationSurroundings? other) =>
        ReferenceEquals(this, other) || (other is not null && _assembly == other._assembly && _parts.AsSpan().SequenceEqual(other._parts.AsSpan()));

    public override bool Equals(object? obj) => Equals(obj as DeclarationSurroundings);

    public override int GetHashCode() => _parts.Length;

    /// <summary>A number that no other object has, so that an object can be compared with one that no longer exists.</summary>
    private static long Identity(object item) => Identities.GetValue(item, static _ => new Fingerprint(Interlocked.Increment(ref _lastIdentity))).Value;

    private sealed record Fingerprint(long Value);
}
