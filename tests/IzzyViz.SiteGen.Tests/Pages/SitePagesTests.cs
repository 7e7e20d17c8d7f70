using System.Text;
using IzzyViz.SiteGen.Publishing;
using IzzyViz.Testing;

namespace IzzyViz.SiteGen.Tests.Pages;

public sealed class SitePagesTests
{
    [Fact]
    public void Every_page_of_the_sample_renders()
    {
        var files = SampleSite.Assemble().Produce().ToList();
        if (Environment.GetEnvironmentVariable("IZZYVIZ_SAMPLE_SITE") is { } folder)
        {
            foreach (var file in files)
            {
                var path = Path.Combine(folder, file.Path.Value);
                Directory.CreateDirectory(Path.GetDirectoryName(path)!);
                File.WriteAllBytes(path, file.Content.ToArray());
            }
        }

        Assert.Contains(files, f => f.Path.Value == "index.html");
    }
}
