using System.Collections.Immutable;
using CsCheck;
using IzzyViz.Analysis.Datasets;
using IzzyViz.Analysis.Diagnostics;

namespace IzzyViz.Analysis.Tests.Datasets;

public sealed class SliceTests
{
    private static readonly ColumnMap Columns = new() { Id = "key", Text = "text", Label = "gold", Tags = "topics" };

    private static SampleFile Rows() => new SampleFile("a.csv", """
        key,text,gold,topics,split
        1,a,pos,x;y,train
        2,b,neg,y,train
        3,c,pos,z,test
        4,d,pos,y;z,train
        5,e,neg,,train
        """).With(Columns);

    private static SliceDefinition Where(params (string Column, string[] Values)[] conditions) => SampleFile.All with
    {
        Where = conditions.ToImmutableSortedDictionary(c => c.Column, c => c.Values.ToImmutableArray()),
    };

    [Fact]
    public void A_filter_takes_rows_that_hold_one_of_the_values_in_every_column_named()
    {
        using var file = Rows();

        Assert.Equal(["1", "3", "4"], file.Examples(Where(("label", ["pos"]))).Select(e => e.Id));
        Assert.Equal(["1", "4"], file.Examples(Where(("gold", ["pos"]), ("split", ["train"]))).Select(e => e.Id));
        Assert.Equal(["1", "2", "3", "4"], file.Examples(Where(("tags", ["x", "y", "z"]))).Select(e => e.Id));
        Assert.Equal(["3", "4"], file.Examples(Where(("topics", ["z"]))).Select(e => e.Id));
        Assert.Equal(["2", "5"], file.Examples(Where(("id", ["5", "2", "9"]))).Select(e => e.Id));
    }

    [Fact]
    public void The_range_counts_the_rows_that_passed_the_filter()
    {
        using var file = Rows();

        Assert.Equal(["3", "4"], file.Examples(Where(("label", ["pos"])) with { Range = (1, 3) }).Select(e => e.Id));
        Assert.Equal(["4"], file.Examples(Where(("label", ["pos"])) with { Range = (2, null) }).Select(e => e.Id));
    }

    [Fact]
    public void A_filter_by_nothing_known_names_what_there_is()
    {
        using var file = Rows();

        Assert.Equal(
            "site.yml(9,7): IZV2018 Slice 'sample/all' filters by 'splot', which is neither a column nor a role; "
            + "there are: key, text, gold, topics, split, id, label, tags. Did you mean 'split'?",
            file.Finding(Where(("splot", ["x"]))));
    }

    [Fact]
    public void A_slice_without_examples_says_how_many_rows_it_looked_at()
    {
        using var file = Rows();

        Assert.Equal(
            "site.yml(9,7): IZV2015 Slice 'sample/all' has no examples: none of 5 rows passes its filter and range.", file.Finding(Where(("label", ["odd"]))));
    }

    [Fact]
    public async Task A_survey_reports_a_file_once_for_all_its_slices()
    {
        using var file = Rows();
        var bag = new DiagnosticBag();
        var slices = ImmutableArray.Create(SampleFile.All, Where(("label", ["pos"])), SampleFile.All with { Take = 2 }, SampleFile.All with { Take = 99 });

        var survey = (await DatasetReader.SurveyAsync(file.Source, slices, bag, TestContext.Current.CancellationToken))!;

        Assert.Equal(5, survey.RowCount);
        Assert.Equal([5, 3, 2, 5], survey.SliceCounts);
        Assert.Empty(bag.Items);
    }

    [Fact]
    public void Text_and_token_ids_exclude_each_other()
    {
        using var file = Rows().With(new() { Text = "text", InputIds = "key" });

        Assert.StartsWith("site.yml(7,5): IZV2017", file.Finding(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_sample_is_the_rows_of_smallest_hash_in_the_order_of_the_file()
    {
        var ids = Enumerable.Range(0, 200).Select(i => $"row-{i}").ToArray();
        var expected = ids.OrderBy(id => Order(42, id)).Take(17).ToHashSet();

        Assert.Equal(ids.Where(expected.Contains), Sample(ids, 17, seed: 42));
    }

    [Fact]
    public void One_row_more_changes_at_most_one_member()
    {
        Gen.Select(Gen.Int[0, 40], Gen.Int[1, 12], Gen.Long, Gen.Int[0, 40]).Sample((count, take, seed, at) =>
        {
            var before = Enumerable.Range(0, count + 1).Select(i => $"row-{i}").ToList();
            var after = before.ToList();
            after.Insert(Math.Min(at, count), "new");

            var (old, grown) = (Sample(before, take, seed), Sample(after, take, seed));

            Assert.True(grown.Except(old).Count() <= 1);
            Assert.True(old.Except(grown).Count() <= 1);
            Assert.Equal(Math.Min(take, after.Count), grown.Count);
            Assert.Equal(after.Where(grown.Contains), grown);
        });
    }

    private static List<string> Sample(IEnumerable<string> ids, int take, long seed)
    {
        var sample = new SliceSample(take, seed);
        foreach (var id in ids)
        {
            sample.Offer(new() { Id = id, ContentHash = "" });
        }

        return [.. sample.Members().Select(e => e.Id)];
    }

    // written out again: the first eight bytes of SHA-256 over the seed (little-endian) and the id
    private static string Order(long seed, string id) =>
        Convert.ToHexString(System.Security.Cryptography.SHA256.HashData([.. BitConverter.GetBytes(seed), .. System.Text.Encoding.UTF8.GetBytes(id)]))[..16];
}
