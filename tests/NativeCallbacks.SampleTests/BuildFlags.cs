using System.Xml.Linq;

namespace NativeCallbacks.SampleTests;

/// <summary>The flags with which the build calls a native compiler.</summary>
internal static class BuildFlags
{
    /// <summary>A property of a file in <c>.build</c>: its value for this machine, which is in the group without a condition.</summary>
    public static string[] Of(string targets, string property) =>
        XDocument.Load(Repository.PathOf(".build", targets)).Descendants(property)
            .Single(static element => element.Parent!.Attribute("Condition") is null).Value.Split(' ');
}
