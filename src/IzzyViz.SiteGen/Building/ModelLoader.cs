using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using IzzyViz.Analysis.Captures;
using IzzyViz.Analysis.Diagnostics;
using IzzyViz.Analysis.Models;
using IzzyViz.Analysis.Runs;
using IzzyViz.SiteGen.Planning;

namespace IzzyViz.SiteGen.Building;

/// <summary>Finds every model of a plan and reads its structure; says everything that is wrong with any of them.</summary>
internal static class ModelLoader
{
    public static ImmutableArray<LoadedModel> Load(SitePlan plan, int threads, DiagnosticBag bag) =>
        [.. plan.Models.Select(m => Load(m, threads, bag)).OfType<LoadedModel>()];

    private static LoadedModel? Load(ModelPlan plan, int threads, DiagnosticBag bag)
    {
        if (ModelFolder.Find(plan.Path, plan.File, bag) is not { } folder || ModelReader.Inspect(folder, bag) is not { } structure)
        {
            return null;
        }

        var options = new CaptureOptions { Threads = threads, Feed = plan.Feed };
        return new(plan, new(plan.Id, folder, structure, Hash(folder), options));
    }

    /// <summary>The model's own hash and its tokenizer's: either changes what a text becomes.</summary>
    private static string Hash(ModelFolder folder)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.ASCII.GetBytes(folder.ContentHash()));
        foreach (var file in TokenizerFiles(folder))
        {
            hash.AppendData(SHA256.HashData(File.ReadAllBytes(file)));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static IEnumerable<string> TokenizerFiles(ModelFolder folder)
    {
        if (folder.TokenizerPath is not { } path)
        {
            return [];
        }

        var home = Path.GetDirectoryName(path)!;
        string[] beside = ["tokenizer_config.json", "special_tokens_map.json", "added_tokens.json", "vocab.json", "merges.txt"];
        return [path, .. beside.Select(n => Path.Combine(home, n)).Where(f => f != path && File.Exists(f))];
    }
}
