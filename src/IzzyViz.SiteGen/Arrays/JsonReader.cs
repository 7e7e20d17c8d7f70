using System.Collections.Immutable;
using System.Text.Json;
using IzzyViz.Analysis.Diagnostics;
using IzzyViz.SiteGen.Manifests;

namespace IzzyViz.SiteGen.Arrays;

/// <summary>Reads the one object of a JSON file; a key that is not known is an error.</summary>
internal static class JsonReader
{
    public static JsonData Read(string path, ReadOnlySpan<byte> bytes)
    {
        var cursor = new JsonCursor(path, bytes);
        if (!cursor.Read() || cursor.Token != JsonTokenType.StartObject)
        {
            throw cursor.Fail(ArrayDiagnostics.WrongType, "the file", "one object, { … }");
        }

        var data = new JsonData();
        while (cursor.Read() && cursor.Token == JsonTokenType.PropertyName)
        {
            data = Property(ref cursor, data);
        }

        cursor.Read();
        return data;
    }

    /// <summary>Whether the file is a list instead, and then its strings.</summary>
    public static bool TryReadList(string path, ReadOnlySpan<byte> bytes, out ImmutableArray<string> texts)
    {
        var cursor = new JsonCursor(path, bytes);
        var isList = cursor.Read() && cursor.Token == JsonTokenType.StartArray;
        texts = isList ? Texts(ref cursor, "the file") : [];
        return isList;
    }

    private static JsonData Property(ref JsonCursor cursor, JsonData data)
    {
        var (key, place) = (cursor.Text(), cursor.Here);
        if (!JsonData.Keys.Contains(key, StringComparer.Ordinal))
        {
            throw cursor.Fail(ArrayDiagnostics.UnknownKey, key, NearestName.Hint(key, JsonData.Keys));
        }

        if (data.Places.ContainsKey(key))
        {
            throw cursor.Fail(ArrayDiagnostics.Conflict, key, key);
        }

        cursor.Read();
        return Value(ref cursor, key, data with { Places = data.Places.Add(key, place) });
    }

    private static JsonData Value(ref JsonCursor cursor, string key, JsonData data) => key switch
    {
        "tokens" => data with { Tokens = Texts(ref cursor, key) },
        "row_tokens" => data with { RowTokens = Texts(ref cursor, key) },
        "col_tokens" => data with { ColumnTokens = Texts(ref cursor, key) },
        "matrix" => data with { Matrix = JsonMatrix.Read(ref cursor, key) },
        "matrices" => data with { Matrices = Several(ref cursor, key) },
        "values" => data with { Values = JsonMatrix.Read(ref cursor, key) },
        "special" => data with { Special = Indices(ref cursor, key) },
        _ when cursor.Token == JsonTokenType.String && cursor.Text() == "causal" => data with { IsCausal = true },
        _ when cursor.Token == JsonTokenType.StartArray => data with { Mask = JsonMatrix.ReadMask(ref cursor, key) },
        _ => throw cursor.Fail(ArrayDiagnostics.WrongType, key, "\"causal\" or rows of 0 and 1"),
    };

    private static ImmutableArray<Matrix> Several(ref JsonCursor cursor, string key)
    {
        Expect(ref cursor, key, "a list of matrices");
        var matrices = ImmutableArray.CreateBuilder<Matrix>();
        while (cursor.Read() && cursor.Token != JsonTokenType.EndArray)
        {
            matrices.Add(JsonMatrix.Read(ref cursor, $"{key}[{matrices.Count}]"));
        }

        return matrices.ToImmutable();
    }

    private static ImmutableArray<string> Texts(ref JsonCursor cursor, string key)
    {
        Expect(ref cursor, key, "a list of strings");
        var texts = ImmutableArray.CreateBuilder<string>();
        while (cursor.Read() && cursor.Token != JsonTokenType.EndArray)
        {
            texts.Add(cursor.Token == JsonTokenType.String ? cursor.Text() : throw cursor.Fail(ArrayDiagnostics.WrongType, $"{key}[{texts.Count}]", "a string"));
        }

        return texts.ToImmutable();
    }

    private static ImmutableArray<int> Indices(ref JsonCursor cursor, string key)
    {
        Expect(ref cursor, key, "a list of token positions");
        var indices = ImmutableArray.CreateBuilder<int>();
        while (cursor.Read() && cursor.Token != JsonTokenType.EndArray)
        {
            var isIndex = cursor.TryNumber(out var number) && number is >= 0 and <= int.MaxValue && number % 1 == 0;
            indices.Add(isIndex ? (int)number : throw cursor.Fail(ArrayDiagnostics.WrongType, $"{key}[{indices.Count}]", "a position, counted from 0"));
        }

        return indices.ToImmutable();
    }

    private static void Expect(ref JsonCursor cursor, string key, string what)
    {
        if (cursor.Token != JsonTokenType.StartArray)
        {
            throw cursor.Fail(ArrayDiagnostics.WrongType, key, what);
        }
    }
}
