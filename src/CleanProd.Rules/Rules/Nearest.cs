namespace CleanProd.Rules.Rules;

/// <summary>The word that somebody probably meant.</summary>
internal static class Nearest
{
    // Beyond this nothing is near, and measuring it would cost.
    private const int LongestWord = 64;

    /// <summary>The nearest of some words; null when none is near, or when it is the word itself.</summary>
    internal static string? Of(string wrong, IEnumerable<string> words)
    {
        if (wrong.Length is 0 or > LongestWord) return null;
        var nearest = words.Where(w => w.Length <= LongestWord).Distinct(StringComparer.Ordinal)
            .Select(w => (Word: w, Distance: Distance(wrong, w))).OrderBy(w => w.Distance).ThenBy(w => w.Word, StringComparer.Ordinal).FirstOrDefault();
        return nearest.Word is not null && nearest.Word != wrong && nearest.Distance <= Math.Max(wrong.Length < 5 ? 1 : 2, wrong.Length / 3) && nearest.Distance < wrong.Length ? nearest.Word : null;
    }

    /// <summary>The same as a question to be put behind a message; empty when nothing is near.</summary>
    internal static string Asked(string wrong, IEnumerable<string> words) => Of(wrong, words) is { } word ? $" Did you mean '{word}'?" : "";

    // Letters left out, put in, mistaken for others, and two that changed places each count one.
    private static int Distance(string a, string b)
    {
        int[] before = [], last = [.. Enumerable.Range(0, b.Length + 1)];
        for (var i = 1; i <= a.Length; i++)
        {
            var row = new int[b.Length + 1];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                row[j] = Math.Min(Math.Min(last[j], row[j - 1]) + 1, last[j - 1] + (Same(a[i - 1], b[j - 1]) ? 0 : 1));
                if (i > 1 && j > 1 && Same(a[i - 1], b[j - 2]) && Same(a[i - 2], b[j - 1])) row[j] = Math.Min(row[j], before[j - 2] + 1);
            }

            (before, last) = (last, row);
        }

        return last[b.Length];
    }

    private static bool Same(char a, char b) => char.ToUpperInvariant(a) == char.ToUpperInvariant(b);
}
