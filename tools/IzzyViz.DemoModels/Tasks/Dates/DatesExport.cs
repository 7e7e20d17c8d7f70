using IzzyViz.DemoModels.Export;
using IzzyViz.DemoModels.Models;
using IzzyViz.DemoModels.Onnx;

namespace IzzyViz.DemoModels.Tasks.Dates;

internal static class DatesExport
{
    public static ModelFolder Folder(EncoderDecoder model, string? card) => new()
    {
        Graphs = model.Export(WeightFormat.Float32),
        Tokenizer = TokenizerFormats.ByteLevel(DatesTask.Tokenizer, DatesTask.End),
        Config = ModelConfigs.Marian(DatesTask.Shape),
        Card = card,
    };
}
