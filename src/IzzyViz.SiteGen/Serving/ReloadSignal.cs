using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace IzzyViz.SiteGen.Serving;

/// <summary>Tells every open page to load again. A page that has not been told yet is told once, however often the site changed.</summary>
internal sealed class ReloadSignal
{
    private readonly Lock _gate = new();
    private readonly HashSet<Channel<string>> _listeners = [];

    public void Send()
    {
        lock (_gate)
        {
            foreach (var listener in _listeners)
            {
                listener.Writer.TryWrite("changed");
            }
        }
    }

    public async IAsyncEnumerable<SseItem<string>> Stream([EnumeratorCancellation] CancellationToken cancellation)
    {
        var channel = Channel.CreateBounded<string>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropOldest });
        lock (_gate)
        {
            _listeners.Add(channel);
        }

        try
        {
            // Sent at once, so that the browser knows the stream is open.
            yield return new("listening", "hello");
            while (await Wait(channel, cancellation))
            {
                if (channel.Reader.TryRead(out var message))
                {
                    yield return new(message, "reload");
                }
            }
        }
        finally
        {
            lock (_gate)
            {
                _listeners.Remove(channel);
            }
        }
    }

    private static async Task<bool> Wait(Channel<string> channel, CancellationToken cancellation)
    {
        try
        {
            return await channel.Reader.WaitToReadAsync(cancellation);
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }
}
