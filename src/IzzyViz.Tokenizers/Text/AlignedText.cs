namespace IzzyViz.Tokenizers.Text;

/// <summary>A view of code points, each of which knows the range of source code points it came from.</summary>
internal readonly struct AlignedText
{
    private readonly int[] _characters;

    /// <summary>Null where every character is its own source.</summary>
    private readonly int[]? _starts;
    private readonly int[]? _ends;
    private readonly int _offset;

    private AlignedText(int[] characters, int[]? starts, int[]? ends, int offset, int length, int sourceStart)
    {
        _characters = characters;
        _starts = starts;
        _ends = ends;
        _offset = offset;
        Length = length;
        SourceStart = sourceStart;
    }

    public int Length { get; }

    /// <summary>Where in the source this piece began when it was cut.</summary>
    public int SourceStart { get; }

    public ReadOnlySpan<int> Characters => _characters.AsSpan(_offset, Length);

    public static AlignedText From(int[] characters) => new(characters, null, null, 0, characters.Length, 0);

    public (int Start, int End) SourceAt(int index) =>
        _starts is null ? (_offset + index, _offset + index + 1) : (_starts[_offset + index], _ends![_offset + index]);

    /// <summary>Source range of the characters from <paramref name="start"/> up to <paramref name="end"/>.</summary>
    public (int Start, int End) Source(int start, int end) =>
        end > start ? (SourceAt(start).Start, SourceAt(end - 1).End) : (SourceStart + start, SourceStart + end);

    public AlignedText Slice(int start, int end) =>
        new(_characters, _starts, _ends, _offset + start, end - start, end > start ? SourceAt(start).Start : SourceStart + start);

    public AlignedText With(int[] characters, int[] starts, int[] ends) => new(characters, starts, ends, 0, characters.Length, SourceStart);

    /// <summary>A piece of ready arrays that begins in the source where this one does.</summary>
    public AlignedText Moved(AlignedText buffer, int offset, int length) =>
        new(buffer._characters, buffer._starts, buffer._ends, buffer._offset + offset, length, SourceStart);

    /// <summary>Every character replaced by exactly one.</summary>
    public AlignedText Map<TState>(Func<TState, int, int> map, TState state)
    {
        var changed = -1;
        for (var i = 0; i < Length && changed < 0; i++)
        {
            changed = map(state, Characters[i]) != Characters[i] ? i : -1;
        }

        return changed < 0 ? this : Replaced(map, state);
    }

    /// <summary>Only the characters to keep.</summary>
    public AlignedText Filter<TState>(Func<TState, int, bool> keep, TState state)
    {
        var characters = Characters;
        var kept = 0;
        while (kept < characters.Length && keep(state, characters[kept]))
        {
            kept++;
        }

        return kept == characters.Length ? this : Filtered(keep, state);
    }

    public override string ToString() => CodePoints.ToString(Characters);

    private AlignedText Replaced<TState>(Func<TState, int, int> map, TState state)
    {
        var characters = new int[_offset + Length];
        for (var i = 0; i < Length; i++)
        {
            characters[_offset + i] = map(state, _characters[_offset + i]);
        }

        return new(characters, _starts, _ends, _offset, Length, SourceStart);
    }

    private AlignedText Filtered<TState>(Func<TState, int, bool> keep, TState state)
    {
        var rewriting = new Rewriting(Length);
        var skipped = 0;
        foreach (var character in Characters)
        {
            if (keep(state, character))
            {
                rewriting.Add(character);
            }
            else if (rewriting.Count == 0)
            {
                skipped++;
            }
            else
            {
                rewriting[^1] = new(rewriting[^1].Character, rewriting[^1].Difference - 1);
            }
        }

        return rewriting.Apply(this, skipped);
    }
}
