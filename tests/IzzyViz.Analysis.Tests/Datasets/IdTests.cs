using CsCheck;

namespace IzzyViz.Analysis.Tests.Datasets;

public sealed class IdTests
{
    [Fact]
    public void Without_an_id_column_equal_rows_are_numbered()
    {
        using var file = new SampleFile("a.txt", "same\nother\nsame\nsame\n");

        var ids = file.Examples().Select(e => e.Id).ToArray();

        Assert.Matches("^[0-9a-f]{16}$", ids[0]);
        Assert.Equal([ids[0], ids[0] + "~2", ids[0] + "~3"], ids.Where((_, i) => i != 1));
        Assert.Distinct(ids);
    }

    [Fact]
    public void Derived_ids_do_not_depend_on_the_order_of_rows()
    {
        Gen.Int[0, 3].Select(i => $"row {i}").Array[1, 12].SelectMany(rows => Gen.Shuffle(rows).Select(shuffled => (rows, shuffled))).Sample(
            pair => Assert.Equal(Ids(pair.rows).Order(StringComparer.Ordinal), Ids(pair.shuffled).Order(StringComparer.Ordinal)), iter: 30);
    }

    [Fact]
    public void A_field_moved_to_its_neighbour_is_other_content()
    {
        using var file = new SampleFile("a.csv", "text,pair\nab,c\na,bc\nabc,\n").With(new() { Text = "text", Pair = "pair" });

        Assert.Distinct(file.Examples().Select(e => e.ContentHash));
        Assert.Distinct(file.Examples().Select(e => e.Id));
    }

    [Fact]
    public void The_content_hash_ignores_where_a_row_stands()
    {
        using var csv = new SampleFile("a.csv", "id,text,tags\n1,x,a;b\n").With(new() { Id = "id", Text = "text", Tags = "tags" });
        using var json = new SampleFile("b.jsonl", "\n\n{\"tags\":[\"a\",\"b\"],\"id\":1,\"text\":\"x\"}").With(csv.Source.Columns);

        Assert.Equal(csv.Examples().Single().ContentHash, json.Examples().Single().ContentHash);
        Assert.Matches("^[0-9a-f]{64}$", csv.Examples().Single().ContentHash);
    }

    private static string[] Ids(string[] rows)
    {
        using var file = new SampleFile("a.txt", string.Join('\n', rows));
        return [.. file.Examples().Select(e => e.Id)];
    }
}
