namespace IzzyViz.DemoModels.Tasks;

internal static class Choice
{
    public static T Of<T>(this Random random, params ReadOnlySpan<T> items) => items[random.Next(items.Length)];

    public static bool Chance(this Random random, double probability) => random.NextDouble() < probability;

    /// <summary>Draws until the condition holds.</summary>
    public static T Until<T>(Func<T> draw, Func<T, bool> accept)
    {
        T item;
        do
        {
            item = draw();
        }
        while (!accept(item));
        return item;
    }
}
