using IzzyViz.SiteGen.Cli;

return (int)await Verbs.RunAsync(args, Console.Out, Console.Error);
