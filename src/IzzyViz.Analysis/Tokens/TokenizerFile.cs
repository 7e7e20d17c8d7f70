using IzzyViz.Analysis.Diagnostics;
using IzzyViz.Analysis.Files;
using IzzyViz.Analysis.Models;
using IzzyViz.Tokenizers;

namespace IzzyViz.Analysis.Tokens;

/// <summary>Opens a model's tokenizer, its troubles told as findings.</summary>
public static class TokenizerFile
{
    /// <param name="path">A tokenizer's file, or the folder or file of a model.</param>
    /// <exception cref="DiagnosticException">It is missing, damaged, kept elsewhere, or has no exact route.</exception>
    public static HuggingFaceTokenizer Load(string path)
    {
        if (PointerAt(path) is { } pointer)
        {
            throw new DiagnosticException(ModelDiagnostics.Describe(pointer));
        }

        try
        {
            return HuggingFaceTokenizer.Load(path);
        }
        catch (TokenizerException e)
        {
            throw new DiagnosticException(TokenDiagnostics.TokenizerUnusable.At(e.File, e.Component, e.Problem, e.Remedy), e);
        }
    }

    /// <summary>The tokenizer's file is told by the model's finder, which knows every name that it goes by.</summary>
    private static PointerFile? PointerAt(string path)
    {
        var isModel = Directory.Exists(path) || path.EndsWith(".onnx", StringComparison.OrdinalIgnoreCase);
        return !isModel ? PointerFile.Detect(path) : ModelFinder.TokenizerOf(path) is { } file ? PointerFile.Detect(file) : null;
    }
}
