using System.Collections.Immutable;
using IzzyViz.Analysis.Captures.Probes;
using IzzyViz.Analysis.Captures.Running;
using IzzyViz.Analysis.Tensors;

namespace IzzyViz.Analysis.Captures.Reading;

/// <summary>Runs a graph and shows its modules one by one, all of one run or layer by layer where they are too large.</summary>
internal sealed class ModuleVisit(GraphRunner runner, CaptureReader reader, Action<CapturedModule> visit)
{
    /// <returns>The outputs, and what of the run is still there; the caller disposes it.</returns>
    public GraphRun Run(IReadOnlyDictionary<string, Tensor> given)
    {
        var run = runner.IsTooLarge(given) ? runner.Stream(given, (module, part) => Show(part, [module])) : Whole(given);
        reader.ReadHidden(runner, run);
        return run;
    }

    private GraphRun Whole(IReadOnlyDictionary<string, Tensor> given)
    {
        var run = runner.Run(given);
        Show(run, runner.Modules);
        return run;
    }

    private void Show(GraphRun run, ImmutableArray<ProbedModule> modules)
    {
        foreach (var module in reader.Modules(runner, run, modules))
        {
            visit(module);
        }
    }
}
