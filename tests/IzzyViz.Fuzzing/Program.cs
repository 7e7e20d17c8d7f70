using System.Globalization;
using IzzyViz.Fuzzing.Running;
using IzzyViz.Fuzzing.Targets;

namespace IzzyViz.Fuzzing;

internal static class EntryPoint
{
    private const string Usage = """
        run TARGET [RUNS] [SEED] [FOLDER OF MORE SEEDS]   look for inputs that a reader does not survive
        replay TARGET FILE                                read one input
        reduce TARGET FILE                                make an input that fails smaller
        """;

    private static int Main(string[] args)
    {
        switch (args)
        {
            case ["run", var target, .. var rest]:
                return new Supervisor(Settings(target, rest)).Run();
            case ["work", var target, .. var rest]:
                return new Worker(Settings(target, rest)).Run();
            case ["replay", var target, var file]:
                return Replay(Catalogue.Find(target), file);
            case ["reduce", var target, var file]:
                return Reducer.Write(Catalogue.Find(target), file);
            default:
                Console.Error.WriteLine($"{Usage}\ntargets: {string.Join(", ", Catalogue.All.Select(t => t.Name))}");
                return 2;
        }
    }

    private static RunSettings Settings(string target, string[] rest) => new(Catalogue.Find(target))
    {
        Runs = rest.Length > 0 ? long.Parse(rest[0], CultureInfo.InvariantCulture) : 100_000,
        Seed = rest.Length > 1 ? int.Parse(rest[1], CultureInfo.InvariantCulture) : 1,
        MoreSeeds = rest.Length > 2 ? Path.GetFullPath(rest[2]) : null,
    };

    private static int Replay(FuzzTarget target, string file)
    {
        var trial = Trial.Of(target, File.ReadAllBytes(file));
        Console.WriteLine($"{trial.Time.TotalSeconds:0.00} s, {trial.Allocated >> 20} MB allocated, {trial.Fault?.ToString() ?? (trial.IsSlow ? "too slow" : "survived")}");
        return trial.Signature.Length == 0 ? 0 : 1;
    }
}
