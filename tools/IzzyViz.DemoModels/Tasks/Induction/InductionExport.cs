using IzzyViz.DemoModels.Export;
using IzzyViz.DemoModels.Models;
using IzzyViz.DemoModels.Onnx;

namespace IzzyViz.DemoModels.Tasks.Induction;

internal static class InductionExport
{
    public static ModelFolder Folder(CausalDecoder model) => new()
    {
        Graphs = model.Export(WeightFormat.Float32),
        Tokenizer = TokenizerFormats.WordLevel(InductionTask.Tokenizer, InductionVocabulary.Special),
        Config = ModelConfigs.Opt(InductionTask.Shape),
    };
}
