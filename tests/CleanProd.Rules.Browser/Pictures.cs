namespace CleanProd.Rules.Browser;

/// <summary>Where pictures of pages go: a folder that is thrown away with the run, or the one that CLEANPROD_PICTURES names, to look at them.</summary>
internal static class Pictures
{
    private static readonly Lazy<string> Folder = new(() =>
    {
        if (Environment.GetEnvironmentVariable("CLEANPROD_PICTURES") is { Length: > 0 } kept) return Directory.CreateDirectory(kept).FullName;
        var made = Directory.CreateTempSubdirectory("pictures-").FullName;
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(made, recursive: true);
        return made;
    });

    /// <summary>Whether somebody wants to look at them.</summary>
    internal static bool AreWanted => Environment.GetEnvironmentVariable("CLEANPROD_PICTURES") is { Length: > 0 };

    internal static string PathOf(string name) => Path.Combine(Folder.Value, name + ".png");
}
