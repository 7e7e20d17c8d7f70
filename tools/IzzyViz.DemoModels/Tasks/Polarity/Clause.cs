namespace IzzyViz.DemoModels.Tasks.Polarity;

/// <param name="Tags">Parted by blanks; may be empty.</param>
internal readonly record struct Clause(string Text, bool IsPositive, string Tags);
