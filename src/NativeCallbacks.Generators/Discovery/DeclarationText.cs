using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace NativeCallbacks.Generators.Discovery;

/// <summary>The text of a file without the bodies of its methods.</summary>
internal static class DeclarationText
{
    private const int BufferSize = 4096;

    /// <summary>A hash (FNV-1a, 64 bits) of the text. The presence of a body counts, but not its content.</summary>
    public static long Hash(SyntaxTree tree, CancellationToken cancellation)
    {
        var text = tree.GetText(cancellation);
        var hash = 14695981039346656037UL;
        var buffer = new char[BufferSize];
        var start = 0;
        foreach (var body in Bodies(tree.GetRoot(cancellation)))
        {
            Add(start, body.Start);
            hash = Next(hash, '\0');
            start = body.End;
        }

        Add(start, text.Length);
        return unchecked((long)hash);

        void Add(int from, int to)
        {
            for (; from < to; from += BufferSize)
            {
                var count = System.Math.Min(BufferSize, to - from);
                text.CopyTo(from, buffer, 0, count);
                for (var index = 0; index < count; index++)
                {
                    hash = Next(hash, buffer[index]);
                }
            }
        }
    }

    private static ulong Next(ulong hash, char character) => unchecked((hash ^ character) * 1099511628211UL);

    /// <summary>The bodies, in order. A directive in one can be meant for what follows, so these are not left out.</summary>
    private static IEnumerable<TextSpan> Bodies(SyntaxNode root) => root
        .DescendantNodes(static node => node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax or TypeDeclarationSyntax or BasePropertyDeclarationSyntax or AccessorListSyntax)
        .Select(Body)
        .Where(static body => body is { ContainsDirectives: false })
        .Select(static body => body!.Span);

    private static SyntaxNode? Body(SyntaxNode node) => node switch
    {
        BaseMethodDeclarationSyntax method => (SyntaxNode?)method.Body ?? method.ExpressionBody?.Expression,
        AccessorDeclarationSyntax accessor => (SyntaxNode?)accessor.Body ?? accessor.ExpressionBody?.Expression,
        ArrowExpressionClauseSyntax { Parent: BasePropertyDeclarationSyntax } arrow => arrow.Expression,
        GlobalStatementSyntax statement => statement.Statement,
        _ => null,
    };
}
