using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text;
using System.Threading.Tasks;
using System.Xml;
using Xunit.Abstractions;

namespace NativeCallbacks.Tests;

/// <summary>What xunit reports of a run, and its file. Failures are also written to standard output when they happen.</summary>
internal sealed class TestResults : Xunit.LongLivedMarshalByRefObject, IMessageSink
{
    private const string Format = "http://microsoft.com/schemas/VisualStudio/TeamTest/2010";

    private readonly TaskCompletionSource _found = new();
    private readonly TaskCompletionSource _done = new();
    private readonly List<(string Name, string Outcome, string Message)> _results = [];
    private readonly DateTimeOffset _start = DateTimeOffset.UtcNow;

    public List<ITestCase> Found { get; } = [];

    public Task WhenFound => _found.Task;

    public Task WhenDone => _done.Task;

    public bool IsSuccess => Count("Passed") > 0 && Count("Failed") == 0;

    public string Summary => $"{Count("Passed")} passed, {Count("Failed")} failed, {Count("NotExecuted")} skipped";

    public bool OnMessage(IMessageSinkMessage message)
    {
        lock (_results)
        {
            switch (message)
            {
                case ITestCaseDiscoveryMessage found:
                    Found.Add(found.TestCase);
                    break;
                case IDiscoveryCompleteMessage:
                    _found.SetResult();
                    break;
                case ITestPassed passed:
                    _results.Add((passed.Test.DisplayName, "Passed", ""));
                    break;
                case ITestSkipped skipped:
                    _results.Add((skipped.Test.DisplayName, "NotExecuted", skipped.Reason));
                    break;
                case ITestFailed failed:
                    Fail(failed.Test.DisplayName, failed);
                    break;
                case IErrorMessage error:
                    Fail("outside of tests", error);
                    break;
                case IFailureInformation cleanUp:
                    Fail("cleaning up", cleanUp);
                    break;
                case ITestAssemblyFinished:
                    _done.SetResult();
                    break;
            }
        }

        return true;
    }

    /// <summary>Writes what <c>.build/results.sh</c> reads.</summary>
    public void Write(string path)
    {
        var assembly = typeof(TestResults).Assembly.GetName().Name;
        var settings = new XmlWriterSettings { Indent = true, NewLineChars = "\n", Encoding = new UTF8Encoding(false), CheckCharacters = false };
        using var writer = XmlWriter.Create(path, settings);
        writer.WriteStartElement("TestRun", Format);
        Element("Times", ("start", Time(_start)), ("finish", Time(DateTimeOffset.UtcNow)));
        writer.WriteStartElement("Results");
        foreach (var (name, outcome, message) in _results)
        {
            writer.WriteStartElement("UnitTestResult");
            writer.WriteAttributeString("testName", WithoutHalves(name));
            writer.WriteAttributeString("outcome", outcome);
            writer.WriteElementString("Message", WithoutHalves(message));
            writer.WriteEndElement();
        }

        writer.WriteEndElement();
        Element("TestMethod", ("codeBase", Path.Combine(AppContext.BaseDirectory, $"{assembly}.dll").Replace('\\', '/')));
        writer.WriteStartElement("ResultSummary");
        writer.WriteAttributeString("outcome", IsSuccess ? "Completed" : "Failed");
        Element("Counters", ("total", $"{_results.Count}"), ("executed", $"{_results.Count - Count("NotExecuted")}"), ("passed", $"{Count("Passed")}"));
        writer.WriteEndElement();
        writer.WriteEndElement();

        void Element(string name, params (string Name, string Value)[] attributes)
        {
            writer.WriteStartElement(name);
            foreach (var (attribute, value) in attributes)
            {
                writer.WriteAttributeString(attribute, value);
            }

            writer.WriteEndElement();
        }
    }

    /// <summary>A text that XML can have: unpaired surrogates, which tests have in their arguments, are replaced.</summary>
    private static string WithoutHalves(string text) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));

    private static string Time(DateTimeOffset time) => time.ToString("o", CultureInfo.InvariantCulture);

    private int Count(string outcome) => _results.Count(result => result.Outcome == outcome);

    private void Fail(string name, IFailureInformation failure)
    {
        var message = string.Join(Environment.NewLine, failure.Messages);
        _results.Add((name, "Failed", message));
        Console.WriteLine($"Failed {name}\n{message}\n{string.Join("\n", failure.StackTraces)}");
    }
}
