using IzzyViz.Analysis.Datasets;
using IzzyViz.SiteGen.Manifests.Shapes;

namespace IzzyViz.SiteGen.Manifests.Definition;

internal static class ColumnsDefinition
{
    private static readonly Field<Located<string>> Id = Optional(
        "id", "A stable name for each row. Left out, it is made of the row's content, so that an edited row counts as another row.");

    private static readonly Field<Located<string>> Text = Column("text", "The input.");

    private static readonly Field<Located<string>> Pair = Optional("pair", "The second text of a pair.");

    private static readonly Field<Located<string>> Target = Optional("target", "What an encoder-decoder is to write.");

    private static readonly Field<Located<string>> InputIds = Column("input-ids", "Ready token ids instead of text, for models without a tokenizer.");

    private static readonly Field<Located<string>> Label = Optional("label", "The right answer, for accuracy and loss.");

    private static readonly Field<Located<string>> Tags = Optional("tags", "Tags, for slices and pages.");

    public static readonly RecordShape<ColumnMap> Record = new(
        "'columns'", "Column names by role; `~` is the same as leaving the role out.", [Id, Text, Pair, Target, InputIds, Label, Tags], Build)
    {
        Rules = [new ExactlyOneKey(["text", "input-ids"])],
    };

    private static Field<Located<string>> Column(string role, string description) => new(role, TextShape.Any("the name of a column"), description);

    private static Field<Located<string>> Optional(string role, string description) =>
        new(role, TextShape.Any("the name of a column"), description) { MayBeNull = true };

    private static ColumnMap Build(FieldValues values) => new()
    {
        Id = values.Get(Id)?.Value,
        Text = values.Get(Text)?.Value,
        Pair = values.Get(Pair)?.Value,
        Target = values.Get(Target)?.Value,
        InputIds = values.Get(InputIds)?.Value,
        Label = values.Get(Label)?.Value,
        Tags = values.Get(Tags)?.Value,
    };
}
