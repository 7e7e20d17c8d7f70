using System.Reflection;
using System.Text;
using Xunit;

namespace IzzyViz.Testing;

/// <summary>
/// Compares text with a file kept beside the tests. A mismatch writes <c>*.received.*</c>; <c>IZZYVIZ_ACCEPT=1</c> accepts.
/// A missing golden fails on a build server (<c>CI=true</c>) and is written elsewhere.
/// </summary>
public static class Golden
{
    private static readonly bool Accept = Environment.GetEnvironmentVariable("IZZYVIZ_ACCEPT") == "1";

    public static void Match(string actual, string path, Assembly? assembly = null)
    {
        var expected = Path.Combine(Repository.TestFolder(assembly ?? Assembly.GetCallingAssembly()), path);
        var received = Path.ChangeExtension(expected, ".received" + Path.GetExtension(expected));
        actual = actual.ReplaceLineEndings("\n");
        if (Accept)
        {
            Write(expected, actual);
            File.Delete(received);
            return;
        }

        if (!File.Exists(expected))
        {
            Write(received, actual);
            Assert.Fail($"No golden {path}. Look at {received}, then accept it with IZZYVIZ_ACCEPT=1.");
        }

        var wanted = File.ReadAllText(expected).ReplaceLineEndings("\n");
        if (wanted == actual)
        {
            File.Delete(received);
            return;
        }

        Write(received, actual);
        Assert.Equal(wanted, actual);
    }

    private static void Write(string path, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text, new UTF8Encoding(false));
    }
}
