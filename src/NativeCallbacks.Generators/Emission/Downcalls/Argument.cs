using NativeCallbacks.Generators.Emission.Text;
using NativeCallbacks.Generators.Model;

namespace NativeCallbacks.Generators.Emission.Downcalls;

/// <summary>How one parameter becomes one native argument.</summary>
/// <param name="Preparation">Statements before the pins; none for most.</param>
/// <param name="Pin">The declaration in <c>fixed (…)</c>; none or one.</param>
/// <param name="Expression">The argument of the call.</param>
internal sealed record Argument(string[] Preparation, string[] Pin, string Expression)
{
    private const string GetReference = "global::System.Runtime.InteropServices.MemoryMarshal.GetReference";

    public static Argument Of(ParameterModel parameter)
    {
        var name = Names.User(parameter.Name);
        var pointer = Names.Pointer(parameter.Name);
        var text = Names.Text(parameter.Name);
        var native = Names.Native(parameter.Name);
        var pinnedPointer = $"{parameter.NativeType} {pointer}";
        return parameter.Kind switch
        {
            ParameterKind.Value => new([], [], name),
            ParameterKind.Reference => new([], [$"{pinnedPointer} = &{name}"], pointer),
            ParameterKind.OutReference => new([$"{name} = default;"], [$"{pinnedPointer} = &{name}"], pointer),

            // The element reference of a span costs no branch. Where an empty span means a null pointer, the span's own
            // pinning gives it.
            ParameterKind.Span when parameter.Shape is { IsOptional: false } =>
                new([], [$"{pinnedPointer} = &{GetReference}({name})"], pointer),
            ParameterKind.Span or ParameterKind.Tensor => new([], [$"{pinnedPointer} = {name}"], pointer),

            ParameterKind.Callback or ParameterKind.TextPointer => new([], [], $"{name}.Address"),
            ParameterKind.Boolean => new([], [], $"({parameter.NativeType})({name} ? 1 : 0)"),
            ParameterKind.WideText => new([], [$"{pinnedPointer} = {Names.CompilerServices}.Utf16Argument.Whole(\"{parameter.Name}\", {name})"], pointer),
            ParameterKind.OutText => new([$"{name} = default!;", $"byte* {native} = null;"], [], $"&{native}"),
            ParameterKind.OutWideText => new([$"{name} = default!;", $"char* {native} = null;"], [], $"&{native}"),
            ParameterKind.Texts => new(
                [$"using var {text} = new {Names.CompilerServices}.Utf8Arguments(\"{parameter.Name}\", {name}!, {RefusalMember.Literal(parameter.Shape?.IsOptional == true)}, stackalloc nint[{Names.CompilerServices}.Utf8Arguments.StackSize]);"],
                [],
                $"{text}.Address"),
            ParameterKind.Handle => new([$"using var {Names.Handle(parameter.Name)} = new {Names.CompilerServices}.HandleArgument(\"{parameter.Name}\", {name});"], [], $"{Names.Handle(parameter.Name)}.Address"),
            ParameterKind.OutHandle => new([$"{name} = new {parameter.ElementType}();", $"nint {native} = 0;"], [], $"&{native}"),
            _ => new(
                [$"using var {text} = new {Names.CompilerServices}.Utf8Argument(\"{parameter.Name}\", {name}, stackalloc byte[{Names.CompilerServices}.Utf8Argument.StackSize]);"],
                [$"{pinnedPointer} = {text}"],
                pointer),
        };
    }
}
