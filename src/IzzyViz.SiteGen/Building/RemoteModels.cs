using IzzyViz.Analysis.Diagnostics;
using IzzyViz.Analysis.Fetching;
using IzzyViz.SiteGen.Cli.Reporters;
using IzzyViz.SiteGen.Planning;

namespace IzzyViz.SiteGen.Building;

/// <summary>Puts every <c>hugging-face:</c> model of a plan on disk: from the cache, or from the hub.</summary>
internal static class RemoteModels
{
    public static async Task<SitePlan> FetchAsync(SitePlan plan, Talk talk, DiagnosticBag bag, CancellationToken cancellation)
    {
        foreach (var model in plan.Models.Where(m => m.Remote is not null))
        {
            var fetched = await talk.Progress.TrackAsync(stages => FetchAsync(model, stages, bag, cancellation));
            plan = plan.WithPath(model.Id, fetched);
        }

        return plan;
    }

    private static async Task<string> FetchAsync(ModelPlan model, IStages stages, DiagnosticBag bag, CancellationToken cancellation)
    {
        var source = new RemoteSource
        {
            Repository = model.Remote!.Repository,
            Revision = model.Remote.Revision,
            File = model.File,
            Sha256 = model.Remote.Sha256,
            DeclaredAt = model.DeclaredAt,
        };
        var fetcher = new ModelFetcher(FetchOptions.FromEnvironment(), bag);
        return (await fetcher.FetchAsync(source, CacheFolder, new Progress(stages), cancellation)).Folder;
    }

    /// <summary>Shared by all projects of a user; <c>IZZYVIZ_CACHE</c> moves it.</summary>
    private static string CacheFolder => Environment.GetEnvironmentVariable("IZZYVIZ_CACHE")
        ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".cache", "izzyviz", "models");

    /// <summary>A stage per file, in bytes.</summary>
    private sealed class Progress(IStages stages) : IProgress<FetchProgress>
    {
        private string? _file;
        private long _received;
        private IStage? _stage;

        public void Report(FetchProgress value)
        {
            if (_file != value.File)
            {
                (_file, _received, _stage) = (value.File, 0, stages.Begin(value.File, value.Total ?? 0));
            }

            _stage!.Advance(value.Received - _received);
            _received = value.Received;
        }
    }
}
