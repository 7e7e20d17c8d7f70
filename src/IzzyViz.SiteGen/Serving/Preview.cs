namespace IzzyViz.SiteGen.Serving;

/// <summary>Builds, serves, and builds again whenever a source changes, until it is cancelled. A build that fails leaves the last good site on show.</summary>
internal sealed class Preview(PreviewPlan plan)
{
    /// <param name="started">Told the address once pages can be opened.</param>
    public async Task RunAsync(Action<Uri> started, CancellationToken cancellation)
    {
        var reload = new ReloadSignal();
        using var watch = new SourceWatch(plan.Sources, [plan.OutputFolder, .. plan.Ignored]);
        await plan.Build(cancellation);
        Directory.CreateDirectory(plan.OutputFolder);
        await using var server = await PreviewServer.StartAsync(plan.OutputFolder, plan.Port, reload, cancellation);
        started(server.Address);
        try
        {
            while (true)
            {
                await watch.WaitAsync(cancellation);
                if (await plan.Build(cancellation))
                {
                    reload.Send();
                }
            }
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            // Ctrl-C is how a preview ends.
        }
    }
}

internal sealed record PreviewPlan
{
    public required string OutputFolder { get; init; }

    /// <summary>Folders whose changes call for a build: the manifest's, and others it names outside.</summary>
    public required IReadOnlyList<string> Sources { get; init; }

    /// <summary>Besides the output: the store.</summary>
    public IReadOnlyList<string> Ignored { get; init; } = [];

    public int Port { get; init; }

    /// <summary>Builds the site and reports what it finds; true where pages changed.</summary>
    public required Func<CancellationToken, Task<bool>> Build { get; init; }
}
