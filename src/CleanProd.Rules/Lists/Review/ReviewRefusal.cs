using CleanProd.Rules.Facts;

namespace CleanProd.Rules.Lists.Review;

/// <summary>The refusals of the review with their reasons: what stands against an act, and who could do it.</summary>
internal static class ReviewRefusal
{
    internal static RefusedActException Stale(int version, int expected) => new("stale_version", new(
        $"该项已由他人更新（现为第{version}版，您所见为第{expected}版）。请刷新后重新办理。",
        $"Somebody else has changed this meanwhile (it is version {version}, you saw {expected}). Load it again and decide anew."));

    internal static RefusedActException Illegal(EntryState state, EntryAct act, IEnumerable<EntryAct> possible)
    {
        var (is_, does) = (ReviewWords.Of(state), ReviewWords.Of(act));
        var acts = possible.Select(ReviewWords.Of).ToArray();
        return acts.Length == 0
            ? new("illegal_transition", new($"该项{is_.Zh}，不能再{does.Zh}；公布后的更正应另行编制调整名单。", $"It is {is_.En} and cannot be changed any more ({does.En}); corrections after publication need an amendment list."))
            : new("illegal_transition", new($"该项{is_.Zh}，不能{does.Zh}；现在可以：{string.Join('、', acts.Select(a => a.Zh))}。", $"It is {is_.En}: '{does.En}' is not possible now. Possible: {string.Join(", ", acts.Select(a => a.En))}."));
    }

    internal static RefusedActException Broken(string what) => new("illegal_transition", new($"历史记录前后不一致：{what}", what));

    internal static RefusedActException ThroughList(EntryAct act) => new("through_list", new(
        $"{ReviewWords.Of(act).Zh}须随整份名单办理，不能单独办理。", $"'{ReviewWords.Of(act).En}' is done by publishing the whole list, not entry by entry."));

    internal static RefusedActException OutsideRegion(Officer by, NextStep who) => new("outside_region", new(
        $"该企业不在您的辖区（{RegionOf(by).Zh}）内；应由{who.Words.Zh}办理。", $"The enterprise is outside your jurisdiction ({RegionOf(by).En}); it needs {who.Words.En}."));

    internal static RefusedActException WrongDepartment(Officer by, NextStep who) => new("wrong_department", new(
        $"此步骤不由{ReviewWords.Of(by.Department).Zh}办理；应由{who.Words.Zh}办理。", $"This is not for the {ReviewWords.Of(by.Department).En}; it needs {who.Words.En}."));

    internal static RefusedActException LevelTooLow(Officer by, NextStep who) => new("level_too_low", new(
        $"{ReviewWords.Of(by.Region.Level).Zh}不能办理此步骤；应由{who.Words.Zh}办理。", $"The {ReviewWords.Of(by.Region.Level).En} level may not take this step; it needs {who.Words.En}."));

    internal static RefusedActException FourEyes(Officer by, ReviewStep step) => new("four_eyes", new(
        $"{by.Name}已办理本项的另一步骤，不能再{ReviewWords.Of(step).Zh}；提出、审核、核定须由三个不同的账号办理。",
        $"{by.Name} has already taken another step here; proposing, verifying and fixing need three different accounts."));

    internal static RefusedActException DecidedByHand(Officer by) => new("four_eyes", new(
        $"{by.Name}曾对本项作出人工列入或者排除决定，不能由其核定；请由另一账号核定。", $"{by.Name} has decided this by hand and may not fix it as well; another account must."));

    internal static RefusedActException ExcludeInstead(string name) => new("exclude_instead", new(
        $"{name}经判定应当列入，不能撤回；认为不应列入的，请人工排除并说明理由、附文件。", $"The machine lists {name}: it cannot be withdrawn. To keep it off, exclude it with reason and document."));

    internal static RefusedActException ResultRequired() => new("result_required", new("重新判定须附新的判定结果。", "A redetermination needs the new result."));

    internal static void ReasonAndDocument(bool reason, bool document, string? given, DocumentRef? with)
    {
        if (reason && string.IsNullOrWhiteSpace(given)) throw new RefusedActException("reason_required", new("请填写理由。", "Give a reason."));
        if (document && with is null) throw new RefusedActException("document_required", new("请附依据文件。", "Attach the document that stands behind it."));
    }

    private static Wording RegionOf(Officer by) => by.Region == RegionCode.Nation ? new("全国", "the whole country") : Wording.Same(by.Region.Value);
}
