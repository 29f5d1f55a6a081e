using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Runtime.InteropServices;

namespace NativeCallbacks.AbiTests.Child
{
    /// <summary>
    /// Runs a batch: <c>child SEED SETS START LIBRARY…</c>. START is the first step that is run, because a parent whose child
    /// crashed goes on after the step that crashed it. A step is one signature of one library in one direction.
    /// </summary>
    internal static unsafe class Program
    {
        private static readonly StreamWriter Output = new StreamWriter(Console.OpenStandardOutput()) { AutoFlush = false, NewLine = "\n" };
        private static long s_calls;
        private static long s_compared;

        private static int Main(string[] arguments)
        {
            var seed = ulong.Parse(arguments[0], CultureInfo.InvariantCulture);
            var sets = int.Parse(arguments[1], CultureInfo.InvariantCulture);
            var start = int.Parse(arguments[2], CultureInfo.InvariantCulture);
            var libraries = arguments.Skip(3).ToArray();
            Tell("on " + RuntimeInformation.FrameworkDescription);
            var step = 0;
            for (var library = 0; library < libraries.Length; library++)
            {
                Library.Use(libraries[library], seed);
                foreach (var (signature, direction, call) in Steps())
                {
                    if (step++ >= start)
                    {
                        Run($"{step - 1} {library} {signature} {direction}", sets, call);
                    }
                }

                s_compared += Library.State->Compared;
            }

            Tell($"done {s_calls} {s_compared}");
            return 0;
        }

        private static IEnumerable<(int Signature, string Direction, Action Call)> Steps()
        {
            foreach (var signature in Batch.Signatures)
            {
                yield return (signature.Number, "down", signature.Down);
                if (signature.Up is { } up)
                {
                    yield return (signature.Number, "up", up);
                }
            }
        }

        private static void Run(string where, int sets, Action call)
        {
            var state = Library.State;
            Tell($"at {where} {s_calls} {s_compared + state->Compared}");
            for (var set = 0; set < sets; set++)
            {
                state->Set = set;
                try
                {
                    call();
                    s_calls++;
                }
                catch (Exception exception)
                {
                    var text = $"{exception.GetType().Name}: {exception.Message}".Replace('\n', ' ').Replace('\r', ' ');
                    state->Depth = -1;
                    state->Failed = 0;
                    Tell($"threw {where} {set} {text}");
                    return;
                }

                if (state->Failed != 0)
                {
                    Tell($"wrong {where} {set} {state->FailedKey} {state->Managed} {state->What} {state->Phase} {state->Parameter} "
                        + $"{state->Element} {state->Leaf} {state->Offset} {state->Expected} {state->Was}");
                    state->Failed = 0;
                    return;
                }
            }
        }

        /// <summary>Mono tells of its crashes on standard output too, so that lines of ours are marked.</summary>
        private static void Tell(string line)
        {
            Output.WriteLine("abi " + line);
            Output.Flush();
        }
    }
}
