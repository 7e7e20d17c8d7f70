namespace IzzyViz.Benchmarks.Building;

/// <summary>
/// Processor time of builds of 144 heads that run no model, or nearly none: the whole site from results in the store, the same once more, and with one
/// row changed. <c>-- page-cost ROWS [ROUNDS]</c>; every row is drawn.
/// </summary>
internal static class PageCost
{
    private const int Tokens = 32;

    public static void Write(TextWriter output, int rows, int rounds)
    {
        using var site = new BertSite(rows, Tokens, rows);
        var build = new ToolBuild(site.Folder, site.Folder);
        var changes = 0;
        SideBySide.Write(
            output,
            rounds,
            ("first build", () => build.First("--no-isolate")),
            ("pages from the store", () => build.PagesOnly("--no-isolate")),
            ("nothing changed", () => build.Again("--no-isolate")),
            ("one row changed", () => Changed(site, build, rows + changes++)));
    }

    private static TimeSpan Changed(BertSite site, ToolBuild build, int ids)
    {
        site.WriteRows(first: ids);
        return build.Again("--no-isolate");
    }
}
