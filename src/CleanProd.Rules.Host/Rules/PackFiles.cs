using CleanProd.Rules.Host.Cli;

namespace CleanProd.Rules.Host.Rules;

/// <summary>Packs named on the command line.</summary>
internal static class PackFiles
{
    /// <summary>Files as given, folders as the packs in them and below, in ordinal order.</summary>
    internal static IReadOnlyList<string> Of(IEnumerable<string> given)
    {
        var files = new List<string>();
        foreach (var path in given)
        {
            if (File.Exists(path)) files.Add(path);
            else if (Directory.Exists(path))
            {
                files.AddRange(Directory.EnumerateFiles(path, "*.json", SearchOption.AllDirectories)
                    .Where(f => !f.EndsWith(".schema.json", StringComparison.Ordinal)).OrderBy(f => f, StringComparer.Ordinal));
            }
            else throw new BadInputException($"找不到规则包：{path}。 No such rule pack or folder.");
        }

        return files.Count > 0 ? files : throw new BadInputException("没有规则包。 No rule pack found.");
    }
}
