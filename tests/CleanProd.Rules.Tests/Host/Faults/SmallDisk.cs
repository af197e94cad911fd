using System.Diagnostics;

namespace CleanProd.Rules.Tests.Host.Faults;

/// <summary>A file system of a few pages. Only root may mount one, and only on Linux.</summary>
internal sealed class SmallDisk : IDisposable
{
    private readonly string _path;

    private SmallDisk(string path) => _path = path;

    /// <summary>Mounts one; null where that is not allowed.</summary>
    internal static SmallDisk? Mount(string path, string size)
    {
        if (!OperatingSystem.IsLinux()) return null;
        Directory.CreateDirectory(path);
        return Run("mount", "-t", "tmpfs", "-o", $"size={size}", "cleanprod-test", path) ? new(path) : null;
    }

    /// <summary>From now on it may only be read.</summary>
    internal void Protect() => Assert.True(Run("mount", "-o", "remount,ro", _path));

    public void Dispose() => Run("umount", "-l", _path);

    private static bool Run(string program, params string[] arguments)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true, RedirectStandardOutput = true })!;
            process.WaitForExit();
            return process.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }
}
