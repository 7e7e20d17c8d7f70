using CsCheck;
using IzzyViz.Analysis.Diagnostics;
using IzzyViz.Analysis.Storage;
using IzzyViz.Testing;

namespace IzzyViz.Analysis.Tests.Storage;

public sealed class ResultStoreTests
{
    private const int HeaderSize = 80;

    private static StoreKey Key(int number) => StoreKey.Of(("number", number.ToString()));

    [Fact]
    public void What_was_written_is_read_back()
    {
        using var folder = new TempFolder();
        Gen.Byte.Array[0, 3000].Sample(
            payload =>
            {
                var key = StoreKey.Of(("payload", Convert.ToHexString(payload)));
                new ResultStore(folder.Path).Write(key, payload);

                Assert.Equal(payload, new ResultStore(folder.Path).TryRead(key));
            },
            iter: 50);
    }

    [Fact]
    public void A_result_is_contained_once_written_and_while_it_is_whole()
    {
        using var folder = new TempFolder();
        var (store, key, path, whole) = Single(folder);

        Assert.True(store.Contains(key));
        Assert.False(store.Contains(Key(77)));
        foreach (var length in (int[])[0, HeaderSize - 1, HeaderSize, whole.Length - 1])
        {
            File.WriteAllBytes(path, whole[..length]);
            Assert.False(store.Contains(key));
        }
    }

    [Fact]
    public void An_unknown_key_and_an_absent_folder_hold_nothing()
    {
        using var folder = new TempFolder();
        var store = new ResultStore(folder["absent"]);

        Assert.Null(store.TryRead(Key(1)));
        Assert.Equal(new StoreSize(0, 0), store.Measure());
        Assert.Equal(new StoreSize(0, 0), store.Clean(StoreScope.All));
        Assert.False(Directory.Exists(folder["absent"]));
    }

    [Fact]
    public void A_file_cut_at_any_byte_is_absent_and_can_be_written_again()
    {
        using var folder = new TempFolder();
        var (store, key, path, whole) = Single(folder);
        for (var length = 0; length < whole.Length; length++)
        {
            File.WriteAllBytes(path, whole[..length]);

            Assert.Null(store.TryRead(key));
            Assert.False(File.Exists(path));
        }

        store.Write(key, "payload"u8);
        Assert.Equal(whole, File.ReadAllBytes(path));
    }

    [Fact]
    public void A_file_with_any_bit_flipped_or_a_byte_too_many_is_absent()
    {
        using var folder = new TempFolder();
        var (store, key, path, whole) = Single(folder);
        for (var bit = 0; bit < whole.Length * 8; bit++)
        {
            byte[] damaged = [.. whole];
            damaged[bit / 8] ^= (byte)(1 << (bit % 8));
            File.WriteAllBytes(path, damaged);

            Assert.Null(store.TryRead(key));
        }

        File.WriteAllBytes(path, [.. whole, 0]);
        Assert.Null(store.TryRead(key));
    }

    [Fact]
    public void A_result_under_the_name_of_another_is_absent()
    {
        using var folder = new TempFolder();
        var (store, _, path, whole) = Single(folder);
        store.Write(Key(2), "other"u8);
        var other = Directory.GetFiles(folder.Path, "*.izv", SearchOption.AllDirectories).Single(f => f != path);
        File.WriteAllBytes(other, whole);

        Assert.Null(store.TryRead(Key(2)));
    }

    [Fact]
    public void The_longest_unused_go_first_when_the_store_is_too_large()
    {
        using var folder = new TempFolder();
        var clock = new StoppedClock();
        var store = new ResultStore(folder.Path, clock);
        for (var i = 0; i < 5; i++)
        {
            store.Write(Key(i), new byte[100]);
            clock.Pass(TimeSpan.FromHours(2));
        }

        store.TryRead(Key(0));
        var removed = store.Trim(limit: 3 * (HeaderSize + 100));

        Assert.Equal(new StoreSize(2, 2 * (HeaderSize + 100)), removed);
        Assert.Equal([0, 3, 4], Enumerable.Range(0, 5).Where(i => store.TryRead(Key(i)) is not null));
        Assert.Equal(new StoreSize(0, 0), store.Trim(limit: 3 * (HeaderSize + 100)));
    }

    [Fact]
    public void Cleaning_removes_the_stale_or_all_but_never_a_file_of_another_kind()
    {
        using var folder = new TempFolder();
        var clock = new StoppedClock();
        var store = new ResultStore(folder.Path, clock);
        store.Write(Key(1), "old"u8);
        clock.Pass(TimeSpan.FromDays(31));
        store.Write(Key(2), "new"u8);
        var note = folder.Write("ab/c/notes.txt", "mine");

        Assert.Equal(1, store.Clean(StoreScope.Stale).Count);
        Assert.Equal("new"u8.ToArray(), store.TryRead(Key(2)));
        Assert.Equal(new StoreSize(1, HeaderSize + 3), store.Clean(StoreScope.All));
        Assert.Equal([note], Directory.GetFiles(folder.Path, "*", SearchOption.AllDirectories));
    }

    [Fact]
    public void What_an_interrupted_writer_left_is_no_result_and_is_cleaned_away()
    {
        using var folder = new TempFolder();
        var clock = new StoppedClock();
        var store = new ResultStore(folder.Path, clock);
        var leftover = folder.Write("ab/c/x1y2.izv-tmp", "half");
        File.SetLastWriteTimeUtc(leftover, clock.GetUtcNow().UtcDateTime);

        store.Clean(StoreScope.Stale);
        Assert.True(File.Exists(leftover));
        clock.Pass(TimeSpan.FromHours(2));
        store.Clean(StoreScope.Stale);

        Assert.False(Directory.Exists(folder["ab"]));
        Assert.Equal(0, store.Measure().Count);
    }

    [Fact]
    public void Many_writers_of_few_keys_leave_whole_results_only()
    {
        using var folder = new TempFolder();
        Parallel.For(0, 400, i =>
        {
            var (store, key) = (new ResultStore(folder.Path), Key(i % 7));
            store.Write(key, new byte[1000 + (i % 7)]);
            Assert.Equal(1000 + (i % 7), store.TryRead(key)?.Length);
        });

        Assert.Equal(7, Directory.GetFiles(folder.Path, "*", SearchOption.AllDirectories).Length);
    }

    [Fact]
    public void A_folder_that_cannot_be_written_is_a_finding()
    {
        using var folder = new TempFolder();
        var store = new ResultStore(folder.Write("file", "where the folder should be"));

        var e = Assert.Throws<DiagnosticException>(() => store.Write(Key(1), [1]));
        Assert.Equal("IZV7101", e.Diagnostic.Code);
        Assert.Null(store.TryRead(Key(1)));
    }

    [Fact]
    public void A_full_disk_is_known_as_such()
    {
        Assert.SkipUnless(File.Exists("/dev/full"), "There is no device that is always full.");
        var e = Assert.Throws<IOException>(() => File.WriteAllText("/dev/full", "x"));

        Assert.True(IoFault.IsDiskFull(e));
        Assert.False(IoFault.IsDiskFull(new IOException("other")));
    }

    [Fact]
    public void A_file_that_another_holds_is_known_as_such()
    {
        using var folder = new TempFolder();
        using var held = new FileStream(folder["file"], FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None);
        var e = Assert.Throws<IOException>(() => new FileStream(folder["file"], FileMode.Open, FileAccess.ReadWrite, FileShare.None));

        Assert.True(IoFault.IsBusy(e));
        Assert.False(IoFault.IsDiskFull(e));
    }

    [Fact]
    public void Every_part_its_name_and_their_order_make_the_key()
    {
        StoreKey[] keys =
        [
            StoreKey.Of(("a", "bc"), ("d", "")), StoreKey.Of(("ab", "c"), ("d", "")), StoreKey.Of(("d", ""), ("a", "bc")),
            StoreKey.Of(("a", "bc")), StoreKey.Of(("a", "bcd")), StoreKey.Of(), StoreKey.Of(("a", ""), ("bc", "d")),
        ];

        Assert.Distinct(keys);
        // written out by hand: the byte counts as 32-bit little-endian numbers before "a" and "bc"
        Assert.Equal(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData("\u0001\0\0\0a\u0002\0\0\0bc"u8)), keys[3].Hex);
    }

    private static (ResultStore Store, StoreKey Key, string Path, byte[] Whole) Single(TempFolder folder)
    {
        var store = new ResultStore(folder.Path);
        store.Write(Key(1), "payload"u8);
        var path = Directory.GetFiles(folder.Path, "*", SearchOption.AllDirectories).Single();
        return (store, Key(1), path, File.ReadAllBytes(path));
    }
}
