using System.Xml.Linq;

namespace NativeCallbacks.SampleTests;

/// <summary>The flags with which the build calls a native compiler.</summary>
internal static class BuildFlags
{
    /// <summary>A property of a file in <c>.build</c>; of several values, the first, which is that of this machine.</summary>
    public static string[] Of(string targets, string property) =>
        XDocument.Load(Repository.PathOf(".build", targets)).Descendants(property).First().Value.Split(' ');
}
