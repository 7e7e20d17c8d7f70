using System.Collections.Immutable;
using System.Text.Json;
using System.Text.RegularExpressions;
using IzzyViz.Analysis.Diagnostics;
using IzzyViz.Analysis.Tokens;

namespace IzzyViz.SiteGen.Cli;

/// <summary>A text to encode, or two.</summary>
internal sealed record TokenText(string Text, string? Pair = null);

/// <summary>Reads the JSON file of <c>tokens --file</c>.</summary>
internal static partial class TokenTexts
{
    public static ImmutableArray<TokenText> Read(string path)
    {
        try
        {
            using var json = JsonDocument.Parse(Repaired(File.ReadAllText(path)));
            return [.. json.RootElement.EnumerateArray().Select((item, i) => Text(item, (path, i + 1)))];
        }
        catch (Exception problem) when (problem is JsonException or InvalidOperationException or FormatException)
        {
            throw Unreadable(path, problem, (problem as JsonException)?.LineNumber + 1 ?? 0);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw Unreadable(path, problem, 0);
        }
    }

    private static TokenText Text(JsonElement item, (string Path, int Number) place) => item.ValueKind switch
    {
        _ when IsMessage(item) || (item.ValueKind == JsonValueKind.Array && item.EnumerateArray().Any(IsMessage)) => throw new DiagnosticException(TokenDiagnostics.Conversation.At(place.Path, place.Number)),
        JsonValueKind.String => new(item.GetString()!),
        JsonValueKind.Array when item.GetArrayLength() == 2 => new(item[0].GetString()!, item[1].GetString()),
        _ => throw new FormatException($"entry {place.Number} is neither a string nor a pair of strings."),
    };

    private static bool IsMessage(JsonElement item) =>
        item.ValueKind == JsonValueKind.Object && item.TryGetProperty("role", out _) && item.TryGetProperty("content", out _);

    /// <summary>Half of a surrogate pair stands for no character; JSON libraries refuse it, the reference reads U+FFFD.</summary>
    private static string Repaired(string json) => Escapes().Replace(json, m => m.Groups["whole"].Success ? m.Value : @"\ufffd");

    [GeneratedRegex(@"(?<whole>\\\\|\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2})|\\u[dD][89a-fA-F][0-9a-fA-F]{2}", RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex Escapes();

    private static DiagnosticException Unreadable(string path, Exception problem, long line) =>
        new(TokenDiagnostics.TextsUnreadable.At(new SourceLocation(path, (int)line), problem.Message), problem);
}
