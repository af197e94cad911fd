using System.Reflection;
using Xunit;
using Xunit.Abstractions;
using Xunit.Sdk;

namespace CleanProd.Rules.Mutants;

/// <summary>The tests of an assembly, found and run within this process, one after the other.</summary>
internal sealed class TestBench
{
    private readonly ITestFrameworkExecutor _executor;

    /// <param name="path">The assembly of the tests.</param>
    /// <param name="wanted">Which tests take part, by their displayed names.</param>
    public TestBench(string path, Func<string, bool> wanted)
    {
        var assembly = Assembly.LoadFrom(path);
        var framework = new XunitTestFramework(new Listener(_ => true));
        _executor = framework.GetExecutor(assembly.GetName());
        var found = new List<ITestCase>();
        var discoverer = framework.GetDiscoverer(Reflector.Wrap(assembly));
        // Class by class: the rows of theories that take no part may cost more to make than those that do.
        foreach (var type in assembly.GetExportedTypes().Where(t => wanted(t.FullName + ".")))
        {
            using var over = new ManualResetEventSlim();
            discoverer.Find(
                type.FullName,
                includeSourceInformation: false,
                new Listener(message =>
                {
                    if (message is ITestCaseDiscoveryMessage { TestCase: var c } && wanted(c.DisplayName)) found.Add(c);
                    if (message is IDiscoveryCompleteMessage) over.Set();
                    return true;
                }),
                new Options { ["xunit.discovery.PreEnumerateTheories"] = true });
            over.Wait();
        }

        Cases = [.. found.OrderBy(c => c.DisplayName, StringComparer.Ordinal).ThenBy(c => c.UniqueID, StringComparer.Ordinal)];
    }

    /// <summary>The tests, in an order that is the same in every process.</summary>
    public IReadOnlyList<ITestCase> Cases { get; }

    /// <summary>What a test says when it fails; null when it passes.</summary>
    public string? Run(ITestCase test)
    {
        string? failure = null;
        using var over = new ManualResetEventSlim();
        _executor.RunTests(
            [test],
            new Listener(message =>
            {
                if (message is IFailureInformation f) failure ??= string.Join(" | ", f.Messages).ReplaceLineEndings(" ");
                if (message is ITestAssemblyFinished) over.Set();
                return true;
            }),
            new Options { ["xunit.execution.DisableParallelization"] = true, ["xunit.execution.SynchronousMessageReporting"] = true });
        over.Wait();
        return failure;
    }

    private sealed class Listener(Func<IMessageSinkMessage, bool> hear) : LongLivedMarshalByRefObject, IMessageSink
    {
        public bool OnMessage(IMessageSinkMessage message) => hear(message);
    }

    private sealed class Options : Dictionary<string, object?>, ITestFrameworkDiscoveryOptions, ITestFrameworkExecutionOptions
    {
        public TValue GetValue<TValue>(string name) => TryGetValue(name, out var value) ? (TValue)value! : default!;

        public void SetValue<TValue>(string name, TValue value) => this[name] = value;
    }
}
