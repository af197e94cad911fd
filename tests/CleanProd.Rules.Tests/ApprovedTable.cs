using System.Globalization;

namespace CleanProd.Rules.Tests;

/// <summary>
/// An approved file of many inputs, what is said of each standing indented below it. Few of them are checked by one test, so that each is quick and a difference is told
/// near to where it is. <c>CLEANPROD_APPROVE=1</c> writes the file anew.
/// </summary>
/// <param name="file">The file, from the root of the project.</param>
/// <param name="inputs">The inputs; one that occurs twice counts once.</param>
/// <param name="said">The lines that are said of an input now.</param>
/// <param name="together">How many of them are checked by one test.</param>
internal sealed class ApprovedTable(string file, IEnumerable<string> inputs, Func<string, IEnumerable<string>> said, int together)
{
    private const string Indent = "    ";

    private readonly string[] _inputs = [.. inputs.Distinct(StringComparer.Ordinal)];
    private readonly Lazy<Dictionary<string, string>> _approved = new(() => Read(file));

    /// <summary>The numbers of the parts that are checked one by one.</summary>
    internal IEnumerable<int> Parts => Enumerable.Range(0, (_inputs.Length + together - 1) / together);

    /// <summary>Compares what is said of a part of the inputs.</summary>
    internal void Check(int part)
    {
        if (Approved.IsWriting) return;
        foreach (var input in _inputs.Skip(part * together).Take(together))
        {
            var (approved, now) = (_approved.Value.GetValueOrDefault(Line(input)), Said(input));
            Assert.True(approved == now, $"{file}: {Line(input)}\n--- approved\n{approved}+++ now\n{now}CLEANPROD_APPROVE=1 writes the file anew.");
        }
    }

    /// <summary>Compares which inputs the file holds, in their order; writes it when that was asked for.</summary>
    internal void CheckInputs()
    {
        if (Approved.IsWriting) File.WriteAllText(Path.Combine(Repository.Root, file), string.Concat(_inputs.Select(i => Line(i) + "\n" + Said(i))));
        Assert.Equal(_inputs.Select(Line), Read(file).Keys);
    }

    private static string Line(string text) => text.Length == 0 ? "(nothing)" : Seen(text);

    private string Said(string input) => string.Concat(said(input).Select(l => $"{Indent}{Seen(l)}\n"));

    // What is not seen stands as its number.
    private static string Seen(string text) => string.Concat(text.ReplaceLineEndings(" ⏎ ").Select(c =>
        c != '\t' && char.GetUnicodeCategory(c) is UnicodeCategory.Control or UnicodeCategory.Format ? string.Create(CultureInfo.InvariantCulture, $"<U+{(int)c:X4}>") : c.ToString()));

    private static Dictionary<string, string> Read(string file)
    {
        var read = new Dictionary<string, string>(StringComparer.Ordinal);
        var input = "";
        foreach (var line in Repository.Text(file).ReplaceLineEndings("\n").Split('\n').SkipLast(1))
        {
            if (!line.StartsWith(Indent, StringComparison.Ordinal)) read.Add(input = line, "");
            else read[input] += line + "\n";
        }

        return read;
    }
}
