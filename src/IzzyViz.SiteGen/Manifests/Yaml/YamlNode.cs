using System.Collections.Immutable;
using IzzyViz.Analysis.Diagnostics;

namespace IzzyViz.SiteGen.Manifests.Yaml;

/// <summary>A value of a YAML document and where it begins.</summary>
internal abstract record YamlNode(SourceLocation At)
{
    /// <summary>How a message names it: "a list", "the text 'x'".</summary>
    public abstract string Says { get; }
}

internal sealed record YamlList(ImmutableArray<YamlNode> Items, SourceLocation At) : YamlNode(At)
{
    public override string Says => "a list";
}

/// <summary>Keys in the order written, each once.</summary>
internal sealed record YamlMapping(ImmutableArray<YamlEntry> Entries, SourceLocation At) : YamlNode(At)
{
    public override string Says => "a mapping of keys to values";
}

internal sealed record YamlEntry(Located<string> Key, YamlNode Value);
