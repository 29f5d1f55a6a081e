using System.Collections.Generic;
using System.Linq;
using NativeCallbacks.AbiTests.Signatures;

namespace NativeCallbacks.AbiTests.Emission;

/// <summary>Results in C: how they are declared, made and compared.</summary>
internal sealed class CResults(SourceWriter writer, TypeNames names, Machine machine)
{
    /// <summary>The type of the function's result.</summary>
    public string Declare(Signature signature) => Type(signature.Result) + (IsReturnedByPointer(signature) ? " *" : "");

    /// <summary>The declared parameters, with the one for the result where C needs it.</summary>
    public IEnumerable<string> Parameters(Signature signature, IEnumerable<string> declared) => With($"{Type(signature.Result)} *returned", signature, declared);

    /// <summary>Ends the function.</summary>
    public void Return(Signature signature)
    {
        Make(signature);
        if (IsReturnedByPointer(signature))
        {
            writer.Line("*returned = result;");
            writer.Line("return returned;");
        }
        else if (signature.Result is not NoResult)
        {
            writer.Line("return result;");
        }
    }

    /// <summary>Calls a handler, and compares what it returned.</summary>
    public void Call(Signature signature, IEnumerable<string> arguments)
    {
        var call = $"f({string.Join(", ", With("&result", signature, arguments))})";
        if (IsReturnedByPointer(signature))
        {
            writer.Line($"{Type(signature.Result)} result;");
            writer.Line($"abi_check_address(ABI_RESULT, {call}, &result);");
        }
        else
        {
            writer.Line(signature.Result is NoResult ? $"{call};" : $"{Type(signature.Result)} result = {call};");
        }

        Check(signature.Result);
    }

    /// <summary>
    /// Whether C has to spell out what C++ does: a method of Microsoft's C++ returns any struct through a pointer that follows
    /// <c>this</c> ("Return values" of Microsoft's x64 calling convention).
    /// </summary>
    private bool IsReturnedByPointer(Signature signature) =>
        machine.IsWindows && signature is { Convention: "ThisCall", Result: ValueResult { Type: StructType } };

    private IEnumerable<string> With(string returned, Signature signature, IEnumerable<string> list) =>
        IsReturnedByPointer(signature) ? [.. list.Take(1), returned, .. list.Skip(1)] : list;

    private string Type(Result result) => result switch
    {
        NoResult => "void",
        ValueResult value => names.C(value.Type),
        BooleanResult boolean => boolean.IsWide ? "int32_t" : "uint8_t",
        HandleResult => "void *",
        CallbackResult callback => $"{callback.Signature.Name}_function *",
        _ => ((StatusResult)result).Integer.C,
    };

    /// <summary>Makes the result. Nothing may change <c>errno</c> after it is set.</summary>
    private void Make(Signature signature)
    {
        switch (signature.Result)
        {
            case ValueResult { Type: ScalarType { IsInteger: true } integer }:
                writer.Line($"{integer.C} result = ({integer.C})abi_integer(ABI_RESULT, ABI_{integer.Kind}, ABI_OUT);");
                break;
            case ValueResult value:
                writer.Line($"{names.C(value.Type)} result;");
                writer.Line($"abi_fill(ABI_RESULT, 0, &result, {names.CLeaves(value.Type)}, ABI_OUT);");
                break;
            case BooleanResult boolean:
                writer.Line($"{Type(boolean)} result = abi_bool{(boolean.IsWide ? 32 : 8)}(ABI_RESULT, ABI_OUT);");
                break;
            case StatusResult status:
                writer.Line($"{status.Integer.C} result = ({status.Integer.C})abi_status(ABI_{status.Integer.Kind}, {status.Convention});");
                break;
            case HandleResult:
                writer.Line("void *result = (void *)(uintptr_t)abi_name(ABI_OUT, ABI_RESULT, 0, 0);");
                break;
            case CallbackResult callback:
                writer.Line($"{Type(callback)}result = abi_absent(ABI_RESULT) ? NULL : {callback.Signature.Name};");
                break;
        }

        writer.Line("int error = abi_errno();");
        writer.Line("abi_shared.key = interrupted;");
        writer.Line("abi_set_errno(error);");
    }

    private void Check(Result result)
    {
        switch (result)
        {
            case ValueResult { Type: ScalarType { IsInteger: true } integer }:
                writer.Line($"abi_check_integer(ABI_RESULT, (int64_t)result, abi_integer(ABI_RESULT, ABI_{integer.Kind}, ABI_OUT), ABI_OUT);");
                break;
            case ValueResult value:
                writer.Line($"abi_check(ABI_RESULT, 0, &result, {names.CLeaves(value.Type)}, ABI_OUT);");
                break;
            case BooleanResult:
                writer.Line("abi_check_integer(ABI_RESULT, result, abi_bit(ABI_RESULT, ABI_OUT), ABI_OUT);");
                break;
            case StatusResult status:
                writer.Line($"abi_check_integer(ABI_RESULT, (int64_t)result, abi_status(ABI_{status.Integer.Kind}, {status.Convention}), ABI_OUT);");
                break;
            case CallbackResult callback:
                writer.Line($"abi_check_address(ABI_RESULT, (const void *)result, abi_absent(ABI_RESULT) ? NULL : (const void *){callback.Signature.Name});");
                break;
        }
    }
}
