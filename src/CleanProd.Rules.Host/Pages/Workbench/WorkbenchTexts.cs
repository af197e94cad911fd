using CleanProd.Rules.Determinations;
using CleanProd.Rules.Facts;

namespace CleanProd.Rules.Host.Pages.Workbench;

/// <summary>Words of the workbench.</summary>
internal static class WorkbenchTexts
{
    internal static readonly Wording Menu = new("规则工作台", "Workbench");
    internal static readonly Wording Title = new("规则工作台", "Workbench");
    internal static readonly Wording Lead = new("起草、证明、预看影响、送审、签发。编写人与签发人不能是同一人。", "Draft, prove, foresee, submit, release. Whoever wrote on a draft never releases it.");
    internal static readonly Wording Begin = new("起草", "Begin a draft");
    internal static readonly Wording FromPack = new("从现有规则包", "From a released pack");
    internal static readonly Wording Pack = new("规则包", "Pack");
    internal static readonly Wording Note = new("说明", "Remark");
    internal static readonly Wording BeginFrom = new("以此起草", "Begin from this");
    internal static readonly Wording FromNothing = new("从空白", "From nothing");
    internal static readonly Wording PackId = new("规则包编号", "Identity of the pack");
    internal static readonly Wording PackIdHelp = new("小写字母、数字和连字符，如 gd-measures-2027", "Lower-case letters, digits and hyphens, such as gd-measures-2027");
    internal static readonly Wording Jurisdiction = new("适用地区（CN，或 CN- 加区划代码）", "Jurisdiction (CN, or CN- and a division code)");
    internal static readonly Wording From = new("施行日期", "In force from");
    internal static readonly Wording BeginNew = new("新建", "Begin");
    internal static readonly Wording FromFile = new("从文件", "From a file");
    internal static readonly Wording FromFileHelp = new("规则包的 JSON 文件，不超过 4 MB。", "A pack as a JSON file of at most 4 MB.");
    internal static readonly Wording Drafts = new("草案", "Drafts");
    internal static readonly Wording NoDrafts = new("还没有草案。", "There are no drafts yet.");
    internal static readonly Wording NoDraftsAuthor = new("还没有草案。请从现有规则包或空白开始。", "There are no drafts yet. Begin from a released pack or from nothing.");

    internal static readonly Wording DraftTitle = new("草案 {0}：{1}", "Draft {0}: {1}");
    internal static readonly Wording DraftLead = new("{0} · {1} · 第 {2} 版 · {3}", "{0} · {1} · version {2} · {3}");
    internal static readonly Wording Save = new("保存", "Save");
    internal static readonly Wording Saved = new("已保存为第 {0} 版。", "Saved as version {0}.");
    internal static readonly Wording Unsaved = new("未保存", "not saved");
    internal static readonly Wording KeptHere = new("找回了本浏览器中尚未保存的修改。", "Changes of yours that were not saved were found in this browser.");
    internal static readonly Wording Discard = new("放弃修改", "Discard them");
    internal static readonly Wording LeaveAsk = new("有未保存的修改，仍要离开？", "There are changes that are not saved. Leave nevertheless?");
    internal static readonly Wording Leave = new("离开", "Leave");
    internal static readonly Wording LeaveKeeps = new("修改留在本浏览器中，再次打开本草案时会找回。", "They stay in this browser and are found again when the draft is opened.");
    internal static readonly Wording Format = new("统一格式", "Format");
    internal static readonly Wording CannotEdit = new("草案{0}，只能查看。", "The draft is {0} and can only be read.");
    internal static readonly Wording NotYours = new("您的角色只能查看草案。", "Your role reads drafts only.");

    internal static readonly Wording ClausePane = new("条款与参数", "Clauses and parameters");
    internal static readonly Wording OtherRules = new("未列入条款的规则", "Rules of no clause");
    internal static readonly Wording NotJudged = new("不判定：{0}", "not judged: {0}");
    internal static readonly Wording Parameters = new("参数", "Parameters");
    internal static readonly Wording NoParameters = new("没有参数：数值写在条件里。", "No parameters: the numbers stand in the conditions.");
    internal static readonly Wording SinceDay = new("{0} 起", "from {0}");
    internal static readonly Wording UntilDay = new("至 {0}", "to {0}");
    internal static readonly Wording NewValue = new("自某日起的新数值", "A new value from a day on");
    internal static readonly Wording Parameter = new("参数", "Parameter");
    internal static readonly Wording Value = new("数值", "Value");
    internal static readonly Wording FirstDay = new("首日", "First day");
    internal static readonly Wording Citation = new("条款", "Clause");
    internal static readonly Wording Apply = new("采用", "Apply");
    internal static readonly Wording NoNumber = new("“{0}”不是数，请写成 0.66 这样的形式。", "“{0}” is no number; write it as 0.66.");
    internal static readonly Wording ParameterNow = new("{0}，{1}", "{0}, {1}");

    internal static readonly Wording ConditionPane = new("条件", "Condition");
    internal static readonly Wording ViewForm = new("表单", "Form");
    internal static readonly Wording ViewText = new("文本", "Text");
    internal static readonly Wording ViewPack = new("全文", "Whole pack");
    internal static readonly Wording ViewWords = new("与现行的不同", "Difference");
    internal static readonly Wording Views = new("查看方式", "Views");
    internal static readonly Wording ConditionText = new("规则 {0} 的条件", "Condition of rule {0}");
    internal static readonly Wording PackText = new("规则包全文", "Text of the whole pack");
    internal static readonly Wording EditorKeys = new("键盘：Tab 离开编辑框，Ctrl+M 改为输入制表符；提示列表打开时，Tab 采用，Esc 关闭。", "Keys: Tab leaves the editor, Ctrl+M makes it write tabs instead; while words are offered, Tab takes one and Esc closes them.");
    internal static readonly Wording PlainField = new("使用普通文本框", "Use a plain text field");
    internal static readonly Wording WholeOnly = new("这条规则由几部分或带名称的子表达式组成，请在“全文”中修改。", "This rule is made of parts or named sub-expressions: change it in the whole pack.");
    internal static readonly Wording NoRule = new("请从左侧选择一条规则。", "Choose a rule at the left.");
    internal static readonly Wording Errors = new("错误（{0} 处）", "Mistakes ({0})");
    internal static readonly Wording NoErrors = new("没有错误。", "There are no mistakes.");
    internal static readonly Wording At = new("第 {0} 行第 {1} 列", "line {0}, column {1}");
    internal static readonly Wording PackBroken = new("全文有错误，改正后才能用表单和参数。", "The pack has mistakes; form and parameters work again when they are mended.");
    internal static readonly Wording Painted = new("证明与影响", "What proves it, whom it reaches");
    internal static readonly Wording PaintedHelp = new("实线：案例两种结果都见过且起决定作用；虚线：未被案例充分证明；波浪线：有变异未被察觉。", "Solid: cases see it both ways and it decides. Dashed: not fully proved by cases. Wavy: a mistake here would not be noticed.");
    internal static readonly Wording PartCondition = new("条件", "condition");
    internal static readonly Wording PartApplies = new("适用", "applies when");
    internal static readonly Wording PartException = new("例外 {0}", "exception {0}");
    internal static readonly Wording Covered = new("已证明", "proved");
    internal static readonly Wording NotCovered = new("未充分证明", "not fully proved");
    internal static readonly Wording CoverageOf = new("成立 {0}，不成立 {1}，不明 {2}，决定 {3}", "true {0}, false {1}, unknown {2}, decisive {3}");
    internal static readonly Wording ReachOf = new("命中 {0}，缺数据 {1}，共 {2}", "matches {0}, lacks {1}, of {2}");
    internal static readonly Wording Test = new("测试", "Test");

    internal static readonly Wording CasesPane = new("案例", "Cases");
    internal static readonly Wording CasesPass = new("{0} 个案例全部通过。", "All {0} cases pass.");
    internal static readonly Wording CasesFail = new("{1} 个案例中 {0} 个未通过。", "{0} of {1} cases do not pass.");
    internal static readonly Wording NoCases = new("没有案例：不能送审。", "There are no cases: it cannot be submitted.");
    internal static readonly Wording RunCases = new("运行案例", "Run the cases");
    internal static readonly Wording Prove = new("覆盖与变异", "Coverage and mutants");
    internal static readonly Wording Analyse = new("分析", "Analyse");
    internal static readonly Wording Boundaries = new("建议边界案例", "Propose boundary cases");
    internal static readonly Wording Proving = new("正在证明……", "Proving …");
    internal static readonly Wording MutantsNoticed = new("{1} 个小错误中，案例察觉 {0} 个。", "Cases notice {0} of {1} small mistakes.");
    internal static readonly Wording Survivors = new("未被察觉（{0}）", "Not noticed ({0})");
    internal static readonly Wording Explained = new("已说明：{0}", "explained: {0}");
    internal static readonly Wording TestsCovered = new("{1} 个测试中 {0} 个已充分证明。", "{0} of {1} tests are fully proved.");
    internal static readonly Wording Findings = new("分析发现（{0}）", "Findings of the analysis ({0})");
    internal static readonly Wording NoFindings = new("分析没有发现问题。", "The analysis found nothing.");
    internal static readonly Wording Proposed = new("建议的案例（{0}）", "Proposed cases ({0})");
    internal static readonly Wording ProposedHelp = new("结果是规则现在给出的，请核对法律后再采用。", "The outcomes are what the rules say now: check them against the law before you add them.");
    internal static readonly Wording Under = new("略低于", "just under");
    internal static readonly Wording OnIt = new("恰为", "on");
    internal static readonly Wording Over = new("略高于", "just over");
    internal static readonly Wording AddCase = new("加入", "Add");
    internal static readonly Wording NoProposal = new("没有案例单独判断该阈值，无法生成。", "No case asks it of a single item: nothing can be made.");

    internal static readonly Wording ReachPane = new("影响", "Reach and impact");
    internal static readonly Wording Region = new("地区", "Region");
    internal static readonly Wording Year = new("年度", "Year");
    internal static readonly Wording AsOf = new("判定日期", "As of");
    internal static readonly Wording Foresee = new("预看影响", "Foresee");
    internal static readonly Wording Live = new("随修改更新", "Follow my changes");
    internal static readonly Wording Foreseeing = new("正在预看……", "Foreseeing …");
    internal static readonly Wording ReachTable = new("每个测试的范围", "How far each test reaches");
    internal static readonly Wording Rule = new("规则", "Rule");
    internal static readonly Wording Matches = new("命中（家）", "Matches");
    internal static readonly Wording Lacks = new("缺数据（家）", "Lack the fact");
    internal static readonly Wording Cost = new("耗时（纳秒/家）", "Cost (ns each)");
    internal static readonly Wording ImpactHead = new("{0} 年度，判定日期 {1}：企业 {2} 家，原列入 {3} 家，改后 {4} 家。", "{0}, as of {1}: {2} enterprises, {3} listed before, {4} after.");
    internal static readonly Wording NobodyTouched = new("没有企业受影响。", "Nobody is touched.");
    internal static readonly Wording ByCity = new("按城市", "By city");
    internal static readonly Wording ByIndustry = new("按行业", "By industry");
    internal static readonly Wording ByGround = new("按情形", "By ground");
    internal static readonly Wording BeforeWas = new("原：{0}", "before: {0}");
    internal static readonly Wording AfterIs = new("改后：{0}", "after: {0}");
    internal static readonly Wording NoSuchRule = new("无此规则", "no such rule");
    internal static readonly Wording Missing = new("缺：{0}", "missing: {0}");
    internal static readonly Wording NoData = new("该地区该年度没有企业数据。", "There are no enterprises of that region and year.");
    internal static readonly Wording ShowAllOf = new("显示全部 {0} 家", "Show all {0}");

    internal static readonly Wording Steps = new("送审与签发", "Submitting and releasing");
    internal static readonly Wording Submit = new("送审", "Submit");
    internal static readonly Wording SubmitHelp = new("送审材料含案例结果、与现行规则的不同、上面所选地区年度的逐家影响，由签发人签名。", "What is signed holds the cases, the difference from the rules in force and the impact by name on the region and year chosen above.");
    internal static readonly Wording EffectiveFrom = new("自此判定日期起适用", "For determination dates from");
    internal static readonly Wording EffectiveTo = new("至（可不填）", "to (may stay empty)");
    internal static readonly Wording SubmitAsk = new("将第 {0} 版送审？", "Submit version {0}?");
    internal static readonly Wording SubmitFollows = new("签发前不能再改；可由签发人退回。", "It cannot be changed until it is returned by a releaser.");
    internal static readonly Wording SubmitDates = new("签发后自判定日期 {0} 起适用。", "Once released it applies to determination dates from {0} on.");
    internal static readonly Wording SubmitImpact = new("{0}新列入 {1} 家，移出 {2} 家，理由改变 {3} 家。", "In {0}: {1} join, {2} leave, the reason changes for {3}.");
    internal static readonly Wording Submitting = new("正在汇总送审材料……", "Putting together what is signed …");
    internal static readonly Wording Submitted = new("已送审。签发人可以签发。", "Submitted. A releaser can sign it now.");
    internal static readonly Wording SaveFirst = new("请先保存。", "Save first.");
    internal static readonly Wording Dossier = new("送审材料", "What is to be signed");
    internal static readonly Wording DossierHash = new("散列值 SHA-256", "SHA-256");
    internal static readonly Wording DossierDates = new("适用于判定日期 {0}", "For determination dates {0}");
    internal static readonly Wording DossierBasis = new("影响依据：{0}，{1} 年度，判定日期 {2}，导入 {3} 批", "Impact over {0}, year {1}, as of {2}, {3} imports");
    internal static readonly Wording DossierCases = new("案例 {0} 个，全部通过", "{0} cases, all pass");
    internal static readonly Wording DossierAgainst = new("与 {0} 相比", "Compared with {0}");
    internal static readonly Wording DossierNew = new("新的规则包，没有可比的版本。", "A new pack: there is no version before it.");
    internal static readonly Wording OverlayHead = new("与上位规则的关系", "To wider rules");
    internal static readonly Wording Download = new("下载送审材料", "Download what is signed");
    internal static readonly Wording Sign = new("签发", "Sign and release");
    internal static readonly Wording SignAsk = new("签发草案 {0}？", "Sign and release draft {0}?");
    internal static readonly Wording SignFollows = new("自判定日期 {0} 起，{1}按此判定。", "From determination date {0} on, enterprises of {1} are judged by it.");
    internal static readonly Wording SignOutdated = new("已完成的筛查若因此过时，会在“规则”页列为应当重新筛查。", "Finished screenings that it outdates are listed on the page Rules as to be screened again.");
    internal static readonly Wording SignForGood = new("发布的版本不能修改，只能由以后的版本代替。", "A released version is never changed; a later one takes its place.");
    internal static readonly Wording ReleasedAs = new("已发布为第 {0} 版。", "Released as version {0}.");
    internal static readonly Wording ToRules = new("查看规则", "To the rules");
    internal static readonly Wording OwnDraft = new("您编写过本草案，须由另一账号签发。", "You wrote on this draft: another account must release it.");
    internal static readonly Wording Return = new("退回", "Return");
    internal static readonly Wording ReturnAsk = new("退回草案 {0}？", "Return draft {0}?");
    internal static readonly Wording ReturnFollows = new("编写人可以继续修改并重新送审。", "Its author can change it and submit it again.");
    internal static readonly Wording Abandon = new("放弃草案", "Abandon the draft");
    internal static readonly Wording AbandonAsk = new("放弃草案 {0}？", "Abandon draft {0}?");
    internal static readonly Wording AbandonFollows = new("不能再修改或送审；记录保留。", "It can be neither changed nor submitted any more; its history is kept.");
    internal static readonly Wording History = new("经过", "History");
    internal static readonly Wording HistoryLine = new("{0} {1} {2}", "{0} {1}: {2}");

    internal static readonly Wording All = new("同时满足", "all of");
    internal static readonly Wording Any = new("满足任一", "any of");
    internal static readonly Wording Not = new("并非", "not");
    internal static readonly Wording Joined = new("组合方式", "How they are joined");
    internal static readonly Wording Some = new("至少一项", "at least one of");
    internal static readonly Wording Every = new("每一项", "every one of");
    internal static readonly Wording Quantifier = new("范围", "How many");
    internal static readonly Wording ListName = new("列表", "List");
    internal static readonly Wording Named = new("记作 {0}，满足", "called {0}, for which");
    internal static readonly Wording Narrowed = new("其中", "among those with");
    internal static readonly Wording Sign1 = new("比较", "Comparison");
    internal static readonly Wording Word = new("词", "Word");
    internal static readonly Wording Number = new("数", "Number");
    internal static readonly Wording Text = new("文字", "Text");
    internal static readonly Wording DayWord = new("日期", "Day");
    internal static readonly Wording IsKnown = new("已知", "is known");
    internal static readonly Wording IsMissing = new("缺失", "is missing");
    internal static readonly Wording Presence = new("是否已知", "Whether it is known");
    internal static readonly Wording OneOf = new("为下列之一", "is one of");
    internal static readonly Wording Values = new("各值（逗号分隔）", "Values (separated by commas)");
    internal static readonly Wording Holds = new("成立", "holds");
    internal static readonly Wording AlwaysTrue = new("恒成立", "always");
    internal static readonly Wording AlwaysFalse = new("恒不成立", "never");
    internal static readonly Wording Remove = new("删除这一项", "Remove this part");
    internal static readonly Wording AddTest = new("加一个条件", "Add a test");
    internal static readonly Wording AddGroup = new("加一组", "Add a group");
    internal static readonly Wording AsText = new("请在“文本”中修改这一部分", "Change this part as text");
    internal static readonly Wording CountOf = new("项数", "count of");
    internal static readonly Wording SumOf = new("合计", "sum of");
    internal static readonly Wording GreatestOf = new("最大", "greatest of");
    internal static readonly Wording LeastOf = new("最小", "least of");
    internal static readonly Wording MeanOf = new("平均", "mean of");
    internal static readonly Wording Satisfying = new("满足", "with");
    internal static readonly Wording OfValue = new("取值", "of its");
    internal static readonly Wording FormRefused = new("表单不成立：{0}", "The form does not stand: {0}");

    internal static Wording Of(CaseVerdict verdict) => verdict switch
    {
        CaseVerdict.Pass => new("通过", "pass"),
        CaseVerdict.Fail => new("不符", "fail"),
        _ => new("出错", "error"),
    };

    /// <summary>A condition of a rule by its name.</summary>
    internal static string PartOf(string part, Func<Wording, object?[], string> say) =>
        part == "condition" ? say(PartCondition, []) : part == "appliesWhen" ? say(PartApplies, []) : say(PartException, [part["exception ".Length..]]);
}
