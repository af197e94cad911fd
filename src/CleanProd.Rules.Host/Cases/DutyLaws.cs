using System.Collections.Concurrent;
using System.Text;
using CleanProd.Rules.Cases.Duties;
using CleanProd.Rules.Facts;
using CleanProd.Rules.Host.Screen;
using CleanProd.Rules.Host.Serve;
using CleanProd.Rules.Notices;
using CleanProd.Rules.Rules;
using CleanProd.Rules.Storage.Cases;
using CleanProd.Rules.Storage.Documents;

namespace CleanProd.Rules.Host.Cases;

/// <summary>
/// Duties from the packs that decided, whose texts the store keeps; holidays and sector intervals from this program, because next year's
/// holidays become known only after a list is published.
/// </summary>
internal sealed class DutyLaws(DocumentStore documents, ServiceOptions options) : IDutyLaws
{
    private readonly Lazy<ReferenceData> _reference = new(() => ShippedFiles.Reference(options.Reference));
    private readonly ConcurrentDictionary<string, DutyLaw> _laws = new(StringComparer.Ordinal);

    /// <summary>Reference tables of this program.</summary>
    internal ReferenceData Reference => _reference.Value;

    public async Task<DutyLaw> OfAsync(IReadOnlyList<string> packs, CancellationToken ct)
    {
        var key = string.Join('\n', packs);
        if (_laws.TryGetValue(key, out var known)) return known;
        var terms = new List<NoticeTerms>(packs.Count);
        foreach (var pack in packs)
        {
            if ((await PackAsync(pack, ct)).NoticeJson is { } notice) terms.Add(NoticeTermsReader.Read(notice));
        }

        return _laws[key] = new(NoticeTerms.Of(terms), new WorkingCalendar(Reference.Holidays, Reference.MakeUpWorkdays), Reference.AuditIntervals);
    }

    private async Task<RulePack> PackAsync(string pack, CancellationToken ct)
    {
        var sha256 = pack[(pack.LastIndexOf('@') + 1)..];
        var text = await documents.FindAsync(sha256, ct) ?? throw new InvalidDataException($"The store lacks the text of the pack {pack} that decided a list.");
        return PackReader.Read(Encoding.UTF8.GetString(text), pack);
    }
}
