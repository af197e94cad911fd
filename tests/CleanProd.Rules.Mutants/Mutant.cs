using System.Globalization;
using System.Text.Json;

namespace CleanProd.Rules.Mutants;

/// <summary>A change of the library: its number in the switch, its file within the library, its line (from one), and what stands there instead.</summary>
internal sealed record Mutant(int Id, string File, int Line, string Replacement)
{
    /// <summary>The changes that a report of dotnet-stryker lists as fit to be tried.</summary>
    /// <param name="report">The JSON report.</param>
    /// <param name="library">The folder of the library's source, as the report writes it.</param>
    public static IReadOnlyList<Mutant> Read(string report, string library)
    {
        using var json = JsonDocument.Parse(System.IO.File.ReadAllBytes(report));
        return [.. json.RootElement.GetProperty("files").EnumerateObject().SelectMany(f => f.Value.GetProperty("mutants").EnumerateArray()
            .Where(m => m.GetProperty("status").GetString() is not ("CompileError" or "Ignored"))
            .Select(m => new Mutant(
                int.Parse(m.GetProperty("id").GetString()!, CultureInfo.InvariantCulture),
                Path.GetRelativePath(library, f.Name).Replace('\\', '/'),
                m.GetProperty("location").GetProperty("start").GetProperty("line").GetInt32(),
                string.Join(' ', m.GetProperty("replacement").GetString()!.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)))))];
    }
}
