using System.Collections.Immutable;
using IzzyViz.Analysis.Diagnostics;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace IzzyViz.SiteGen.Manifests.Yaml;

/// <summary>YAML text to a tree with positions. What <see cref="YamlGuard"/> does not let pass is refused.</summary>
internal sealed class YamlTreeReader
{
    private readonly DiagnosticBag _bag;
    private readonly Parser _parser;
    private readonly YamlGuard _guard;

    private YamlTreeReader(string text, string file, DiagnosticBag bag)
    {
        _bag = bag;
        _parser = new Parser(new StringReader(text));
        _guard = new YamlGuard(file);
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
            bag.Add(ManifestDiagnostics.Syntax.At(reader._guard.Last, "something after this value cannot be read."));
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
            throw _guard.Refuse(ManifestDiagnostics.SeveralDocuments, second);
        }

        return root;
    }

    private YamlNode ReadNode()
    {
        if (_parser.TryConsume<AnchorAlias>(out var alias))
        {
            throw _guard.Refuse(ManifestDiagnostics.Anchor, alias, $"*{alias.Value}");
        }

        var node = _parser.Consume<NodeEvent>();
        var at = _guard.Check(node);
        return node switch
        {
            SequenceStart => ReadList(at),
            MappingStart => ReadMapping(at),
            _ => ReadScalar((Scalar)node, at),
        };
    }

    private static YamlScalar ReadScalar(Scalar scalar, SourceLocation at) =>
        new(scalar.Value, scalar.Style == ScalarStyle.Plain ? YamlScalar.KindOf(scalar.Value) : ScalarKind.Text, at);

    private YamlList ReadList(SourceLocation at)
    {
        _guard.Enter(at);
        var items = ImmutableArray.CreateBuilder<YamlNode>();
        while (!_parser.TryConsume<SequenceEnd>(out _))
        {
            items.Add(ReadNode());
        }

        _guard.Leave();
        return new YamlList(items.ToImmutable(), at);
    }

    private YamlMapping ReadMapping(SourceLocation at)
    {
        _guard.Enter(at);
        var entries = new MappingEntries(_bag);
        while (!_parser.TryConsume<MappingEnd>(out _))
        {
            entries.Add(ReadNode(), ReadNode());
        }

        _guard.Leave();
        return new YamlMapping(entries.ToImmutable(), at);
    }
}
