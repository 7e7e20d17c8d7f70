using System.ComponentModel;
using System.Diagnostics;
using IzzyViz.Analysis.Diagnostics;
using IzzyViz.SiteGen.Cli;

namespace IzzyViz.SiteGen.Isolation;

/// <summary>A process of this tool that works on one request at a time. It ends with this object, and by itself when this process is gone.</summary>
internal sealed class ChildProcess : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    private readonly Process _process;
    private volatile string _lastLine = "";

    private ChildProcess(Process process)
    {
        _process = process;
        process.ErrorDataReceived += (_, line) => _lastLine = string.IsNullOrWhiteSpace(line.Data) ? _lastLine : line.Data.Trim();
        process.BeginErrorReadLine();
    }

    /// <exception cref="DiagnosticException">The system starts no further process.</exception>
    public static ChildProcess Start()
    {
        try
        {
            return new(Process.Start(ToolProcess.StartInfo(InferenceProcess.Verb))!);
        }
        catch (Win32Exception e)
        {
            throw new DiagnosticException(EnvironmentDiagnostics.NoProcess.At(SourceLocation.None, e.Message), e);
        }
    }

    /// <exception cref="ProcessEndedException">The process ended instead.</exception>
    public async Task<(Reply Reply, ReadOnlyMemory<byte> Body)> AskAsync(Request request, CancellationToken cancellation)
    {
        await using var stop = cancellation.Register(Kill);
        try
        {
            await new Frame(RequestFormat.ToBytes(request), default).WriteAsync(_process.StandardInput.BaseStream);
            if (await Frame.ReadAsync(_process.StandardOutput.BaseStream) is { } frame)
            {
                return (ReplyFormat.Read(frame.Head), frame.Body);
            }
        }
        catch (IOException)
        {
            // A broken pipe and an end inside a message mean what an end means.
        }

        cancellation.ThrowIfCancellationRequested();
        throw new ProcessEndedException(await EndAsync());
    }

    /// <summary>Asks the process to end by ending its input, and does not ask for long.</summary>
    public void Dispose()
    {
        _process.StandardInput.Close();
        if (!_process.WaitForExit(Patience))
        {
            Kill();
        }

        _process.Dispose();
    }

    private async Task<ProcessEnding> EndAsync()
    {
        using var patience = new CancellationTokenSource(Patience);
        await using var stop = patience.Token.Register(Kill);
        await _process.WaitForExitAsync(CancellationToken.None);
        return new(_process.ExitCode) { LastLine = _lastLine };
    }

    /// <summary>Ends the process at once, whatever it does.</summary>
    public void Kill()
    {
        try
        {
            _process.Kill();
        }
        catch (Exception e) when (e is InvalidOperationException or Win32Exception)
        {
            // It ended in the meantime.
        }
    }
}
