using IzzyViz.Analysis.Runs;
using IzzyViz.SiteGen.Isolation;
using IzzyViz.SiteGen.Planning;

namespace IzzyViz.SiteGen.Building;

/// <summary>Where each model runs: in this process, or in one that it shares with the other models of its manifest entry.</summary>
internal sealed class ModelRuntimes(IsolationMode mode) : IDisposable
{
    private readonly ModelProcess _process = new();
    private string? _entry;

    public IModelRuntime Open(LoadedModel model)
    {
        if (!IsIsolated(model.Plan))
        {
            return new ModelRuntime(model.Run);
        }

        var entry = model.Plan.Family ?? model.Plan.Id;
        if (entry != _entry)
        {
            _process.Dispose();
            _entry = entry;
        }

        return new IsolatedRuntime(model.Run, _process);
    }

    public void Dispose() => _process.Dispose();

    private bool IsIsolated(ModelPlan model) => mode switch
    {
        IsolationMode.All => true,
        IsolationMode.None => false,
        _ => !model.IsTrusted,
    };
}
