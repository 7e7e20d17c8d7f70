using IzzyViz.Analysis.Diagnostics;
using Markdig.Extensions.Yaml;
using Markdig.Syntax;
using YamlDotNet.Core;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace IzzyViz.SiteGen.Pages.Documents;

/// <summary>What may stand between the <c>---</c> lines above a document.</summary>
internal sealed record FrontMatter
{
    public string? Title { get; init; }

    public string? Description { get; init; }

    public int Order { get; init; }

    /// <summary>Reads the block; an unknown key or a wrong type is reported at its line.</summary>
    public static FrontMatter Read(MarkdownDocument document, string file, DiagnosticBag bag)
    {
        if (document.Descendants<YamlFrontMatterBlock>().FirstOrDefault() is not { } block)
        {
            return new();
        }

        try
        {
            var deserializer = new DeserializerBuilder().WithNamingConvention(HyphenatedNamingConvention.Instance).WithDuplicateKeyChecking().Build();
            return deserializer.Deserialize<FrontMatter?>(block.Lines.ToString()) ?? new();
        }
        catch (YamlException error)
        {
            // The block's first line is the one after the opening dashes.
            var line = block.Line + 1 + (int)error.Start.Line;
            bag.Add(PageDiagnostics.FrontMatter.At(new SourceLocation(file, line, (int)error.Start.Column), error.InnerException?.Message ?? error.Message));
            return new();
        }
    }
}
