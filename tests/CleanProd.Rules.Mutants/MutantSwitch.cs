using System.Reflection;

namespace CleanProd.Rules.Mutants;

/// <summary>The switch that dotnet-stryker builds into a library: which of its changes is in effect, and which places of changes are passed.</summary>
internal sealed class MutantSwitch
{
    private readonly FieldInfo _active;
    private readonly FieldInfo _capture;
    private readonly MethodInfo _take;

    /// <param name="library">The library with all its changes in it, none in effect.</param>
    public MutantSwitch(string library)
    {
        var control = Assembly.LoadFrom(library).GetTypes().Single(t => t.Name == "MutantControl");
        _active = control.GetField("ActiveMutant")!;
        _capture = control.GetField("CaptureCoverage")!;
        _take = control.GetMethod("GetCoverageData")!;
        Active = null;
    }

    /// <summary>The change in effect; null for none.</summary>
    public int? Active { set => _active.SetValue(null, value ?? -1); }

    /// <summary>Whether it is written down which places are passed. No change is in effect meanwhile.</summary>
    public bool Watching { set => _capture.SetValue(null, value); }

    /// <summary>The places passed since the last call: all of them, and those passed while something static was made.</summary>
    public (IReadOnlyCollection<int> All, IReadOnlyCollection<int> Static) Passed()
    {
        var passed = (IList<int>[])_take.Invoke(null, null)!;
        return ([.. passed[0]], [.. passed[1]]);
    }
}
