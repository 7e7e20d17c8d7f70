using IzzyViz.Analysis.Diagnostics;
using YamlDotNet.Core.Events;

namespace IzzyViz.SiteGen.Manifests.Yaml;

/// <summary>Refuses what a manifest has no use for and only an attack needs: anchors, tags, depth, size.</summary>
internal sealed class YamlGuard(string file)
{
    public const int MaximumDepth = 32;
    public const int MaximumNodes = 100_000;

    private int _depth;
    private int _nodes;

    /// <summary>Where the last node stands that came by; the beginning of the file before the first.</summary>
    public SourceLocation Last { get; private set; } = new(file);

    /// <summary>Where the node stands.</summary>
    /// <exception cref="DiagnosticException">It is refused.</exception>
    public SourceLocation Check(NodeEvent node)
    {
        Last = At(node);
        if (++_nodes > MaximumNodes)
        {
            throw Refuse(ManifestDiagnostics.TooManyNodes, node, MaximumNodes);
        }

        if (!node.Anchor.IsEmpty)
        {
            throw Refuse(ManifestDiagnostics.Anchor, node, $"&{node.Anchor}");
        }

        if (!node.Tag.IsEmpty)
        {
            throw Refuse(ManifestDiagnostics.Tag, node, node.Tag);
        }

        return Last;
    }

    /// <summary>Counts a list or mapping as open until <see cref="Leave"/>.</summary>
    /// <exception cref="DiagnosticException">Too many are open.</exception>
    public void Enter(SourceLocation at)
    {
        if (++_depth > MaximumDepth)
        {
            throw new DiagnosticException(ManifestDiagnostics.TooDeep.At(at, MaximumDepth));
        }
    }

    public void Leave() => _depth--;

    public DiagnosticException Refuse(DiagnosticDescriptor descriptor, ParsingEvent e, params object?[] arguments) => new(descriptor.At(At(e), arguments));

    private SourceLocation At(ParsingEvent e) => new(file, (int)e.Start.Line, (int)e.Start.Column);
}
