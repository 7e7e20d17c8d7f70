using System.Text.Json.Nodes;
using IzzyViz.Tokenizers.AddedTokens;
using IzzyViz.Tokenizers.Json;
using IzzyViz.Tokenizers.Models;

namespace IzzyViz.Tokenizers.Folders;

/// <summary>Makes a document from older files, as transformers' convert_slow_tokenizer.py does for a class.</summary>
internal delegate TokenizerDocument Recipe(RecipeInput input);

/// <summary>What a recipe works with.</summary>
internal sealed record RecipeInput(FolderFiles Files, TokenizerConfiguration Configuration, string Class)
{
    /// <summary>A flag of the configuration.</summary>
    public bool Flag(string name, bool otherwise) => Configuration.Settings.Flag(name, otherwise);

    public string Role(string name, string otherwise) => Configuration.Role(name) ?? otherwise;

    /// <summary>The token of a role, with the flags that the files or else the class give it.</summary>
    public AddedToken Token(string role, AddedToken otherwise) =>
        Configuration.Described(role) ?? (Configuration.Role(role) is { } content ? otherwise with { Content = content } : otherwise);

    public string Require(params ReadOnlySpan<string> names) => Files.Find(names) ?? throw new TokenizerException(
        Files.Folder, Class, $"there is neither tokenizer.json nor {names[0]}.", "Copy the tokenizer's files beside the model.");

    /// <summary>A document of these parts; the declared added tokens and the tokens with a role are added.</summary>
    public TokenizerDocument Document(string file, ModelDraft model, JsonObject parts, params ReadOnlySpan<AddedToken> roles)
    {
        var declared = Configuration.AddedTokens;
        var missing = roles.ToArray().Where(r => declared.All(d => d.Content != r.Content));
        return new() { File = file, Model = model, Parts = parts, AddedTokens = [.. declared, .. missing] };
    }

    /// <summary>The id of a token the template needs.</summary>
    public int Id(ModelDraft model, string token) => model.IdOf(token) ?? Configuration.AddedTokens.FirstOrDefault(t => t.Content == token)?.Id
        ?? throw new TokenizerException(Files.Folder, Class, $"the token '{token}' is not in the vocabulary.", "Take vocabulary and configuration from the same model.");
}
