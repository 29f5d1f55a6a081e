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

/// <summary>The fixes of arguments for callbacks and their contexts, and the offer of <c>[CallScoped]</c>.</summary>
public class HandlerArgumentFixTests
{
    private const string Signatures = """
        using System;
        using NativeCallbacks;

        [NativeSignature] public delegate double F(double x, [UserData] nint data);
        [NativeSignature] public delegate int G(in int a, in int b);
        [NativeSignature] public delegate double Integrate(double from, NativeCallback<F> f, [UserData(nameof(f))] nint data);
        [NativeSignature] public delegate void Sort([Shape(nameof(n))] Span<int> x, int n, NativeCallback<G> compare);

        """;

    [Theory]
    [InlineData("integrate.Invoke(0, owner, 0);", "integrate.Invoke(0, owner.Callback, owner.UserData);", "Pass its Callback and UserData")]
    [InlineData("integrate.Invoke(0, owner, owner.UserData);", "integrate.Invoke(0, owner.Callback, owner.UserData);", "Pass its Callback and UserData")]
    [InlineData("Own(owner);", "Own(owner.Callback);", "Pass its Callback")]
    public Task Owner_IsPassedByItsMembers(string before, string after, string title) =>
        FixVerifier.Fixes<HandlerArgumentFix>(Signatures + Method(before), Signatures + Method(after), title);

    [Theory]
    [InlineData("integrate.Invoke(0, (x, _) => x, 0);", "using var f = new F((x, _) => x).ToManagedCallback();", "integrate.Invoke(0, f.Callback, f.UserData);", "Expose it for this block, and pass its Callback and UserData")]
    [InlineData("integrate.Invoke(0, Method, 0);", "using var f = new F(Method).ToManagedCallback();", "integrate.Invoke(0, f.Callback, f.UserData);", "Expose it for this block, and pass its Callback and UserData")]
    [InlineData("Own(handler);", "using var callback = handler.ToManagedCallback();", "Own(callback.Callback);", "Expose it for this block, and pass its Callback")]
    [InlineData("sort.Invoke(new int[3], 3, compare);", "using var compareCallback = compare.ToManagedCallback();", "sort.Invoke(new int[3], 3, compareCallback.Callback);", "Expose it for this block, and pass its Callback")]
    public Task Handler_IsExposedBeforeTheCall(string before, string declaration, string after, string title) => FixVerifier.Fixes<HandlerArgumentFix>(
        Signatures + Method("// A comment.\n        " + before), Signatures + Method("// A comment.\n        " + declaration + "\n        " + after), title);

    [Fact]
    public async Task OwnerThatNobodyHolds_HasNoFix() =>
        (await FixVerifier.Offers<HandlerArgumentFix>(Signatures + Method("Own(handler.ToManagedCallback());"))).Should().BeEmpty();

    [Fact]
    public Task Contexts_OfOthers_BecomeTheOwners() => FixVerifier.FixesAll<ContextFix>(
        [Signatures + Method("integrate.Invoke(0, owner.Callback, 0); integrate.Invoke(data: /* none */ default, f: owner.Callback, from: 1);")],
        [Signatures + Method("integrate.Invoke(0, owner.Callback, owner.UserData); integrate.Invoke(data: /* none */ owner.UserData, f: owner.Callback, from: 1);")],
        "Pass its UserData");

    [Theory]
    [InlineData("int n, NativeCallback<G> compare", "compare", "int n, [CallScoped] NativeCallback<G> compare")]
    [InlineData("NativeCallback<F> f, [UserData(nameof(f))] nint data", "f", "[CallScoped] NativeCallback<F> f, [UserData(nameof(f))] nint data")]
    public async Task CallbackParameter_IsOfferedTheAttribute(string before, string parameter, string after)
    {
        var (offers, apply) = await Refactor($"{Signatures}[NativeSignature] public delegate void Op({before});", $"> {parameter}");

        offers.Should().Equal($"Mark '{parameter}' [CallScoped]: native code does not use it after the call");
        (await apply()).Should().Be($"{Signatures}[NativeSignature] public delegate void Op({after});");
    }

    [Theory]
    [InlineData("NativeCallback<G> compare, nint data, NativeCallback<DestroyNotify> destroy", "> compare")]
    [InlineData("[CallScoped] NativeCallback<G> compare", "> compare")]
    [InlineData("NativeCallback<F> f, nint data", "> f")]
    [InlineData("int n, NativeCallback<G> compare", "int n")]
    public async Task OtherParameters_AreOfferedNothing(string parameters, string place) =>
        (await Refactor($"{Signatures}[NativeSignature] public delegate void Op({parameters});", place)).Offers.Should().BeEmpty();

    private static async Task<(string[] Offers, System.Func<Task<string>> Apply)> Refactor(string source, string place)
    {
        var workspace = new AdhocWorkspace();
        var consumer = Consumer.Net10;
        var project = workspace.AddProject(ProjectInfo.Create(
            ProjectId.CreateNewId(), VersionStamp.Default, consumer.Name, consumer.Name, LanguageNames.CSharp,
            compilationOptions: consumer.CompilationOptions, parseOptions: consumer.ParseOptions, metadataReferences: consumer.References));
        var document = workspace.AddDocument(project.Id, "Source.cs", SourceText.From(source));
        var actions = new System.Collections.Generic.List<CodeAction>();
        var span = new TextSpan(source.LastIndexOf(place, System.StringComparison.Ordinal) + place.Length - 1, 0);
        await new CallScopedRefactoring().ComputeRefactoringsAsync(new CodeRefactoringContext(document, span, actions.Add, CancellationToken.None));
        return ([.. actions.Select(static action => action.Title)], async () =>
        {
            var operations = await actions.Single().GetOperationsAsync(CancellationToken.None);
            var changed = operations.OfType<ApplyChangesOperation>().Single().ChangedSolution.GetDocument(document.Id)!;
            return (await changed.GetTextAsync()).ToString();
        });
    }

    private static string Method(string call) => $$"""
        class Uses
        {
            void Use(NativeCallback<Integrate> integrate, NativeCallback<Sort> sort, F handler, G compare)
            {
                using var owner = handler.ToManagedCallback();
                {{call}}
            }

            static double Method(double x, nint data) => x;
            static void Own(NativeCallback<F> callback) { }
        }
        """;
}
