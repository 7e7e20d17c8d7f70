using System.Globalization;
using System.Numerics;
using System.Text.Json.Nodes;
using IzzyViz.Analysis.Diagnostics;
using IzzyViz.SiteGen.Manifests.Yaml;

namespace IzzyViz.SiteGen.Manifests.Shapes;

/// <summary>A whole number (<c>int</c>, <c>long</c>) or a number with a fraction (<c>double</c>) between two bounds, both included.</summary>
internal sealed class NumberShape<T>(T minimum, T maximum) : Shape<Located<T>>
    where T : struct, INumber<T>, IMinMaxValue<T>
{
    // Half of one is nothing in whole numbers.
    private static readonly bool IsWhole = T.IsZero(T.One / (T.One + T.One));

    public override string Says => IsWhole ? "a whole number" : "a number";

    public override JsonObject Schema()
    {
        var schema = new JsonObject { ["type"] = IsWhole ? "integer" : "number" };
        if (minimum > T.MinValue)
        {
            schema["minimum"] = JsonValue.Create(minimum);
        }

        if (maximum < T.MaxValue)
        {
            schema["maximum"] = JsonValue.Create(maximum);
        }

        return schema;
    }

    public override Located<T>? Read(YamlNode node, string name, DiagnosticBag bag)
    {
        if (node is YamlScalar { Kind: ScalarKind.OddInteger } odd)
        {
            bag.Add(ManifestDiagnostics.LeadingZero.At(node.At, name, odd.Text));
            return null;
        }

        var fits = node is YamlScalar s && (s.Kind == ScalarKind.Integer || (s.Kind == ScalarKind.Real && !IsWhole));
        return fits ? Parse((YamlScalar)node, name, bag) : Refuse(node, name, bag);
    }

    private Located<T>? Parse(YamlScalar scalar, string name, DiagnosticBag bag)
    {
        if (T.TryParse(scalar.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && value >= minimum && value <= maximum)
        {
            return new Located<T>(value, scalar.At);
        }

        bag.Add(ManifestDiagnostics.OutOfRange.At(scalar.At, name, Bounds, scalar.Shortened));
        return null;
    }

    private string Bounds => (IsWhole, minimum > T.MinValue) switch
    {
        (true, _) => $"a whole number from {minimum} to {maximum}",
        (false, true) => $"a number of at least {minimum}",
        _ => "a finite number",
    };
}
