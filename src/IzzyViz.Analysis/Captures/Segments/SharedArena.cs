using Microsoft.ML.OnnxRuntime;

namespace IzzyViz.Analysis.Captures.Segments;

/// <summary>
/// Memory that parts of graphs hand on to one another. Each part with memory of its own would hold as much as all others; each that takes fresh pages for its
/// maps and gives them back waits longer for the system than for the model.
/// </summary>
/// <remarks>The runtime shares one arena of the process among the sessions that ask for it. It is there while any graph is run in parts, and as long as results in it are not disposed.</remarks>
internal sealed class SharedArena : IDisposable
{
    // Grown by doubling, as is usual, it would hold a fifth more.
    private const int AsRequested = 1;
    private const int Usual = -1;

    private static readonly Lock Gate = new();
    private static OrtMemoryInfo? _place;
    private static int _users;

    private bool _isClosed;

    public SharedArena()
    {
        lock (Gate)
        {
            if (_users++ == 0)
            {
                _place = new(OrtMemoryInfo.allocatorCPU, OrtAllocatorType.ArenaAllocator, 0, OrtMemType.Default);
                using var size = new OrtArenaCfg(0, AsRequested, Usual, Usual);
                OrtEnv.Instance().CreateAndRegisterAllocator(_place, size);
            }
        }
    }

    /// <summary>Weights stay outside: they live as long as their session, between what comes and goes.</summary>
    public static void Use(SessionOptions options)
    {
        options.AddSessionConfigEntry("session.use_env_allocators", "1");
        options.AddSessionConfigEntry("session.use_device_allocator_for_initializers", "1");
    }

    public void Dispose()
    {
        lock (Gate)
        {
            if (!_isClosed && --_users == 0)
            {
                OrtEnv.Instance().UnregisterAllocator(_place!);
                _place!.Dispose();
            }

            _isClosed = true;
        }
    }
}
