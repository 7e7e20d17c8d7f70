using System.Collections.Immutable;
using System.Text.Json;
using IzzyViz.Analysis.Diagnostics;
using IzzyViz.Analysis.Files;

namespace IzzyViz.Analysis.Models;

/// <summary>Knows how the ecosystem names the files of an exported model.</summary>
internal static class ModelFinder
{
    /// <summary>Some hold a label for each of 20,000 classes; that is a hundredth of it.</summary>
    private const int LargestConfig = 64 << 20;

    private static readonly ImmutableArray<string> Encoders = ["encoder_model.onnx", "encoder.onnx", "text_encoder.onnx"];

    private static readonly ImmutableArray<string> Decoders =
        ["decoder_model.onnx", "decoder_model_merged.onnx", "decoder.onnx", "decoder_with_past_model.onnx"];

    private static readonly ImmutableArray<string> Tokenizers =
        ["tokenizer.json", "tokenizer.model", "spiece.model", "spm.model", "sentencepiece.bpe.model", "source.spm", "tekken.json", "vocab.txt", "vocab.json"];

    private static readonly ImmutableArray<string> BesideTokenizers =
        ["tokenizer_config.json", "special_tokens_map.json", "added_tokens.json", "vocab.json", "merges.txt"];

    public static ModelFolder? Find(string path, string? file, DiagnosticBag bag)
    {
        if (!File.Exists(path) && !Directory.Exists(path))
        {
            bag.Add(PointerFile.Detect(path) is { } pointer ? ModelDiagnostics.Describe(pointer) : ModelDiagnostics.Missing.At(path, path));
            return null;
        }

        var graphs = File.Exists(path) ? [new GraphFile(path, GraphRole.Single)] : InFolder(path, file, bag);
        return graphs.IsEmpty || !graphs.All(g => IsModel(g.Path, bag)) ? null : Assemble(path, file, graphs, bag);
    }

    /// <summary>The tokenizer's file of a model's folder or file; null where there is none.</summary>
    public static string? TokenizerOf(string path)
    {
        var folder = Path.TrimEndingDirectorySeparator(Path.GetFullPath(path));
        return Places(Directory.Exists(folder) ? folder : Path.GetDirectoryName(folder)!).SelectMany(p => Tokenizers.Select(t => Path.Combine(p, t))).FirstOrDefault(File.Exists);
    }

    private static ImmutableArray<string> TokenizerFiles(string folder) => TokenizerOf(folder) is not { } file ? [] :
    [
        file,
        .. BesideTokenizers.Select(n => Path.Combine(Path.GetDirectoryName(file)!, n)).Where(f => f != file && File.Exists(f)),
    ];

    private static ImmutableArray<GraphFile> InFolder(string folder, string? file, DiagnosticBag bag)
    {
        if (file is not null)
        {
            return Named(folder, file, bag);
        }

        foreach (var place in (ReadOnlySpan<string>)[folder, Path.Combine(folder, "onnx")])
        {
            if (Candidate(place) is { IsEmpty: false } found)
            {
                return found;
            }
        }

        return OnlyOne(folder, bag);
    }

    private static ImmutableArray<GraphFile> Named(string folder, string file, DiagnosticBag bag)
    {
        var path = Path.Combine(folder, file);
        if (File.Exists(path))
        {
            return [new(path, GraphRole.Single)];
        }

        bag.Add(ModelDiagnostics.Missing.At(path, path));
        return [];
    }

    private static ImmutableArray<GraphFile> Candidate(string folder)
    {
        if (File.Exists(Path.Combine(folder, "model.onnx")))
        {
            return [new(Path.Combine(folder, "model.onnx"), GraphRole.Single)];
        }

        return (First(folder, Encoders), First(folder, Decoders)) switch
        {
            ({ } encoder, { } decoder) => [new(encoder, GraphRole.Encoder), new(decoder, GraphRole.Decoder)],
            (null, { } decoder) => [new(decoder, GraphRole.Single)],
            _ => [],
        };
    }

    private static string? First(string folder, ImmutableArray<string> names) =>
        names.Select(n => Path.Combine(folder, n)).FirstOrDefault(File.Exists);

    private static ImmutableArray<GraphFile> OnlyOne(string folder, DiagnosticBag bag)
    {
        var found = Listed(folder);
        if (found.Length == 0)
        {
            found = Listed(Path.Combine(folder, "onnx"));
        }

        if (found.Length == 1)
        {
            return [new(found[0], GraphRole.Single)];
        }

        bag.Add(found.Length == 0
            ? ModelDiagnostics.Missing.At(folder, folder)
            : ModelDiagnostics.Ambiguous.At(folder, folder, string.Join(", ", found.Select(f => Path.GetRelativePath(folder, f)))));
        return [];
    }

    private static string[] Listed(string folder) =>
        Directory.Exists(folder) ? [.. Directory.GetFiles(folder, "*.onnx").Order(StringComparer.Ordinal)] : [];

    private static bool IsModel(string path, DiagnosticBag bag)
    {
        if (PointerFile.Detect(path) is { } pointer)
        {
            bag.Add(ModelDiagnostics.Describe(pointer));
            return false;
        }

        if (Path.GetExtension(path) is ".ort" or ".engine" or ".plan")
        {
            bag.Add(ModelDiagnostics.WrongFormat.At(path, path, $"a compiled model ({Path.GetExtension(path)})"));
            return false;
        }

        return true;
    }

    private static ModelFolder? Assemble(string path, string? file, ImmutableArray<GraphFile> graphs, DiagnosticBag bag)
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(graphs[0].Path))!;
        var places = Places(folder);
        var config = places.Select(p => Path.Combine(p, "config.json")).FirstOrDefault(File.Exists);
        var files = graphs.Select(g => g.Path).Concat(config is null ? [] : [config]).Concat(graphs.SelectMany(g => ExternalFiles(folder, g.Path)));
        return Config(config, bag) is not { } values ? null : new()
        {
            Path = path,
            File = file,
            Graphs = graphs,
            Config = values,
            TokenizerFiles = TokenizerFiles(folder),
            Files = [.. files.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)],
        };
    }

    /// <summary>Beside the model, or one folder up.</summary>
    private static string[] Places(string folder) => [folder, Path.GetDirectoryName(folder) ?? folder];

    private static ModelConfig? Config(string? path, DiagnosticBag bag)
    {
        try
        {
            return path is null ? ModelConfig.None : ModelConfig.Parse(RegularFile.ReadText(path, LargestConfig));
        }
        catch (JsonException e)
        {
            bag.Add(ModelDiagnostics.Config.At(new SourceLocation(path!, (int)(e.LineNumber ?? 0) + 1, (int)(e.BytePositionInLine ?? 0) + 1), path, e.Message));
            return null;
        }
        catch (InvalidDataException e)
        {
            bag.Add(ModelDiagnostics.Config.At(path!, path, e.Message));
            return null;
        }
    }

    /// <summary>Weight files go by the model's name with something behind it; which tensors point where is checked when the graph is read.</summary>
    private static IEnumerable<string> ExternalFiles(string folder, string model)
    {
        var name = Path.GetFileName(model);
        return Directory.EnumerateFiles(folder).Where(f => Path.GetFileName(f) is var n
            && n != name && (n.StartsWith(name, StringComparison.Ordinal) || n.EndsWith(".bin", StringComparison.Ordinal) || n.EndsWith(".data", StringComparison.Ordinal)));
    }
}
