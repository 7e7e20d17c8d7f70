using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;
using Microsoft.ML.OnnxRuntime;

namespace IzzyViz.Analysis.Captures;

/// <summary>What the last digits of a result depend on besides the model: the runtime's version and the processor's vector instructions.</summary>
public static class RuntimeIdentity
{
    public static string Runtime => $"onnxruntime {OrtEnv.Instance().GetVersionString()}";

    /// <summary>Architecture and widest instruction set, as in <c>x64 avx2 fma</c>.</summary>
    public static string CpuClass => RuntimeInformation.ProcessArchitecture.ToString().ToLowerInvariant() + string.Concat(Sets());

    private static IEnumerable<string> Sets()
    {
        (bool Has, string Name)[] sets =
        [
            (Avx512F.IsSupported, " avx512"), (AvxVnni.IsSupported, " vnni"), (Avx2.IsSupported && !Avx512F.IsSupported, " avx2"), (Fma.IsSupported, " fma"),
            (AdvSimd.IsSupported, " neon"), (Dp.IsSupported, " dotprod"), (!Vector128.IsHardwareAccelerated, " scalar"),
        ];
        return sets.Where(s => s.Has).Select(s => s.Name);
    }
}
