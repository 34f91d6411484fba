using static MicroApps.RiskRules;

namespace MicroApps;

/// <summary>The fields of the whole manifest: with the shapes of its parts, the one table that everything works from.</summary>
internal static class ManifestShape
{
    private static readonly ChoiceKind<Reach> Reach = new(
        "a reach", ("single-user", MicroApps.Reach.SingleUser), ("team", MicroApps.Reach.Team), ("org-wide", MicroApps.Reach.OrgWide));

    public static readonly Shape<ManifestUsers> Users = new Shape<ManifestUsers>("the 'users' group", v => new()
    {
        Reach = v.Get<Reach>("reach"),
        Expected = v.Get<int?>("expected"),
    })
        .Must("reach", Reach, u => u.Reach, "Who uses it: `single-user`, `team`, `org-wide`.", Any("reach"))
        .May("expected", new NumberKind(1, 10_000_000), u => u.Expected, "How many people are expected.");

    public static readonly Shape<Manifest> Root = new Shape<Manifest>("the manifest", v => new()
    {
        Id = v.Get<string>("id"),
        Name = v.Get<string>("name"),
        Version = v.Get<string>("version"),
        Owner = v.Get<string>("owner"),
        OwnerGroup = v.Get<string>("ownerGroup"),
        Purpose = v.Get<string>("purpose"),
        CostCentre = v.Get<string?>("costCentre"),
        Users = v.Get<ManifestUsers>("users"),
        Environments = v.Get<IReadOnlyList<AppEnvironment>>("environments"),
        Data = v.Get<IReadOnlyList<ManifestDataSource>>("data"),
        Models = v.Get<IReadOnlyList<ManifestModel>>("models"),
        Prompts = v.Get<IReadOnlyList<ManifestPrompt>>("prompts"),
        VectorStores = v.Get<IReadOnlyList<ManifestVectorStore>>("vectorStores"),
        Tools = v.Get<IReadOnlyList<ManifestTool>>("tools"),
        Egress = v.Get<IReadOnlyList<ManifestEgress>>("egress"),
        Residency = v.Get<IReadOnlyList<string>>("residency"),
        Retention = v.Get<IReadOnlyDictionary<AppEnvironment, Period>>("retention"),
        Quotas = v.Get<IReadOnlyList<ManifestQuota>>("quotas"),
        Limits = v.Get<ManifestLimits?>("limits"),
        Redaction = v.Get<ManifestRedaction>("redaction"),
        PrivilegedActions = v.Get<IReadOnlyList<ManifestPrivilegedAction>>("privilegedActions"),
        Dependencies = v.Get<ManifestDependencies?>("dependencies"),
        Agreements = v.Get<IReadOnlyList<ManifestAgreement>>("agreements"),
        Attestations = v.Get<IReadOnlyList<ManifestAttestation>>("attestations"),
        LegalBasis = v.Get<ManifestLegalBasis?>("legalBasis"),
        Controls = v.Get<IReadOnlyList<ManifestControl>>("controls"),
        Review = v.Get<ManifestReview>("review"),
        Impact = v.Get<ManifestImpact>("impact"),
        Decommission = v.Get<ManifestDecommission>("decommission"),
    })
    {
        Check = ManifestRules.Check,
    }
        .Must("schema", new NumberKind(1, 1, "a form of manifest that is known here", "Write 1"), _ => 1, "The form of this file: 1.")
        .Must("id", Kinds.AppId, m => m.Id, "The app's id, 3 to 64 small letters, digits and dashes. Never changes.", Any("identity"))
        .Must("name", Kinds.Line, m => m.Name, "The name that people read.")
        .Must("version", Kinds.SemVer, m => m.Version, "The app's version, such as 1.2.0.")
        .Must("owner", Kinds.Email, m => m.Owner, "The e-mail address of the person who answers for the app.")
        .Must("ownerGroup", Kinds.Group, m => m.OwnerGroup, "The group that owns it.", Any("owner group"))
        .Must("purpose", Kinds.Prose, m => m.Purpose, "What the app is for.", Any("purpose"))
        .May("costCentre", Kinds.CostCentre, m => m.CostCentre, "Who pays.")
        .Must("users", Users, m => m.Users, "Who uses it.")
        .Must("environments", new ListKind<AppEnvironment>(Kinds.Environment, 1), m => m.Environments, "Where it is meant to run: `sandbox`, `staging`, `production`. Anything beyond the sandbox needs an approval.", Any("environment"))
        .Must("data", List(DataShapes.Source), m => m.Data, "The data that it reads; `[]` for none.", Any("data source"))
        .Must("models", new ListKind<ManifestModel>(ModelShapes.Model, 1), m => m.Models, "The models that it may call. The first is the default.", Any("model"))
        .May("prompts", List(ModelShapes.Prompt), m => m.Prompts, "The prompts that it keeps in files.", Any("prompt"), None<ManifestPrompt>())
        .May("vectorStores", List(DataShapes.VectorStore), m => m.VectorStores, "The vector stores that it may use.", Any("vector store"), None<ManifestVectorStore>())
        .May("tools", List(DataShapes.Tool), m => m.Tools, "The tools that its models may call.", Any("tool"), None<ManifestTool>())
        .May("egress", List(DataShapes.Egress), m => m.Egress, "The hosts that it may reach over HTTP.", Any("egress"), None<ManifestEgress>())
        .May("residency", new ListKind<string>(Kinds.Region), m => m.Residency, "The regions that its data may lie in.", Any("residency"), None<string>())
        .May("retention", new MapKind<AppEnvironment, Period>("lengths of time by environment", Kinds.Environment, Kinds.Period), m => m.Retention, "How long audit records are kept, per environment, such as `production: 13mo`. Policy decides for the others.", Shortened("retention"), ValueMap<AppEnvironment, Period>.Empty)
        .May("quotas", List(ProtectionShapes.Quota), m => m.Quotas, "Caps on requests, tokens and money.", Dropped("quota"), None<ManifestQuota>())
        .May("limits", ProtectionShapes.Limits, m => m.Limits, "Protect the app itself from overload.")
        .May("redaction", ProtectionShapes.Redaction, m => m.Redaction, "What happens to personal data and secrets in text.", or: new ManifestRedaction())
        .May("privilegedActions", List(ComplianceShapes.PrivilegedAction), m => m.PrivilegedActions, "What it may do beyond reading and answering.", Any("privileged action"), None<ManifestPrivilegedAction>())
        .May("dependencies", ComplianceShapes.Dependencies, m => m.Dependencies, "What it is built from.")
        .May("agreements", List(ComplianceShapes.Agreement), m => m.Agreements, "Contracts that cover the processing of data.", Any("agreement"), None<ManifestAgreement>())
        .May("attestations", List(ComplianceShapes.Attestation), m => m.Attestations, "What providers state about their services.", Any("attestation"), None<ManifestAttestation>())
        .May("legalBasis", ComplianceShapes.LegalBasis, m => m.LegalBasis, "Why personal data may be processed.")
        .May("controls", List(ComplianceShapes.Control), m => m.Controls, "Compliance controls that it meets, with evidence.", Any("control"), None<ManifestControl>())
        .May("review", ComplianceShapes.Review, m => m.Review, "When it is looked at again.", or: new ManifestReview())
        .May("impact", ComplianceShapes.Impact, m => m.Impact, "What risk scoring cannot derive from the rest.", or: new ManifestImpact())
        .May("decommission", ComplianceShapes.Decommission, m => m.Decommission, "What happens when it is retired.", or: new ManifestDecommission());

    private static ListKind<T> List<T>(Shape<T> item)
        where T : notnull => new(item);

    private static ValueList<T> None<T>() => ValueList.Of<T>([]);
}
