namespace IzzyViz.Tokenizers.Unicode;

/// <summary>
/// Character classes and mappings as the reference library uses them, probed code point by code point.
/// It mixes tables of several Unicode versions, so .NET's own tables give other tokens.
/// </summary>
internal sealed record UnicodeTables
{
    private static readonly Lazy<UnicodeTables> Loaded = new(Load);

    public static UnicodeTables Reference => Loaded.Value;

    /// <summary>The library and version that was probed.</summary>
    public required string Version { get; init; }

    public required CodePointSet Space { get; init; }

    /// <summary><c>\w</c> of the pre-tokenizer Whitespace and of added tokens that must be single words.</summary>
    public required CodePointSet Word { get; init; }

    public required CodePointSet Punctuation { get; init; }

    public required CodePointSet Numeric { get; init; }

    /// <summary>What StripAccents removes.</summary>
    public required CodePointSet Combining { get; init; }

    /// <summary>What BertNormalizer removes after canonical decomposition.</summary>
    public required CodePointSet BertAccent { get; init; }

    public required CodePointSet BertRemoved { get; init; }

    /// <summary>What BertNormalizer sets apart with spaces.</summary>
    public required CodePointSet Chinese { get; init; }

    public required IReadOnlyDictionary<int, int[]> Lower { get; init; }

    public required Composition Composition { get; init; }

    /// <summary>Script classes of the pre-tokenizer UnicodeScripts; a code point in none of them joins either side.</summary>
    public required CodePointSet[] Scripts { get; init; }

    /// <summary>Classes of the regular expressions: <c>s w d h</c>, <c>[:name:]</c>, <c>p:name</c>.</summary>
    public required IReadOnlyDictionary<string, CodePointSet> Classes { get; init; }

    /// <summary>What a letter matches besides itself when case is ignored.</summary>
    public required IReadOnlyDictionary<int, int[]> Fold { get; init; }

    private static UnicodeTables Load()
    {
        using var stream = typeof(UnicodeTables).Assembly.GetManifestResourceStream("UnicodeTables.bin")!;
        var file = TableReader.Read(stream);
        return new()
        {
            Version = file.Version,
            Space = file.Sets["space"],
            Word = file.Sets["word"],
            Punctuation = file.Sets["punctuation"],
            Numeric = file.Sets["numeric"],
            Combining = file.Sets["combining"],
            BertAccent = file.Sets["bert-accent"],
            BertRemoved = file.Sets["clean-removed"],
            Chinese = file.Sets["cjk"],
            Lower = file.Maps["lower"],
            Composition = new(file.Maps["nfd"], file.Maps["nfkd"], file.Maps["rank"], file.Maps["compose"]),
            Scripts = file.Lists["scripts"],
            Classes = file.Sets,
            Fold = file.Maps["fold"],
        };
    }
}
