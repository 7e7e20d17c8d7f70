using System.Security.Cryptography;

namespace IzzyViz.Fuzzing.Running;

/// <summary>A folder of inputs that a reader did not survive, the smallest of each kind, and of those that led to new code.</summary>
internal sealed class Findings
{
    private const string Current = "current.bin";
    private readonly string _folder;
    private readonly Dictionary<string, int> _sizes = new(StringComparer.Ordinal);

    public Findings(string folder)
    {
        _folder = folder;
        Directory.CreateDirectory(folder);
    }

    public int Count => _sizes.Count;

    public void Trying(byte[] input) => File.WriteAllBytes(Path.Combine(_folder, Current), input);

    public void Add(byte[] input, Trial trial)
    {
        if (_sizes.TryGetValue(trial.Signature, out var size) && size <= input.Length)
        {
            return;
        }

        _sizes[trial.Signature] = input.Length;
        File.WriteAllBytes(Path.Combine(_folder, trial.Signature), input);
        Console.WriteLine($"{trial.Signature}: {input.Length} bytes: {trial.Fault?.Message ?? $"it took {trial.Time.TotalSeconds:0.0} s"}");
    }

    /// <summary>Keeps what was being tried when a process ended.</summary>
    public string KeepCurrent()
    {
        var bytes = File.ReadAllBytes(Path.Combine(_folder, Current));
        var path = Path.Combine(_folder, $"ended-{Convert.ToHexStringLower(SHA256.HashData(bytes))[..8]}");
        File.WriteAllBytes(path, bytes);
        return path;
    }

    public void Keep(IEnumerable<byte[]> inputs)
    {
        var folder = Directory.CreateDirectory(Path.Combine(_folder, "new")).FullName;
        foreach (var input in inputs)
        {
            File.WriteAllBytes(Path.Combine(folder, Convert.ToHexStringLower(SHA256.HashData(input))[..8]), input);
        }
    }
}
