using System.Collections.Immutable;

namespace IzzyViz.Analysis.Fetching;

/// <summary>The files of a repository that a model needs; the first is the model itself (of a pair, the encoder).</summary>
internal static class FileChoice
{
    private static readonly ImmutableArray<string> Sidecars =
    [
        "config.json", "generation_config.json", "tokenizer.json", "tokenizer_config.json", "special_tokens_map.json", "added_tokens.json",
        "vocab.txt", "vocab.json", "merges.txt", "spiece.model", "sentencepiece.bpe.model", "tokenizer.model", "preprocessor_config.json",
    ];

    private static readonly ImmutableArray<string> EncoderNames = ["encoder_model.onnx", "encoder.onnx"];

    private static readonly ImmutableArray<string> DecoderNames = ["decoder_model.onnx", "decoder_model_merged.onnx", "decoder.onnx"];

    private static readonly ImmutableArray<string> Folders = ["", "onnx/"];

    /// <summary>Empty where no model is found, or several and none is named.</summary>
    public static ImmutableArray<RepositoryFile> Of(ImmutableArray<RepositoryFile> files, string? named)
    {
        ImmutableArray<RepositoryFile> safe = [.. files.Where(f => f.IsSafe).OrderBy(f => f.Name, StringComparer.Ordinal)];
        var models = Models(safe, named);
        return models.IsEmpty ? [] : [.. models, .. safe.Where(f => models.Any(m => IsExternalData(f.Name, m.Name)) || IsSidecar(f.Name, models[0].Name))];
    }

    public static IEnumerable<string> OnnxFiles(ImmutableArray<RepositoryFile> files) =>
        files.Select(f => f.Name).Where(n => n.EndsWith(".onnx", StringComparison.Ordinal)).Order(StringComparer.Ordinal);

    private static ImmutableArray<RepositoryFile> Models(ImmutableArray<RepositoryFile> files, string? named)
    {
        if (named is not null)
        {
            return First(files, [named]);
        }

        var single = First(files, Folders.Select(f => f + "model.onnx"));
        return single.IsEmpty ? Pair(files) is { IsEmpty: false } pair ? pair : Only(files) : single;
    }

    private static ImmutableArray<RepositoryFile> Pair(ImmutableArray<RepositoryFile> files)
    {
        foreach (var folder in Folders)
        {
            var encoder = First(files, EncoderNames.Select(n => folder + n));
            var decoder = First(files, DecoderNames.Select(n => folder + n));
            if (!encoder.IsEmpty && !decoder.IsEmpty)
            {
                return [.. encoder, .. decoder];
            }
        }

        return [];
    }

    private static ImmutableArray<RepositoryFile> Only(ImmutableArray<RepositoryFile> files) =>
        OnnxFiles(files).ToArray() is [var only] ? First(files, [only]) : [];

    private static ImmutableArray<RepositoryFile> First(ImmutableArray<RepositoryFile> files, IEnumerable<string> names) =>
        [.. names.Select(n => files.FirstOrDefault(f => f.Name == n)).OfType<RepositoryFile>().Take(1)];

    // Exporters write weights beside a model as model.onnx_data, model.onnx.data or model.data, numbered from the second on.
    private static bool IsExternalData(string name, string model) =>
        name.StartsWith(model + "_data", StringComparison.Ordinal) || name.StartsWith(model + ".data", StringComparison.Ordinal) || name == Path.ChangeExtension(model, ".data");

    private static bool IsSidecar(string name, string model)
    {
        var slash = name.LastIndexOf('/') + 1;
        return Sidecars.Contains(name[slash..], StringComparer.Ordinal) && (slash == 0 || name[..slash] == model[..(model.LastIndexOf('/') + 1)]);
    }
}
