namespace IzzyViz.Tokenizers.Unicode;

/// <summary>Decomposition, canonical order and composition of single characters.</summary>
internal sealed class Composition
{
    private readonly Dictionary<int, int[]> _canonical, _compatible;
    private readonly Dictionary<int, int> _ranks;
    private readonly Dictionary<(int, int), int> _composites = [];

    /// <param name="composites">Composite to its first and second part.</param>
    public Composition(Dictionary<int, int[]> canonical, Dictionary<int, int[]> compatible, Dictionary<int, int[]> ranks, Dictionary<int, int[]> composites)
    {
        _canonical = canonical;
        _compatible = compatible;
        _ranks = ranks.ToDictionary(r => r.Key, r => r.Value[0]);
        foreach (var (composite, parts) in composites)
        {
            _composites[(parts[0], parts[1])] = composite;
        }
    }

    /// <summary>Rank of the combining class: 0 for starters, else only the order matters.</summary>
    public int Rank(int character) => character < 0x300 ? 0 : _ranks.GetValueOrDefault(character);

    /// <summary>The parts of a character, or null where it is its own decomposition.</summary>
    public int[]? Decompose(int character, bool compatible)
    {
        if (character < 0x80)
        {
            return null;
        }

        if (Hangul.IsSyllable(character))
        {
            var (lead, vowel, tail) = Hangul.Parts(character);
            return tail == 0 ? [lead, vowel] : [lead, vowel, tail];
        }

        return compatible && _compatible.TryGetValue(character, out var parts) ? parts : _canonical.GetValueOrDefault(character);
    }

    /// <summary>The composite of two characters, or -1.</summary>
    public int Compose(int first, int second)
    {
        var syllable = Hangul.Compose(first, second);
        return syllable >= 0 ? syllable : _composites.GetValueOrDefault((first, second), -1);
    }
}
