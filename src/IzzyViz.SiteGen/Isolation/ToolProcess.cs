using System.Diagnostics;
using System.Reflection;
using System.Runtime.InteropServices;

namespace IzzyViz.SiteGen.Isolation;

/// <summary>How this tool starts itself once more, whether it was started by its own name, by <c>dotnet</c>, or by a program that holds it as a library.</summary>
internal static class ToolProcess
{
    public static ProcessStartInfo StartInfo(string argument)
    {
        var (program, before) = Self(Environment.ProcessPath);
        return new(program, [.. before, argument])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
    }

    private static (string Program, string[] Before) Self(string? running)
    {
        var tool = typeof(ToolProcess).Assembly;
        var isHost = running is not null && Path.GetFileNameWithoutExtension(running).Equals("dotnet", StringComparison.OrdinalIgnoreCase);
        return running is not null && !isHost && Assembly.GetEntryAssembly() == tool ? (running, []) : (isHost ? running! : Host(), [tool.Location]);
    }

    /// <summary>The program <c>dotnet</c> whose runtime this process uses; one on the path where it lies elsewhere.</summary>
    private static string Host()
    {
        var name = OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet";
        var beside = Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..", name));
        return File.Exists(beside) ? beside : name;
    }
}
