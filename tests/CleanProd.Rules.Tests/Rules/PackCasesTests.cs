using CleanProd.Rules.Determinations;
using CleanProd.Rules.Facts;
using CleanProd.Rules.Rules;
using Xunit;

namespace CleanProd.Rules.Tests.Rules;

public class PackCasesTests
{
    private static readonly ReferenceData Shipped = ReferenceReader.Read(RepositoryFiles.Reference);

    public static TheoryData<string> Packs => new(RepositoryFiles.Packs);

    [Theory]
    [MemberData(nameof(Packs))]
    public void Every_case_of_a_shipped_pack_comes_out_as_a_lawyer_expects(string path)
    {
        var results = PackCaseRunner.Run(PackReader.Read(RepositoryFiles.Text(path), path), Shipped);
        Assert.True(results.Count >= 6);
        Assert.Empty(results.Where(r => r.Verdict != CaseVerdict.Pass).Select(r => $"{r.Case.Name}: {r.Verdict} {string.Join("; ", r.Messages)}"));
    }
}
