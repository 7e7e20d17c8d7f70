using System.Collections.Immutable;
using IzzyViz.Analysis.Captures.Checks;
using IzzyViz.Analysis.Captures.Reading;
using IzzyViz.Analysis.Captures.Running;
using IzzyViz.Analysis.Diagnostics;
using IzzyViz.Analysis.Models;

namespace IzzyViz.Analysis.Captures.Projections;

/// <summary>Queries, keys and values of one module: its sites read, proved, joined, and cut to what was asked for.</summary>
internal sealed class ProjectionReader(CaptureParts parts, string path, ImmutableArray<Diagnostic>.Builder findings)
{
    /// <param name="sites">Weights of each of the module's probes, in order.</param>
    public CapturedProjections Read(AttentionModule module, ProbedModule probed, IReadOnlyList<WeightsBuffer> sites, (GraphRun Run, CheckContext Context) of)
    {
        if (probed.Probes.Select(p => p.Projection?.Refused).FirstOrDefault(r => r is not null) is { } reason)
        {
            findings.Add(ModelDiagnostics.NoProjections.At(path, module.Name, reason));
            return CapturedProjections.None;
        }

        var read = probed.Probes.Zip(sites, (p, w) => SiteProjections.Read(p.Projection!, w, of.Run, of.Context)).ToList();
        var found = new CapturedProjections
        {
            Query = Wanted(CaptureParts.Query, read.ConvertAll(r => r.Query), module.Heads),
            Key = Wanted(CaptureParts.Key, read.ConvertAll(r => r.Key), module.KeyValueHeads),
            Value = Wanted(CaptureParts.Value, read.ConvertAll(r => r.Value), module.KeyValueHeads),
            Scales = read.TrueForAll(r => !r.Scales.IsEmpty) ? [.. read.SelectMany(r => r.Scales)] : [],
            ScoreError = Worst(read.ConvertAll(r => r.ScoreError)),
            ProductError = Worst(read.ConvertAll(r => r.ProductError)),
            ValueError = Worst(read.ConvertAll(r => r.ValueError)),
        };
        Report(module, found);
        return found;
    }

    private void Report(AttentionModule module, CapturedProjections found)
    {
        if ((parts.HasFlag(CaptureParts.Query) && found.Query is null) || (parts.HasFlag(CaptureParts.Key) && found.Key is null))
        {
            findings.Add(ModelDiagnostics.NoProjections.At(path, module.Name, $"its queries and keys do not repeat its weights ({Number(found.ScoreError)} off)"));
        }
        else if (found is { Scales.IsEmpty: true, ScoreError: > 0 } and not { Query: null, Key: null })
        {
            findings.Add(ModelDiagnostics.MoreThanProduct.At(path, module.Name));
        }

        if (parts.HasFlag(CaptureParts.Value) && found.Value is null)
        {
            findings.Add(ModelDiagnostics.NoProjections.At(path, module.Name, $"weights times its values do not repeat the graph's own result ({Number(found.ValueError)} off)"));
        }
    }

    private CapturedTensor? Wanted(CaptureParts part, List<Block?> blocks, int groups) =>
        !parts.HasFlag(part) || blocks.Contains(null) ? null : Shared(blocks.Count == 1 ? blocks[0]! : Joined(blocks!), groups).ToTensor();

    private static Block Joined(List<Block> heads)
    {
        var (first, size) = (heads[0], heads[0].Tokens * heads[0].Size);
        var values = new float[first.Batch * heads.Count * size];
        for (var i = 0; i < first.Batch * heads.Count; i++)
        {
            heads[i % heads.Count].Rows(i / heads.Count, 0).CopyTo(values.AsSpan(i * size));
        }

        return first with { Groups = heads.Count, Values = values };
    }

    /// <summary>Key/value heads that the graph repeated for each query head, once again.</summary>
    private static Block Shared(Block block, int groups)
    {
        if (groups <= 0 || groups >= block.Groups || block.Groups % groups != 0)
        {
            return block;
        }

        var (each, values) = (block.Groups / groups, new List<float>(block.Values.Length / (block.Groups / groups)));
        for (var i = 0; i < block.Batch * block.Groups; i++)
        {
            var rows = block.Rows(i / block.Groups, i % block.Groups);
            if (i % each == 0)
            {
                values.AddRange(rows);
            }
            else if (!rows.SequenceEqual(block.Rows(i / block.Groups, i % block.Groups / each * each)))
            {
                return block;
            }
        }

        return block with { Groups = groups, Values = [.. values] };
    }

    private static double Worst(List<double> errors) => errors.Exists(double.IsNaN) ? double.NaN : errors.Max();

    private static string Number(double error) => double.IsNaN(error) ? "not known how far" : error.ToString("0.0e0", System.Globalization.CultureInfo.InvariantCulture);
}
