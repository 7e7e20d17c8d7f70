using System.Collections.Immutable;
using IzzyViz.Analysis.Onnx;

namespace IzzyViz.Analysis.Tests.Captures;

/// <summary>The ways that exporters look vectors up by position, over tables for four tokens; and look-ups that are none of positions.</summary>
internal static class PositionForms
{
    public static readonly ImmutableSortedDictionary<string, Func<TinyModel, string>> All = new Dictionary<string, Func<TinyModel, string>>
    {
        ["range"] = m => Rows(m, 4, m.Graph.Range(Length(m))),
        ["range behind two rows"] = m => Rows(m, 6, m.Graph.Add("Add", [m.Graph.Range(Length(m)), m.Graph.IntScalar(2)])),
        ["slice of a buffer"] = m => Rows(m, 9, Cut(m, m.Graph.Ints(0, 1, 2, 3))),
        ["summed mask"] = SummedMask,
        ["summed ids"] = SummedIds,
        ["input"] = Given,
        ["table of types"] = m => Rows(m, 2, Cut(m, m.Graph.Ints(0, 0, 0, 0, 0, 0))),
        ["table of queries"] = m => m.Graph.Add("ReduceSum", [Rows(m, 2, m.Graph.Ints(0, 1)), m.Graph.Ints(0)]),
    }.ToImmutableSortedDictionary(StringComparer.Ordinal);

    private static string Rows(TinyModel m, int rows, string index) =>
        m.Graph.Add("Gather", [m.Keep("positions", m.Numbers(rows * TinyModel.Size), rows, TinyModel.Size), index]);

    private static string Length(TinyModel m) => m.Graph.Size("input_ids", 1);

    private static string Cut(TinyModel m, string buffer) => m.Graph.Add("Slice", [buffer, m.Graph.Ints(0), m.Graph.Unsqueeze(Length(m), 0), m.Graph.Ints(0)]);

    /// <summary>As in OPT: the mask summed along the tokens, the first of them 0.</summary>
    private static string SummedMask(TinyModel m)
    {
        m.Inputs.Add(TinyModel.Input("attention_mask", ElementType.Int64, "batch", "sequence"));
        return Rows(m, 4, m.Graph.Add("Sub", [m.Graph.Add("CumSum", ["attention_mask", m.Graph.IntScalar(1)]), m.Graph.IntScalar(1)]));
    }

    /// <summary>As in RoBERTa: what is not padding is counted from 1, and padding has row 0.</summary>
    private static string SummedIds(TinyModel m)
    {
        var real = m.Graph.Cast(m.Graph.Add("Not", [m.Graph.Add("Equal", ["input_ids", m.Graph.IntScalar(0)])]), ElementType.Int64);
        return Rows(m, 5, m.Graph.Add("Mul", [m.Graph.Add("CumSum", [real, m.Graph.IntScalar(1)]), real]));
    }

    private static string Given(TinyModel m)
    {
        m.Inputs.Add(TinyModel.Input("position_ids", ElementType.Int64, "batch", "sequence"));
        return Rows(m, 4, "position_ids");
    }
}
