using System.Linq;
using NativeCallbacks.AbiTests.Signatures;

namespace NativeCallbacks.AbiTests.Emission;

/// <summary>For each signature a method that calls native code: it makes the arguments, and checks what comes back.</summary>
internal sealed class CSharpCalls
{
    private readonly SourceWriter _writer;
    private readonly TypeNames _names;
    private readonly CSharpShapes _shapes;
    private readonly Target _target;

    public CSharpCalls(SourceWriter writer, TypeNames names, Target target)
    {
        _writer = writer;
        _names = names;
        _shapes = new CSharpShapes(writer, names, target);
        _target = target;
    }

    public void Write(Signature signature)
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
        var call = signature.Form switch
        {
            CallForm.Table => $"new Table{signature.Number}Table(Tables.Of({signature.Slot}, callback.Address)).{CSharpDeclaration.Handler(signature)}{Given(signature)}",
            CallForm.Api => $"(Library.IsOfApis ? {ApiCall(signature)} : {DelegateCall(signature)})",
            _ => DelegateCall(signature),
        };
        var errno = signature.SetsLastError && _target.IsModern ? "Arguments.CheckErrno(Marshal.GetLastPInvokeError());" : "";
        if (signature is { Form: CallForm.Api, Result: NoResult })
        {
            _writer.Line($"if (Library.IsOfApis) {ApiCall(signature)}; else {DelegateCall(signature)};");
            _writer.Line(errno);
            return;
        }

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
            case HandleResult:
                CheckHandle("Naming.Result", "result");
                break;
            case CallbackResult callback:
                _writer.Line($"Arguments.CheckAddress(Naming.Result, (void*)result.Address, Naming.IsAbsent(Naming.Result) ? null : (void*)Library.Address(\"{callback.Signature.Name}\"));");
                break;
        }
    }

    private string ApiCall(Signature signature) => $"Api{signature.Number}.{signature.Name}{Given(signature)}";

    private string DelegateCall(Signature signature) => $"callback.Invoke{Given(signature)}";

    private string Given(Signature signature) => $"({string.Join(", ", signature.Given(_target.IsModern).Select(Pass))})";

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
            case TextParameter text:
                _writer.Line($"var {name} = {(text.Form == TextForm.Pointer ? "Arguments.TextPointer" : "Naming.Text")}({number});");
                break;
            case HandleParameter { IsOut: true }:
                _writer.Line($"{CSharpDeclaration.Type(_names, _target, parameter)} {name} = default!;");
                break;
            case HandleParameter:
                _writer.Line($"Arguments.Hand({number}, Arguments.Drawn({number}));");
                _writer.Line($"var {name} = new DrawnHandle(Arguments.Drawn({number}));");
                break;
            case DimensionParameter { IsReference: false } dimension:
                _writer.Line($"var {name} = {Dimension(dimension)};");
                break;
            case DimensionParameter dimension:
                _writer.Line($"var {name} = ({CSharpDeclaration.Integer(_target, dimension.Integer)}*)Arguments.Room({number});");
                _writer.Line($"*{name} = {Dimension(dimension)};");
                break;
            case ReferenceParameter reference:
                _writer.Line($"var {name} = ({_names.CSharp(reference.Target)}*)Arguments.Room({number});");
                _writer.Line($"Arguments.Fill({number}, 0, {name}, {_names.CSharpLeaves(reference.Target)}, Phase.In);");
                break;
            case ShapedParameter shaped:
                _shapes.Make(signature, shaped);
                break;
            case CallbackParameter callback:
                _writer.Line($"var {name} = Naming.IsAbsent({number}) ? default : Managed{callback.Signature.Number}.Handler.Callback;");
                break;
            case ContextParameter context:
                var inner = context.IsOwn ? null : ((CallbackParameter)signature.Parameter(context.Callback)).Signature;
                _writer.Line($"var {name} = {(inner is null ? $"Arguments.Drawn({number})" : CSharpSource.UserData(inner))};");
                _writer.Line($"Arguments.Hand({number}, {name});");
                break;
        }
    }

    private string Dimension(DimensionParameter dimension)
    {
        var type = CSharpDeclaration.Integer(_target, dimension.Integer);
        var value = $"Naming.Dimension({dimension.Number})";
        return type switch
        {
            "CLong" => $"new CLong((int){value})",
            "CULong" => $"new CULong((uint){value})",
            _ => $"({type}){value}",
        };
    }

    private static string Modifier(Parameter parameter) => parameter switch
    {
        ReferenceParameter { IsReadOnly: true } or DimensionParameter { IsReference: true } => "in *",
        ReferenceParameter { Form: ReferenceForm.Out } => "out *",
        _ => "ref *",
    };

    private string Pass(Parameter parameter) => parameter switch
    {
        ReferenceParameter or DimensionParameter { IsReference: true } => Modifier(parameter) + parameter.Name,
        HandleParameter { IsOut: true } => "out " + parameter.Name,
        ShapedParameter shaped => _shapes.Pass(shaped),
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
            case ShapedParameter shaped:
                _shapes.CheckAnswer(shaped);
                break;
            case HandleParameter { IsOut: true }:
                CheckHandle($"{number}", name);
                break;
        }
    }

    /// <summary>Compares a handle that native code gave.</summary>
    private void CheckHandle(string number, string name) =>
        _writer.Line($"Arguments.CheckInteger({number}, {name}{(_target.IsModern ? ".DangerousGetHandle()" : "")}, unchecked((long)Naming.Name(Phase.Out, {number}, 0, 0)), Phase.Out);");
}
