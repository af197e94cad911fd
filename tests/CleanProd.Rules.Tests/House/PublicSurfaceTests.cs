using System.Reflection;
using System.Text;
using CleanProd.Rules.Rules;

namespace CleanProd.Rules.Tests.House;

/// <summary>
/// What the library shows to others stands in a file: whoever adds to it or takes from it sees so in his own commit. <c>CLEANPROD_APPROVE=1</c> writes
/// the file anew.
/// </summary>
public class PublicSurfaceTests
{
    private const string Approved = "tests/CleanProd.Rules.Tests/House/public-surface.txt";

    [Fact]
    public void The_public_surface_of_the_library_is_the_approved_one()
    {
        var surface = Surface(typeof(RulePack).Assembly);
        if (Tests.Approved.IsWriting) File.WriteAllText(Path.Combine(Repository.Root, Approved), surface);
        var (approved, now) = (Repository.Text(Approved).ReplaceLineEndings("\n").Split('\n'), surface.Split('\n'));
        Assert.True(approved.SequenceEqual(now), $"CLEANPROD_APPROVE=1 writes {Approved} anew.\n{string.Join('\n', now.Except(approved).Select(l => "+ " + l).Concat(approved.Except(now).Select(l => "- " + l)))}");
    }

    private static string Surface(Assembly assembly)
    {
        var text = new StringBuilder();
        foreach (var type in assembly.GetExportedTypes().OrderBy(t => t.FullName, StringComparer.Ordinal))
        {
            text.Append(Kind(type)).Append(' ').Append(Name(type)).Append('\n');
            foreach (var member in Members(type).Distinct().Order(StringComparer.Ordinal)) text.Append("  ").Append(member).Append('\n');
        }

        return text.ToString();
    }

    // What the compiler gives every record is no decision of anybody's.
    private static IEnumerable<string> Members(Type type)
    {
        if (type.IsEnum) return Enum.GetNames(type);
        const BindingFlags Own = BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;
        var made = type.GetMethod("<Clone>$") is not null || type.IsValueType;
        return type.GetProperties(Own).Select(p => $"{Name(p.PropertyType)} {p.Name}{(p.SetMethod?.IsPublic == true ? " {set}" : "")}")
            .Concat(type.GetFields(Own).Select(f => $"{Name(f.FieldType)} {f.Name}"))
            .Concat(type.GetMethods(Own).Where(m => !m.IsSpecialName && !m.Name.StartsWith('<') && !(made && m.Name is "Equals" or "GetHashCode" or "ToString" or "Deconstruct" or "PrintMembers"))
                .Select(m => $"{Name(m.ReturnType)} {m.Name}({Parameters(m)})"))
            .Concat(type.GetConstructors(Own).Where(c => !(made && c.GetParameters() is [var one] && one.ParameterType == type)).Select(c => $"new({Parameters(c)})"));
    }

    private static string Parameters(MethodBase method) => string.Join(", ", method.GetParameters().Select(p => $"{Name(p.ParameterType)} {p.Name}"));

    private static string Kind(Type type) => type switch
    {
        { IsEnum: true } => "enum",
        { IsInterface: true } => "interface",
        { IsValueType: true } => "struct",
        { IsAbstract: true, IsSealed: true } => "static",
        { IsAbstract: true } => "abstract",
        { IsSealed: true } => "sealed",
        _ => "class",
    };

    private static string Name(Type type)
    {
        if (type.IsByRef) return "ref " + Name(type.GetElementType()!);
        if (type.IsArray) return Name(type.GetElementType()!) + "[]";
        if (Nullable.GetUnderlyingType(type) is { } inner) return Name(inner) + "?";
        var name = type.IsGenericParameter ? type.Name : type.Namespace?.StartsWith("CleanProd", StringComparison.Ordinal) == true ? type.FullName?.Split('[')[0] ?? $"{type.Namespace}.{type.Name}" : type.Name;
        return type.IsGenericType ? $"{name.Split('`')[0]}<{string.Join(", ", type.GetGenericArguments().Select(Name))}>" : name;
    }
}
