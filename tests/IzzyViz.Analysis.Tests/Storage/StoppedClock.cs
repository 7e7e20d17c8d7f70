namespace IzzyViz.Analysis.Tests.Storage;

/// <summary>A clock that stands until it is moved.</summary>
internal sealed class StoppedClock : TimeProvider
{
    private DateTimeOffset _now = new(2024, 5, 1, 12, 0, 0, TimeSpan.Zero);

    public override DateTimeOffset GetUtcNow() => _now;

    public void Pass(TimeSpan time) => _now += time;
}
