using System.Collections.Immutable;
using System.Globalization;
using Parquet;
using Parquet.Data;
using Parquet.Schema;

namespace IzzyViz.Analysis.Datasets;

/// <summary>One column of plain values or of lists of them; anything deeper is there but cannot be read.</summary>
/// <param name="Leaves">All plain columns under the name; none where there is no such column.</param>
internal readonly record struct ParquetLeaf(DataField? Column, DataField[] Leaves)
{
    public async Task<Field[]> ReadAsync(ParquetRowGroupReader group, int rows, CancellationToken cancellation)
    {
        if (Column is null)
        {
            return [.. Enumerable.Repeat(Structure(), rows)];
        }

        using var raw = await group.ReadRawColumnDataBaseAsync(Column, cancellation);
        var values = Values(raw);
        return Column.MaxRepetitionLevel == 0 ? Flat(raw, values, rows) : Lists(raw, values, rows);
    }

    private Field Structure()
    {
        var names = Leaves.Select(l => l.Name).ToList();
        return names.Count == 0 ? default
            : names.Contains("role", StringComparer.Ordinal) && names.Contains("content", StringComparer.Ordinal) ? new(FieldKind.Conversation, "", [])
            : new(FieldKind.Other, "a structure", []);
    }

    // Only values that are defined are stored; a level below the maximum says that there is none.
    private Field[] Flat(RawColumnData raw, Func<int, Field> values, int rows)
    {
        var fields = new Field[rows];
        var levels = Column!.MaxDefinitionLevel == 0 ? [] : raw.DefinitionLevels;
        for (int row = 0, next = 0; row < rows; row++)
        {
            fields[row] = levels.IsEmpty || levels[row] == Column.MaxDefinitionLevel ? values(next++) : Field.Null;
        }

        return fields;
    }

    private Field[] Lists(RawColumnData raw, Func<int, Field> values, int rows)
    {
        var repetitions = raw.RepetitionLevels;
        var definitions = raw.DefinitionLevels;
        var lists = new ImmutableArray<string>.Builder[rows];
        for (int entry = 0, row = -1, next = 0; entry < repetitions.Length; entry++)
        {
            if (repetitions[entry] == 0)
            {
                lists[++row] = ImmutableArray.CreateBuilder<string>();
            }

            if (definitions[entry] == Column!.MaxDefinitionLevel)
            {
                lists[row].Add(values(next++).Value);
            }
        }

        return [.. lists.Select(l => Field.List(l.ToImmutable()))];
    }

    private static Func<int, Field> Values(RawColumnData raw) => raw switch
    {
        RawColumnData<ReadOnlyMemory<char>> text => i => Field.Text(text.Values[i].ToString()),
        RawColumnData<bool> flags => i => Field.Boolean(flags.Values[i]),
        RawColumnData<int> numbers => i => Number(numbers.Values[i]),
        RawColumnData<long> numbers => i => Number(numbers.Values[i]),
        RawColumnData<uint> numbers => i => Number(numbers.Values[i]),
        RawColumnData<ulong> numbers => i => Number(numbers.Values[i]),
        RawColumnData<short> numbers => i => Number(numbers.Values[i]),
        RawColumnData<ushort> numbers => i => Number(numbers.Values[i]),
        RawColumnData<sbyte> numbers => i => Number(numbers.Values[i]),
        RawColumnData<byte> numbers => i => Number(numbers.Values[i]),
        RawColumnData<float> numbers => i => Number(numbers.Values[i]),
        RawColumnData<double> numbers => i => Number(numbers.Values[i]),
        RawColumnData<decimal> numbers => i => Number(numbers.Values[i]),
        _ => _ => new(FieldKind.Other, "a value that is neither text, number, boolean nor a list of them", []),
    };

    private static Field Number<T>(T value) where T : IFormattable => Field.Number(value.ToString(null, CultureInfo.InvariantCulture));
}
