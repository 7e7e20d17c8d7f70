namespace IzzyViz.Analysis.Tests.Models.Axes;

/// <summary>Numbered entries in the order in which they lie.</summary>
/// <param name="Source">The tensor that it was made from.</param>
internal sealed record EntryTensor(string Name, int[] Dims, int[] Entries, string Source)
{
    public EntryTensor Turned(string name, int[] order)
    {
        int[] dims = [.. order.Select(axis => Dims[axis])];
        var entries = Enumerable.Range(0, Entries.Length).Select(flat => Places(flat, dims)).Select(places =>
        {
            var before = new int[dims.Length];
            for (var axis = 0; axis < order.Length; axis++)
            {
                before[order[axis]] = places[axis];
            }

            return Entries[before.Select((place, axis) => place * Stride(axis)).Sum()];
        });
        return new(name, dims, [.. entries], Name);
    }

    /// <summary>Whether each step along an axis, from the end, is one along an axis of another tensor and no other.</summary>
    public bool RunsWithin(int axis, EntryTensor before, int source)
    {
        var (front, places) = (Dims.Length - 1 - axis, Enumerable.Range(0, Entries.Length).ToDictionary(flat => before.Entries[flat], flat => Places(flat, before.Dims)));
        return Enumerable.Range(0, Entries.Length).Where(flat => Places(flat, Dims)[front] + 1 < Dims[front]).All(flat =>
            places[Entries[flat]].Zip(places[Entries[flat + Stride(front)]]).Select((p, at) => p.First == p.Second || at == before.Dims.Length - 1 - source).All(isSame => isSame));
    }

    private int Stride(int front) => Dims[(front + 1)..].Aggregate(1, (all, size) => all * size);

    private static int[] Places(int flat, int[] dims)
    {
        var places = new int[dims.Length];
        for (var axis = dims.Length - 1; axis >= 0; axis--)
        {
            (places[axis], flat) = (flat % dims[axis], flat / dims[axis]);
        }

        return places;
    }
}
