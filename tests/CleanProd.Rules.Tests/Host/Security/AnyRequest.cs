using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using CleanProd.Rules.Host.Access;
using CleanProd.Rules.Host.Api;
using CleanProd.Rules.Tests.Host.Access;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;

namespace CleanProd.Rules.Tests.Host.Security;

/// <summary>A request that follows from a seed: to an endpoint that there is, with what it knows and what does not fit.</summary>
internal sealed class AnyRequest
{
    private static readonly string[] Words = ["44", "440103", "甲", "2024-03-05", "", "environment", "officer", "audit", "x", "\u202e", "' OR 1=1 --", "../../etc/passwd", "A", "=1+1", "9999-12-31", "\ud83d\ude00", "%00", "null", "1"];

    private readonly Random _random;
    private readonly RouteEndpoint _endpoint;
    private readonly int _seed;
    private readonly string _path;
    private readonly string? _type;
    private readonly string? _key;
    private readonly byte[]? _body;

    private AnyRequest(string method, string path, string type, string body)
    {
        (Method, _path, _type, _body) = (method, path, type, Encoding.UTF8.GetBytes(body));
        (_random, _endpoint) = (Random.Shared, null!);
    }

    private AnyRequest(int seed, RouteEndpoint endpoint, MatrixWorld world)
    {
        (_seed, _random, _endpoint) = (seed, new Random(seed), endpoint);
        Method = endpoint.Metadata.GetRequiredMetadata<IHttpMethodMetadata>().HttpMethods[0];
        _path = Path(world) + Query();
        if (Method is "GET" or "DELETE" && _random.Next(10) > 0) return;
        _body = Encoding.UTF8.GetBytes(Body());
        if (_random.Next(8) == 0) Damage(_body);
        _type = Pick("application/json", "application/json", "application/json", "application/json", "text/csv", "multipart/form-data; boundary=x", "multipart/form-data", "application/x-www-form-urlencoded", "application/json; charset=utf-16", "text/plain", "nonsense", null);
        if (_random.Next(4) == 0) _key = Pick("k", new string('k', 300), "a b");
    }

    /// <summary>Requests that once were a fault of the service.</summary>
    internal static IReadOnlyList<AnyRequest> Kept { get; } =
    [
        new("POST", "/sign-in/enter", "multipart/form-data", "\"1\""),
        new("POST", "/account/password/change", "application/x-www-form-urlencoded", string.Concat(Enumerable.Repeat("{\"a\":", 3000))),
        new("POST", "/sign-in/enter", "multipart/form-data; boundary=x", "--x\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n1"),
        new("POST", "/api/v1/imports", "multipart/form-data; boundary=x", "--x\r\nContent-Disposition: form-data; name=\"files\"; filename=\"a.csv\"\r\n\r\nfacility_id"),
        new("POST", "/api/v1/imports", "multipart/form-data; boundary=x", $"--x\r\nContent-Disposition: form-data; name=\"{new string('n', 40_000)}\"\r\n\r\n1\r\n--x--"),
    ];

    internal string Method { get; }

    /// <summary>Whether a program asks, which is told in problem details; people get pages.</summary>
    internal bool IsOfApi => _path.StartsWith("/api/", StringComparison.Ordinal);

    /// <summary>Whether the server of HTTP itself refuses its address, before anything of this service is asked.</summary>
    internal bool IsNoAddress => _path.Split('?')[0].Contains("%00", StringComparison.Ordinal);

    /// <summary>Whether a service may hang up on it.</summary>
    internal bool IsTooLarge => _body is { Length: > 1_000_000 };

    internal static AnyRequest Of(int seed, RouteEndpoint[] endpoints, MatrixWorld world) => new(seed, endpoints[seed % endpoints.Length], world);

    internal HttpRequestMessage Message()
    {
        var message = new HttpRequestMessage(new(Method), _path);
        if (_body is not null) message.Content = new ByteArrayContent(_body);
        if (_type is not null) message.Content?.Headers.TryAddWithoutValidation("Content-Type", _type);
        if (_key is not null) message.Headers.TryAddWithoutValidation("Idempotency-Key", _key);
        return message;
    }

    public override string ToString() => $"seed {_seed}: {Method} {_path} {_type} {(_body is null ? "" : Encoding.UTF8.GetString(_body, 0, Math.Min(_body.Length, 600)))}";

    private string Path(MatrixWorld world)
    {
        var pattern = "/" + _endpoint.RoutePattern.RawText!.TrimStart('/');
        var path = world.Path(pattern, _endpoint.Metadata.GetRequiredMetadata<EndpointAccess>().Target);
        if (_random.Next(5) > 0) return path;
        return System.Text.RegularExpressions.Regex.Replace(pattern, @"\{[^}]*\}", _ => Uri.EscapeDataString(Pick("0", "-1", "1", "9223372036854775808", "甲", "a b", "\0", new string('9', 400), "00000000-0000-0000-0000-000000000000", new string('a', 64))!));
    }

    private string Query()
    {
        if (_random.Next(2) == 0) return "";
        var names = (string[])["limit", "after", "year", "search", "region", "state", "kind", "list", "q", "language", "name", "known_at", "format", "facility", "from", "to", "class", "outcome", "ground", "as_of", "waiting_for_me", "severity", "stage", "run", "pollutant", "pack"];
        return "?" + string.Join('&', Enumerable.Range(0, _random.Next(1, 4)).Select(_ => $"{Pick(names)}={Uri.EscapeDataString(Pick("1", "-1", "0", "2147483648", "99999999999999999999", "x", "", "2024-02-30", "2024-01-01", "0001-01-01", "9999-12-31T23:59:59Z", "\0", "甲", "44", "%", "zh-CN", "xlsx", "true", new string('x', 2000))!)}"));
    }

    private string Body()
    {
        switch (_random.Next(14))
        {
            case 0: return Pick("", "{", "[]", "null", "\"x\"", "1", "{\"a\":1}", "\ufeff{}", "--x\r\n", "--x\r\nContent-Disposition: form-data; name=\"files\"; filename=\"a.csv\"\r\n\r\nfacility_id,name\nA,甲\n--x--\r\n", "--x\r\nContent-Disposition: form-data\r\n\r\n1\r\n--x--", "facility_id,name\nA,甲\n", "PK\u0003\u0004")!;
            case 1: return string.Concat(Enumerable.Repeat(Pick("[", "{\"a\":", "{\"reason\":["), 3000));
            case 2: return $"{{\"reason\":\"{new string('x', _random.Next(40) == 0 ? 3_000_000 : 60_000)}\"}}";
        }

        var type = _endpoint.Metadata.GetMetadata<IAcceptsMetadata>()?.RequestType;
        return type is null || ApiJson.Options.GetTypeInfo(type).Kind != JsonTypeInfoKind.Object ? Value(typeof(string), 0) : Object(ApiJson.Options.GetTypeInfo(type), 0);
    }

    private string Object(JsonTypeInfo of, int depth) =>
        $"{{{string.Join(',', of.Properties.Where(_ => _random.Next(12) > 0).Select(p => $"\"{p.Name}\":{Value(p.PropertyType, depth + 1)}"))}}}";

    private string Value(Type type, int depth)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (_random.Next(9) == 0) return Pick("null", "1", "\"\"", "[]", "{}", "1e400", "-0.5", "\"\\u0000\"", "\"\\ud800\"", "true", "[null]", "{\"\":null}")!;
        if (type == typeof(string)) return JsonSerializer.Serialize(_random.Next(15) == 0 ? new string('x', 5000) : Pick(Words));
        if (type == typeof(bool)) return Pick("true", "false")!;
        if (type == typeof(int) || type == typeof(long)) return Pick("0", "1", "2", "-1", "2147483647", "2024", "2025")!;
        if (type == typeof(decimal)) return Pick("0", "1.5", "-1", "79228162514264337593543950335")!;
        if (type == typeof(DateOnly)) return Pick("\"2024-03-05\"", "\"2025-01-15\"", "\"0001-01-01\"", "\"9999-12-31\"", "\"2024-02-30\"")!;
        if (type == typeof(DateTimeOffset)) return Pick("\"2024-03-05T00:00:00Z\"", "\"0001-01-01T00:00:00Z\"", "\"9999-12-31T23:59:59Z\"")!;
        if (type == typeof(Guid)) return Pick("\"00000000-0000-0000-0000-000000000000\"", "\"x\"")!;
        if (type.IsEnum) return JsonSerializer.Serialize(JsonNamingPolicy.SnakeCaseLower.ConvertName(Pick([.. Enum.GetNames(type), "Nonsense"])!));
        if (depth > 3 || type == typeof(JsonElement)) return "{}";
        var of = ApiJson.Options.GetTypeInfo(type);
        return of.Kind switch
        {
            JsonTypeInfoKind.Object => Object(of, depth),
            JsonTypeInfoKind.Enumerable when of.ElementType is { } element => $"[{string.Join(',', Enumerable.Range(0, _random.Next(3)).Select(_ => Value(element, depth + 1)))}]",
            _ => "{}",
        };
    }

    private void Damage(byte[] body)
    {
        for (var change = _random.Next(1, 4); change > 0 && body.Length > 0; change--) body[_random.Next(body.Length)] = (byte)_random.Next(256);
    }

    private string? Pick(params string?[] of) => of[_random.Next(of.Length)];
}
