using System.Linq;
using NativeCallbacks.AbiTests.Signatures;

namespace NativeCallbacks.AbiTests.Emission;

/// <summary>A batch in C#: the delegates, a method that calls each, and a handler that checks what it is called with.</summary>
internal sealed class CSharpSource
{
    private const string Head = """
        #nullable enable
        using System;
        using System.Numerics;
        using System.Runtime.CompilerServices;
        using System.Runtime.InteropServices;
        using NativeCallbacks;

        namespace NativeCallbacks.AbiTests.Child
        {
        """;

    private readonly SourceWriter _writer = new();
    private readonly TypeNames _names;
    private readonly Target _target;

    private CSharpSource(TypeNames names, Target target)
    {
        _names = names;
        _target = target;
    }

    public static string Of(Batch batch, Target target)
    {
        var names = new TypeNames(batch);
        var source = new CSharpSource(names, target);
        var writer = source._writer;
        writer.Line(Head);
        CSharpTypes.Write(writer, names, target);
        foreach (var signature in batch.All)
        {
            CSharpDeclaration.Write(writer, names, target, signature);
        }

        writer.Open("internal sealed unsafe class Batch");
        writer.Open("public static readonly Signature[] Signatures =");
        foreach (var signature in batch.Signatures)
        {
            var up = signature.HasHandlers ? $"Up{signature.Number}" : "null";
            writer.Line($"new Signature({signature.Number}, () => Down{signature.Number}(new NativeCallback<{signature.Name}>(Library.Address(\"{signature.Name}\"))), {up}),");
        }

        writer.Close("};");
        writer.Line();

        // Methods of an object: on x86-64, .NET 10 spoils some arguments of delegates of static methods. See docs/abi.md.
        writer.Line("private static readonly Batch Handlers = new Batch();");
        writer.Line();
        foreach (var signature in batch.All)
        {
            source.WriteDown(signature);
            if (signature.HasHandlers)
            {
                source.WriteUp(signature);
                source.WriteHandler(signature);
            }
        }

        writer.Close();
        writer.Line("}");
        return writer.ToString();
    }

    /// <summary>The delegates and the structs alone, for a reader.</summary>
    public static string Declarations(Batch batch, Target target)
    {
        var (writer, names) = (new SourceWriter(), new TypeNames(batch));
        CSharpTypes.WriteStructs(writer, names, target);
        foreach (var signature in batch.All)
        {
            CSharpDeclaration.Write(writer, names, target, signature);
        }

        return writer.ToString();
    }

    private void WriteDown(Signature signature)
    {
        _writer.Open($"private static void Down{signature.Number}(NativeCallback<{signature.Name}> callback)");
        _writer.Line($"var interrupted = Arguments.Call({signature.Key});");
        foreach (var parameter in signature.Parameters)
        {
            Make(signature, parameter);
        }

        foreach (var callback in signature.Parameters.OfType<CallbackParameter>())
        {
            _writer.Line($"Arguments.Hand({callback.Number}, {callback.Name}.Address);");
        }

        WriteCall(signature);
        foreach (var parameter in signature.Parameters)
        {
            CheckAnswer(parameter);
        }

        if (signature.Result is CallbackResult result)
        {
            _writer.Line($"if (Arguments.AreRight && !result.IsNull) Down{result.Signature.Number}(result);");
        }

        _writer.Line("Arguments.Return(interrupted);");
        _writer.Close();
        _writer.Line();
    }

    private void WriteCall(Signature signature)
    {
        var call = $"callback.Invoke({string.Join(", ", signature.Parameters.Select(Pass))})";
        var errno = signature.SetsLastError && _target.IsModern ? "Arguments.CheckErrno(Marshal.GetLastPInvokeError());" : "";
        if (signature.Result is StatusResult status)
        {
            _writer.Line("long result; var isThrown = false;");
            _writer.Line($"try {{ result = unchecked((long){call}); }}");
            _writer.Line("catch (NativeStatusException exception) { result = exception.Code; isThrown = true; }");
            _writer.Line(errno);
            _writer.Line($"Arguments.CheckStatus(Kind.{status.Integer.Kind}, {status.Convention}, result, isThrown);");
            return;
        }

        _writer.Line(signature.Result is NoResult ? $"{call};" : $"var result = {call};");
        _writer.Line(errno);
        switch (signature.Result)
        {
            case ValueResult { Type: ScalarType { IsInteger: true } integer }:
                _writer.Line($"Arguments.CheckInteger(Naming.Result, unchecked((long)result), Naming.Integer(Naming.Result, Kind.{integer.Kind}, Phase.Out), Phase.Out);");
                break;
            case ValueResult value:
                _writer.Line($"Arguments.Check(Naming.Result, 0, &result, {_names.CSharpLeaves(value.Type)}, Phase.Out);");
                break;
            case BooleanResult:
                _writer.Line("Arguments.CheckInteger(Naming.Result, result ? 1 : 0, Naming.Bit(Naming.Result, Phase.Out) ? 1 : 0, Phase.Out);");
                break;
            case CallbackResult callback:
                _writer.Line($"Arguments.CheckAddress(Naming.Result, (void*)result.Address, Naming.IsAbsent(Naming.Result) ? null : (void*)Library.Address(\"{callback.Signature.Name}\"));");
                break;
        }
    }

    private void WriteUp(Signature signature)
    {
        var number = signature.Number;
        _writer.Open($"private static class Managed{number}");
        _writer.Line($"public static readonly ManagedCallback<{signature.Name}> Handler = new {signature.Name}(Handlers.Handle{number}).ToManagedCallback();");
        _writer.Close();
        _writer.Line();
        _writer.Open($"private static void Up{number}()");
        _writer.Line($"var managed = Managed{number}.Handler;");
        _writer.Line($"((delegate* unmanaged[Cdecl]<nint, nint, void>)Library.Address(\"{signature.Name}_call\"))(managed.Callback.Address, {UserData(signature)});");
        _writer.Line("if (managed.Fault is { } fault) { managed.Reset(); throw fault; }");
        _writer.Close();
        _writer.Line();
    }

    /// <summary>The context under which native code finds the handler; drawn where it needs none.</summary>
    private static string UserData(Signature signature) =>
        signature.OwnContext is null ? "0" : $"Managed{signature.Number}.Handler.UserData";

    private void WriteHandler(Signature signature)
    {
        var parameters = signature.Parameters.Select(parameter => CSharpDeclaration.Declare(_names, _target, parameter));
        _writer.Open($"private {CSharpDeclaration.Type(_names, signature.Result)} Handle{signature.Number}({string.Join(", ", parameters)})");
        _writer.Line($"var interrupted = Arguments.Receive({signature.Key});");
        foreach (var parameter in signature.Parameters)
        {
            Check(signature, parameter);
        }

        foreach (var callback in signature.Parameters.OfType<CallbackParameter>())
        {
            _writer.Line($"if (Arguments.AreRight && !{callback.Name}.IsNull) Down{callback.Signature.Number}({callback.Name});");
        }

        foreach (var parameter in signature.Parameters)
        {
            Answer(parameter);
        }

        AnswerResult(signature);
        _writer.Close();
        _writer.Line();
    }

    private static string Count(SpanParameter span) => string.Join(" * ", span.Dimensions.Select(static dimension =>
        dimension.IsConstant ? $"{dimension.Constant}L" : $"Naming.Dimension({dimension.Parameter})"));

    private static string Flag(bool value) => value ? "true" : "false";

    private static string Modifier(Parameter parameter) => parameter switch
    {
        ReferenceParameter { IsReadOnly: true } or DimensionParameter { IsReference: true } => "in *",
        ReferenceParameter { Form: ReferenceForm.Out } => "out *",
        _ => "ref *",
    };

    /// <summary>Makes an argument for native code.</summary>
    private void Make(Signature signature, Parameter parameter)
    {
        var (number, name) = (parameter.Number, parameter.Name);
        switch (parameter)
        {
            case ValueParameter { ValueType: ScalarType { IsInteger: true } integer }:
                _writer.Line($"var {name} = unchecked(({integer.CSharp})Naming.Integer({number}, Kind.{integer.Kind}, Phase.In));");
                break;
            case ValueParameter value:
                _writer.Line($"{_names.CSharp(value.ValueType)} {name};");
                _writer.Line($"Arguments.Fill({number}, 0, &{name}, {_names.CSharpLeaves(value.ValueType)}, Phase.In);");
                break;
            case BooleanParameter:
                _writer.Line($"var {name} = Naming.Bit({number}, Phase.In);");
                break;
            case TextParameter:
                _writer.Line($"var {name} = Naming.Text({number});");
                break;
            case DimensionParameter { IsReference: false } dimension:
                _writer.Line($"var {name} = ({dimension.Integer.CSharp})Naming.Dimension({number});");
                break;
            case DimensionParameter dimension:
                _writer.Line($"var {name} = ({dimension.Integer.CSharp}*)Arguments.Room({number});");
                _writer.Line($"*{name} = ({dimension.Integer.CSharp})Naming.Dimension({number});");
                break;
            case ReferenceParameter reference:
                _writer.Line($"var {name} = ({_names.CSharp(reference.Target)}*)Arguments.Room({number});");
                _writer.Line($"Arguments.Fill({number}, 0, {name}, {_names.CSharpLeaves(reference.Target)}, Phase.In);");
                break;
            case SpanParameter span:
                _writer.Line($"var {name} = ({_names.CSharp(span.Element)}*)Arguments.Room({number});");
                _writer.Line($"var {name}Count = {Count(span)};");
                _writer.Line($"var {name}Length = Arguments.Length({number}, {name}Count, {Flag(span.IsOptional)});");
                _writer.Line($"for (var i = 0; i < {name}Length; i++) Arguments.Fill({number}, i, {name} + i, {_names.CSharpLeaves(span.Element)}, Phase.In);");
                break;
            case CallbackParameter callback:
                _writer.Line($"var {name} = Naming.IsAbsent({number}) ? default : Managed{callback.Signature.Number}.Handler.Callback;");
                break;
            case ContextParameter context:
                var inner = context.IsOwn ? null : ((CallbackParameter)signature.Parameter(context.Callback)).Signature;
                _writer.Line($"var {name} = {(inner is null ? $"Arguments.Drawn({number})" : UserData(inner))};");
                _writer.Line($"Arguments.Hand({number}, {name});");
                break;
        }
    }

    private string Pass(Parameter parameter) => parameter switch
    {
        ReferenceParameter or DimensionParameter { IsReference: true } => Modifier(parameter) + parameter.Name,
        SpanParameter span => $"new {CSharpDeclaration.Type(_names, span)}({span.Name}, {span.Name}Length)",
        ContextParameter { IsPointer: true } => $"(void*){parameter.Name}",
        _ => parameter.Name,
    };

    /// <summary>Compares what native code gave back through an argument.</summary>
    private void CheckAnswer(Parameter parameter)
    {
        var (number, name) = (parameter.Number, parameter.Name);
        switch (parameter)
        {
            case ReferenceParameter reference:
                _writer.Line($"Arguments.Check({number}, 0, {name}, {_names.CSharpLeaves(reference.Target)}, {(reference.IsReadOnly ? "Phase.In" : "Phase.Out")});");
                break;
            case SpanParameter span:
                var phase = span.IsReadOnly ? "Phase.In" : $"i < {name}Count ? Phase.Out : Phase.In";
                _writer.Line($"for (var i = 0; i < {name}Length; i++) Arguments.Check({number}, i, {name} + i, {_names.CSharpLeaves(span.Element)}, {phase});");
                break;
        }
    }

    /// <summary>Compares an argument of the handler.</summary>
    private void Check(Signature signature, Parameter parameter)
    {
        var (number, name) = (parameter.Number, parameter.Name);
        switch (parameter)
        {
            case ValueParameter { ValueType: ScalarType { IsInteger: true } integer }:
                _writer.Line($"Arguments.CheckInteger({number}, unchecked((long){name}), Naming.Integer({number}, Kind.{integer.Kind}, Phase.In), Phase.In);");
                break;
            case ValueParameter value:
                _writer.Line($"Arguments.Check({number}, 0, &{name}, {_names.CSharpLeaves(value.ValueType)}, Phase.In);");
                break;
            case BooleanParameter:
                _writer.Line($"Arguments.CheckInteger({number}, {name} ? 1 : 0, Naming.Bit({number}, Phase.In) ? 1 : 0, Phase.In);");
                break;
            case TextParameter:
                _writer.Line($"Arguments.CheckText({number}, {name});");
                break;
            case DimensionParameter:
                _writer.Line($"Arguments.CheckInteger({number}, unchecked((long){name}), Naming.Dimension({number}), Phase.Count);");
                break;
            case ReferenceParameter reference:
                WriteReference(reference, "Check", reference.IsReadOnly || reference.Form == ReferenceForm.Ref ? "Phase.In" : "");
                break;
            case SpanParameter span:
                WriteElements(span, "Check", "Phase.In");
                break;
            case CallbackParameter callback:
                _writer.Line($"Arguments.CheckAddress({number}, (void*){name}.Address, Naming.IsAbsent({number}) ? null : (void*)Library.Address(\"{callback.Signature.Name}\"));");
                break;
            case ContextParameter context:
                _writer.Line($"Arguments.CheckInteger({number}, (long)(nint){name}, {(context.IsOwn ? UserData(signature) : $"Arguments.Drawn({number})")}, Phase.In);");
                break;
        }
    }

    /// <summary>Writes what the handler gives back through an argument.</summary>
    private void Answer(Parameter parameter)
    {
        switch (parameter)
        {
            case ReferenceParameter { IsReadOnly: false } reference:
                WriteReference(reference, "Fill", "Phase.Out");
                break;
            case SpanParameter { IsReadOnly: false } span:
                WriteElements(span, "Fill", "Phase.Out");
                break;
        }
    }

    private void WriteReference(ReferenceParameter reference, string what, string phase)
    {
        var (number, name) = (reference.Number, reference.Name);
        if (reference.Form == ReferenceForm.Out && what == "Check")
        {
            _writer.Line($"{name} = default;");
        }

        var use = phase.Length == 0 ? "" : $" Arguments.{what}({number}, 0, at, {_names.CSharpLeaves(reference.Target)}, {phase});";
        _writer.Line($"fixed ({_names.CSharp(reference.Target)}* at = &{name}) if (Arguments.CheckAddress({number}, at, Arguments.Room({number}))) {{{use} }}");
    }

    private void WriteElements(SpanParameter span, string what, string phase)
    {
        var (number, name) = (span.Number, span.Name);
        _writer.Line($"fixed ({_names.CSharp(span.Element)}* at = {name}) if (Arguments.CheckSpan({number}, at, {name}.Length, {Count(span)}, {Flag(span.IsOptional)}))");
        _writer.Line($"    for (var i = 0; i < {name}.Length; i++) Arguments.{what}({number}, i, at + i, {_names.CSharpLeaves(span.Element)}, {phase});");
    }

    private void AnswerResult(Signature signature)
    {
        switch (signature.Result)
        {
            case ValueResult { Type: ScalarType { IsInteger: true } integer }:
                _writer.Line($"var result = unchecked(({integer.CSharp})Naming.Integer(Naming.Result, Kind.{integer.Kind}, Phase.Out));");
                break;
            case ValueResult value:
                _writer.Line($"{_names.CSharp(value.Type)} result;");
                _writer.Line($"Arguments.Fill(Naming.Result, 0, &result, {_names.CSharpLeaves(value.Type)}, Phase.Out);");
                break;
            case BooleanResult:
                _writer.Line("var result = Naming.Bit(Naming.Result, Phase.Out);");
                break;
            case StatusResult status:
                _writer.Line($"var result = unchecked(({status.Integer.CSharp})Naming.Status(Kind.{status.Integer.Kind}, {status.Convention}));");
                break;
            case CallbackResult callback:
                _writer.Line($"var result = Naming.IsAbsent(Naming.Result) ? default : new NativeCallback<{callback.Signature.Name}>(Library.Address(\"{callback.Signature.Name}\"));");
                break;
        }

        _writer.Line("Arguments.Done(interrupted);");
        if (signature.Result is not NoResult)
        {
            _writer.Line("return result;");
        }
    }
}
