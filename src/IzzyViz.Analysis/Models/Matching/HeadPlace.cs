using System.Globalization;
using IzzyViz.Analysis.Onnx;

namespace IzzyViz.Analysis.Models.Matching;

/// <summary>Which of the heads a site is where each is computed apart.</summary>
internal static class HeadPlace
{
    private const int Furthest = 64;

    /// <summary>
    /// The inputs by which a head's result enters the place where heads meet, from there back to the head: in a concatenation and in a chain of sums alike, the first head
    /// comes first in ordinal order. It does not depend on the order in which nodes are written.
    /// </summary>
    public static string Of(DataFlow flow, OnnxNode meeting, string result)
    {
        var path = "";
        for (var step = 0; step < Furthest && flow.Consumers(result) is [var (reader, index), ..]; step++)
        {
            path = index.ToString("D4", CultureInfo.InvariantCulture) + path;
            if (ReferenceEquals(reader, meeting))
            {
                break;
            }

            result = reader.Output(0);
        }

        return path;
    }
}
