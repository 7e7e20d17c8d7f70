using IzzyViz.Tokenizers.Text;

namespace IzzyViz.Tokenizers.Unicode;

/// <summary>Canonical composition. A composite's change is the sum of its parts' less one for each part swallowed.</summary>
internal sealed class Recomposer(Composition composition)
{
    private readonly List<Change> _output = [], _marks = [];
    private Change? _starter;
    private int _lastRank = -1;

    public List<Change> Apply(List<Change> parts)
    {
        foreach (var part in parts)
        {
            Take(part, composition.Rank(part.Character));
        }

        Flush();
        return _output;
    }

    private void Take(Change part, int rank)
    {
        if (_starter is not { } starter)
        {
            Begin(part, rank);
        }
        else if (_lastRank < rank && composition.Compose(starter.Character, part.Character) is >= 0 and var composite)
        {
            _starter = new(composite, starter.Difference + part.Difference - 1);
        }
        else if (rank == 0)
        {
            Flush();
            _starter = part;
        }
        else
        {
            _marks.Add(part);
            _lastRank = rank;
        }
    }

    private void Begin(Change part, int rank)
    {
        if (rank == 0)
        {
            _starter = part;
        }
        else
        {
            _output.Add(part);
        }
    }

    private void Flush()
    {
        if (_starter is { } starter)
        {
            _output.Add(starter);
        }

        _output.AddRange(_marks);
        _marks.Clear();
        _starter = null;
        _lastRank = -1;
    }
}
