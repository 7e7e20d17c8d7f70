namespace IzzyViz.SiteGen.Cli.Starting;

/// <summary>The names under which exporters write graphs.</summary>
internal static class OnnxFiles
{
    private static readonly string[] Encoders = ["encoder_model.onnx", "encoder.onnx"];
    private static readonly string[] Decoders = ["decoder_model.onnx", "decoder_model_merged.onnx", "decoder_with_past_model.onnx", "decoder.onnx"];

    /// <summary>An encoder and a decoder that belong together, among paths relative to a model's folder.</summary>
    public static bool ArePair(IReadOnlyCollection<string> files) => Has(files, Encoders) && Has(files, Decoders);

    /// <summary>True where neither <c>model.onnx</c>, nor a pair, nor being the only one decides.</summary>
    public static bool NeedsNaming(IReadOnlyCollection<string> files) =>
        files.Count > 1 && !ArePair(files) && !files.Contains("model.onnx", StringComparer.Ordinal) && !files.Contains("onnx/model.onnx", StringComparer.Ordinal);

    /// <summary>The shortest name, which is most often the unmodified model; the first of equals.</summary>
    public static string Preferred(IEnumerable<string> files) => files.OrderBy(f => f.Length).First();

    private static bool Has(IEnumerable<string> files, string[] names) =>
        files.Any(file => names.Contains(file[(file.LastIndexOf('/') + 1)..], StringComparer.Ordinal));
}
