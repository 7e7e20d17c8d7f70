using System.Text.RegularExpressions;
using IzzyViz.DemoModels.Evaluation;

namespace IzzyViz.DemoModels.Cards;

/// <summary>Heads as the gallery names them: <c>L0H3</c>, and with the kind where a model has more than one: <c>cross.L1H2</c>.</summary>
internal static partial class HeadNames
{
    public static string Of(HeadScore score) => $"L{Layer(score.Layer)}H{score.Head}";

    public static string Cross(HeadScore score) => $"cross.{Of(score)}";

    private static string Layer(string module) => LayerNumber().Match(module).Groups["number"].Value;

    [GeneratedRegex(@"layers?\.(?<number>\d+)/", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex LayerNumber();
}
