using MicroApps.Detection;

namespace MicroApps.Analyzers;

/// <summary>Finds secrets in connection strings (<c>Server=…;Password=…</c>) and URIs (<c>amqp://user:password@host</c>).</summary>
internal static class ConnectionSecrets
{
    private static readonly HashSet<string> Secrets = new(StringComparer.OrdinalIgnoreCase)
    {
        "password", "pwd", "userpassword", "accountkey", "sharedaccesskey", "sharedaccesssignature", "accesskey", "secretkey", "secret", "apikey", "clientsecret", "sharedsecret", "sslpassword", "certificatepassword", "accesstoken", "token", "awssecretkey", "authtoken",
    };

    private static readonly HashSet<string> Places = new(StringComparer.OrdinalIgnoreCase)
    {
        "server", "datasource", "host", "endpoint", "addr", "address", "networkaddress", "hostname", "filename", "blobendpoint", "accountendpoint", "servers", "url",
    };

    private static readonly HashSet<string> Others = new(StringComparer.OrdinalIgnoreCase)
    {
        "database", "initialcatalog", "user", "userid", "uid", "username", "accountname", "sharedaccesskeyname", "defaultendpointsprotocol", "port", "ssl", "sslmode", "clientid", "tenantid", "encrypt", "abortconnect", "integratedsecurity", "driver", "mode", "virtualhost", "entitypath",
        "deployment", "model", "connectretry", "defaultdatabase", "allowadmin", "provider", "version", "persistsecurityinfo",
    };

    private static readonly HashSet<string> Common = new(StringComparer.OrdinalIgnoreCase)
    {
        "postgres", "root", "sa", "guest", "admin", "password", "mysql", "mysecretpassword", "example", "test", "dev", "devpassword", "local", "minioadmin", "redis", "user", "pass", "passw0rd",
    };

    /// <summary>The first secret in a text; null when there is none.</summary>
    public static ConnectionSecret? Find(string text) => FindPair(text) ?? FindUri(text);

    private static ConnectionSecret? FindPair(string text)
    {
        if (text.IndexOf('=') < 0)
            return null;
        var separator = text.IndexOf(';') >= 0 ? ';' : ',';
        var (value, name, place, known) = ("", "", "", 0);
        for (var start = 0; start < text.Length;)
        {
            var pair = PairText.At(text, start, separator);
            start = pair.Next;
            if (Secrets.Contains(pair.Key) || (known > 0 && string.Equals(pair.Key, "key", StringComparison.OrdinalIgnoreCase)))
                (value, name) = value.Length == 0 && !IsPlaceholder(pair.Value) ? (pair.Value, pair.Name) : (value, name);
            else if (Places.Contains(pair.Key) || (pair.Key.Length == 0 && start == pair.Next && known == 0 && IsHostAndPort(pair.Value)))
                (place, known) = (pair.Value, known + 1);
            else if (Others.Contains(pair.Key))
                known++;
        }

        return value.Length > 0 && known > 0 ? new(value, name, IsLocal(place) || Common.Contains(value)) : null;
    }

    private static ConnectionSecret? FindUri(string text)
    {
        for (var marker = text.IndexOf("://", StringComparison.Ordinal); marker > 0; marker = text.IndexOf("://", marker + 3, StringComparison.Ordinal))
        {
            var start = marker + 3;
            var end = EndOfAuthority(text, start);
            var at = text.LastIndexOf('@', end - 1, end - start);
            var colon = at < 0 ? -1 : text.IndexOf(':', start, at - start);
            if (colon < 0 || !char.IsLetterOrDigit(text[marker - 1]))
                continue;
            var password = text.Substring(colon + 1, at - colon - 1);
            var host = text.Substring(at + 1, end - at - 1);
            if (host.Length > 0 && !IsPlaceholder(password))
                return new(password, "the URI", IsLocal(host) || Common.Contains(password));
        }

        return null;
    }

    private static int EndOfAuthority(string text, int i)
    {
        while (i < text.Length && text[i] is not ('/' or '?' or '#' or '"' or '\'' or '\\' or '`') && !char.IsWhiteSpace(text[i]))
            i++;
        return i;
    }

    private static bool IsPlaceholder(string value) =>
        value.Length < 3 || SecretShapes.IsHarmless(value.AsSpan()) && !Common.Contains(value) || value.IndexOf('\0') >= 0
        || value[0] is '@' && SecretShapes.IsName(value.AsSpan(1)) || value[0] is '{' or '<' or '[' or '$' && value.Length > 1 && value[1] is '(' or '{'
        || value.AsSpan().IndexOfAnyExcept('*', 'x', 'X') < 0 || (value[0] == '%' && value[value.Length - 1] == '%')
        || (string.Equals(value, "password", StringComparison.OrdinalIgnoreCase));

    private static bool IsHostAndPort(string value) => value.LastIndexOf(':') > 0 && value.IndexOf(' ') < 0 && char.IsDigit(value[value.Length - 1]);

    private static bool IsLocal(string host) =>
        StartsWith(host, "localhost") || StartsWith(host, "127.0.0.1") || StartsWith(host, "(local") || StartsWith(host, "[::1]") || StartsWith(host, "::1") || StartsWith(host, "tcp:localhost")
        || StartsWith(host, "host.docker.internal") || StartsWith(host, ".\\") || host == "." || StartsWith(host, "http://localhost") || StartsWith(host, "https://localhost") || StartsWith(host, "http://127.0.0.1");

    private static bool StartsWith(string text, string beginning) => text.StartsWith(beginning, StringComparison.OrdinalIgnoreCase);
}
