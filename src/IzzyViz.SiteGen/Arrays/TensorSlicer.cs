using System.Collections.Immutable;
using IzzyViz.Analysis.Diagnostics;

namespace IzzyViz.SiteGen.Arrays;

/// <summary>Cuts matrices out of a tensor.</summary>
/// <param name="Name">The tensor's, for findings.</param>
/// <param name="Dims"><c>[item, head, row, column]</c>; 1 for axes that the tensor lacks.</param>
internal sealed record TensorSlicer(string File, string Name, ImmutableArray<int> Dims, double[] Values)
{
    /// <summary><c>[item, row, column]</c>: <c>--item</c> and <c>--head</c> both count along the first axis.</summary>
    public TensorSlices OfItems(ArrayChoice choice)
    {
        ImmutableArray<int> chosen = choice.Item is { } item ? [item] : choice.Heads;
        chosen = chosen.IsEmpty ? All(Dims[1], "item", choice.Need) : chosen;
        return new([.. chosen.Select(i => At(0, Checked(i, Dims[1], "item")))], [.. chosen.Select(i => $"{i}")]);
    }

    /// <summary><c>[item, head, row, column]</c>; with a head and no item, several items are several matrices.</summary>
    public TensorSlices OfHeads(ArrayChoice choice)
    {
        var areItems = choice.Need != ArrayNeed.One && choice.Item is null && choice.Heads.Length == 1;
        ImmutableArray<int> items = choice.Item is { } item ? [item] : areItems ? [.. Enumerable.Range(0, Dims[0])] : All(Dims[0], "item", ArrayNeed.One);
        var heads = choice.Heads.IsEmpty ? All(Dims[1], "head", choice.Need) : choice.Heads;
        var places = items.SelectMany(i => heads.Select(h => (Item: Checked(i, Dims[0], "item"), Head: Checked(h, Dims[1], "head")))).ToImmutableArray();
        return new([.. places.Select(p => At(p.Item, p.Head))], [.. places.Select(p => Dims[1] == 1 ? $"{p.Item}" : $"H{p.Head}")]);
    }

    private Matrix At(int item, int head)
    {
        var size = Dims[2] * Dims[3];
        return new(Dims[2], Dims[3], Values.AsSpan(((item * Dims[1]) + head) * size, size).ToArray());
    }

    private ImmutableArray<int> All(int count, string axis, ArrayNeed need) => count == 1 || need is ArrayNeed.Two or ArrayNeed.Several or ArrayNeed.Stack or ArrayNeed.Each
        ? [.. Enumerable.Range(0, count)]
        : throw new DiagnosticException(ArrayDiagnostics.ChooseOne.At(File, Name, count, axis));

    private int Checked(int index, int count, string axis) => index >= 0 && index < count
        ? index
        : throw new DiagnosticException(ArrayDiagnostics.OutOfRange.At(File, axis, index, Name, count));
}
