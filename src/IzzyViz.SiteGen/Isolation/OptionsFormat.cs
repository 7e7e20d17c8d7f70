using System.Collections.Immutable;
using IzzyViz.Analysis.Captures;

namespace IzzyViz.SiteGen.Isolation;

/// <summary><see cref="CaptureOptions"/> inside a message.</summary>
internal static class OptionsFormat
{
    public static void WriteOptions(this BinaryWriter to, CaptureOptions options)
    {
        to.Write(options.Threads);
        to.WriteNumbers(options.Layers);
        to.Write((int)options.What);
        to.Write(options.MapMemory);
        to.Write(options.Verify);
        to.Write(options.WithOutputs);
        to.Write(options.Calibrate);
        to.Write(options.UseCache);
        to.Write(options.Feed.Count);
        foreach (var (name, value) in options.Feed)
        {
            to.Write(name);
            to.Write(value);
        }
    }

    public static CaptureOptions ReadOptions(this BinaryReader from) => new()
    {
        Threads = from.ReadInt32(),
        Layers = from.ReadNumbers()!.Value,
        What = (CaptureParts)from.ReadInt32(),
        MapMemory = from.ReadInt64(),
        Verify = from.ReadBoolean(),
        WithOutputs = from.ReadBoolean(),
        Calibrate = from.ReadBoolean(),
        UseCache = from.ReadBoolean(),
        Feed = ReadFeed(from),
    };

    private static ImmutableSortedDictionary<string, double> ReadFeed(BinaryReader from)
    {
        var feed = CaptureOptions.Default.Feed;
        for (var count = from.ReadInt32(); count > 0; count--)
        {
            feed = feed.Add(from.ReadString(), from.ReadDouble());
        }

        return feed;
    }
}
