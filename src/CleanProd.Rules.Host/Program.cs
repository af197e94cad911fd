using CleanProd.Rules.Host.Cli;

return await CommandLine.RunAsync(args);
