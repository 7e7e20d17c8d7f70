using System.Collections.Immutable;
using IzzyViz.Analysis.Models.Axes;
using IzzyViz.Analysis.Models.Edges;
using IzzyViz.Analysis.Onnx;

namespace IzzyViz.Analysis.Models.Matching;

/// <summary>Where a head's result joins those of the others, and by which way: a concatenation, or the last of the sums that follow a projection of its own.</summary>
/// <param name="Way">Which input of each node it comes in by, from the last node back to the first.</param>
internal sealed record MeetingPlace(OnnxNode Node, ImmutableArray<int> Way)
{
    private const int NearBy = 6;

    public static MeetingPlace? Of(DataFlow flow, string tensor)
    {
        var (sum, way, isProjected) = ((MeetingPlace?)null, ImmutableArray<int>.Empty, false);
        for (var step = 0; step < NearBy && flow.Consumers(tensor) is [var (reader, input)]; step++)
        {
            if (reader.Op == "Concat")
            {
                return new(reader, [input]);
            }

            isProjected |= Product.Of(reader) is { } product && !flow.IsData(product.Right);
            if (isProjected && reader.Op is "Add" or "Sum")
            {
                way = way.Insert(0, input);
                sum = new(reader, way);
            }
            else if (isProjected ? Product.Of(reader) is null : !Keeps(reader))
            {
                return sum;
            }

            tensor = reader.Output(0);
        }

        return sum;
    }

    /// <summary>As one reads the inputs from the last node on, the first input first.</summary>
    public static int Compare(MeetingPlace? one, MeetingPlace? other)
    {
        var (a, b) = (one?.Way ?? [], other?.Way ?? []);
        var different = a.Zip(b, (x, y) => x.CompareTo(y)).FirstOrDefault(c => c != 0);
        return different != 0 ? different : a.Length.CompareTo(b.Length);
    }

    private static bool Keeps(OnnxNode node) => node.Op is "Cast" or "Reshape" or "Transpose" or "Unsqueeze" or "Squeeze" or "Identity" or "Dropout";
}
