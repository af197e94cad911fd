using CleanProd.Rules.Determinations;
using CleanProd.Rules.Facts;
using CleanProd.Rules.Lists;
using CleanProd.Rules.Lists.Publication;
using CleanProd.Rules.Lists.Review;
using CleanProd.Rules.Storage.Lists;

namespace CleanProd.Rules.Host.Api;

/// <summary>A list in a list of lists.</summary>
internal sealed record ListAnswer(
    long Id, ListKind Kind, Wording Title, int Year, int Batch, int? Amendment, string Jurisdiction, Wording JurisdictionName, Department Publisher, IReadOnlyList<Wording> Organs,
    Wording Instrument, ListState State, int Version, long? Run, long? Amends, int ScreenedYear, DateOnly AsOf, IReadOnlyList<string> Packs, string? Number, DateOnly? PublishedOn, string? Publication)
{
    internal static ListAnswer Of(StoredList stored)
    {
        var (list, head, basis) = (stored.List, stored.List.Head, stored.Basis);
        return new(
            stored.Id, head.Kind, head.Title, head.Year, head.Batch, head.Amendment, head.Jurisdiction.Value, head.JurisdictionName, head.Publisher, head.Organs, head.Instrument, list.State,
            list.Version, basis.RunId, basis.Amends, basis.ScreenedYear, basis.AsOf, basis.Packs, list.Number, list.PublishedOn, list.PublicationSha256);
    }
}

/// <summary>A list with who makes it, what stands against its publication, and what departments sign.</summary>
/// <param name="List">The list.</param>
/// <param name="Procedure">Who makes it, ground by ground.</param>
/// <param name="Parts">Its classes with what is signed.</param>
/// <param name="Counts">Entries within the asker's reach.</param>
/// <param name="Blocks">How many things stand against publication, by code, in the whole list.</param>
/// <param name="Gate">Those that the asker may see, and warnings.</param>
internal sealed record ListDetail(
    ListAnswer List, IReadOnlyList<ProcedureAnswer> Procedure, IReadOnlyList<PartAnswer> Parts, IReadOnlyList<EntryCount> Counts, IReadOnlyDictionary<string, int> Blocks, IReadOnlyList<GateAnswer> Gate)
{
    private const int MostGateItems = 200;

    /// <summary>The list as somebody sees it.</summary>
    internal static ListDetail Of(StoredList stored, IReadOnlyList<StoredListEntry> entries, IReadOnlyList<EntryCount> counts, Storage.Reach reach)
    {
        var all = entries.Select(e => e.Entry).ToArray();
        var gate = PublicationGate.Of(stored.List, all, stored.Basis.Procedure, stored.Basis.Run);
        var numbers = entries.ToDictionary(e => e.Entry.Key);
        var seen = gate.Where(i => i.Entry is not { } key || reach.Holds(numbers[key].Entry.Opening.Region, key.FacilityId)).Take(MostGateItems)
            .Select(i => new GateAnswer(i.Code, i.Blocks, i.Text, i.Entry is { } key ? numbers[key].Number : null, i.ClassId, i.Next?.Words));
        return new(
            ListAnswer.Of(stored), [.. stored.Basis.Procedure.Parts.DefaultIfEmpty(ProcedurePart.Plain).Select(ProcedureAnswer.Of)], PartAnswer.Of(stored, all), counts,
            new SortedDictionary<string, int>(gate.Where(i => i.Blocks).CountBy(i => i.Code).ToDictionary(c => c.Key, c => c.Value), StringComparer.Ordinal), [.. seen]);
    }
}

/// <summary>Who makes the part of a list on some grounds.</summary>
internal sealed record ProcedureAnswer(IReadOnlyList<string> Grounds, Wording Words, Wording Citation, string Basis)
{
    internal static ProcedureAnswer Of(ProcedurePart part)
    {
        var (lead, propose, verify, fix) = (ReviewWords.Of(part.Lead), ReviewWords.Of(part.Propose), ReviewWords.Of(part.Verify), ReviewWords.Of(part.Fix));
        var signers = part.Signatures.Select(ReviewWords.Of).ToArray();
        return new(
            part.Grounds,
            new(
                $"{lead.Zh}牵头：{propose.Zh}提出，{verify.Zh}审核，{fix.Zh}核定{(signers.Length > 0 ? $"；{string.Join('、', signers.Select(s => s.Zh))}会签" : "")}。",
                $"The {lead.En} leads: proposed at {propose.En}, verified at {verify.En}, fixed at {fix.En} level{(signers.Length > 0 ? $"; signed by the {string.Join(" and the ", signers.Select(s => s.En))}" : "")}."),
            part.Citation, part.Basis);
    }
}

/// <summary>A class of a list: what a department signs, and who has.</summary>
internal sealed record PartAnswer(string ClassId, Wording Name, int Included, string Sha256, IReadOnlyList<Department> Signers, IReadOnlyList<SignatureAnswer> Signatures)
{
    internal static IReadOnlyList<PartAnswer> Of(StoredList stored, IReadOnlyCollection<ListEntry> entries) =>
    [
        .. entries.Select(e => e.Opening.ClassId).Distinct(StringComparer.Ordinal).OrderBy(c => ListClass.Named(c).Order).ThenBy(c => c, StringComparer.Ordinal).Select(classId =>
        {
            var content = ListContent.Of(stored.List.Head, classId, entries);
            return new PartAnswer(
                classId, ListClass.Named(classId).Name, content.Keys.Count, content.Sha256, stored.List.SignersOf(classId, entries, stored.Basis.Procedure),
                [.. stored.List.Signatures.Where(s => s.ClassId == classId).Select(s => new SignatureAnswer(PersonAnswer.Of(s.By), s.At, s.Sha256 == content.Sha256, s.Refusal))]);
        }),
    ];
}

/// <summary>A signature or its refusal; <paramref name="Valid"/> is false once the content is another.</summary>
internal sealed record SignatureAnswer(PersonAnswer By, DateTimeOffset At, bool Valid, string? Refusal);

/// <summary>Who did something.</summary>
internal sealed record PersonAnswer(string Name, Department Department, string Region)
{
    internal static PersonAnswer Of(Officer officer) => new(officer.Name, officer.Department, officer.Region.Value ?? "");
}

/// <summary>One thing that stands against publication, or a warning.</summary>
internal sealed record GateAnswer(string Code, bool Blocks, Wording Text, int? Entry, string? ClassId, Wording? Next);

/// <summary>An entry of a list: what the machine says beside what people decided.</summary>
internal sealed record EntryAnswer(
    int Entry, int Version, string FacilityId, string FacilityName, string Region, string Place, string ClassId, EntryOrigin Origin, EntryState State, Wording StateName, bool Included,
    MachineAnswer Machine, DecisionAnswer? Decision, ReturnAnswer? Returned, IReadOnlyList<string> Reasons, Wording? Next, IReadOnlyList<EntryAct> Acts)
{
    internal static EntryAnswer Of(StoredListEntry stored, ListProcedure procedure, IEnumerable<EntryAct> acts)
    {
        var (entry, opening) = (stored.Entry, stored.Entry.Opening);
        return new(
            stored.Number, entry.Version, opening.FacilityId.Value, opening.FacilityName, opening.Region.Value, opening.Place, opening.ClassId, opening.Origin, entry.State, ReviewWords.Of(entry.State),
            entry.Included, MachineAnswer.Of(entry.Machine),
            entry.Decision is { } d ? new(d.Include, PersonAnswer.Of(d.By), d.At, d.Reason, d.Document) : null,
            entry.Returned is { } r ? new(r.To, PersonAnswer.Of(r.By), r.At, r.Reason) : null,
            [.. entry.Reasons.Select(reason => reason.Sentence.Zh)], entry.Waiting(procedure)?.Words, [.. acts]);
    }
}

/// <summary>An entry with all that happened to it.</summary>
internal sealed record EntryDetail(EntryAnswer Entry, IReadOnlyList<EntryEventAnswer> History);

/// <summary>What the machine said.</summary>
internal sealed record MachineAnswer(Outcome Outcome, IReadOnlyList<string> Grounds, IReadOnlyList<MachineReason> Reasons, string DeterminationSha256)
{
    internal static MachineAnswer Of(MachineResult machine) => new(
        machine.Outcome, machine.Grounds, [.. machine.Reasons.Select(r => new MachineReason(r.Rule, r.Ground, r.Sentence, r.Citation, [.. r.Facts.Select(f => f.Text)]))], machine.DeterminationSha256);
}

/// <summary>One reason of the machine with its deciding values in words.</summary>
internal sealed record MachineReason(string Rule, string Ground, Wording Sentence, Wording Citation, IReadOnlyList<string> Values);

/// <summary>A decision by hand.</summary>
internal sealed record DecisionAnswer(bool Include, PersonAnswer By, DateTimeOffset At, string Reason, DocumentRef? Document);

/// <summary>That an entry was sent back.</summary>
internal sealed record ReturnAnswer(ReviewStep To, PersonAnswer By, DateTimeOffset At, string Reason);

/// <summary>One thing that happened to an entry.</summary>
internal sealed record EntryEventAnswer(
    int Version, EntryAct Act, Wording ActName, PersonAnswer By, DateTimeOffset At, EntryState After, string? Reason, DocumentRef? Document, string? Publication, AdministrativeLevel? ActedForLevel)
{
    internal static EntryEventAnswer Of(EntryEvent e) =>
        new(e.Sequence, e.Act, ReviewWords.Of(e.Act), PersonAnswer.Of(e.By), e.At, e.After, e.Reason, e.Document, e.Publication, e.ActedForLevel);
}

/// <summary>One thing that happened to a list.</summary>
internal sealed record ListEventAnswer(
    int Version, ListAct Act, Wording ActName, PersonAnswer By, DateTimeOffset At, string? Reason, DocumentRef? Document, string? ClassId, string? Sha256, string? Number, DateOnly? PublishedOn)
{
    internal static ListEventAnswer Of(ListEvent e) =>
        new(e.Sequence, e.Act, ReviewWords.Of(e.Act), PersonAnswer.Of(e.By), e.At, e.Reason, e.Document, e.ClassId, e.Sha256, e.Number, e.PublishedOn);
}
