using System.Runtime.InteropServices;

namespace IzzyViz.Tokenizers.Text;

/// <summary>Builds a changed text whose characters keep the source ranges of what they came from.</summary>
internal sealed class Rewriting(List<Change> changes)
{
    public Rewriting(int capacity)
        : this(new List<Change>(capacity))
    {
    }

    public int Count => changes.Count;

    public Change this[Index index]
    {
        get => changes[index];
        set => changes[index] = value;
    }

    public void Add(int character, int difference = 0) => changes.Add(new(character, difference));

    /// <param name="skipped">How many characters of the old text were removed before the first one that stays.</param>
    public AlignedText Apply(AlignedText old, int skipped = 0)
    {
        var characters = new int[changes.Count];
        var starts = new int[changes.Count];
        var ends = new int[changes.Count];
        int at = skipped, i = 0;
        foreach (var (character, difference) in CollectionsMarshal.AsSpan(changes))
        {
            characters[i] = character;
            (starts[i], ends[i]) = difference <= 0 ? old.SourceAt(at) : at < 1 ? (old.SourceStart, old.SourceStart) : old.SourceAt(at - 1);
            at += difference > 0 ? 0 : 1 - difference;
            i++;
        }

        return old.With(characters, starts, ends);
    }
}
