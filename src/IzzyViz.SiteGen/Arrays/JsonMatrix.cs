using System.Text.Json;
using IzzyViz.Analysis.Diagnostics;

namespace IzzyViz.SiteGen.Arrays;

/// <summary>Rows of numbers in JSON.</summary>
internal static class JsonMatrix
{
    /// <summary><c>null</c> reads as NaN: a cell that does not exist.</summary>
    public static Matrix Read(ref JsonCursor cursor, string name) => Read(ref cursor, name, Number);

    /// <summary>0, 1, true and false.</summary>
    public static Matrix ReadMask(ref JsonCursor cursor, string name) => Read(ref cursor, name, Bit);

    private static Matrix Read(ref JsonCursor cursor, string name, CellReader read)
    {
        if (cursor.Token != JsonTokenType.StartArray)
        {
            throw cursor.Fail(ArrayDiagnostics.WrongType, name, "a list of rows, each a list of numbers");
        }

        var (values, rows, columns) = (new List<double>(), 0, 0);
        while (cursor.Read() && cursor.Token != JsonTokenType.EndArray)
        {
            var before = values.Count;
            ReadRow(ref cursor, $"{name}[{rows}]", values, read);
            columns = rows == 0 ? values.Count : columns;
            if (values.Count - before != columns || columns == 0)
            {
                throw columns == 0
                    ? cursor.Fail(ArrayDiagnostics.WrongType, $"{name}[{rows}]", "a row with at least one number")
                    : cursor.Fail(ArrayDiagnostics.RaggedRow, name, rows, values.Count - before, columns);
            }

            rows++;
        }

        return rows > 0 ? new(rows, columns, [.. values]) : throw cursor.Fail(ArrayDiagnostics.WrongType, name, "a list with at least one row");
    }

    private static void ReadRow(ref JsonCursor cursor, string name, List<double> values, CellReader read)
    {
        if (cursor.Token != JsonTokenType.StartArray)
        {
            throw cursor.Fail(ArrayDiagnostics.WrongType, name, "a list of numbers");
        }

        for (var column = 0; cursor.Read() && cursor.Token != JsonTokenType.EndArray; column++)
        {
            values.Add(read(ref cursor, name, column));
        }
    }

    private static double Number(ref JsonCursor cursor, string name, int column) =>
        cursor.Token == JsonTokenType.Null ? double.NaN
        : cursor.TryNumber(out var number) && double.IsFinite(number) ? number
        : throw cursor.Fail(ArrayDiagnostics.WrongType, $"{name}[{column}]", "a finite number, or null where the cell does not exist");

    private static double Bit(ref JsonCursor cursor, string name, int column) => cursor.Token switch
    {
        JsonTokenType.True => 1,
        JsonTokenType.False => 0,
        _ when cursor.TryNumber(out var number) && number is 0 or 1 => number,
        _ => throw cursor.Fail(ArrayDiagnostics.WrongType, $"{name}[{column}]", "0 or 1"),
    };

    private delegate double CellReader(ref JsonCursor cursor, string name, int column);
}
