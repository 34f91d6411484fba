namespace MicroApps.Rego;

/// <summary>Functions that are declared, so that policies compile and tests can replace them, but do not run here.</summary>
internal static class RefusedBuiltins
{
    private static readonly HashSet<string> HttpKeys = new(
        ("method url body enable_redirect force_json_decode force_yaml_decode headers raw_body tls_use_system_certs tls_ca_cert tls_ca_cert_file tls_ca_cert_env_variable "
        + "tls_client_cert tls_client_cert_file tls_client_cert_env_variable tls_client_key tls_client_key_file tls_client_key_env_variable tls_insecure_skip_verify tls_server_name "
        + "timeout cache force_cache force_cache_duration_seconds raise_error caching_mode max_retry_attempts cache_ignored_headers").Split(' '));

    private static readonly RegoValue[] Required = [RegoValue.From("method"), RegoValue.From("url")];

    /// <summary>All that are declared and have no code.</summary>
    /// <param name="implemented">The names of those that have.</param>
    public static IEnumerable<Builtin> All(HashSet<string> implemented) =>
        BuiltinSignatures.Arities.Keys.Where(name => !implemented.Contains(name)).Select(name => new Builtin(name, name == "http.send" ? Http : Refuse));

    private static RegoValue? Http(BuiltinContext context, RegoValue[] args)
    {
        if (args[0] is not ObjectValue request)
            return context.FailOperand(1, args[0], RegoKind.Object);
        var unknown = request.Order.Select(i => request.Keys[i]).Where(k => k is not StringValue text || !HttpKeys.Contains(text.Value)).ToList();
        if (unknown.Count > 0)
            return context.FailOperand(1, $"invalid request parameters(s): {TermWriter.Write(new SetValue(unknown))}");
        var missing = Required.Where(k => request.Find(k) is null).ToList();
        return missing.Count > 0 ? context.FailOperand(1, $"missing required request parameters(s): {TermWriter.Write(new SetValue(missing))}") : Refuse(context, args);
    }

    private static RegoValue? Refuse(BuiltinContext context, RegoValue[] args) =>
        context.Fail("eval_builtin_error", $"{context.Name}: not available in this engine: it needs the network, keys or the host; give the policy what it needs as input", isFinal: true);
}
