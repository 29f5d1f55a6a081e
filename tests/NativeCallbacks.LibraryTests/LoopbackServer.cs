using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Threading.Tasks;

namespace NativeCallbacks.LibraryTests;

/// <summary>
/// The smallest HTTP server that libcurl can be tested with, on a port of 127.0.0.1 that is free: a GET of a number gets so many bytes,
/// and the body of any other request is read and counted.
/// </summary>
internal sealed class LoopbackServer : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);

    public LoopbackServer()
    {
        _listener.Start();
        _ = Task.Run(Accept);
    }

    /// <summary>Where it listens.</summary>
    public string Url => $"http://{_listener.LocalEndpoint}/";

    /// <summary>The lengths of the bodies that arrived as a whole.</summary>
    public ConcurrentQueue<int> Received { get; } = [];

    public void Dispose() => _listener.Stop();

    private async Task Accept()
    {
        try
        {
            while (true)
            {
                var client = await _listener.AcceptTcpClientAsync();
                _ = Task.Run(() => Serve(client));
            }
        }
        catch (Exception exception) when (exception is SocketException or ObjectDisposedException)
        {
            // The server was disposed.
        }
    }

    private void Serve(TcpClient client)
    {
        using (client)
        {
            client.NoDelay = true;
            // What is read is buffered; what is written goes past the buffer, which would refuse it while it has something to read.
            var network = client.GetStream();
            using var input = new BufferedStream(network);
            try
            {
                while (Answer(input, network))
                {
                    // One request after another, as long as the client keeps the connection.
                }
            }
            catch (Exception exception) when (exception is IOException or FormatException)
            {
                // The client gave up, as it does when a handler throws.
            }
        }
    }

    private bool Answer(BufferedStream input, NetworkStream output)
    {
        if (ReadLine(input).Split(' ') is not [var method, var path, _])
        {
            return false;
        }

        var (length, chunked) = (0, false);
        for (var line = ReadLine(input); line.Length > 0; line = ReadLine(input))
        {
            var (name, value) = line.Split(": ", 2) is [var before, var behind] ? (before, behind) : (line, "");
            switch (name.ToUpperInvariant())
            {
                case "CONTENT-LENGTH":
                    length = int.Parse(value, CultureInfo.InvariantCulture);
                    break;
                case "TRANSFER-ENCODING":
                    chunked = true;
                    break;
                case "EXPECT":
                    Write(output, "HTTP/1.1 100 Continue\r\n\r\n");
                    break;
            }
        }

        if (method != "GET")
        {
            Received.Enqueue(chunked ? ReadChunks(input) : ReadBytes(input, length));
        }

        var size = method == "GET" ? int.Parse(path.AsSpan(1), CultureInfo.InvariantCulture) : 0;
        Write(output, $"HTTP/1.1 200 OK\r\nContent-Length: {size}\r\n\r\n{new string('x', size)}");
        return true;
    }

    private static int ReadChunks(BufferedStream input)
    {
        var total = 0;
        while (true)
        {
            var size = int.Parse(ReadLine(input), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
            total += ReadBytes(input, size);
            ReadLine(input);
            if (size == 0)
            {
                return total;
            }
        }
    }

    private static int ReadBytes(BufferedStream input, int count)
    {
        input.ReadExactly(new byte[count]);
        return count;
    }

    /// <summary>A line without its end; an empty one where the connection was closed.</summary>
    private static string ReadLine(BufferedStream input)
    {
        var line = new StringBuilder();
        for (var next = input.ReadByte(); next is not (-1 or '\n'); next = input.ReadByte())
        {
            line.Append((char)next);
        }

        return line.ToString().TrimEnd('\r');
    }

    private static void Write(NetworkStream output, string text) => output.Write(Encoding.ASCII.GetBytes(text));
}
