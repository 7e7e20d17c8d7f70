using System.CommandLine;
using IzzyViz.SiteGen.Cli;

var root = new RootCommand("Puts the behaviour of transformer models under version control.");
return (int)Verbs.Run(root, args);
