using CleanProd.Rules.Rules;
using Newtonsoft.Json.Linq;
using PackJson = CleanProd.Rules.Rules.Authoring.PackJson;

namespace CleanProd.Rules.Tests.Rules;

/// <summary>The small parts that read texts: tokens, limits of what is parsed, places in a file, the nearest word.</summary>
public class TextPartsTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("  a.b_1 ", "Name a@2 Sign .@3 Name b_1@4")]
    [InlineData("_x>=1.5m", "Name _x@0 Sign >=@2 Number 1.5m@4")]
    [InlineData("1.x", "Number 1@0 Sign .@1 Name x@2")]
    [InlineData("1.", "Number 1@0 Sign .@1")]
    [InlineData("9..5", "Number 9@0 Sign .@1 Sign .@2 Number 5@3")]
    [InlineData("a<>b<=c<d", "Name a@0 Sign <>@1 Name b@3 Sign <=@4 Name c@6 Sign <@7 Name d@8")]
    [InlineData("a=>b==c=d", "Name a@0 Sign =>@1 Name b@3 Sign ==@4 Name c@6 Sign =@7 Name d@8")]
    [InlineData("!a!=b", "Sign !@0 Name a@1 Sign !=@2 Name b@4")]
    [InlineData("a&&b||c&d|e", "Name a@0 Sign &&@1 Name b@3 Sign ||@4 Name c@6 Sign &@7 Name d@8 Sign |@9 Name e@10")]
    [InlineData("\"a b\"\"\"", "Text \"a b\"@0 Text \"\"@5")]
    [InlineData("\"a\\\"b\" c", "Text \"a\\\"b\"@0 Name c@7")]
    [InlineData("\"open", "Text \"open@0")]
    [InlineData("\"open\\", "Text \"open\\@0")]
    [InlineData("\"", "Text \"@0")]
    [InlineData("名1", "Name 名1@0")]
    public void A_text_falls_into_its_tokens(string text, string tokens) => Assert.Equal(tokens, string.Join(' ', ConditionTokens.Of(text).Select(t => $"{t.Kind} {t.Text}@{t.Offset}")));

    public static TheoryData<string, string?> Limits => new()
    {
        { "a".PadRight(2000, 'a'), null }, { "a".PadRight(2001, 'a'), "2000 too_long The condition has 2001 characters; 2000 are allowed. Split it into rules or local parameters." },
        { new string('(', 50) + "a" + new string(')', 50), null }, { new string('(', 51) + "a" + new string(')', 51), "50 too_deep Brackets are nested more than 50 deep here; simplify the condition." },
        { new string('[', 51), "50 too_deep Brackets are nested more than 50 deep here; simplify the condition." }, { "([)]", null }, { "a]", "1 bracket This bracket closes nothing." }, { "((a)", "4 bracket 1 bracket(s) are not closed." }, { "((a", "3 bracket 2 bracket(s) are not closed." },
        { new string('!', 8) + "a", null }, { new string('!', 9) + "a", "8 too_deep Too many signs in a row." }, { "- - + - - + - - a", null }, { "- - + - - + - - - a", "16 too_deep Too many signs in a row." }, { "!!!!!!!!a!!!!!!!!", null }, { "--------\"a\"--------", null }, { "((((((((a)))))))) - - - - - - - -a", null },
        { string.Concat(Enumerable.Repeat("a,", 400)), null }, { string.Concat(Enumerable.Repeat("a,", 401)), "801 too_many The condition has more than 400 operators; split it." }, { string.Concat(Enumerable.Repeat("a<>=&|*/%.,?", 36)), null }, { string.Concat(Enumerable.Repeat("a<>=&|*/%.,?", 37)), "437 too_many The condition has more than 400 operators; split it." },
        { string.Concat(Enumerable.Repeat("a-", 400)) + "a", null }, { string.Concat(Enumerable.Repeat("a+", 401)) + "a", "802 too_many The condition has more than 400 operators; split it." }, { string.Concat(Enumerable.Repeat("not ", 40)) + "a", null }, { string.Concat(Enumerable.Repeat("not ", 41)) + "a", "0 too_deep Too many negations; simplify the condition." }, { string.Concat(Enumerable.Repeat("not(", 41)) + "a" + new string(')', 41), "0 too_deep Too many negations; simplify the condition." }, { string.Concat(Enumerable.Repeat("not\tnot\n", 21)) + "a", "0 too_deep Too many negations; simplify the condition." },
        { "a == \"x;'{}名\\\"\"", null }, { "a == \"x", "5 open_text A text starts here and is not closed; end it with a double quote." }, { "a == \"x\\\"", "5 open_text A text starts here and is not closed; end it with a double quote." }, { "\"\"", null }, { "a'", "1 quote Write texts in double quotes." }, { "a~", null },
        { "a{", "1 character The character '{' has no meaning in a condition." }, { "a}", "1 character The character '}' has no meaning in a condition." }, { "a;", "1 character The character ';' has no meaning in a condition." }, { "a\\", "1 character The character '\\' has no meaning in a condition." }, { "a@", "1 character The character '@' has no meaning in a condition." }, { "a#", "1 character The character '#' has no meaning in a condition." }, { "a`", "1 character The character '`' has no meaning in a condition." }, { "a$", "1 character The character '$' has no meaning in a condition." },
        { "a\u007f", null }, { "a\u0080", "1 character The character '\u0080' (U+0080) is not allowed outside a text; names and signs are plain ASCII." }, { "а", "0 character The character 'а' (U+0430) is not allowed outside a text; names and signs are plain ASCII." }, { " \t", "0 empty The condition is empty; write a comparison such as monitoring.Any(m => m.ExceedanceCount > 0)." },
    };

    [Theory]
    [MemberData(nameof(Limits))]
    public void Before_it_is_parsed_a_text_keeps_within_limits(string text, string? says) => Assert.Equal(says, ExpressionScan.Find(text) is { } fault ? $"{fault.Offset} {fault.Code} {fault.Message}" : null);

    [Theory]
    [InlineData("", null, "a", "b")]
    [InlineData("a", null, "b")]
    [InlineData("ab", "ac", "ac")]
    [InlineData("abcd", "abce", "abce", "abff")]
    [InlineData("abcd", null, "abef")]
    [InlineData("abcde", "abcfg", "abcfg")]
    [InlineData("abcde", null, "abfgh")]
    [InlineData("abcdefghi", "abcdefxyz", "abcdefxyz")]
    [InlineData("abcdefghi", null, "abcdewxyz")]
    [InlineData("abcd", "bacd", "bacd")]
    [InlineData("abcd", "acbd", "acbd", "abcdxx")]
    [InlineData("abcd", null, "badc")]
    [InlineData("abcd", "ABCD", "ABCD", "abce")]
    [InlineData("abcd", null, "abcd")]
    [InlineData("abcd", null, "abcd", "abce")]
    [InlineData("abcd", "abce", "abcf", "abce")]
    [InlineData("abcd", "abc", "abcdef", "abc")]
    [InlineData("abcd", "abcde", "abcde")]
    [InlineData("abcd", "bcd", "bcd")]
    [InlineData("abcd", null)]
    public void The_nearest_word_is_within_a_third_and_no_farther(string wrong, string? nearest, params string[] words)
    {
        Assert.Equal(nearest, Nearest.Of(wrong, words));
        Assert.Equal(nearest is null ? "" : $" Did you mean '{nearest}'?", Nearest.Asked(wrong, words));
    }

    [Fact]
    public void Words_of_more_than_64_letters_are_near_to_nothing()
    {
        Assert.Equal(new string('a', 64), Nearest.Of(new string('a', 63) + "b", [new string('a', 64)]));
        Assert.Null(Nearest.Of(new string('a', 64) + "b", [new string('a', 64)]));
        Assert.Null(Nearest.Of(new string('a', 64), [new string('a', 65)]));
    }

    [Fact]
    public void Everything_of_a_file_has_its_line_and_column()
    {
        const string json = "{ \"a\": \"one\",\n  \"b\\\"\": [ 1, \"two\\n\\u0041\", \"\" ],\r\n\"c\": { \"d\": null, \"e\": true } }";
        var root = PackJson.Load(json);
        var place = new JsonPlace(json);
        string At(string path) => $"{place.Of(root.SelectToken(path)!)} '{place.Escaped(root.SelectToken(path)!)}'";
        Assert.Equal(["1:9 'one'", "2:12 ''", "2:16 'two\\n\\u0041'", "2:31 ''", "3:16 ''"], [At("a"), At("['b\"'][0]"), At("['b\"'][1]"), At("['b\"'][2]"), At("c.d")]);
        Assert.Equal(new TextPosition(1, 1), place.Of(new JValue("not of this file")));
        Assert.Equal("", place.Escaped(new JValue("not of this file")));
    }

    [Theory]
    [InlineData("", 3, 13)]
    [InlineData("abcdef", 0, 10)]
    [InlineData("abcdef", 3, 13)]
    [InlineData("abcdef", 9, 16)]
    [InlineData("a\\nb", 1, 11)]
    [InlineData("a\\nb", 2, 13)]
    [InlineData("a\\u0041b", 2, 17)]
    [InlineData("\\u0041\\\\\\\"c", 3, 20)]
    [InlineData("a\\", 2, 13)]
    public void A_character_of_a_text_stands_behind_what_the_file_escapes(string escaped, int offset, int column) => Assert.Equal(new TextPosition(4, column), JsonPlace.Within(new(4, 10), escaped, offset));

    [Fact]
    public void A_position_reads_as_line_and_column_and_an_error_begins_with_its_place()
    {
        Assert.Equal("4:10", new TextPosition(4, 10).ToString());
        var (one, other) = (new PackError("p.json", new(4, 10), "code", "What."), new PackError("p.json", new(5, 1), "other", "More."));
        Assert.Equal("p.json:4:10: code: What.\np.json:5:1: other: More.", new PackException([one, other]).Message);
        Assert.Equal([one], new PackException(one).Errors);
    }

    [Fact]
    public void Lists_and_tables_of_a_pack_tell_letter_for_letter_what_they_hold()
    {
        var (list, table) = (new TextList(["b", "a", "a"]), new ParameterTable([new("k", 1m), new("j", 2m)]));
        Assert.Equal((true, false, false), (list.Contains("a"), list.Contains("A"), list.Contains(null!)));
        Assert.Equal(["a", "b"], list.Items);
        Assert.Equal((1m, null, null), (table.For("k"), table.For("K"), table.For(null!)));
        Assert.Equal((true, false, false), (table.Has("k"), table.Has("K"), table.Has(null!)));
        Assert.Equal(["j", "k"], table.Rows.Select(r => r.Key));
    }
}
