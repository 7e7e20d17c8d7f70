using IzzyViz.Tokenizers.Json;

namespace IzzyViz.Tokenizers.PreTokenizers;

/// <summary>When the mark for a space goes in front of a text.</summary>
internal enum PrependScheme
{
    Always,

    /// <summary>Only where the text begins, not behind an added token.</summary>
    First,
    Never,
}

internal static class PrependSchemes
{
    /// <summary>Older files say <c>add_prefix_space</c>; the two must not contradict each other.</summary>
    public static PrependScheme Load(JsonPart part)
    {
        var scheme = part.Text("prepend_scheme", "always") switch
        {
            "always" => PrependScheme.Always,
            "first" => PrependScheme.First,
            "never" => PrependScheme.Never,
            var other => throw part.Unsupported($"the prepend_scheme '{other}' is not known.", "Known are always, first and never."),
        };
        if (part.Flag("add_prefix_space", true))
        {
            return scheme;
        }

        return scheme == PrependScheme.Never || !part.Has("prepend_scheme")
            ? PrependScheme.Never
            : throw part.Unsupported("add_prefix_space is false but prepend_scheme is not never.", "Take one of the two out of the file.");
    }
}
