using System.Collections.Frozen;
using MicroApps.Detection;

namespace MicroApps;

/// <summary>The class that a type of value calls for.</summary>
internal static class EntityClasses
{
    private static readonly FrozenSet<string> s_internal = FrozenSet.Create(StringComparer.Ordinal, "URL", "DATE_TIME", "ORGANIZATION", "NRP", "TITLE", "MAC_ADDRESS");

    private static readonly FrozenSet<string> s_confidential = FrozenSet.Create(
        StringComparer.Ordinal, "EMAIL_ADDRESS", "PHONE_NUMBER", "IP_ADDRESS", "PERSON", "LOCATION", "AGE", "BIC", "VAT_ID", "CRYPTO", "IMEI");

    // Secrets, cards, accounts and what identifies a person before the state or a doctor: whatever is not known to be less.
    public static DataClass Of(EntityType type) =>
        type.Kind == EntityKind.Secret ? DataClass.Regulated
        : s_internal.Contains(type.Name) ? DataClass.Internal
        : s_confidential.Contains(type.Name) ? DataClass.Confidential
        : DataClass.Regulated;
}
