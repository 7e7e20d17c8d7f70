using System.Collections.Immutable;
using IzzyViz.Analysis.Diagnostics;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace IzzyViz.SiteGen.Manifests.Yaml;

/// <summary>YAML text to a tree with positions. What a manifest has no use for and what only an attack needs (aliases, tags, depth, size) is refused.</summary>
internal sealed class YamlTreeReader
{
    public const int MaximumDepth = 32;
    public const int MaximumNodes = 100_000;

    private readonly string _file;
    private readonly DiagnosticBag _bag;
    private readonly Parser _parser;
    private int _depth;
    private int _nodes;
    private SourceLocation _last;

    private YamlTreeReader(string text, string file, DiagnosticBag bag)
    {
        _file = file;
        _last = new SourceLocation(file);
        _bag = bag;
        _parser = new Parser(new StringReader(text));
    }

    /// <summary>The root of the only document; null where there is none, or where reading had to stop (the bag says why).</summary>
    public static YamlNode? Read(string text, string file, DiagnosticBag bag)
    {
        var reader = new YamlTreeReader(text, file, bag);
        try
        {
            return reader.ReadDocument();
        }
        catch (YamlException exception)
        {
            bag.Add(YamlFault.Describe(exception, text, file));
        }
        catch (Exception slip) when (slip is InvalidOperationException or ArgumentException)
        {
            // The parser's answer to some broken scalars and tags; it carries no position, so the last value read stands for one.
            bag.Add(ManifestDiagnostics.Syntax.At(reader._last, "something after this value cannot be read."));
        }
        catch (DiagnosticException refused)
        {
            bag.Add(refused.Diagnostic);
        }

        return null;
    }

    private YamlNode? ReadDocument()
    {
        _parser.Consume<StreamStart>();
        if (_parser.Accept<StreamEnd>(out _))
        {
            return null;
        }

        _parser.Consume<DocumentStart>();
        var root = ReadNode();
        _parser.Consume<DocumentEnd>();
        if (_parser.Accept<DocumentStart>(out var second))
        {
            throw Refuse(ManifestDiagnostics.SeveralDocuments, second);
        }

        return root;
    }

    private YamlNode ReadNode()
    {
        if (_parser.TryConsume<AnchorAlias>(out var alias))
        {
            throw Refuse(ManifestDiagnostics.Anchor, alias, $"*{alias.Value}");
        }

        var node = _parser.Consume<NodeEvent>();
        _last = At(node);
        CheckNode(node);
        return node switch
        {
            SequenceStart => ReadList(At(node)),
            MappingStart => ReadMapping(At(node)),
            _ => ReadScalar((Scalar)node),
        };
    }

    private void CheckNode(NodeEvent node)
    {
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
    }

    private YamlScalar ReadScalar(Scalar scalar) =>
        new(scalar.Value, scalar.Style == ScalarStyle.Plain ? YamlScalar.KindOf(scalar.Value) : ScalarKind.Text, At(scalar));

    private YamlList ReadList(SourceLocation at)
    {
        Descend(at);
        var items = ImmutableArray.CreateBuilder<YamlNode>();
        while (!_parser.TryConsume<SequenceEnd>(out _))
        {
            items.Add(ReadNode());
        }

        _depth--;
        return new YamlList(items.ToImmutable(), at);
    }

    private YamlMapping ReadMapping(SourceLocation at)
    {
        Descend(at);
        var entries = new MappingEntries(_bag);
        while (!_parser.TryConsume<MappingEnd>(out _))
        {
            entries.Add(ReadNode(), ReadNode());
        }

        _depth--;
        return new YamlMapping(entries.ToImmutable(), at);
    }

    private void Descend(SourceLocation at)
    {
        if (++_depth > MaximumDepth)
        {
            throw new DiagnosticException(ManifestDiagnostics.TooDeep.At(at, MaximumDepth));
        }
    }

    private SourceLocation At(ParsingEvent e) => new(_file, (int)e.Start.Line, (int)e.Start.Column);

    private DiagnosticException Refuse(DiagnosticDescriptor descriptor, ParsingEvent e, params object?[] arguments) => new(descriptor.At(At(e), arguments));
}
