namespace IzzyViz.DemoModels.Layers;

/// <summary>What a family of models calls the parts of a layer; paths are relative to the layer.</summary>
internal sealed record ModuleNames
{
    public required string SelfAttention { get; init; }

    public required string SelfNorm { get; init; }

    public string CrossAttention { get; init; } = string.Empty;

    public string CrossNorm { get; init; } = string.Empty;

    /// <summary>Projections, relative to the attention.</summary>
    public required (string Query, string Key, string Value) Projections { get; init; }

    /// <summary>The projection of the heads' outputs, relative to the attention.</summary>
    public required string Output { get; init; }

    public required (string Up, string Activation, string Down) FeedForward { get; init; }

    public required string FeedForwardNorm { get; init; }

    public static ModuleNames Bert { get; } = new()
    {
        SelfAttention = "attention/self",
        SelfNorm = "attention/output/LayerNorm",
        Projections = ("query", "key", "value"),
        Output = "../output/dense",
        FeedForward = ("intermediate/dense", "intermediate/intermediate_act_fn", "output/dense"),
        FeedForwardNorm = "output/LayerNorm",
    };

    /// <summary>BART, Marian and OPT.</summary>
    public static ModuleNames Bart { get; } = new()
    {
        SelfAttention = "self_attn",
        SelfNorm = "self_attn_layer_norm",
        CrossAttention = "encoder_attn",
        CrossNorm = "encoder_attn_layer_norm",
        Projections = ("q_proj", "k_proj", "v_proj"),
        Output = "out_proj",
        FeedForward = ("fc1", "activation_fn", "fc2"),
        FeedForwardNorm = "final_layer_norm",
    };

    /// <summary>Resolves a leading <c>../</c>.</summary>
    public static string Join(string parent, string child) =>
        child.StartsWith("../", StringComparison.Ordinal) ? $"{parent[..parent.LastIndexOf('/')]}/{child[3..]}" : $"{parent}/{child}";
}
