using System.Buffers;

namespace IzzyViz.Tokenizers.RegularExpressions;

/// <summary>What an open choice of <see cref="Matcher"/> does when it is taken up again.</summary>
internal enum ChoiceKind
{
    /// <summary>Go on at an instruction.</summary>
    Branch,

    /// <summary>A greedy run gives one character back.</summary>
    Shrink,

    /// <summary>A lazy run takes one more.</summary>
    Grow,

    /// <summary>Put a register back.</summary>
    Restore,
}

/// <summary>An open choice: an instruction (or register), a position (or old value), and how far a run may go.</summary>
internal readonly record struct Choice(ChoiceKind Kind, int Target, int Position, int Extra);

/// <summary>The open choices, newest last, in pooled memory with a limit.</summary>
internal struct ChoiceStack : IDisposable
{
    private const int Largest = 1 << 24;
    private Choice[] _choices;

    public ChoiceStack() => _choices = ArrayPool<Choice>.Shared.Rent(64);

    public int Count { get; private set; }

    public void Push(Choice choice)
    {
        if (Count == _choices.Length)
        {
            Enlarge();
        }

        _choices[Count++] = choice;
    }

    public Choice Pop() => _choices[--Count];

    public void DropTo(int count) => Count = count;

    public readonly void Dispose() => ArrayPool<Choice>.Shared.Return(_choices);

    private void Enlarge()
    {
        if (_choices.Length >= Largest)
        {
            throw new PatternException("it keeps too many choices open on this text.");
        }

        var larger = ArrayPool<Choice>.Shared.Rent(_choices.Length * 2);
        _choices.AsSpan(0, Count).CopyTo(larger);
        ArrayPool<Choice>.Shared.Return(_choices);
        _choices = larger;
    }
}
