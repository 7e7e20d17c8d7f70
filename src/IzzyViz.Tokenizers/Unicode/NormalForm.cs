using IzzyViz.Tokenizers.Text;

namespace IzzyViz.Tokenizers.Unicode;

/// <summary>NFD, NFKD, NFC and NFKC as the reference's normaliser streams them, each character with its change in length.</summary>
internal sealed class NormalForm(Composition composition, bool compatible, bool compose)
{
    /// <summary>Texts below this are their own normal form: nothing composes below U+0300, nothing decomposes below U+00A0.</summary>
    private readonly int _firstToChange = compose && !compatible ? 0x300 : 0xA0;

    public AlignedText Apply(AlignedText text)
    {
        if (IsPlain(text.Characters))
        {
            return text;
        }

        var parts = new List<Change>(text.Length + 8);
        foreach (var character in text.Characters)
        {
            Decompose(character, parts);
        }

        Order(parts);
        return new Rewriting(compose ? new Recomposer(composition).Apply(parts) : parts).Apply(text);
    }

    private bool IsPlain(ReadOnlySpan<int> characters)
    {
        foreach (var character in characters)
        {
            if (character >= _firstToChange)
            {
                return false;
            }
        }

        return true;
    }

    private void Decompose(int character, List<Change> output)
    {
        if (composition.Decompose(character, compatible) is not { } parts)
        {
            output.Add(new(character, 0));
            return;
        }

        for (var i = 0; i < parts.Length; i++)
        {
            output.Add(new(parts[i], i == 0 ? 0 : 1));
        }
    }

    /// <summary>Stable sort of each run of marks by combining class.</summary>
    private void Order(List<Change> parts)
    {
        for (var i = 0; i < parts.Count; i++)
        {
            var end = i;
            while (end < parts.Count && composition.Rank(parts[end].Character) != 0)
            {
                end++;
            }

            if (end - i > 1)
            {
                var sorted = parts.GetRange(i, end - i).OrderBy(c => composition.Rank(c.Character)).ToList();
                sorted.ForEach(c => parts[i++] = c);
            }

            i = Math.Max(i, end);
        }
    }
}
