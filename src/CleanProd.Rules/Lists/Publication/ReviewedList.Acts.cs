using CleanProd.Rules.Facts;
using CleanProd.Rules.Lists.Review;

namespace CleanProd.Rules.Lists.Publication;

public sealed partial record ReviewedList
{
    /// <summary>The first event of a list.</summary>
    /// <exception cref="RefusedActException">
    /// <c>no_polluters_list</c>: the law in force knows no such publication (none from 2026-08-15). <c>amendment_number</c>: an amendment
    /// without its number, or a number on another kind. <c>bad_year</c>, <c>bad_batch</c>: a number that no list bears. <c>outside_region</c>.
    /// </exception>
    public static ListEvent Open(ListHead head, ListProcedure procedure, Officer by, DateTimeOffset at)
    {
        if (head.Kind == ListKind.Polluters && procedure.Polluters is null)
            throw new RefusedActException("no_polluters_list", new("现行法律没有单独公布超标超总量排污企业名单的规定。", "The law in force knows no separate list of polluters."));
        if (head.Kind == ListKind.Amendment != head.Amendment is not null)
            throw new RefusedActException("amendment_number", new("调整名单须有次数，其他名单不得有。", "An amendment bears a number and no other list does."));
        if (head.Year is < 1900 or > 2200) throw new RefusedActException("bad_year", new("年度应为四位数字，如2024。", "Give a year such as 2024."));
        if (head.Batch is < 1 or > BatchName.Most || head.Amendment is < 1 or > BatchName.Most)
            throw new RefusedActException("bad_batch", new($"批次和调整次数应在 1 至 {BatchName.Most} 之间。", $"Batches and amendments are numbered from 1 to {BatchName.Most}."));
        if (!by.Region.Touches(head.Jurisdiction)) throw ReviewRefusal.OutsideRegion(by, Publishing(head));
        return new(1, ListAct.Open, by, at) { Opening = head };
    }

    /// <summary>Signs a class for the officer's department.</summary>
    /// <param name="classId">The class.</param>
    /// <param name="sha256">Hash of the content that the officer had on screen.</param>
    /// <param name="entries">All entries of the list.</param>
    /// <param name="procedure">Who makes it.</param>
    /// <param name="by">Who signs: an account of a department that has to, whose jurisdiction covers the list's.</param>
    /// <param name="at">When.</param>
    /// <param name="expectedVersion">The version on screen; null when it does not matter.</param>
    /// <exception cref="RefusedActException">
    /// <c>list_closed</c>, <c>stale_version</c>, <c>stale_content</c>, <c>signature_not_needed</c>, <c>outside_region</c>, <c>four_eyes</c>.
    /// </exception>
    public ListEvent Sign(string classId, string sha256, IReadOnlyCollection<ListEntry> entries, ListProcedure procedure, Officer by, DateTimeOffset at, int? expectedVersion = null)
    {
        MustBeSigner(classId, sha256, entries, procedure, by, expectedVersion);
        return new(Version + 1, ListAct.Sign, by, at) { ClassId = classId, Sha256 = sha256 };
    }

    /// <summary>Refuses to sign a class, with a reason: blocks publication until the content changes or the department signs after all.</summary>
    /// <inheritdoc cref="Sign" path="/exception"/>
    public ListEvent RefuseSignature(
        string classId, string sha256, string? reason, IReadOnlyCollection<ListEntry> entries, ListProcedure procedure, Officer by, DateTimeOffset at,
        DocumentRef? document = null, int? expectedVersion = null)
    {
        MustBeSigner(classId, sha256, entries, procedure, by, expectedVersion);
        ReviewRefusal.ReasonAndDocument(true, false, reason, document);
        return new(Version + 1, ListAct.RefuseSignature, by, at) { ClassId = classId, Sha256 = sha256, Reason = reason, Document = document };
    }

    /// <summary>Gives the list up, with a reason.</summary>
    /// <exception cref="RefusedActException"><c>list_closed</c>, <c>stale_version</c>, <c>reason_required</c>, <c>wrong_department</c>, <c>outside_region</c>.</exception>
    public ListEvent Abandon(string? reason, Officer by, DateTimeOffset at, int? expectedVersion = null)
    {
        MustBePublisher(by, expectedVersion);
        ReviewRefusal.ReasonAndDocument(true, false, reason, null);
        return new(Version + 1, ListAct.Abandon, by, at) { Reason = reason };
    }

    /// <summary>
    /// Publishes the list when nothing stands against it: its event, an event for each of its entries, and what becomes public. The store
    /// appends all of them or none.
    /// </summary>
    /// <param name="number">Number of the document.</param>
    /// <param name="publishedOn">Day of publication.</param>
    /// <param name="entries">All entries of the list.</param>
    /// <param name="procedure">Who makes it.</param>
    /// <param name="run">What the run behind it left open.</param>
    /// <param name="by">Who publishes: an account of the publisher whose jurisdiction covers the list's.</param>
    /// <param name="at">When.</param>
    /// <param name="expectedVersion">The version on screen; null when it does not matter.</param>
    /// <exception cref="RefusedActException">
    /// <c>publication_blocked</c> with the first thing that stands against it (<see cref="PublicationGate"/> gives all), <c>list_closed</c>,
    /// <c>stale_version</c>, <c>wrong_department</c>, <c>outside_region</c>, <c>number_required</c>.
    /// </exception>
    public PublicationEvents Publish(
        string number, DateOnly publishedOn, IReadOnlyCollection<ListEntry> entries, ListProcedure procedure, RunCondition run, Officer by, DateTimeOffset at, int? expectedVersion = null)
    {
        MustBePublisher(by, expectedVersion);
        if (string.IsNullOrWhiteSpace(number)) throw new RefusedActException("number_required", new("请填写公布文号。", "Give the number of the document."));
        var blocks = PublicationGate.Of(this, entries, procedure, run).Where(i => i.Blocks).ToArray();
        if (blocks.Length > 0)
        {
            throw new RefusedActException("publication_blocked", new(
                $"{blocks[0].Text.Zh}{(blocks[0].Next is { } zh ? $"应由{zh.Words.Zh}办理。" : "")}（共{blocks.Length}项未完成）",
                $"{blocks[0].Text.En}{(blocks[0].Next is { } en ? $" Needs {en.Words.En}." : "")} ({blocks.Length} in all)"));
        }

        var closing = entries.Where(e => e.State == EntryState.Fixed).OrderBy(e => e.Key).Select(e => (e.Key, e.PublishedWith(number, by, at))).ToArray();
        var publication = PublishedList.Of(Head, number, publishedOn, entries, procedure);
        return new(new(Version + 1, ListAct.Publish, by, at) { Number = number, PublishedOn = publishedOn, Sha256 = publication.Sha256 }, closing, publication);
    }

    private void MustBeSigner(string classId, string sha256, IReadOnlyCollection<ListEntry> entries, ListProcedure procedure, Officer by, int? expectedVersion)
    {
        MustBeOpen();
        if (expectedVersion is { } expected && expected != Version) throw ReviewRefusal.Stale(Version, expected);
        var signers = SignersOf(classId, entries, procedure);
        if (!signers.Contains(by.Department))
        {
            var who = signers.Select(ReviewWords.Of).ToArray();
            throw new RefusedActException("signature_not_needed", who.Length == 0
                ? new("该部分不需要会签。", "This part needs no signature.")
                : new($"该部分由{string.Join('、', who.Select(w => w.Zh))}会签。", $"This part is signed by the {string.Join(" and the ", who.Select(w => w.En))}."));
        }

        if (!by.Region.Covers(Head.Jurisdiction)) throw ReviewRefusal.OutsideRegion(by, new(by.Department, Head.Jurisdiction.Level, Head.Jurisdiction));
        var reviewed = entries.Where(e => e.Opening.ClassId == classId).SelectMany(e => new[] { e.ProposedBy, e.VerifiedBy, e.FixedBy });
        if (reviewed.Any(o => o?.Id == by.Id))
            throw new RefusedActException("four_eyes", new($"{by.Name}已办理本部分的审核步骤，不能再会签。", $"{by.Name} has reviewed entries of this part and may not sign it."));
        if (ListContent.Of(Head, classId, entries).Sha256 != sha256)
            throw new RefusedActException("stale_content", new("名单内容已变更，请刷新并核对后再会签。", "The content has changed meanwhile. Load it again, check it and sign that."));
    }

    private void MustBePublisher(Officer by, int? expectedVersion)
    {
        MustBeOpen();
        if (expectedVersion is { } expected && expected != Version) throw ReviewRefusal.Stale(Version, expected);
        if (!by.Region.Covers(Head.Jurisdiction)) throw ReviewRefusal.OutsideRegion(by, Publishing(Head));
        if (by.Department != Head.Publisher) throw ReviewRefusal.WrongDepartment(by, Publishing(Head));
    }

    private static NextStep Publishing(ListHead head) => new(head.Publisher, head.Jurisdiction.Level, head.Jurisdiction);
}

/// <summary>What a publication appends, all or nothing.</summary>
/// <param name="List">The event of the list.</param>
/// <param name="Entries">The event of each of its entries.</param>
/// <param name="Publication">What becomes public.</param>
public sealed record PublicationEvents(ListEvent List, IReadOnlyList<(EntryKey Key, EntryEvent Event)> Entries, PublishedList Publication);
