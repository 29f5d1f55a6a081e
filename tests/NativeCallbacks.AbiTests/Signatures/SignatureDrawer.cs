using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;

namespace NativeCallbacks.AbiTests.Signatures;

/// <summary>Draws signatures. The one of a number is the same for a seed, however many are drawn after it.</summary>
internal sealed class SignatureDrawer
{
    private const int MostParameters = 24;

    /// <summary>As many calls as one may lead to, and as deep as they may nest: native code has room for eight.</summary>
    private const int MostCalls = 8;
    private const int MostDepth = 5;

    /// <summary>What one tensor's elements may take: native code has eight kilobytes for an argument.</summary>
    private const int TensorRoom = 8192;
    private const int MostRank = 5;

    /// <summary>Ranks, as often as each is drawn.</summary>
    private static readonly int[] Ranks = [1, 2, 2, 2, 3, 3, 4, 5];

    private static readonly string[] Conventions = ["StdCall", "ThisCall", "Winapi"];

    private readonly Draw _draw;
    private readonly TypeDrawer _types;
    private readonly ImmutableArray<ScalarType> _dimensions;
    private readonly List<Signature> _drawn = [];

    /// <summary>The parameters of the signature that is being drawn, in the order in which they were drawn.</summary>
    private readonly List<Parameter> _parameters = [];

    private SignatureDrawer(ulong seed, Machine machine)
    {
        _draw = new Draw(seed);
        _types = new TypeDrawer(_draw, machine);
        _dimensions = [.. ScalarType.Integers, .. machine.OtherScalars.Where(static type => type.Form == ScalarForm.Long)];
    }

    /// <summary>The signatures of a seed, from number zero.</summary>
    public static ImmutableArray<Signature> Signatures(ulong seed, int count, Machine machine)
    {
        var drawer = new SignatureDrawer(seed, machine);
        for (var number = 0; number < count; number++)
        {
            drawer._drawn.Add(drawer.Next(number));
        }

        return [.. drawer._drawn];
    }

    private Signature Next(int number)
    {
        _parameters.Clear();
        var count = _draw.Below(MostParameters + 1);
        var calls = 1;
        var hasHandles = _draw.Chance(15); // It has no handlers then.
        while (_parameters.Count < count)
        {
            AddOne(count - _parameters.Count, hasHandles, ref calls);
        }

        var result = hasHandles && _draw.Chance(30) ? new HandleResult() : DrawResult(calls);
        var signature = new Signature(number, number, InAnyOrder(), result) { SetsLastError = _draw.Chance(10) };
        signature = signature with { LeavesDimensionsOut = _draw.Chance(50) && signature.ToldDimensions().Any() };
        var convention = _draw.Of(Conventions);
        if (_draw.Chance(10) && (convention != "ThisCall" || signature.CanBeThisCall))
        {
            signature = signature with { Convention = convention };
        }

        signature = signature with { Form = DrawForm(signature) };
        var holdsCallback = signature.Parameters.Any(static parameter => parameter is CallbackParameter || parameter.Type is { HoldsCallback: true });
        return _draw.Chance(3) && !holdsCallback ? signature with { SuppressesTransition = true } : signature;
    }

    /// <summary>One with a context of its own is a delegate; tables have no method without dimensions.</summary>
    private CallForm DrawForm(Signature signature)
    {
        var form = _draw.Below(4) switch
        {
            0 => CallForm.Table,
            1 => CallForm.Api,
            _ => CallForm.Delegate,
        };
        return signature.OwnContext is not null || (form == CallForm.Table && signature.LeavesDimensionsOut) ? CallForm.Delegate : form;
    }

    private void AddOne(int room, bool hasHandles, ref int calls)
    {
        var number = _parameters.Count;
        switch (_draw.Below(22))
        {
            case < 11:
                _parameters.Add(new ValueParameter(number, _types.Any()));
                break;
            case < 12:
                _parameters.Add(new BooleanParameter(number, _draw.Chance(50)));
                break;
            case < 14:
                _parameters.Add(new ReferenceParameter(number, _types.Any(), (ReferenceForm)_draw.Below(4)));
                break;
            case < 17:
                AddSpan(room);
                break;
            case < 19:
                AddTensor(room);
                break;
            case < 20:
                _parameters.Add(hasHandles && _draw.Chance(60) ? new HandleParameter(number, _draw.Chance(50)) : new TextParameter(number));
                break;
            case < 21 when !_parameters.OfType<ContextParameter>().Any(static context => context.IsOwn):
                _parameters.Add(new ContextParameter(number, -1, _draw.Chance(30)));
                break;
            default:
                AddCallback(room, ref calls);
                break;
        }
    }

    private void AddSpan(int room)
    {
        var element = _types.Element();
        var form = (SpanForm)(_draw.Chance(8) ? 2 : _draw.Below(2));
        var dimensions = ImmutableArray<Dimension>.Empty;
        for (var count = 1 + _draw.Below(element.Size > 64 ? 2 : 3); dimensions.Length < count;)
        {
            dimensions = dimensions.Add(DrawDimension(form == SpanForm.Unchecked, ref room));
        }

        _parameters.Add(new SpanParameter(
            _parameters.Count, element, _draw.Chance(50), form, dimensions, CountsBytes: form != SpanForm.Unchecked && _draw.Chance(25)));
    }

    /// <summary>Of as many dimensions as there is room for, where each has three elements.</summary>
    private void AddTensor(int room)
    {
        var element = _types.Element();
        var most = 1;
        for (var size = 9 * element.Size; size <= TensorRoom && most < MostRank; size *= 3)
        {
            most++;
        }

        var dimensions = ImmutableArray<Dimension>.Empty;
        for (var rank = System.Math.Min(most, _draw.Of(Ranks)); dimensions.Length < rank;)
        {
            dimensions = dimensions.Add(DrawDimension(false, ref room));
        }

        _parameters.Add(new TensorParameter(
            _parameters.Count, element, _draw.Chance(50), _draw.Chance(30), _draw.Chance(50), _draw.Chance(20), dimensions));
    }

    private Dimension DrawDimension(bool isConstant, ref int room)
    {
        var existing = _parameters.OfType<DimensionParameter>().ToList();
        if (isConstant || _draw.Chance(25) || (room < 2 && existing.Count == 0))
        {
            return new Dimension(-1, 1 + _draw.Below(3));
        }

        if (room < 2 || (existing.Count > 0 && _draw.Chance(40)))
        {
            return new Dimension(_draw.Of(existing).Number, 0);
        }

        room--;
        var dimension = new DimensionParameter(_parameters.Count, _draw.Of(_dimensions), _draw.Chance(20));
        _parameters.Add(dimension);
        return new Dimension(dimension.Number, 0);
    }

    private void AddCallback(int room, ref int calls)
    {
        var (spare, left) = (MostCalls - calls, room);
        var candidates = _drawn.Where(inner => inner.HasHandlers && inner.Calls <= spare && inner.Depth < MostDepth
            && (inner.OwnContext is null || left >= 2)).ToList();
        if (candidates.Count == 0)
        {
            return;
        }

        var (number, inner) = (_parameters.Count, _draw.Of(candidates));
        calls += inner.Calls;
        if (inner.OwnContext is null)
        {
            _parameters.Add(new CallbackParameter(number, inner));
            return;
        }

        _parameters.Add(new CallbackParameter(number, inner, number + 1));
        _parameters.Add(new ContextParameter(number + 1, number, _draw.Chance(30)));
    }

    private Result DrawResult(int calls)
    {
        switch (_draw.Below(20))
        {
            case < 3:
                return Result.None;
            case < 14:
                return new ValueResult(_types.Any());
            case < 15:
                return new BooleanResult(_draw.Chance(50));
            case < 18:
                var integer = _draw.Of(_draw.Chance(70) ? ScalarType.Integers : ScalarType.Enums);
                var convention = _draw.Below(3);
                return new StatusResult(integer, convention == 1 && !integer.IsSigned ? 0 : convention);
            default:
                var candidates = _drawn.Where(inner => inner.Calls + calls <= MostCalls && inner.Depth < MostDepth).ToList();
                return candidates.Count == 0 ? Result.None : new CallbackResult(_draw.Of(candidates));
        }
    }

    private ImmutableArray<Parameter> InAnyOrder()
    {
        var order = Enumerable.Range(0, _parameters.Count).ToList();
        _draw.Shuffle(order);
        return [.. _parameters.Select(parameter => parameter.Renumber(number => order[number])).OrderBy(static parameter => parameter.Number)];
    }
}
