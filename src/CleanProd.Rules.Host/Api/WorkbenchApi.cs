using CleanProd.Rules.Determinations.Proving;
using CleanProd.Rules.Host.Access;
using CleanProd.Rules.Host.Cli;
using CleanProd.Rules.Host.Policy;
using CleanProd.Rules.Rules;
using CleanProd.Rules.Rules.Authoring;
using Microsoft.AspNetCore.Http.HttpResults;
using Newtonsoft.Json.Linq;

namespace CleanProd.Rules.Host.Api;

/// <summary>The policy workbench without a store: the text of a pack in, what it says and proves out. Nothing is kept.</summary>
internal static class WorkbenchApi
{
    internal static void MapWorkbench(this IEndpointRouteBuilder api)
    {
        var workbench = api.MapGroup("/workbench");
        workbench.MapPost("/check", Check).Needs(Permission.ReadRules, Target.Law).WithSummary("Whether a pack can be used; every error with line, column and, where one is near, the word that was meant.");
        workbench.MapPost("/format", Format).Needs(Permission.ReadRules, Target.Law).WithSummary("The pack in the one form: conditions, members, layout.");
        workbench.MapPost("/form", Form).Needs(Permission.ReadRules, Target.Law).WithSummary("A condition as text and as structured form; give either.");
        workbench.MapPost("/completion", Completion).Needs(Permission.ReadRules, Target.Law).WithSummary("What can stand at a place of a condition.");
        workbench.MapGet("/language", Language).Needs(Permission.ReadRules, Target.Law).WithSummary("The whole rule language for editors: words, members, types, units, documentation, functions.");
        workbench.MapPost("/test", TestAsync).Needs(Permission.ReadRules, Target.Law).WithSummary("Runs the cases of a pack with both readers; pass, fail and error are kept apart.");
        workbench.MapPost("/coverage", CoverageAsync).Needs(Permission.ReadRules, Target.Law).WithSummary("Which tests of the rules the cases exercise: seen true, seen false, decisive.");
        workbench.MapPost("/boundaries", BoundariesAsync).Needs(Permission.ReadRules, Target.Law).WithSummary("Proposed cases for every threshold: just under, on it, just over.");
        workbench.MapPost("/mutants", MutantsAsync).Needs(Permission.ReadRules, Target.Law).WithSummary("Puts small mistakes into the rules one at a time, and tells which no case notices.");
        workbench.MapPost("/analysis", AnalysisAsync).Needs(Permission.ReadRules, Target.Law).WithSummary("Conditions that always or never hold, what decides nothing, gaps of days, clauses without rules.");
    }

    /// <summary>The text of a pack.</summary>
    /// <param name="Text">JSON of the pack.</param>
    /// <param name="Name">How messages name it.</param>
    internal sealed record PackBody(string Text, string? Name = null)
    {
        internal string File => Name ?? "pack.json";
    }

    /// <summary>A condition in one of its forms.</summary>
    /// <param name="Text">The text; null where the form is given.</param>
    /// <param name="Form">The structured form as JSON text; null where the text is given.</param>
    /// <param name="Pack">A pack whose parameters it may name; null for none.</param>
    internal sealed record FormBody(string? Text = null, string? Form = null, string? Pack = null);

    /// <summary>A place in a condition.</summary>
    /// <param name="Condition">The condition.</param>
    /// <param name="Offset">Where the cursor stands, from 0; null for the end.</param>
    /// <param name="Pack">A pack whose parameters are offered; null for none.</param>
    internal sealed record CompletionBody(string Condition, int? Offset = null, string? Pack = null);

    /// <summary>Whether a pack can be used.</summary>
    internal sealed record CheckAnswer(bool Ok, IReadOnlyList<ErrorLine> Errors);

    /// <summary>One error of a pack.</summary>
    internal sealed record ErrorLine(int Line, int Column, string Code, string Message);

    /// <summary>A text.</summary>
    internal sealed record TextAnswer(string Text);

    /// <summary>A condition in both forms.</summary>
    internal sealed record FormAnswer(string Text, string Form);

    /// <summary>One case of a pack.</summary>
    internal sealed record CaseLine(string Name, int Line, int Column, string Verdict, IReadOnlyList<string> Messages);

    /// <summary>A proposed case.</summary>
    internal sealed record ProposedCase(string Side, string Outcome, string Case);

    /// <summary>A threshold with its proposed cases.</summary>
    internal sealed record BoundaryLine(string Rule, string Part, string Threshold, IReadOnlyList<ProposedCase> Cases);

    private static Ok<CheckAnswer> Check(PackBody pack)
    {
        var errors = PackCheck.Errors(pack.Text, pack.File);
        return TypedResults.Ok(new CheckAnswer(errors.Count == 0, [.. errors.Select(e => new ErrorLine(e.Position.Line, e.Position.Column, e.Code, e.Message))]));
    }

    private static Ok<TextAnswer> Format(PackBody pack) => TypedResults.Ok(new TextAnswer(PackFormat.Format(pack.Text, pack.File)));

    private static Ok<FormAnswer> Form(FormBody asked)
    {
        var pack = asked.Pack is { } text ? PackReader.Read(text, "pack.json") : null;
        if (asked.Text is null == asked.Form is null) throw new BadInputException("请给出 text 或 form 之一。 Give either text or form.");
        var (written, form) = RuleForms.Of(asked.Text ?? RuleForms.Text(asked.Form!, pack), pack);
        return TypedResults.Ok(new FormAnswer(written, form));
    }

    private static Ok<IReadOnlyList<LanguageItem>> Completion(CompletionBody asked) => TypedResults.Ok(
        ProofBench.Language(asked.Pack is { } text ? PackReader.Read(text, "pack.json") : null).At(asked.Condition, asked.Offset ?? asked.Condition.Length));

    private static Ok<LanguageData> Language() => TypedResults.Ok(ProofBench.Language());

    private static async Task<Ok<IReadOnlyList<CaseLine>>> TestAsync(PackBody pack, ProofBench bench, CancellationToken ct) => TypedResults.Ok<IReadOnlyList<CaseLine>>(
        [.. (await bench.TestAsync(Read(pack), ct)).Select(r => new CaseLine(r.Case.Name, r.Case.Position.Line, r.Case.Position.Column, r.Verdict.ToString().ToLowerInvariant(), r.Messages))]);

    private static async Task<Ok<IReadOnlyList<TestCoverage>>> CoverageAsync(PackBody pack, ProofBench bench, CancellationToken ct) => TypedResults.Ok(await bench.CoverageAsync(Read(pack), ct));

    private static async Task<Ok<IReadOnlyList<BoundaryLine>>> BoundariesAsync(PackBody pack, ProofBench bench, CancellationToken ct) => TypedResults.Ok<IReadOnlyList<BoundaryLine>>(
        [.. (await bench.BoundariesAsync(Read(pack), ct)).Select(b => new BoundaryLine(b.Rule, b.Part, b.Threshold,
            [.. JArray.Parse(PackBoundaries.Json([b])).Zip(b.Cases).Select(c => new ProposedCase(c.Second.Side < 0 ? "under" : c.Second.Side > 0 ? "over" : "on", c.Second.Outcome, c.First.ToString()))]))]);

    private static async Task<Ok<Mutation>> MutantsAsync(PackBody pack, ProofBench bench, CancellationToken ct) => TypedResults.Ok(await bench.MutantsAsync(Read(pack), ct));

    private static async Task<Ok<IReadOnlyList<PackFinding>>> AnalysisAsync(PackBody pack, ProofBench bench, CancellationToken ct) => TypedResults.Ok(await bench.AnalysisAsync(Read(pack), ct));

    private static RulePack Read(PackBody pack) => PackCheck.Read(pack.Text, pack.File);
}
