using System.Collections.Immutable;
using IzzyViz.Analysis.Diagnostics;
using IzzyViz.Analysis.Models.Edges;
using IzzyViz.Analysis.Models.Matching;
using IzzyViz.Analysis.Models.Lengths;
using IzzyViz.Analysis.Onnx;

namespace IzzyViz.Analysis.Models.Graphs;

/// <summary>One graph file, mapped, and what was found in it: skim, preflight, normalise and match in one value.</summary>
internal sealed class GraphAnalysis : IDisposable
{
    private readonly Lazy<ImmutableArray<PositionTable>> _positions;

    private GraphAnalysis(GraphFile file, MappedFile map, WeightFiles weights, OnnxModel model)
    {
        (File, Map, Weights, Model, Flow) = (file, map, weights, model, new DataFlow(model));
        Match = AttentionMatcher.Match(Flow);
        _positions = new(() => PositionTables.Of(Flow));
    }

    public GraphFile File { get; }

    public MappedFile Map { get; }

    public WeightFiles Weights { get; }

    /// <summary>Normalised: no model-local functions, no decided branches, no constant nodes.</summary>
    public OnnxModel Model { get; }

    public DataFlow Flow { get; }

    public MatchResult Match { get; }

    public ImmutableArray<PositionTable> Positions => _positions.Value;

    /// <param name="useCache">What the cache flag of a merged decoder will be.</param>
    public static GraphAnalysis? Open(GraphFile file, bool useCache, DiagnosticBag bag)
    {
        var map = new MappedFile(file.Path);
        var weights = new WeightFiles(file.Path);
        try
        {
            if (Read(map, useCache, weights, bag) is { } model)
            {
                return new(file, map, weights, model);
            }
        }
        catch (InvalidDataException e)
        {
            bag.Add(ModelDiagnostics.Unreadable.At(file.Path, file.Path, e.Message));
        }
        catch (OversizeException e)
        {
            bag.Add(ModelDiagnostics.Oversize.At(file.Path, file.Path, e.Message));
        }

        map.Dispose();
        weights.Dispose();
        return null;
    }

    public void Dispose()
    {
        Map.Dispose();
        Weights.Dispose();
    }

    private static OnnxModel? Read(MappedFile map, bool useCache, WeightFiles weights, DiagnosticBag bag)
    {
        var model = map.Length switch
        {
            0 => throw new InvalidDataException("it is empty, or is no file"),
            > int.MaxValue => throw new InvalidDataException("it is larger than 2 GB; weights as large as that lie in files beside it"),
            _ => OnnxSkimmer.Read(map.Memory),
        };
        if (!Preflight.Check(map.Path, model, bag))
        {
            return null;
        }

        var normal = Normalised(model, useCache);
        Preflight.CheckKernels(map.Path, normal.Graph, bag);
        return ExternalTensors.Apply(normal.Graph, weights, (map.Path, bag)) is { } graph ? normal with { Graph = graph } : null;
    }

    private static OnnxModel Normalised(OnnxModel model, bool useCache)
    {
        var flat = model with { Graph = BranchFlattening.Apply(model.Graph, useCache) };
        var inlined = FunctionInlining.Apply(flat);
        return MovedBatches.WrittenOut(inlined with { Graph = KnownCrashes.Avoid(ConstantFolding.Apply(inlined.Graph)) });
    }
}
