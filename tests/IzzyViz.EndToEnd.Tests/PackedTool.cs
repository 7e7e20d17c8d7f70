using System.Reflection;
using IzzyViz.Testing;

namespace IzzyViz.EndToEnd.Tests;

/// <summary>The tool as users get it: packed, and installed from a folder through a tool manifest into a package folder of its own.</summary>
public sealed class PackedTool : IAsyncLifetime
{
    private const string Version = "99.0.0-test";

    private readonly TempFolder _folder = new();

    public long PackageBytes { get; private set; }

    private Dictionary<string, string> Variables => new()
    {
        // A package folder of our own: the machine's would go on serving an older build of the same version.
        ["NUGET_PACKAGES"] = _folder["packages"],

        // And a home: the list of installed tools in the machine's would name folders of earlier runs.
        ["DOTNET_CLI_HOME"] = _folder["home"],
        ["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1",
        ["DOTNET_NOLOGO"] = "1",
        ["NO_COLOR"] = "1",
    };

    public async ValueTask InitializeAsync()
    {
        var project = Path.Combine(Repository.Folder, "src", "IzzyViz.SiteGen");
        (await Command.RunAsync("dotnet", ["pack", project, "--no-build", "-c", Configuration, "-o", _folder["feed"], $"-p:PackageVersion={Version}"], Repository.Folder)).Succeeded();
        PackageBytes = new FileInfo(_folder[$"feed/IzzyViz.SiteGen.{Version}.nupkg"]).Length;
    }

    /// <summary>Writes a tool manifest into a folder and installs the tool there.</summary>
    public async Task InstallAsync(TempFolder folder)
    {
        folder.Write("nuget.config", $"""
            <configuration>
              <packageSources>
                <clear />
                <add key="local" value="{_folder["feed"]}" />
              </packageSources>
            </configuration>
            """);
        (await RunAsync(folder, "new", "tool-manifest")).Succeeded();
        (await RunAsync(folder, "tool", "install", "IzzyViz.SiteGen", "--version", Version)).Succeeded();
    }

    public Task<Command> RunAsync(TempFolder folder, params string[] arguments) =>
        Command.RunAsync("dotnet", arguments, folder.Path, Variables);

    public ValueTask DisposeAsync()
    {
        _folder.Dispose();
        return ValueTask.CompletedTask;
    }

    private static string Configuration => typeof(PackedTool).Assembly.GetCustomAttribute<AssemblyConfigurationAttribute>()!.Configuration;
}
