using IzzyViz.SiteGen.Cli;
using IzzyViz.SiteGen.Isolation;

return (int)await (args is [InferenceProcess.Verb] ? InferenceProcess.RunAsync() : Verbs.RunAsync(args, Console.Out, Console.Error));
