using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Threading.Channels;
using IzzyViz.SiteGen.Cli;

namespace IzzyViz.SiteGen.Isolation;

/// <summary>
/// The other side of <see cref="ChildProcess"/>: the tool started with a verb that no help text lists. Answers requests from its standard input until that ends.
/// </summary>
internal static class InferenceProcess
{
    public const string Verb = "inference-process";

    // How long the answer that nobody waits for any more may take.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    public static async Task<ExitCode> RunAsync()
    {
        // An interrupt reaches every process of a terminal. Whether work ends is for the other side to say.
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, signal => signal.Cancel = true);
        await using var output = Console.OpenStandardOutput();
        Console.SetOut(Console.Error);
        var requests = Channel.CreateUnbounded<Request>();
        var done = new TaskCompletionSource();
        _ = Task.Run(() => ReceiveAsync(requests.Writer, done.Task));
        using var handler = new RequestHandler();
        await foreach (var request in requests.Reader.ReadAllAsync())
        {
            var (reply, body) = await handler.AnswerAsync(request);
            await new Frame(ReplyFormat.ToBytes(reply), body).WriteAsync(output);
        }

        done.SetResult();
        return ExitCode.Done;
    }

    /// <summary>Reads ahead, because only the end of the input tells that the other side is gone, and a run in native code can be told nothing.</summary>
    private static async Task ReceiveAsync(ChannelWriter<Request> requests, Task done)
    {
        await using var input = Console.OpenStandardInput();
        try
        {
            while (await Frame.ReadAsync(input) is { } frame)
            {
                await requests.WriteAsync(RequestFormat.Read(frame.Head));
            }
        }
        catch (Exception e) when (e is IOException or InvalidDataException)
        {
            // The other side was lost in the middle of a message.
        }

        requests.Complete();
        if (await Task.WhenAny(done, Task.Delay(Patience)) != done)
        {
            Process.GetCurrentProcess().Kill();
        }
    }
}
