using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace CleanProd.Rules.Documents.Sheets;

/// <summary>
/// Takes the chance out of a saved workbook, so that the same list gives the same bytes: ClosedXML and System.IO.Packaging draw random
/// names for the core properties, their relationships and the data bars. Each gets a number in order of appearance instead.
/// </summary>
internal sealed partial class StableIds
{
    private readonly Dictionary<string, string> _given = new(StringComparer.Ordinal);

    /// <summary>Name of an entry.</summary>
    internal string Name(string entry) => entry.EndsWith(".psmdcp", StringComparison.Ordinal) ? Random().Replace(entry, Given) : entry;

    /// <summary>Text of an entry.</summary>
    internal void Copy(Stream from, Stream to)
    {
        using var reader = new StreamReader(from, Encoding.UTF8);
        using var writer = new StreamWriter(to, new UTF8Encoding(false));
        writer.Write(Random().Replace(reader.ReadToEnd(), Given));
    }

    /// <summary>Whether an entry is text in which a random name may stand.</summary>
    internal static bool MayHold(string entry) => entry is "_rels/.rels" || entry.StartsWith("xl/worksheets/sheet", StringComparison.Ordinal);

    private string Given(Match match)
    {
        if (_given.TryGetValue(match.Value, out var given)) return given;
        var number = (_given.Count + 1).ToString("x16", CultureInfo.InvariantCulture);
        var value = match.Value;
        given = value[0] switch
        {
            '{' => $"{{00000000-0000-0000-{number[..4]}-{number[4..]}}}",
            'R' => "R" + number,
            _ => "core-properties/" + number,
        };
        return _given[value] = given;
    }

    /// <summary>A data bar's id, a relationship's id, the name of the core properties. Fixed ids of the format are in capitals.</summary>
    [GeneratedRegex(@"\{[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\}|(?<="")R[0-9a-f]{16}(?="")|core-properties/[0-9a-f]{32}")]
    private static partial Regex Random();
}
