using System.Collections.Generic;
using System.Linq;
using NativeCallbacks.AbiTests.Signatures;

namespace NativeCallbacks.AbiTests.Emission;

/// <summary>A batch in C: for each signature a function that checks what it is called with, and one that calls such a function.</summary>
internal sealed class CSource
{
    private readonly SourceWriter _writer = new();
    private readonly TypeNames _names;
    private readonly CShapes _shapes;
    private readonly CResults _results;
    private readonly Machine _machine;
    private readonly Sabotage? _sabotage;

    private CSource(TypeNames names, Machine machine, Sabotage? sabotage)
    {
        _machine = machine;
        _names = names;
        _shapes = new CShapes(_writer, names, sabotage);
        _results = new CResults(_writer, names, machine);
        _sabotage = sabotage;
    }

    public static string Of(Batch batch, Sabotage? sabotage)
    {
        var names = new TypeNames(batch);
        var source = new CSource(names, batch.Machine, sabotage);
        source._writer.Line("#include \"abi.h\"");
        source._writer.Line();
        CTypes.Write(source._writer, names, batch, sabotage);
        foreach (var signature in batch.All)
        {
            source.WriteFunction(signature);
            source.WriteCaller(signature);
        }

        return source._writer.ToString();
    }

    private void WriteFunction(Signature signature)
    {
        var result = _results.Declare(signature);
        var parameters = string.Join(", ", _results.Parameters(signature, InOrder(signature).Select(Declare)).DefaultIfEmpty("void"));
        var attribute = _sabotage?.Is(Fault.OtherConvention, signature) == true ? $"__attribute__(({_machine.OtherConvention})) " : "";
        _writer.Line($"typedef {result} {attribute}{signature.Name}_function({parameters});");
        _writer.Open($"{result} {attribute}{signature.Name}({parameters})");
        if (_sabotage?.Is(Fault.Death, signature) == true)
        {
            _writer.Line("abi_die();");
        }

        Receive(signature);
        foreach (var parameter in signature.Parameters)
        {
            Check(signature, parameter);
        }

        foreach (var callback in signature.Parameters.OfType<CallbackParameter>())
        {
            var user = callback.Context < 0 ? "NULL" : $"p{callback.Context}";
            _writer.Line($"if (!abi_shared.failed && {callback.Name} != NULL) {callback.Signature.Name}_call({callback.Name}, {user});");
        }

        foreach (var parameter in signature.Parameters)
        {
            Answer(signature, parameter);
        }

        _results.Return(signature);
        _writer.Close();
        _writer.Line();
    }

    private void WriteCaller(Signature signature)
    {
        _writer.Open($"void {signature.Name}_call({signature.Name}_function *f, void *user)");
        Receive(signature);
        _writer.Line("abi_shared.depth++;");
        foreach (var parameter in signature.Parameters)
        {
            Make(signature, parameter);
        }

        _results.Call(signature, InOrder(signature).Select(static parameter => parameter.Name));
        foreach (var parameter in signature.Parameters)
        {
            CheckAnswer(signature, parameter);
        }

        _writer.Line("abi_shared.depth--;");
        _writer.Line("abi_shared.key = interrupted;");
        _writer.Line("(void)user;");
        _writer.Close();
        _writer.Line();
    }

    private void Receive(Signature signature)
    {
        _writer.Line("int32_t interrupted = abi_shared.key;");
        _writer.Line($"abi_shared.key = {signature.Key};");
    }

    private IEnumerable<Parameter> InOrder(Signature signature) => _sabotage?.Order(signature) ?? signature.Parameters;

    private string Declare(Parameter parameter) => $"{Type(parameter)}{parameter.Name}";

    private string Type(Parameter parameter) => parameter switch
    {
        BooleanParameter boolean => boolean.IsWide ? "int32_t " : "uint8_t ",
        TextParameter { Form: TextForm.Utf16 } => "const uint16_t *",
        TextParameter => "const char *",
        HandleParameter { IsOut: true } => "void **",
        HandleParameter => "void *",
        DimensionParameter { IsReference: true } => $"const {_names.C(parameter.Type!)} *",
        ReferenceParameter { IsReadOnly: true } or ShapedParameter { IsReadOnly: true } => $"{_names.C(parameter.Type!)} const *",
        ReferenceParameter or ShapedParameter => $"{_names.C(parameter.Type!)} *",
        CallbackParameter callback => $"{callback.Signature.Name}_function *",
        ContextParameter => "void *",
        _ => _names.C(parameter.Type!) + " ",
    };

    /// <summary>Compares an argument of the function.</summary>
    private void Check(Signature signature, Parameter parameter)
    {
        var (number, name) = (parameter.Number, parameter.Name);
        switch (parameter)
        {
            case ValueParameter { ValueType: ScalarType { IsInteger: true } integer }:
                _writer.Line($"abi_check_integer({number}, (int64_t){name}, abi_integer({number}, ABI_{integer.Kind}, ABI_IN), ABI_IN);");
                break;
            case ValueParameter value:
                _writer.Line($"abi_check({number}, 0, &{name}, {_names.CLeaves(value.ValueType)}, ABI_IN);");
                break;
            case BooleanParameter:
                _writer.Line($"abi_check_integer({number}, {name}, abi_bit({number}, ABI_IN), ABI_IN);");
                break;
            case TextParameter text:
                _writer.Line($"abi_check_{(text.Form == TextForm.Utf16 ? "wide_" : "")}text({number}, {name});");
                break;
            case DimensionParameter { IsReference: false }:
                _writer.Line($"abi_check_integer({number}, (int64_t){name}, abi_dimension({number}), ABI_COUNT);");
                break;
            case DimensionParameter:
                // One that the caller left out lies where the library put it.
                var isWhereItMustBe = signature.Given().Contains(parameter) ? $"abi_check_address({number}, {name}, abi_arena({number}))" : $"{name} != NULL";
                _writer.Line($"if ({isWhereItMustBe}) abi_check_integer({number}, (int64_t)*{name}, abi_dimension({number}), ABI_COUNT);");
                break;
            case ReferenceParameter reference:
                _writer.Line($"int {name}_is_right = abi_check_address({number}, {name}, abi_arena({number}));");
                var phase = reference.Form == ReferenceForm.Out ? "ABI_CLEARED" : "ABI_IN";
                _writer.Line($"if ({name}_is_right) abi_check({number}, 0, {name}, {_names.CLeaves(reference.Target)}, {phase});");
                break;
            case ShapedParameter shaped:
                _shapes.Check(signature, shaped);
                break;
            case HandleParameter { IsOut: true }:
                _writer.Line($"abi_check_address({number}, *{name}, NULL);");
                break;
            default:
                _writer.Line($"abi_check_handed({number}, (const void *){name});");
                break;
        }
    }

    /// <summary>Writes what the function gives back through an argument.</summary>
    private void Answer(Signature signature, Parameter parameter)
    {
        var (number, name) = (parameter.Number, parameter.Name);
        switch (parameter)
        {
            case ReferenceParameter { IsReadOnly: false } reference:
                _writer.Line($"if ({name}_is_right) abi_fill({number}, 0, {name}, {_names.CLeaves(reference.Target)}, ABI_OUT);");
                break;
            case ShapedParameter shaped:
                _shapes.Answer(signature, shaped);
                break;
            case HandleParameter { IsOut: true }:
                _writer.Line($"*{name} = (void *)(uintptr_t)abi_name(ABI_OUT, {number}, 0, 0);");
                break;
        }
    }

    /// <summary>Makes an argument for a handler.</summary>
    private void Make(Signature signature, Parameter parameter)
    {
        var (number, name) = (parameter.Number, parameter.Name);
        switch (parameter)
        {
            case ValueParameter { ValueType: ScalarType { IsInteger: true } integer }:
                _writer.Line($"{integer.C} {name} = ({integer.C})abi_integer({number}, ABI_{integer.Kind}, ABI_IN);");
                break;
            case ValueParameter value:
                _writer.Line($"{Declare(value)};");
                _writer.Line($"abi_fill({number}, 0, &{name}, {_names.CLeaves(value.ValueType)}, ABI_IN);");
                break;
            case BooleanParameter boolean:
                _writer.Line($"{Declare(boolean)} = abi_bool{(boolean.IsWide ? 32 : 8)}({number}, ABI_IN);");
                break;
            case TextParameter text:
                _writer.Line($"{Declare(text)} = abi_{(text.Form == TextForm.Utf16 ? "wide_" : "")}text({number});");
                break;
            case DimensionParameter { IsReference: false } dimension:
                _writer.Line($"{Declare(dimension)} = ({dimension.Integer.C})abi_dimension({number});");
                break;
            case DimensionParameter dimension:
                _writer.Line($"{dimension.Integer.C} *{name} = abi_arena({number});");
                _writer.Line($"*{name} = ({dimension.Integer.C})abi_dimension({number});");
                break;
            case ReferenceParameter reference:
                _writer.Line($"{_names.C(reference.Target)} *{name} = abi_arena({number});");
                _writer.Line($"abi_fill({number}, 0, {name}, {_names.CLeaves(reference.Target)}, ABI_IN);");
                break;
            case ShapedParameter shaped:
                _shapes.Make(signature, shaped);
                break;
            case CallbackParameter callback:
                _writer.Line($"{Declare(callback)} = abi_absent({number}) ? NULL : {callback.Signature.Name};");
                break;
            case ContextParameter { IsOwn: true }:
                _writer.Line($"void *{name} = user;");
                break;
            default:
                _writer.Line($"void *{name} = (void *)(uintptr_t)abi_name(ABI_IN, {number}, 0, 0);");
                break;
        }
    }

    /// <summary>Compares what the handler gave back through an argument.</summary>
    private void CheckAnswer(Signature signature, Parameter parameter)
    {
        var (number, name) = (parameter.Number, parameter.Name);
        switch (parameter)
        {
            case ReferenceParameter reference:
                _writer.Line($"abi_check({number}, 0, {name}, {_names.CLeaves(reference.Target)}, {(reference.IsReadOnly ? "ABI_IN" : "ABI_OUT")});");
                break;
            case ShapedParameter shaped:
                _shapes.CheckAnswer(signature, shaped);
                break;
        }
    }
}
