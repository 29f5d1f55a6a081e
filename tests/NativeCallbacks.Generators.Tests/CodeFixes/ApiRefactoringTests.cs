using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeRefactorings;
using Microsoft.CodeAnalysis.Text;
using NativeCallbacks.CodeFixes;
using NativeCallbacks.Generators.Tests.Harness;

namespace NativeCallbacks.Generators.Tests.CodeFixes;

/// <summary>Classes of imported methods become APIs, if their calls stay what they are.</summary>
public class ApiRefactoringTests
{
    private const string Usings = "using System.Runtime.InteropServices;\nusing NativeCallbacks;\n\n";

    [Fact]
    public async Task Imports_BecomeFunctions()
    {
        const string Before = """
            /// <summary>Functions.</summary>
            internal static class C
            {
                [DllImport("c", EntryPoint = "close", SetLastError = true)]
                public static extern int Close(int file);

                /// <summary>The process.</summary>
                [DllImport("c")]
                public static extern int getpid();

                [DllImport("c", CallingConvention = CallingConvention.Cdecl, EntryPoint = "puts")]
                internal static extern int Put([MarshalAs(UnmanagedType.LPUTF8Str)] string text);

                public static int Twice() => 2 * getpid();
            }
            """;
        const string After = """
            /// <summary>Functions.</summary>
            [NativeApi("c", CallingConvention = CallingConvention.Winapi)]
            internal static partial class C
            {
                [Symbol("close", SetLastError = true)]
                public static partial int Close(int file);

                /// <summary>The process.</summary>
                [Symbol]
                public static partial int getpid();

                [Symbol("puts", CallingConvention = CallingConvention.Cdecl)]
                internal static partial int Put([MarshalAs(UnmanagedType.LPUTF8Str)] string text);

                public static int Twice() => 2 * getpid();
            }
            """;

        var (offers, apply) = await Refactor(Usings + Before, "class C");

        offers.Should().Equal("Make 'C' a [NativeApi]");
        var result = await apply();
        result.Should().Be(Usings + After);
        (await Generation.Run(Consumer.Net10, result).Diagnose()).Should().BeEmpty();
    }

    [Fact]
    public async Task LibraryImports_BecomeFunctions()
    {
        var (_, apply) = await Refactor(Usings + """
            public static partial class C
            {
                [LibraryImport("c", EntryPoint = "puts", StringMarshalling = StringMarshalling.Utf8)] public static partial int Put(string text);
            }
            """, "class C");

        (await apply()).Should().Be(Usings + """
            [NativeApi("c", CallingConvention = CallingConvention.Winapi)]
            public static partial class C
            {
                [Symbol("puts")] public static partial int Put(string text);
            }
            """);
    }

    [Theory]
    [InlineData("[DllImport(\"c\")] static extern int puts(string text);", "the encoding is another on Windows")]
    [InlineData("[DllImport(\"c\")] static extern int f(int[] numbers);", "we have no arrays")]
    [InlineData("[DllImport(\"c\")] static extern bool f();", "its width is not declared")]
    [InlineData("[DllImport(\"c\")] static extern int f(); [DllImport(\"d\")] static extern int g();", "there are two libraries")]
    [InlineData("[DllImport(\"c\", PreserveSig = false)] static extern int f();", "the result is another")]
    [InlineData("[DllImport(\"c\"), System.Obsolete] static extern int f();", "another attribute may say how to call")]
    [InlineData("[DllImport(\"c\")] extern static int f();", "'partial' has to be last")]
    [InlineData("static int f() => 1;", "nothing is imported")]
    public async Task ClassWhoseCallsWouldChange_HasNoOffer(string methods, string because) =>
        (await Refactor($"{Usings}internal static class C {{ {methods} }}", "class C")).Offers.Should().BeEmpty(because);

    private static async Task<(string[] Offers, System.Func<Task<string>> Apply)> Refactor(string source, string place)
    {
        var workspace = new AdhocWorkspace();
        var project = workspace.AddProject(ProjectInfo.Create(
            ProjectId.CreateNewId(), VersionStamp.Default, "Consumer", "Consumer", LanguageNames.CSharp,
            compilationOptions: Consumer.Net10.CompilationOptions, parseOptions: Consumer.Net10.ParseOptions, metadataReferences: Consumer.Net10.References));
        var document = workspace.AddDocument(project.Id, "Source.cs", SourceText.From(source));
        var actions = new List<CodeAction>();
        var span = new TextSpan(source.IndexOf(place, System.StringComparison.Ordinal), 0);
        await new ApiRefactoring().ComputeRefactoringsAsync(new CodeRefactoringContext(document, span, actions.Add, CancellationToken.None));
        return ([.. actions.Select(static action => action.Title)], async () =>
        {
            var operations = await actions.Single().GetOperationsAsync(CancellationToken.None);
            var changed = operations.OfType<ApplyChangesOperation>().Single().ChangedSolution.GetDocument(document.Id)!;
            return (await changed.GetTextAsync()).ToString();
        });
    }
}
