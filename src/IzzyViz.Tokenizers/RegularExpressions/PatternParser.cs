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
    private readonly CharacterClassParser _classes;
    private PatternOptions _options;
    private int _depth;

    private PatternParser(string pattern, UnicodeTables tables)
    {
        _cursor = new(pattern);
        _tables = tables;
        _classes = new(_cursor, tables);
    }

    public static Node Parse(string pattern, UnicodeTables tables)
    {
        var parser = new PatternParser(pattern, tables);
        var node = parser.Alternation();
        return parser._cursor.AtEnd ? node : throw new PatternException("a ')' has no group.");
    }

    private Node Alternation()
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

        FoldedSequences.Check(items, _options.IgnoreCase);
        return items.Count == 1 ? items[0] : new SequenceNode(items.ToImmutable());
    }

    private Node? Item()
    {
        var character = _cursor.Take();
        return character switch
        {
            '(' => Group(),
            '[' => new SetNode(_classes.Bracket(_options.IgnoreCase)),
            '.' => new SetNode(_options.DotMatchesAll ? CodePointSet.All : NotLineFeed),
            '^' => new AnchorNode(Anchor.LineStart),
            '$' => new AnchorNode(Anchor.LineEnd),
            '*' or '+' or '?' => throw new PatternException($"nothing stands before '{(char)character}'."),
            '\\' => Escape(),
            '#' when _options.Extended => Comment(),
            _ when _options.Extended && _tables.Space.Contains(character) => null,
            _ => Literal(CodePointSet.Of(character)),
        };
    }

    private SetNode Literal(CodePointSet set) => new(_options.IgnoreCase ? _classes.Fold(set) : set);

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

        var set = _classes.Escape();
        return set.Single >= 0 ? Literal(set) : new SetNode(set);
    }

    private Node? Comment()
    {
        while (!_cursor.AtEnd && _cursor.Take() != '\n')
        {
        }

        return null;
    }

    private Node Group()
    {
        var outer = _options;
        var node = _cursor.TryTake('?') ? SpecialGroup() : Inside(n => n);
        _options = outer;
        return node;
    }

    private Node Inside(Func<Node, Node> wrap)
    {
        var node = Alternation();
        _cursor.Expect(')', "a group");
        return wrap(node);
    }

    private Node SpecialGroup() => _cursor.Take() switch
    {
        ':' => Inside(n => n),
        '=' => Inside(n => new LookNode(n, Ahead: true, Negative: false)),
        '!' => Inside(n => new LookNode(n, Ahead: true, Negative: true)),
        '>' => Inside(n => new AtomicNode(n)),
        '#' => CommentGroup(),
        '<' => BehindOrNamed(),
        var c => WithOptions(c),
    };

    private SequenceNode CommentGroup()
    {
        _cursor.TakeUntil(')', "a comment");
        return SequenceNode.Empty;
    }

    private Node BehindOrNamed()
    {
        if (_cursor.TryTake('='))
        {
            return Inside(n => new LookNode(n, Ahead: false, Negative: false));
        }

        if (_cursor.TryTake('!'))
        {
            return Inside(n => new LookNode(n, Ahead: false, Negative: true));
        }

        _cursor.TakeUntil('>', "a group name");
        return Inside(n => n);
    }

    /// <summary><c>(?i:…)</c> for the group, <c>(?i)…</c> for all that follows in the enclosing one.</summary>
    private Node WithOptions(int character)
    {
        for (var on = true; ; character = _cursor.Take())
        {
            switch (character)
            {
                case '-':
                    on = false;
                    break;
                case ':':
                    return Inside(n => n);
                case ')':
                    return Alternation();
                default:
                    _options = _options.With(character, on);
                    break;
            }
        }
    }
}
