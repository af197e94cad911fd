using CleanProd.Rules.Benchmarks.Data;

namespace CleanProd.Rules.Benchmarks.Engines;

/// <summary>
/// Something that takes in the data set and finds the exceedances in it. Everyone reads the same file, keeps every row with its value as a
/// number to the last digit, and holds each judgeable value against the same limit.
/// </summary>
internal interface IEngine : IDisposable
{
    /// <summary>Name in the table.</summary>
    string Name { get; }

    /// <summary>Takes the data set in anew; what an earlier import left is dropped first.</summary>
    void Import(DataSet data);

    /// <summary>Finds the exceedances in what was imported last.</summary>
    Exceedances Screen();
}

/// <summary>An engine that was asked for and is not there, or cannot be started: said in the table, never passed over.</summary>
internal sealed class EngineMissingException(string message) : Exception(message);
