using IzzyViz.Analysis.Captures;
using IzzyViz.Analysis.Models;
using IzzyViz.Analysis.Tokens;

namespace IzzyViz.Analysis.Runs;

/// <summary>A model's session and tokenizer, each opened when it is first needed: a build that finds everything in the store opens neither.</summary>
public sealed class ModelRuntime(RunModel model) : IDisposable
{
    private readonly Lazy<ModelSession> _session = new(() => ModelSession.Open(model.Folder, model.Options));
    private readonly Lazy<ExampleEncoder> _encoder = new(() => ExampleEncoder.Open(model.Folder, model.Structure));

    public RunModel Model => model;

    public ModelSession Session => _session.Value;

    public ExampleEncoder Encoder => _encoder.Value;

    public bool IsTranslator => model.Structure.Task == ModelTask.Translator;

    public void Dispose()
    {
        if (_session.IsValueCreated)
        {
            _session.Value.Dispose();
        }
    }
}
