using IzzyViz.Analysis.Models;
using IzzyViz.Analysis.Onnx;
using IzzyViz.Testing;

namespace IzzyViz.Analysis.Tests.Captures;

/// <summary>A small encoder and a decoder that reads it by cross-attention, as two files that both call their tokens <c>input_ids</c>, or as one.</summary>
internal static class TinyPair
{
    public const string Target = "decoder_input_ids";

    /// <param name="config">What <c>config.json</c> holds.</param>
    public static ModelFolder Files(TempFolder folder, string config)
    {
        var encoder = new TinyModel();
        encoder.Save(folder["encoder_model.onnx"], encoder.Project(encoder.Hidden, "we", encoder.Numbers(TinyModel.Size * TinyModel.Size)));
        var decoder = new TinyModel();
        decoder.Inputs.Add(TinyModel.Input("encoder_hidden_states", ElementType.Float32, "batch", "source", $"{TinyModel.Size}"));
        decoder.Save(folder["decoder_model.onnx"], Cross(decoder, decoder.Query, "encoder_hidden_states"), "logits");
        return Found(folder, config);
    }

    /// <summary>One graph; its result is multiplied by the decoder's mask, which has to be as long as the decoder's tokens.</summary>
    public static ModelFolder File(TempFolder folder, string config)
    {
        var model = new TinyModel();
        model.Inputs.Add(TinyModel.Input(Target, ElementType.Int64, "batch", "target"));
        model.Inputs.Add(TinyModel.Input("decoder_attention_mask", ElementType.Int64, "batch", "target"));
        var own = model.Graph.Add("Gather", ["table", Target]);
        var query = model.Heads4(model.Project(own, "wt", model.Numbers(TinyModel.Size * TinyModel.Size)));
        var mask = model.Graph.Add("Cast", [model.Graph.Reshape("decoder_attention_mask", 0, 1, -1, 1)], OnnxAttribute.Of("to", (long)ElementType.Float32));
        model.Save(folder["model.onnx"], model.Graph.Add("Mul", [Cross(model, query, model.Hidden), mask]), "logits");
        return Found(folder, config);
    }

    private static string Cross(TinyModel model, string query, string states)
    {
        var (keys, values) = (model.Numbers(TinyModel.Size * TinyModel.Size), model.Numbers(TinyModel.Size * TinyModel.Size));
        var key = model.Heads4(model.Project(states, "wck", keys));
        var scores = model.Graph.Add("MatMul", [query, model.Graph.Transpose(key, 0, 1, 3, 2)]);
        return model.Graph.Add("MatMul", [Forms.Softmax(model, scores), model.Heads4(model.Project(states, "wcv", values))]);
    }

    private static ModelFolder Found(TempFolder folder, string config)
    {
        folder.Write("config.json", config);
        return ModelFolder.Find(folder.Path, null, new())!;
    }
}
