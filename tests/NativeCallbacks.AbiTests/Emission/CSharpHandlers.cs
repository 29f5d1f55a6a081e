using System.Linq;
using NativeCallbacks.AbiTests.Signatures;

namespace NativeCallbacks.AbiTests.Emission;

/// <summary>For each signature a handler that checks what native code calls it with, and a method that lets native code call it.</summary>
internal sealed class CSharpHandlers
{
    private readonly SourceWriter _writer;
    private readonly TypeNames _names;
    private readonly CSharpShapes _shapes;
    private readonly Target _target;

    public CSharpHandlers(SourceWriter writer, TypeNames names, Target target)
    {
        _writer = writer;
        _names = names;
        _shapes = new CSharpShapes(writer, names, target);
        _target = target;
    }

    public void Write(Signature signature)
    {
        WriteUp(signature);
        WriteHandler(signature);
    }

    private void WriteUp(Signature signature)
    {
        var number = signature.Number;
        _writer.Open($"private static class Managed{number}");
        _writer.Line($"public static readonly ManagedCallback<{signature.Name}> Handler = new {signature.Name}(Handlers.Handle{number}).ToManagedCallback();");
        _writer.Close();
        _writer.Line();
        var isTable = signature.Form == CallForm.Table;
        if (isTable)
        {
            var table = CSharpDeclaration.Interface(signature);
            _writer.Open($"private static class Table{number}");
            _writer.Line($"public static readonly ManagedTable<{table}> Handler = (({table})Handlers).ToNativeTable();");
            _writer.Close();
            _writer.Line();
        }

        _writer.Open($"private static void Up{number}()");
        _writer.Line($"var managed = {(isTable ? "Table" : "Managed")}{number}.Handler;");
        var address = isTable ? $"((nint*)managed.Address)[{signature.Slot}]" : "managed.Callback.Address";
        _writer.Line($"((delegate* unmanaged[Cdecl]<nint, nint, void>)Library.Address(\"{signature.Name}_call\"))({address}, {CSharpSource.UserData(signature)});");
        _writer.Line("if (managed.Fault is { } fault) { managed.Reset(); throw fault; }");
        _writer.Close();
        _writer.Line();
    }

    private void WriteHandler(Signature signature)
    {
        var parameters = signature.Parameters.Select(parameter => CSharpDeclaration.Declare(_names, _target, parameter));
        _writer.Open($"public {CSharpDeclaration.Type(_names, _target, signature.Result)} {CSharpDeclaration.Handler(signature)}({string.Join(", ", parameters)})");
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
            case TextParameter text:
                _writer.Line($"Arguments.CheckText({number}, {(text.Form == TextForm.Pointer ? $"{name}.IsNull ? null : {name}.ToString()" : name)});");
                break;
            case DimensionParameter dimension:
                var plain = CSharpDeclaration.Integer(_target, dimension.Integer) is "CLong" or "CULong" ? $"{name}.Value" : name;
                _writer.Line($"Arguments.CheckInteger({number}, unchecked((long){plain}), Naming.Dimension({number}), Phase.Count);");
                break;
            case ReferenceParameter reference:
                WriteReference(reference, "Check", reference.IsReadOnly || reference.Form == ReferenceForm.Ref ? "Phase.In" : "");
                break;
            case ShapedParameter shaped:
                _shapes.Check(shaped);
                break;
            case CallbackParameter callback:
                _writer.Line($"Arguments.CheckAddress({number}, (void*){name}.Address, Naming.IsAbsent({number}) ? null : (void*)Library.Address(\"{callback.Signature.Name}\"));");
                break;
            case ContextParameter context:
                _writer.Line($"Arguments.CheckInteger({number}, (long)(nint){name}, {(context.IsOwn ? CSharpSource.UserData(signature) : $"Arguments.Drawn({number})")}, Phase.In);");
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
            case ShapedParameter shaped:
                _shapes.Answer(shaped);
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
