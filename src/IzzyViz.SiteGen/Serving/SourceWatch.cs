using System.Threading.Channels;

namespace IzzyViz.SiteGen.Serving;

/// <summary>Waits for changes below the folders a site is made from. A burst of changes, as an editor or a checkout makes, counts once.</summary>
internal sealed class SourceWatch : IDisposable
{
    private static readonly TimeSpan Quiet = TimeSpan.FromMilliseconds(200);

    private readonly Channel<bool> _changes = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    private readonly List<FileSystemWatcher> _watchers = [];
    private readonly string[] _ignored;

    /// <param name="ignored">Folders whose changes are the build's own: its output and its store.</param>
    public SourceWatch(IEnumerable<string> folders, IEnumerable<string> ignored)
    {
        _ignored = [.. ignored.Select(f => Path.TrimEndingDirectorySeparator(Path.GetFullPath(f)))];
        foreach (var folder in folders.Where(Directory.Exists).Select(Path.GetFullPath).Distinct(StringComparer.Ordinal))
        {
            _watchers.Add(Watch(folder));
        }
    }

    public async Task WaitAsync(CancellationToken cancellation)
    {
        await _changes.Reader.ReadAsync(cancellation);
        do
        {
            while (_changes.Reader.TryRead(out _))
            {
                // Taken together with the first.
            }

            await Task.Delay(Quiet, cancellation);
        }
        while (_changes.Reader.TryPeek(out _));
    }

    public void Dispose() => _watchers.ForEach(w => w.Dispose());

    private FileSystemWatcher Watch(string folder)
    {
        var watcher = new FileSystemWatcher(folder)
        {
            IncludeSubdirectories = true,
            NotifyFilter = NotifyFilters.LastWrite | NotifyFilters.FileName | NotifyFilters.DirectoryName,
        };
        watcher.Changed += (_, e) => Note(e.FullPath);
        watcher.Created += (_, e) => Note(e.FullPath);
        watcher.Deleted += (_, e) => Note(e.FullPath);
        watcher.Renamed += (_, e) => Note(e.FullPath);

        // Events were lost, which ones is not known: build.
        watcher.Error += (_, _) => _changes.Writer.TryWrite(true);
        watcher.EnableRaisingEvents = true;
        return watcher;
    }

    private void Note(string path)
    {
        if (!_ignored.Any(i => path == i || path.StartsWith(i + Path.DirectorySeparatorChar, StringComparison.Ordinal)))
        {
            _changes.Writer.TryWrite(true);
        }
    }
}
