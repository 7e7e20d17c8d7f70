using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using IzzyViz.Analysis.Onnx;

namespace IzzyViz.SiteGen.Arrays;

/// <summary>What the header of an array says: a dictionary written as Python writes it.</summary>
internal sealed partial record NpyHeader(ElementType Type, int Size, bool IsBigEndian, bool IsFortran, ImmutableArray<long> Shape)
{
    /// <exception cref="InvalidDataException">It says something else, or a type that is no number.</exception>
    public static NpyHeader Parse(string text)
    {
        var (type, order, shape) = (TypePattern().Match(text), OrderPattern().Match(text), ShapePattern().Match(text));
        if (!type.Success || !order.Success || !shape.Success)
        {
            throw new InvalidDataException("its header has no type, order or shape that is known; structured arrays are not read.");
        }

        var element = TypeOf(type.Groups["kind"].Value);
        var dims = shape.Groups["n"].Captures.Select(c => long.Parse(c.Value, CultureInfo.InvariantCulture));
        return new(element, ElementTypes.Size(element), type.Groups["order"].Value == ">", order.Groups["is"].Value == "True", [.. dims]);
    }

    private static ElementType TypeOf(string kind) => kind switch
    {
        "f8" => ElementType.Float64,
        "f4" => ElementType.Float32,
        "f2" => ElementType.Float16,
        "i8" => ElementType.Int64,
        "i4" => ElementType.Int32,
        "i2" => ElementType.Int16,
        "i1" => ElementType.Int8,
        "u8" => ElementType.UInt64,
        "u4" => ElementType.UInt32,
        "u2" => ElementType.UInt16,
        "u1" => ElementType.UInt8,
        "b1" => ElementType.Bool,
        _ => throw new InvalidDataException($"its type '{kind}' is no number that is read (f2, f4, f8, integers, b1)."),
    };

    [GeneratedRegex("['\"]descr['\"]\\s*:\\s*['\"](?<order>[<>|=]?)(?<kind>[a-zA-Z]\\d+)['\"]", RegexOptions.ExplicitCapture, 60_000)]
    private static partial Regex TypePattern();

    [GeneratedRegex("['\"]fortran_order['\"]\\s*:\\s*(?<is>True|False)", RegexOptions.ExplicitCapture, 60_000)]
    private static partial Regex OrderPattern();

    [GeneratedRegex("['\"]shape['\"]\\s*:\\s*\\(\\s*((?<n>\\d{1,18})L?\\s*,?\\s*)*\\)", RegexOptions.ExplicitCapture, 60_000)]
    private static partial Regex ShapePattern();
}
