using System.CommandLine;
using CleanProd.Rules.Benchmarks;

return await new RootCommand("Measures the product beside its peers: every figure is a ratio of one run.")
{
    PeersCommand.Command(), GenerateCommand.Command(), AloneCommand.Command(),
}.Parse(args).InvokeAsync();
