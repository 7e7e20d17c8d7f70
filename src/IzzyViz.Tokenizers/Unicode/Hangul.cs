namespace IzzyViz.Tokenizers.Unicode;

/// <summary>Syllables and their letters, by the formula of the Unicode standard, section 3.12.</summary>
internal static class Hangul
{
    private const int Syllable = 0xAC00, Lead = 0x1100, Vowel = 0x1161, Tail = 0x11A7;
    private const int Leads = 19, Vowels = 21, Tails = 28;

    public static bool IsSyllable(int c) => c is >= Syllable and < Syllable + Leads * Vowels * Tails;

    public static (int Lead, int Vowel, int Tail) Parts(int syllable)
    {
        var index = syllable - Syllable;
        var tail = index % Tails;
        return (Lead + index / (Vowels * Tails), Vowel + index % (Vowels * Tails) / Tails, tail == 0 ? 0 : Tail + tail);
    }

    /// <summary>The syllable of two parts, or -1.</summary>
    public static int Compose(int first, int second)
    {
        if (first is >= Lead and < Lead + Leads && second is >= Vowel and < Vowel + Vowels)
        {
            return Syllable + ((first - Lead) * Vowels + second - Vowel) * Tails;
        }

        var open = IsSyllable(first) && (first - Syllable) % Tails == 0;
        return open && second is > Tail and < Tail + Tails ? first + second - Tail : -1;
    }
}
