namespace IzzyViz.DemoModels.Commands;

/// <summary>A line to standard error every so many steps.</summary>
internal static class ProgressLines
{
    private const int Interval = 100;

    public static Action<int, double> For(string name) => (step, loss) =>
    {
        if (step > 0 && step % Interval == 0)
        {
            Console.Error.WriteLine($"{name}: step {step}, loss {loss:F4}");
        }
    };
}
