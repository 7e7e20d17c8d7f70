using IzzyViz.Testing;

namespace IzzyViz.SiteGen.Tests.Figures.Gallery;

/// <summary>What people see, kept as the files that the gallery shows: look at the picture before accepting a change.</summary>
public class GalleryTests
{
    public static TheoryData<string> Names => [.. GallerySamples.All.Select(s => $"{s}")];

    public static TheoryData<string> DataFiles => [.. SampleFiles.All.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Every_picture_looks_as_it_was_accepted(string name) =>
        Match(await GallerySamples.All.Single(s => $"{s}" == name).DrawAsync(), $"{name}.svg");

    [Theory]
    [MemberData(nameof(DataFiles))]
    public void The_data_of_the_pictures_is_what_it_is_said_to_be(string name) => Match(SampleFiles.All[name](), $"samples/{name}.json");

    [Fact]
    public void No_picture_and_no_data_lies_about_that_nobody_draws()
    {
        var expected = GallerySamples.All.Select(s => s.Path).Concat(SampleFiles.All.Keys.Select(k => $"samples/{k}.json"));
        var there = Directory.EnumerateDirectories(GallerySample.Folder).SelectMany(Directory.EnumerateFiles).Select(f => Path.GetRelativePath(GallerySample.Folder, f).Replace('\\', '/'));
        Assert.Equal(expected.Order(StringComparer.Ordinal), there.Where(f => !f.Contains(".received.", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
    }

    private static void Match(string text, string file) =>
        Golden.Match(text, Path.GetRelativePath(Repository.TestFolder(typeof(GalleryTests).Assembly), Path.Combine(GallerySample.Folder, file)), typeof(GalleryTests).Assembly);
}
