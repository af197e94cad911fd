using System.Collections.Concurrent;

namespace CleanProd.Rules.Facts.Limits;

/// <summary>
/// Answers of the resolver, kept for all facilities of a screening: the same question, whoever asks it, has the same answer on all days between
/// two changes of the law. Safe for any number of threads.
/// </summary>
internal sealed class LimitAnswers(LimitLibrary library, RegionRegister regions)
{
    // Thousands of kinds of outlets are usual; whatever the data holds, no more than so many answers stay in memory.
    private const int Most = 20_000;

    private readonly LimitResolver _resolver = new(library, regions);
    private readonly ConcurrentDictionary<Case, LimitAnswer> _known = new();

    /// <summary>The answer to a question of a facility's outlet.</summary>
    /// <param name="question">The question; its day stands for all of the epoch.</param>
    /// <param name="epoch">Number of the days between two changes.</param>
    internal LimitAnswer Resolve(LimitQuestion question, int epoch)
    {
        var facts = question.Facts.Count == 0 ? "" : string.Join('\n', question.Facts.OrderBy(f => f.Key, StringComparer.Ordinal).Select(f => $"{f.Key}\t{f.Value}"));
        var asked = new Case(
            question.Pollutant, question.Medium, epoch, question.Region, question.Industry, question.EiaApprovedOn, question.Discharge, question.Workshop, question.Grade,
            question.Standard, question.StackHeightM, question.Unit, question.Window, question.Origin, facts,
            string.Join('\n', question.Productions.Select(p => $"{p.Name}\t{p.BasePerUnit}\t{p.Output}")));
        if (_known.TryGetValue(asked, out var known)) return known;
        if (_known.Count >= Most) _known.Clear();
        return _known[asked] = _resolver.Resolve(question);
    }

    private readonly record struct Case(
        PollutantCode Pollutant, Medium Medium, int Epoch, string? Region, string? Industry, DateOnly? EiaApprovedOn, DischargeKind Discharge, bool? Workshop, string? Grade,
        string? Standard, decimal? StackHeightM, Unit? Unit, AveragingWindow? Window, DataOrigin Origin, string Facts, string Productions);
}
