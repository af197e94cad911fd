using System.CommandLine;
using CleanProd.Rules.Benchmarks;
using CleanProd.Rules.Benchmarks.Growth;
using CleanProd.Rules.Benchmarks.Load;
using CleanProd.Rules.Benchmarks.Micro;

return await new RootCommand("Measures the product beside its peers: every figure is a ratio of one run.")
{
    PeersCommand.Command(), GrowthCommand.Command(), MicroCommand.Command(), LoadCommand.Command(), ScaleCommand.Command(),
    GenerateCommand.Command(), AloneCommand.Command(),
}.Parse(args).InvokeAsync();
