using System.CommandLine;
using IzzyViz.DemoModels.Commands;

var root = new RootCommand("Trains the demo models and writes the demo datasets. Seeded: the same machine writes the same bytes.")
{
    Writer("polarity", "an encoder that classifies short reviews, and its int8 twin", "models/polarity", PolarityCommand.Run),
    Writer("induction", "a decoder that learns induction, at 8 checkpoints and from 5 seeds", "models/induction", InductionCommand.Run),
    Writer("dates", "an encoder-decoder that translates written dates to ISO 8601", "models/dates", DatesCommand.Run),
    Writer("datasets", "rows that no model was trained on, with their cards", "datasets", DatasetsCommand.Run),
};
return root.Parse(args).Invoke();

static Command Writer(string name, string description, string folder, Action<string> run)
{
    var output = new Option<string>("--out", "-o") { Description = "the folder to write", DefaultValueFactory = _ => folder };
    var command = new Command(name, description) { output };
    command.SetAction(parsed => run(parsed.GetValue(output)!));
    return command;
}
