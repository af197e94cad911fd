namespace CleanProd.Rules.Rules;

/// <summary>How people call the types of the rule language.</summary>
internal static class WordTypes
{
    internal static string Name(Type type) => ThreeValued.Plain(type) switch
    {
        var t when t == typeof(string) => "text",
        var t when t == typeof(bool) => "yes/no",
        var t when t == typeof(DateTime) => "date",
        var t when t == typeof(int) || t == typeof(long) => "whole number",
        _ => "number",
    };
}
