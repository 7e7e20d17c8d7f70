using System.Collections.Immutable;
using IzzyViz.SiteGen.Manifests.Shapes;

namespace IzzyViz.SiteGen.Manifests.Definition;

internal static class SliceDefinitions
{
    private static readonly Field<Located<string>> Id = new("id", Values.Id, "The second half of the slice's name.") { IsRequired = true };

    private static readonly Field<Located<ImmutableSortedDictionary<string, Located<ImmutableArray<Located<string>>>>>> Where = new(
        "where",
        new MapShape<Located<ImmutableArray<Located<string>>>>(
            "columns with the values allowed in each", new ListShape<Located<string>>(new LooseTextShape(), orOne: true)),
        "Keep the rows whose columns hold these values; of several values one has to match, of several columns all. A list of tags matches when one of them does.");

    private static readonly Field<Located<RowRange>> Range = new(
        "range", Values.Range, "Of those, keep rows by position, counted from 0.");

    private static readonly Field<Located<int>> Take = new(
        "take", new NumberShape<int>(1, int.MaxValue), "Of those, keep a sample of this size. It is drawn by hash, so that one row more in the dataset changes at most one of the sample.");

    private static readonly Field<Located<long>> Seed = new(
        "seed", new NumberShape<long>(0, long.MaxValue), "Another seed, another sample.") { Default = "0" };

    public static readonly RecordShape<SliceEntry> Record = new(
        "a slice", "A part of the dataset; the steps apply in the order `where`, `range`, `take`.", [Id, Where, Range, Take, Seed], Build);

    private static SliceEntry Build(FieldValues values) => new()
    {
        At = values.At,
        Id = values.Get(Id),
        Where = (values.Get(Where)?.Value ?? ImmutableSortedDictionary<string, Located<ImmutableArray<Located<string>>>>.Empty)
            .ToImmutableSortedDictionary(w => w.Key, w => w.Value.Value.Select(v => v.Value).ToImmutableArray(), StringComparer.Ordinal),
        Range = values.Get(Range),
        Take = values.Get(Take),
        Seed = values.GetOrDefault(Seed),
    };
}
