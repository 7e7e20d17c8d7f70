using System.Collections.Immutable;

namespace IzzyViz.DemoModels.Tasks.Induction;

/// <summary>Short words that tell nothing about one another.</summary>
internal static class InductionVocabulary
{
    public const string Start = "<s>";
    public const string Padding = "<pad>";
    public const string End = "</s>";
    public const string Unknown = "<unk>";

    public static ImmutableArray<string> Words { get; } =
    [
        .. ("ant ape auk bat bear bee boar bug carp cat clam cod cow crab crow deer dog dove duck eel elk emu ewe fish flea fly fox " +
            "frog gnat goat gull hare hawk hen ibis jay kite koi lamb lark lion loon lynx mink mole moth mule newt orca owl pig pony " +
            "pug rat ray rook seal slug swan toad tuna wasp wolf wren").Split(' '),
    ];

    public static ImmutableArray<string> Special { get; } = [Start, Padding, End, Unknown];

    public static ImmutableArray<string> Pieces { get; } = [.. Special, .. Words];
}
