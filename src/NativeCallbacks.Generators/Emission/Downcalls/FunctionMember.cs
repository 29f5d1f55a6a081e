using System.Collections.Generic;
using System.Linq;
using NativeCallbacks.Generators.Emission.Text;
using NativeCallbacks.Generators.Model;

namespace NativeCallbacks.Generators.Emission.Downcalls;

/// <summary>
/// The body of a function of an API: that of <c>Invoke</c>, with an address that the first call looks up. The look-up is a method
/// of its own that makes the call again, so that no argument has to survive it.
/// </summary>
internal static class FunctionMember
{
    /// <param name="writer">Where to write.</param>
    /// <param name="api">The API.</param>
    /// <param name="function">The function.</param>
    /// <param name="overloads">The overloads that are written already, by name and types, for those that two functions would have.</param>
    public static void Write(SourceWriter writer, ApiModel api, FunctionModel function, ISet<string> overloads)
    {
        GeneratedAttributes.WriteOfDebugger(writer);
        if (function.Call is not { } call || !api.AllowsUnsafe)
        {
            using (writer.Block(Head(function)))
            {
                writer.Line($"throw {Names.CompilerServices}.CallRefusal.RejectedSignature(\"{function.Method.Name}\");");
            }

            writer.Line();
            if (function.IsOptional)
            {
                writer.Line($"{Accessibility(function)} static bool Has{function.Method.Name} =>\n    throw {Names.CompilerServices}.CallRefusal.RejectedSignature(\"{function.Method.Name}\");");
                writer.Line();
            }

            return;
        }

        var target = CallTarget.Of(call);
        InvokeMember.WriteAttributes(writer, call);
        using (writer.Block(Head(function)))
        {
            writer.Line($"var {Names.Address} = {Address(function)};");
            using (writer.Block($"if ({Names.Address} == 0)"))
            {
                var first = $"{function.Method.Id}{Names.First}({Declarations.List(call.Parameters.Select(Declarations.Forward).ToList())});";
                writer.Line(call.Result.Kind == ResultKind.Void ? $"{first}\nreturn;" : $"return {first}");
            }

            writer.Line();
            InvokeMember.WriteBody(writer, call, target);
        }

        writer.Line();
        WriteFirst(writer, function, call);
        WriteOverloads(writer, function, call, overloads);
        RefusalMember.Write(writer, call, target);
        WriteHas(writer, function);
    }

    /// <summary>The field that keeps the address once it is known.</summary>
    private static string Address(FunctionModel function) => $"{Names.Functions}.{Names.User(function.Method.Id)}";

    private static string Head(FunctionModel function) => $"{function.Modifiers} {Declarations.Type(function.Result)} {Names.User(function.Method.Name)}({Parameters(function)})";

    /// <summary>The parameters exactly as the user wrote them, but for default values, which belong to the other part.</summary>
    private static string Parameters(FunctionModel function) => Declarations.List(function.Parameters.Select((parameter, index) =>
        (function.IsExtension && index == 0 ? "this " : "")
        + (function.IsParams && index == function.Parameters.Count - 1 ? "params " : "")
        + Declarations.Parameter(parameter)).ToList());

    private static void WriteFirst(SourceWriter writer, FunctionModel function, SignatureModel call)
    {
        writer.Line("// Looks the function up, and makes the call again.");
        GeneratedAttributes.WriteOfDebugger(writer);
        writer.Line("[global::System.Runtime.CompilerServices.MethodImpl(global::System.Runtime.CompilerServices.MethodImplOptions.NoInlining)]");
        var parameters = Declarations.List(call.Parameters.Select(Declarations.Parameter).ToList());
        using (writer.Block($"private static {Declarations.Type(function.Result)} {function.Method.Id}{Names.First}({parameters})"))
        {
            writer.Line($"{Address(function)} = {Names.ApiLibrary}.Instance.Find({Declarations.Literal(function.Symbol)});");
            var again = Declarations.InvokeCall(call, call.Parameters.Select(Declarations.Forward)) + ";";
            writer.Line(call.Result.Kind == ResultKind.Void ? again : "return " + again);
        }

        writer.Line();
    }

    /// <summary>The overloads that a delegate's <c>Invoke</c> has, unless the user has one of these types.</summary>
    private static void WriteOverloads(SourceWriter writer, FunctionModel function, SignatureModel call, ISet<string> overloads)
    {
        var kept = InferredInvokeMember.Kept(call.Parameters);
        if (kept.Count != call.Parameters.Count && IsFree(function, kept, overloads))
        {
            InferredInvokeMember.WriteFunction(writer, call, Overload(function, kept.Select(Declarations.Parameter)));
        }

        if (CallScopedInvokeMember.IsNeeded(call.Parameters) && IsFree(function, CallScopedInvokeMember.Parameters(call.Parameters), overloads))
        {
            CallScopedInvokeMember.Write(writer, call, Overload(function, CallScopedInvokeMember.Declared(call)));
        }
    }

    private static bool IsFree(FunctionModel function, IEnumerable<ParameterModel> parameters, ISet<string> overloads)
    {
        var types = string.Join(", ", parameters.Select(static parameter => parameter.ManagedType));
        return !function.Overloads.Contains(types) && overloads.Add($"{function.Method.Name}({types})");
    }

    private static string Overload(FunctionModel function, IEnumerable<string> parameters) =>
        $"{Accessibility(function)} static {Declarations.Type(function.Result)} {Names.User(function.Method.Name)}({Declarations.List(parameters.ToList())})";

    private static string Accessibility(FunctionModel function) => function.Accessibility.Length == 0 ? "private" : function.Accessibility;

    private static void WriteHas(SourceWriter writer, FunctionModel function)
    {
        if (!function.IsOptional)
        {
            return;
        }

        DocumentationComment.WriteMember(writer, $"Whether the library exports <c>{DocumentationComment.Escape(function.Symbol)}</c>, the function of <c>{function.Method.Name}</c>.");
        GeneratedAttributes.WriteOfDebugger(writer);
        writer.Line($"{Accessibility(function)} static bool Has{function.Method.Name} =>\n    {Address(function)} != 0 || {Names.ApiLibrary}.Instance.TryFind({Declarations.Literal(function.Symbol)}, out {Address(function)});");
        writer.Line();
    }
}
