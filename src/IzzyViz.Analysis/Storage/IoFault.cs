namespace IzzyViz.Analysis.Storage;

/// <summary>Tells input and output errors apart by the number the operating system gave.</summary>
internal static class IoFault
{
    // "no space left on device" and "quota exceeded" of Linux and macOS; ERROR_DISK_FULL and ERROR_HANDLE_DISK_FULL of Windows
    private static readonly int[] DiskFull = [28, 122, 69, unchecked((int)0x80070070), unchecked((int)0x80070027)];

    // "try again" of Linux and macOS; ERROR_SHARING_VIOLATION of Windows
    private static readonly int[] Busy = [11, 35, unchecked((int)0x80070020)];

    public static bool IsDiskFull(IOException e) => DiskFull.Contains(e.HResult);

    /// <summary>Another process holds the file.</summary>
    public static bool IsBusy(IOException e) => Busy.Contains(e.HResult);
}
