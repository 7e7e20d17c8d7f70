using IzzyViz.SiteGen.Serving;
using IzzyViz.Testing;

namespace IzzyViz.SiteGen.Tests.Serving;

public sealed class PreviewTests
{
    [Fact]
    public async Task A_changed_source_builds_again_and_its_own_output_does_not()
    {
        using var temp = new TempFolder();
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        temp.Write("site.yml", "title: a");
        var started = new TaskCompletionSource<Uri>();
        var again = new TaskCompletionSource();
        var builds = 0;
        var preview = new Preview(new()
        {
            OutputFolder = temp["_site"],
            Sources = [temp.Path],
            Build = _ =>
            {
                temp.Write("_site/index.html", $"<body>{++builds}</body>");
                if (builds == 2)
                {
                    again.SetResult();
                }

                return Task.FromResult(true);
            },
        });
        var running = preview.RunAsync(started.SetResult, stop.Token);
        var address = await started.Task.WaitAsync(TimeSpan.FromSeconds(30), stop.Token);
        temp.Write("site.yml", "title: b");
        await again.Task.WaitAsync(TimeSpan.FromSeconds(30), stop.Token);
        using var client = new HttpClient();
        Assert.Contains("2", await client.GetStringAsync(address, stop.Token), StringComparison.Ordinal);
        await stop.CancelAsync();
        await running.WaitAsync(TimeSpan.FromSeconds(30), CancellationToken.None);
        Assert.Equal(2, builds);
    }
}
