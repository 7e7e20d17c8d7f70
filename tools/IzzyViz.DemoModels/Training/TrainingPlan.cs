namespace IzzyViz.DemoModels.Training;

/// <summary>How long, how fast and from which seed.</summary>
internal sealed record TrainingPlan
{
    public required int Steps { get; init; }

    public int BatchSize { get; init; } = 32;

    /// <summary>Reached after the warm-up, then lowered along half a cosine to a twentieth.</summary>
    public required float PeakRate { get; init; }

    public int WarmUp { get; init; } = 100;

    public float WeightDecay { get; init; } = 0.01f;

    public required int Seed { get; init; }

    public float RateAt(int step)
    {
        var progress = (float)Math.Max(0, step - WarmUp) / Math.Max(1, Steps - WarmUp);
        var decayed = PeakRate * (0.05f + 0.95f * 0.5f * (1 + MathF.Cos(MathF.PI * progress)));
        return Math.Min(1, (step + 1f) / WarmUp) * decayed;
    }
}
