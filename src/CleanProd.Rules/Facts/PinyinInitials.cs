using System.Text;

namespace CleanProd.Rules.Facts;

/// <summary>
/// The initials of a Chinese name's pinyin, to find it by: 广州 by <c>gz</c>. The 3,755 common characters stand in GB 2312 in the order of their pinyin,
/// so that the code tells the letter; others that company and place names use are listed here. It finds, it does not transcribe: a character with two
/// readings answers to both where it is listed so and else to one, and a character nobody knows answers to every letter, so that nothing is lost.
/// </summary>
public sealed class PinyinInitials
{
    private const uint Any = (1u << 26) - 1;

    // First codes of the letters; none begins with i, u or v. The last code of the first level is 0xD7F9.
    private static readonly (char Letter, int From)[] Bounds =
    [
        ('a', 0xB0A1), ('b', 0xB0C5), ('c', 0xB2C1), ('d', 0xB4EE), ('e', 0xB6EA), ('f', 0xB7A2), ('g', 0xB8C1), ('h', 0xB9FE), ('j', 0xBBF7), ('k', 0xBFA6), ('l', 0xC0AC),
        ('m', 0xC2E8), ('n', 0xC4C3), ('o', 0xC5B6), ('p', 0xC5BE), ('q', 0xC6DA), ('r', 0xC8BB), ('s', 0xC8F6), ('t', 0xCBFA), ('w', 0xCDDA), ('x', 0xCEF4), ('y', 0xD1B9), ('z', 0xD4D1),
    ];

    private const int Last = 0xD7F9;

    // Beyond the first level of GB 2312.
    private static readonly (char Letter, string Characters)[] Further =
    [
        ('a', "坳嫒瑷遨"), ('b', "亳殡灞膑葆蓓鲅犇埗"), ('c', "槎禅茌萃铖嵖瀍"), ('d', "凼坻垌岱氐砀磴鞑"), ('f', "凫扉梵沣淝罘酆馥"), ('g', "仡圪垓淦舸茛莞藁衮钴锆镉"),
        ('h', "斛昊晖晗桦泓洹湟潢濠瀚皓蘅铧颢骅"), ('j', "婕岌戛旌橘泾珏瑾稷缙腈莒菁葭蛟郏鄄钜镓骥璟滘漖"), ('k', "咔岢恺琨铠锟鲲焜"), ('l', "岚崂徕栾泸涞溧漯澧濂濑珑璐砺耒赉锂阆雒靓骊鹭麟"),
        ('m', "仫勐岷汨淼渑湄缦邙酩钼旻洺"), ('n', "坭楠锘"), ('p', "叵堋濮璞邳郫芃"), ('q', "朐杞淇湫犍琦琪祺箐綦绮荃蕲衢覃谯邛铨骐麒"), ('r', "嵘榕芮铷鞣镕"), ('s', "嵊嵩晟沭泗濉狩畲睢缫莘飒昇燊"),
        ('t', "婷昙洮潼瑭砼钛钽韬"), ('w', "佤婺崴汶炜玮薇隗"), ('x', "冼圩岫昕曦歆淅溆漩潇炫熹璇禧芗荥鑫隰馨瑄猇"),
        ('y', "偃兖刈塬壅妍娅峄怡懿攸昱晔沅滢漪烨焱煜瑛瑜禺筠羿腌轶邕邺郢鄞鄢钰镒雩颍鸢黟垚玥埇"), ('z', "僮圳幛梓浈涿渚祗秭竺訾诏赭轵郅铮颛"),
    ];

    // Read otherwise in names than where GB 2312 puts them, or in two ways.
    private static readonly (char Character, string Letters)[] TwoReadings =
    [
        ('重', "cz"), ('长', "cz"), ('行', "hx"), ('乐', "ly"), ('厦', "xs"), ('埔', "pb"), ('番', "fp"), ('圩', "xw"), ('禅', "cs"), ('莘', "sx"), ('曾', "cz"), ('会', "hk"), ('单', "ds"), ('朝', "cz"),
        ('调', "dt"), ('传', "cz"), ('尉', "wy"), ('盛', "sc"), ('覃', "qt"), ('车', "cj"), ('六', "l"), ('台', "t"), ('都', "d"), ('蚌', "b"), ('堡', "bp"), ('铅', "qy"), ('浒', "hx"), ('洞', "dt"), ('阿', "ae"),
    ];

    private static readonly Dictionary<char, uint> Known = Table();

    private readonly uint[] _letters;

    private PinyinInitials(uint[] letters) => _letters = letters;

    /// <summary>The initials of a name. Latin letters stand for themselves; figures, spaces and signs are passed over.</summary>
    public static PinyinInitials Of(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        var letters = new List<uint>(name.Length);
        foreach (var c in name)
        {
            if (char.IsAsciiLetter(c)) letters.Add(Bit(char.ToLowerInvariant(c)));
            else if (char.IsLetter(c)) letters.Add(Known.GetValueOrDefault(c, Any));
        }

        return new([.. letters]);
    }

    /// <summary>Whether a text can be meant as initials at all: two Latin letters or more, and nothing else.</summary>
    public static bool IsMeant(string text) => text is { Length: >= 2 } && text.All(char.IsAsciiLetter);

    /// <summary>Whether the letters follow each other somewhere in the initials.</summary>
    /// <param name="letters">Latin letters, of either case.</param>
    public bool Contain(string letters)
    {
        ArgumentNullException.ThrowIfNull(letters);
        for (var from = 0; from + letters.Length <= _letters.Length; from++)
        {
            var at = 0;
            while (at < letters.Length && char.IsAsciiLetter(letters[at]) && (_letters[from + at] & Bit(char.ToLowerInvariant(letters[at]))) != 0) at++;
            if (at == letters.Length) return true;
        }

        return false;
    }

    /// <summary>Whether a character's reading is known.</summary>
    internal static bool Knows(char c) => Known.ContainsKey(c);

    private static uint Bit(char letter) => 1u << (letter - 'a');

    private static Dictionary<char, uint> Table()
    {
        var gb = CodePagesEncodingProvider.Instance.GetEncoding("gb2312")!;
        var table = new Dictionary<char, uint>();
        Span<byte> code = stackalloc byte[2];
        for (var place = 0; place < Bounds.Length; place++)
        {
            var end = place + 1 < Bounds.Length ? Bounds[place + 1].From - 1 : Last;
            for (var value = Bounds[place].From; value <= end; value++)
            {
                (code[0], code[1]) = ((byte)(value >> 8), (byte)(value & 0xFF));
                if (code[1] >= 0xA1 && gb.GetString(code) is [var character]) table[character] = Bit(Bounds[place].Letter);
            }
        }

        foreach (var (letter, characters) in Further)
            foreach (var character in characters) table[character] = Bit(letter);
        foreach (var (character, letters) in TwoReadings) table[character] = letters.Aggregate(0u, (bits, letter) => bits | Bit(letter));
        return table;
    }
}
