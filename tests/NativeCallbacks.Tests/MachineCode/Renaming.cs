using System.Collections.Generic;
using System.Linq;

namespace NativeCallbacks.Tests.MachineCode;

/// <summary>Which name in one listing corresponds to which in the other: one to one, in both directions.</summary>
internal sealed class Renaming
{
    private readonly Dictionary<string, string> _forth = [], _back = [];

    /// <summary>Whether the two stand for each other.</summary>
    public bool Joins(string ours, string theirs) =>
        _forth.TryGetValue(ours, out var forth) && forth == theirs && _back.TryGetValue(theirs, out var back) && back == ours;

    /// <summary>Whether the two stand for each other, as they do from now on if neither was seen before.</summary>
    public bool JoinsFromNowOn(string ours, string theirs)
    {
        if (!_forth.ContainsKey(ours) && !_back.ContainsKey(theirs))
        {
            Join(ours, theirs);
        }

        return Joins(ours, theirs);
    }

    /// <summary>Joins the two, and parts both from what they stood for.</summary>
    public void Join(string ours, string theirs)
    {
        if (_forth.TryGetValue(ours, out var former))
        {
            _back.Remove(former);
        }

        if (_back.TryGetValue(theirs, out former))
        {
            _forth.Remove(former);
        }

        _forth[ours] = theirs;
        _back[theirs] = ours;
    }

    /// <summary>What the given names stand for, as text.</summary>
    public string Of(IEnumerable<string> names) =>
        string.Join(", ", names.Select(name => $"{name} = {(_forth.TryGetValue(name, out var theirs) ? theirs : "nothing")}"));
}
