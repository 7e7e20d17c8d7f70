namespace IzzyViz.DemoModels.Tasks;

/// <summary>One text in eight is never trained on; which one is decided by its characters alone.</summary>
internal static class HeldOut
{
    private const uint Share = 8;

    /// <summary>FNV-1a over UTF-16 units, folded.</summary>
    public static bool Contains(string text)
    {
        var hash = text.Aggregate(2166136261u, (value, character) => (value ^ character) * 16777619u);
        return (hash ^ (hash >> 16)) % Share == 0;
    }
}
