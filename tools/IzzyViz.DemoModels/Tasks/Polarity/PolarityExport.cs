using IzzyViz.DemoModels.Export;
using IzzyViz.DemoModels.Models;
using IzzyViz.DemoModels.Onnx;

namespace IzzyViz.DemoModels.Tasks.Polarity;

internal static class PolarityExport
{
    public static ModelFolder Folder(EncoderClassifier model, WeightFormat format, string? card) => new()
    {
        Graphs = model.Export(format),
        Tokenizer = TokenizerFormats.WordPiece(PolarityTask.Tokenizer, PolarityVocabulary.Special),
        Config = ModelConfigs.Bert(PolarityTask.Shape),
        Card = card,
    };
}
