using System.Collections.Immutable;
using IzzyViz.Tokenizers.Unicode;

namespace IzzyViz.Tokenizers.RegularExpressions;

/// <summary>Parses Oniguruma's Ruby syntax, as far as tokenizers use it; the rest is refused by name.</summary>
internal sealed class PatternParser
{
    private const int DeepestNesting = 200;
    private static readonly CodePointSet NotLineFeed = CodePointSet.Of('\n').Complement();

    private readonly PatternCursor _cursor;
    private readonly UnicodeTables _tables;
    private readonly EscapeParser _escapes;
    private readonly CharacterClassParser _classes;
    private readonly GroupParser _groups;
    private int _depth;

    private PatternParser(string pattern, UnicodeTables tables)
    {
        _cursor = new(pattern);
        _tables = tables;
        var named = new NamedClasses(_cursor, tables);
        _escapes = new(_cursor, named);
        _classes = new(_cursor, _escapes, named);
        _groups = new(this, _cursor);
    }

    public PatternOptions Options { get; set; }

    public static Node Parse(string pattern, UnicodeTables tables)
    {
        var parser = new PatternParser(pattern, tables);
        var node = parser.Alternation();
        return parser._cursor.AtEnd ? node : throw new PatternException("a ')' has no group.");
    }

    /// <summary>Branches up to a closing parenthesis or the end.</summary>
    public Node Alternation()
    {
        if (++_depth > DeepestNesting)
        {
            throw new PatternException($"groups are nested more than {DeepestNesting} deep.");
        }

        var branches = ImmutableArray.CreateBuilder<Node>();
        do
        {
            branches.Add(Sequence());
        }
        while (_cursor.TryTake('|'));
        _depth--;
        return branches.Count == 1 ? branches[0] : new AlternationNode(branches.ToImmutable());
    }

    private Node Sequence()
    {
        var items = ImmutableArray.CreateBuilder<Node>();
        while (!_cursor.AtEnd && _cursor.Peek() is not ('|' or ')'))
        {
            if (Item() is { } item)
            {
                items.Add(Quantifier.Apply(_cursor, item));
            }
        }

        FoldedSequences.Check(items, Options.IgnoreCase);
        return items.Count == 1 ? items[0] : new SequenceNode(items.ToImmutable());
    }

    private Node? Item()
    {
        var character = _cursor.Take();
        return character switch
        {
            '(' => _groups.Group(),
            '[' => Class(_classes.Bracket()),
            '.' => new SetNode(Options.DotMatchesAll ? CodePointSet.All : NotLineFeed),
            '^' => new AnchorNode(Anchor.LineStart),
            '$' => new AnchorNode(Anchor.LineEnd),
            '*' or '+' or '?' => throw new PatternException($"nothing stands before '{(char)character}'."),
            '\\' => Escape(),
            '#' when Options.Extended => Comment(),
            _ when Options.Extended && _tables.Space.Contains(character) => null,
            _ => Literal(CodePointSet.Of(character)),
        };
    }

    private SetNode Literal(CodePointSet set) => Class(new(set, IsNegative: false));

    private SetNode Class(CharacterClass listed) => new((Options.IgnoreCase ? listed.IgnoringCase(_tables) : listed).Set);

    private Node Escape()
    {
        Anchor? anchor = _cursor.Peek() switch
        {
            'A' => Anchor.TextStart,
            'z' => Anchor.TextEnd,
            'Z' => Anchor.LastLineEnd,
            'b' => Anchor.WordBoundary,
            'B' => Anchor.NoWordBoundary,
            _ => null,
        };
        if (anchor is { } found)
        {
            _cursor.Take();
            return new AnchorNode(found);
        }

        var set = _escapes.Escape();
        return set.Single >= 0 ? Literal(set) : new SetNode(set);
    }

    private Node? Comment()
    {
        while (!_cursor.AtEnd && _cursor.Take() != '\n')
        {
        }

        return null;
    }
}
