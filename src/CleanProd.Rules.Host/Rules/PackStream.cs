using System.Diagnostics;
using System.Text.Json;
using CleanProd.Rules.Determinations;
using CleanProd.Rules.Facts;
using CleanProd.Rules.Host.Cli;
using CleanProd.Rules.Rules;

namespace CleanProd.Rules.Host.Rules;

/// <summary>Checks packs one after another in one process: for editors that check while somebody types, and for tests that throw anything at it.</summary>
internal static class PackStream
{
    private static readonly JsonSerializerOptions Plain = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Answers every line with one; ends with the input.</summary>
    /// <param name="packs">Lines of <c>{"name": …, "text": …}</c>.</param>
    /// <param name="answers">Gets <c>{"name", "ok", "milliseconds", "errors", "cases"}</c>.</param>
    /// <param name="reference">Reference data to run the cases with; null to leave them.</param>
    internal static int Answer(TextReader packs, TextWriter answers, ReferenceData? reference)
    {
        while (packs.ReadLine() is { } line)
        {
            if (line.Length == 0) continue;
            answers.WriteLine(JsonSerializer.Serialize(Answer(line, reference), Plain));
            answers.Flush();
        }

        return ExitCode.Done;
    }

    private static object Answer(string line, ReferenceData? reference)
    {
        var watch = Stopwatch.StartNew();
        var name = "";
        try
        {
            using var asked = JsonDocument.Parse(line);
            name = asked.RootElement.GetProperty("name").GetString() ?? "";
            var pack = PackCheck.Read(asked.RootElement.GetProperty("text").GetString() ?? "", name);
            var cases = reference is null ? [] : PackCaseRunner.Run(pack, reference).Select(r => new { name = r.Case.Name, verdict = r.Verdict.ToString().ToUpperInvariant(), messages = r.Messages }).ToArray();
            return new { name, ok = true, milliseconds = watch.ElapsedMilliseconds, errors = Array.Empty<object>(), cases };
        }
        catch (PackException e)
        {
            return new { name, ok = false, milliseconds = watch.ElapsedMilliseconds, errors = e.Errors.Select(x => new { line = x.Position.Line, column = x.Position.Column, code = x.Code, message = x.Message }), cases = Array.Empty<object>() };
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException && name.Length == 0)
        {
            return new { name, ok = false, milliseconds = watch.ElapsedMilliseconds, errors = new[] { new { line = 1, column = 1, code = "request", message = $"每行应为 {{\"name\", \"text\"}}。 Each line is an object with name and text: {e.Message}" } }, cases = Array.Empty<object>() };
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            // The stream goes on: one pack that finds a fault of the program must not end the work of an editor.
            return new { name, ok = false, milliseconds = watch.ElapsedMilliseconds, errors = new[] { new { line = 1, column = 1, code = "internal", message = e.ToString() } }, cases = Array.Empty<object>() };
        }
    }
}
