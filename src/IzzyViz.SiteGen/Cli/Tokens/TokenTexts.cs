using System.Collections.Immutable;
using System.Text.Json;
using IzzyViz.Analysis.Diagnostics;
using IzzyViz.Analysis.Tokens;
using IzzyViz.SiteGen.Arrays;

namespace IzzyViz.SiteGen.Cli.Tokens;

/// <summary>A text to encode, or two.</summary>
internal sealed record TokenText(string Text, string? Pair = null);

/// <summary>Reads the JSON file of <c>tokens --file</c>.</summary>
internal static class TokenTexts
{
    public static ImmutableArray<TokenText> Read(string path)
    {
        try
        {
            using var json = JsonDocument.Parse(LoneEscapes.Replaced(File.ReadAllText(path)));
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

    private static DiagnosticException Unreadable(string path, Exception problem, long line) =>
        new(TokenDiagnostics.TextsUnreadable.At(new SourceLocation(path, (int)line), problem.Message), problem);
}
