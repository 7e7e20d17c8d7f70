using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;

namespace IzzyViz.SiteGen.Arrays;

/// <summary>What a file written by <c>capture</c> says of its tokens.</summary>
internal static class CapturedTokens
{
    /// <summary>Tokens of rows and columns of a tensor, for one item; null where the file does not say.</summary>
    public static (ImmutableArray<string>? Rows, ImmutableArray<string>? Columns) Of(TensorFile file, string name, int item)
    {
        var (rows, columns) = Prefixes(file, name);
        return (Texts(file, $"{rows}tokens", item), Texts(file, $"{columns}tokens", item));
    }

    /// <summary>False where a row or column is padding; empty where the file does not say.</summary>
    public static (ImmutableArray<bool> Rows, ImmutableArray<bool> Columns) Padding(TensorFile file, string name, int item)
    {
        var (rows, columns) = Prefixes(file, name);
        return (Bits(file, $"{rows}mask", item), Bits(file, $"{columns}mask", item));
    }

    /// <summary>The attention of the file's first stack, layer by layer: <c>encoder.0</c>, <c>encoder.1</c> …; empty where the names are others.</summary>
    public static ImmutableArray<string> Layers(TensorFile file)
    {
        var numbered = file.Tensors.Keys.Select(k => k.Split('.')).Where(p => p is [_, var n] && n.All(char.IsAsciiDigit))
            .ToLookup(p => p[0], p => int.Parse(p[1], CultureInfo.InvariantCulture), StringComparer.Ordinal);
        var stack = Array.Find(["encoder", "decoder", "text", "vision", "cross"], numbered.Contains);
        return stack is null ? [] : [.. numbered[stack].Order().Select(n => $"{stack}.{n}")];
    }

    // A decoder beside an encoder reads the target; cross-attention reads the encoder from the decoder.
    private static (string Rows, string Columns) Prefixes(TensorFile file, string name)
    {
        var target = file.Metadata.ContainsKey("target_tokens") ? "target_" : "";
        return name.Split('.')[0] switch
        {
            "decoder" => (target, target),
            "cross" => (target, ""),
            _ => ("", ""),
        };
    }

    private static ImmutableArray<string>? Texts(TensorFile file, string key, int item) =>
        Entry<string>(file, key, item) is { } texts ? [.. texts] : null;

    private static ImmutableArray<bool> Bits(TensorFile file, string key, int item) =>
        Entry<int>(file, key, item) is { } bits ? [.. bits.Select(b => b != 0)] : [];

    private static T[]? Entry<T>(TensorFile file, string key, int item)
    {
        try
        {
            var rows = file.Metadata.TryGetValue(key, out var json) ? JsonSerializer.Deserialize<T[][]>(json) : null;
            return rows is not null && item >= 0 && item < rows.Length ? rows[item] : null;
        }
        catch (JsonException)
        {
            // Metadata of that name that somebody else wrote.
            return null;
        }
    }
}
