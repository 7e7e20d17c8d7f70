using IzzyViz.SiteGen.Cli.Drawing;
using IzzyViz.SiteGen.Figures;
using IzzyViz.Testing;

namespace IzzyViz.SiteGen.Tests.Figures;

/// <summary>docs/figures has a page per kind, written from the same sentences as the pages of definitions; those of <c>draw</c> write their own.</summary>
public class FigureDocumentTests
{
    public static TheoryData<string> Kinds => [.. FigureKinds.All.Select(k => k.Id).Except(DrawKinds.All.Select(k => k.Text.Id))];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Every_kind_has_its_document(string id)
    {
        var kind = FigureKinds.All.Single(k => k.Id == id);
        Golden.Match(Document(kind), Path.GetRelativePath(Repository.TestFolder(typeof(FigureDocumentTests).Assembly), Path.Combine(Repository.Folder, "docs", "figures", $"{id}.md")), typeof(FigureDocumentTests).Assembly);
    }

    private static string Document(FigureKind kind) =>
        $"""
        # {kind.Title}

        `{kind.Id}`, {Subject(kind)}: {kind.Question}

        ## How to read it

        {kind.Reading}

        ## What it cannot show

        {kind.Limits}

        """;

    private static string Subject(FigureKind kind) => kind.Subject switch
    {
        FigureSubject.Head => "one head over one example",
        FigureSubject.Example => "one example",
        FigureSubject.Comparison => "two or more heads or models over the same examples",
        _ => "a model over a slice",
    };
}
