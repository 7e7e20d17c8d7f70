using IzzyViz.Analysis.Captures;
using IzzyViz.Analysis.Models;
using IzzyViz.SiteGen.Pages.Sites;

namespace IzzyViz.SiteGen.Pages.Models;

/// <summary>How one module's attention was obtained and what was proved about it: the worst of every example.</summary>
internal sealed record ModuleCheck
{
    public required string Name { get; init; }

    public PageLink? Link { get; init; }

    public required int Heads { get; init; }

    public required string Obtained { get; init; }

    public required string Tensor { get; init; }

    /// <summary>Largest distance of a row sum from what the module's form promises.</summary>
    public required Quantity RowSumError { get; init; }

    public required Quantity MaskedMaximum { get; init; }

    /// <summary>Largest relative distance of P·V from the graph's own next tensor.</summary>
    public required Quantity ValueError { get; init; }

    /// <summary>"verified", "rows only" where weights times values could not be compared with the graph's own result, "failed", "refused" or "not run".</summary>
    public required string Verdict { get; init; }

    public string? Why { get; init; }

    public static ModuleCheck From(SiteIndex site, string model, AttentionModule module, IReadOnlyList<RunContent> runs)
    {
        var checks = runs.SelectMany(r => ChecksOf(r, module.Name)).ToList();
        return new()
        {
            Name = module.Name,
            Link = Navigation.Captured(site, model).Any(m => m.Name == module.Name) ? new(module.Name, SiteAddresses.Module(model, module.Name)) : null,
            Heads = module.Heads,
            Obtained = Words.Of(module.Mechanism),
            Tensor = module.Tensor,
            RowSumError = Quantity.Small(Worst(checks, c => c.RowSumError)),
            MaskedMaximum = Quantity.Small(Worst(checks, c => c.MaskedMaximum)),
            ValueError = Quantity.Small(Worst(checks, c => c.ValueError)),
            Verdict = Judge(module, checks),
            Why = module.Refused?.Message,
        };
    }

    private static IEnumerable<SelfCheck> ChecksOf(RunContent run, string module)
    {
        var place = run.Table.Modules.Select(m => m.Name).ToList().IndexOf(module);
        return place < 0 ? [] : run.Table.Examples.Where(e => place < e.Checks.Length).Select(e => e.Checks[place]);
    }

    private static double Worst(List<SelfCheck> checks, Func<SelfCheck, double> value) =>
        checks.Select(value).Where(v => !double.IsNaN(v)).DefaultIfEmpty(double.NaN).Max();

    private static string Judge(AttentionModule module, List<SelfCheck> checks) => (module.Refused, checks) switch
    {
        (not null, _) => "refused",
        (_, []) => "not run",
        _ when !checks.TrueForAll(c => c.Passed) => "failed",
        _ => checks.Exists(c => double.IsNaN(c.ValueError)) ? "rows only" : "verified",
    };
}
