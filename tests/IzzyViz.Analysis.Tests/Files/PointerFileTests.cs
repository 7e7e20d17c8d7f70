using IzzyViz.Analysis.Files;
using IzzyViz.Analysis.Tests.Datasets;
using IzzyViz.Testing;

namespace IzzyViz.Analysis.Tests.Files;

public sealed class PointerFileTests
{
    private const string Lfs = "version https://git-lfs.github.com/spec/v1\noid sha256:4d7a214614ab2935c943f9e0ff69d22eadbb8f32b1258daaa5e2ca24d17e2393\nsize 12345\n";

    private const string Dvc = "outs:\n- md5: a304afb96060aad90176268345e10355\n  size: 37891850\n  path: rows.jsonl\n";

    [Fact]
    public void A_git_lfs_pointer_says_what_to_pull_from_the_root()
    {
        using var folder = new TempFolder();
        Directory.CreateDirectory(folder[".git"]);
        var path = folder.Write("data/rows.jsonl", Lfs);

        Assert.Equal("git lfs pull --include \"data/rows.jsonl\"", PointerFile.Detect(path)?.PullCommand);
    }

    [Theory]
    [InlineData("data/rows.jsonl.dvc", "data/rows.jsonl")]
    [InlineData("data.dvc", "data/rows.jsonl")]
    public void A_file_that_dvc_keeps_says_what_to_pull(string dvcFile, string asked)
    {
        using var folder = new TempFolder();
        Directory.CreateDirectory(folder[".git"]);
        folder.Write(dvcFile, Dvc);

        Assert.Equal($"dvc pull \"{dvcFile}\"", PointerFile.Detect(folder[asked])?.PullCommand);
    }

    [Fact]
    public void Dvc_content_under_the_name_of_the_data_is_a_pointer_too()
    {
        using var folder = new TempFolder();

        Assert.Equal(PointerKind.Dvc, PointerFile.Detect(folder.Write("rows.jsonl", Dvc))?.Kind);
    }

    [Fact]
    public void A_git_annex_pointer_says_what_to_get()
    {
        using var folder = new TempFolder();

        var pointer = PointerFile.Detect(folder.Write("rows.jsonl", "/annex/objects/SHA256E-s12345--4d7a.jsonl\n"));

        Assert.Equal(("git-annex", "git annex get \"rows.jsonl\""), (pointer?.Keeper, pointer?.PullCommand));
    }

    [Theory]
    [InlineData("{\"text\":\"version https://git-lfs.github.com/spec/v1\"}\n")]
    [InlineData("outs: of text\nmd5: no\n")]
    [InlineData("")]
    public void Data_that_speaks_of_pointers_is_data(string content)
    {
        using var folder = new TempFolder();

        Assert.Null(PointerFile.Detect(folder.Write("rows.jsonl", content)));
        Assert.Null(PointerFile.Detect(folder["absent.jsonl"]));
    }

    [Fact]
    public void A_reader_refuses_pointers_and_absent_files_where_the_manifest_names_them()
    {
        using var pointer = new SampleFile("a.jsonl", Lfs);
        using var absent = new SampleFile("b.jsonl", "x");
        File.Delete(absent.Source.Path);

        Assert.Equal("site.yml(7,5): IZV2003 'a.jsonl' is a Git LFS pointer, not the file itself; run: git lfs pull --include \"a.jsonl\"", pointer.Finding());
        Assert.Equal("site.yml(7,5): IZV2001 There is no file 'b.jsonl'.", absent.Finding());
    }
}
