using System.Collections.Frozen;
using System.Text.Json;

namespace MicroApps;

/// <summary>The error codes that may be shown. Any other text of an error body could be the prompt or the key, and is dropped.</summary>
internal static class KnownErrorCodes
{
    public const string OutOfQuota = "insufficient_quota";
    public const string TooLong = "context_length_exceeded";
    public const string Filtered = "content_filter";

    private static readonly FrozenSet<string> Known = new[]
    {
        OutOfQuota, TooLong, Filtered, "invalid_api_key", "incorrect_api_key_provided", "invalid_authentication", "invalid_organization",
        "account_deactivated", "billing_hard_limit_reached", "billing_not_active", "unsupported_country_region_territory", "ip_not_authorized",
        "permission_denied", "permission_error", "authentication_error", "model_not_found", "not_found_error", "model_not_available",
        "rate_limit_exceeded", "rate_limit_error", "tokens", "requests", "tokens_per_min_limit_exceeded", "requests_per_min_limit_exceeded",
        "invalid_request_error", "invalid_request", "invalid_value", "invalid_type", "invalid_json_schema", "missing_required_parameter",
        "unknown_parameter", "unsupported_parameter", "unsupported_value", "string_above_max_length", "array_above_max_length",
        "integer_above_max_value", "invalid_image", "invalid_image_url", "invalid_image_format", "image_too_large", "content_policy_violation",
        "server_error", "internal_error", "internal_server_error", "api_error", "service_unavailable", "overloaded_error", "engine_overloaded",
        "slow_down", "timeout", "vector_length_exceeded",
        "DeploymentNotFound", "ResourceNotFound", "OperationNotSupported", "PermissionDenied", "AccessDenied", "AuthenticationFailed",
        "InvalidApiVersionParameter", "TooManyRequests", "Unauthorized", "Forbidden", "NoCapacity", "InternalServerError", "ServiceUnavailable",
        "BadRequestError", "NotFoundError", "AuthenticationError", "PermissionDeniedError", "RateLimitError", "UnprocessableEntityError",
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Finds the code in an error body: <c>error.code</c>, else <c>error.type</c>, also without the outer <c>error</c>.</summary>
    public static string? In(JsonElement body)
    {
        var error = body.Property("error") is { ValueKind: JsonValueKind.Object } inner ? inner : body;
        return Shown(error.Text("code")) ?? Shown(error.Text("type"));
    }

    /// <summary>Finds the code in the bytes of an error body, which may be anything.</summary>
    public static string? In(ReadOnlySpan<byte> body)
    {
        try
        {
            return In(JsonElement.Parse(body));
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string? Shown(string? code) => code is not null && Known.TryGetValue(code, out var known) ? known : null;
}
