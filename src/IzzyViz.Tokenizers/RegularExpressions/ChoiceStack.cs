using System.Buffers;

namespace IzzyViz.Tokenizers.RegularExpressions;

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
