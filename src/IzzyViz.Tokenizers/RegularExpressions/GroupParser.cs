namespace IzzyViz.Tokenizers.RegularExpressions;

/// <summary>What stands in parentheses: groups, looks, comments, and options for the rest of a group.</summary>
internal sealed class GroupParser(PatternParser pattern, PatternCursor cursor)
{
    /// <summary>A group whose opening parenthesis has been taken. Options set inside end with it.</summary>
    public Node Group()
    {
        var outer = pattern.Options;
        var node = cursor.TryTake('?') ? Special() : Inside();
        pattern.Options = outer;
        return node;
    }

    private Node Special() => cursor.Take() switch
    {
        ':' => Inside(),
        '=' => new LookNode(Inside(), Ahead: true, Negative: false),
        '!' => new LookNode(Inside(), Ahead: true, Negative: true),
        '>' => new AtomicNode(Inside()),
        '#' => Comment(),
        '<' => BehindOrNamed(),
        var c => WithOptions(c),
    };

    private Node Inside()
    {
        var node = pattern.Alternation();
        cursor.Expect(')', "a group");
        return node;
    }

    private SequenceNode Comment()
    {
        cursor.TakeUntil(')', "a comment");
        return SequenceNode.Empty;
    }

    private Node BehindOrNamed()
    {
        if (cursor.TryTake('='))
        {
            return new LookNode(Inside(), Ahead: false, Negative: false);
        }

        if (cursor.TryTake('!'))
        {
            return new LookNode(Inside(), Ahead: false, Negative: true);
        }

        cursor.TakeUntil('>', "a group name");
        return Inside();
    }

    /// <summary><c>(?i:…)</c> for the group, <c>(?i)…</c> for all that follows in the enclosing one.</summary>
    private Node WithOptions(int character)
    {
        for (var on = true; character is not (':' or ')'); character = cursor.Take())
        {
            if (character == '-')
            {
                on = false;
            }
            else
            {
                pattern.Options = pattern.Options.With(character, on);
            }
        }

        return character == ':' ? Inside() : pattern.Alternation();
    }
}
