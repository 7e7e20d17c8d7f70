using IzzyViz.Analysis.Diagnostics;

namespace IzzyViz.Analysis.Tests.Diagnostics;

public sealed class DiagnosticTests
{
    private static readonly DiagnosticDescriptor MissingColumn = new("IZV2999", Severity.Error, "Column '{0}' is missing; there are: {1}.");

    [Fact]
    public void Message_is_the_format_with_its_arguments()
    {
        var diagnostic = MissingColumn.At(new SourceLocation("rows.csv", 3, 7), "text", "id, sentence");

        Assert.Equal("Column 'text' is missing; there are: id, sentence.", diagnostic.Message);
        Assert.Equal("rows.csv(3,7)", diagnostic.Location.ToString());
    }

    [Fact]
    public void A_bag_of_warnings_has_no_errors()
    {
        var bag = new DiagnosticBag();
        bag.Add((MissingColumn with { Severity = Severity.Warning }).At("rows.csv"));
        Assert.False(bag.HasErrors);

        bag.Add(MissingColumn.At("rows.csv"));
        Assert.True(bag.HasErrors);
    }
}
