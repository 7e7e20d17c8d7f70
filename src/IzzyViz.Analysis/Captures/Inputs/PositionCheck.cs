using System.Collections.Immutable;
using IzzyViz.Analysis.Diagnostics;
using IzzyViz.Analysis.Models;
using IzzyViz.Analysis.Models.Graphs;
using IzzyViz.Analysis.Models.Lengths;
using IzzyViz.Analysis.Tensors;

namespace IzzyViz.Analysis.Captures.Inputs;

/// <summary>Whether the tables of positions have a row for every token.</summary>
internal sealed class PositionCheck(GraphAnalysis graph, GivenTensors given, FeedLengths lengths)
{
    /// <param name="padding">The id of padding; null where nothing tells.</param>
    /// <exception cref="DiagnosticException">There are more tokens than positions.</exception>
    public void Check(ImmutableSortedDictionary<string, Tensor> feeds, int? padding)
    {
        foreach (var table in graph.Positions)
        {
            var tensor = feeds[table.Input];
            var isGiven = IsPositions(table) && given.Named(table.Input) is not null;
            var used = IsPositions(table) ? tensor.ToInt64s().Append(-1).Max() + 1
                : table.CountsPadding ? tensor.Dims[^1] + lengths.Past
                : Longest(tensor, IsMask(table) ? 0 : padding);
            if (used > table.Count)
            {
                throw new DiagnosticException(isGiven ? ModelDiagnostics.PositionOutside.At(graph.File.Path, table.Input, used - 1, table.Count, table.Count - 1)
                    : ModelDiagnostics.TooManyTokens.At(graph.File.Path, NameOf(table, feeds), used, table.Count));
            }
        }
    }

    /// <summary>Tokens of a row that are no padding; none where padding is not known.</summary>
    private static long Longest(Tensor tensor, int? padding) =>
        padding is null ? 0 : tensor.ToInt64s().Chunk((int)Math.Max(1, tensor.Dims[^1])).Select(row => row.LongCount(id => id != padding)).Append(0).Max();

    private string NameOf(PositionTable table, ImmutableSortedDictionary<string, Tensor> feeds) =>
        IsPositions(table) || IsMask(table) ? graph.Flow.FedInputs.Select(i => i.Name).FirstOrDefault(n => RoleOf(n) == InputRole.Tokens && feeds.ContainsKey(n), table.Input) : table.Input;

    private bool IsPositions(PositionTable table) => RoleOf(table.Input) == InputRole.Positions;

    private bool IsMask(PositionTable table) => RoleOf(table.Input) == InputRole.Mask;

    private InputRole RoleOf(string name) => given.RoleOf(graph.Flow.FedInputs.First(i => i.Name == name));
}
