namespace IzzyViz.DemoModels.Tasks.Dates;

/// <param name="Style">Which way of writing it is.</param>
internal sealed record WrittenDate(DateOnly Date, string Style, string Text)
{
    public string Iso => Date.ToString("yyyy-MM-dd");
}
