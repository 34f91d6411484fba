using static MicroApps.RiskRules;

namespace MicroApps;

/// <summary>The fields of data and of what data may flow to: vector stores, tools, hosts.</summary>
internal static class DataShapes
{
    private static readonly ChoiceKind<VectorVisibility> Visibility = new(
        "a visibility", ("private", VectorVisibility.Private), ("shared", VectorVisibility.Shared), ("public", VectorVisibility.Public));

    private static readonly ChoiceKind<ToolSideEffects> SideEffects = new(
        "a kind of side effect",
        ("none", ToolSideEffects.None), ("read", ToolSideEffects.Read), ("write", ToolSideEffects.Write), ("external", ToolSideEffects.External));

    private static readonly ChoiceKind<EgressNetwork> Network = new("a network", ("public", EgressNetwork.Public), ("internal", EgressNetwork.Internal));

    private static readonly ChoiceKind<string> Scheme = new("a scheme", ("https", "https"), ("http", "http"));

    public static readonly Shape<ManifestDataSource> Source = new Shape<ManifestDataSource>("a data source", v => new()
    {
        Id = v.Get<string>("id"),
        Class = v.Get<DataClass>("class"),
        Residency = v.Get<string?>("residency"),
        Description = v.Get<string?>("description"),
    })
    {
        Key = ["id"],
    }
        .Must("id", Kinds.Slug, d => d.Id, "The source's id.", Any("data source"))
        .Must("class", Kinds.DataClass, d => d.Class, "How sensitive it is: `public`, `internal`, `confidential`, `regulated` (cards, health, special categories).", Any("data class"))
        .May("residency", Kinds.Region, d => d.Residency, "The region that it must stay in.", Any("residency"))
        .May("description", Kinds.Prose, d => d.Description, "What it is.");

    public static readonly Shape<ManifestVectorStore> VectorStore = new Shape<ManifestVectorStore>("a vector store", v => new()
    {
        Id = v.Get<string>("id"),
        Provider = v.Get<string?>("provider"),
        Class = v.Get<DataClass>("class"),
        Residency = v.Get<string?>("residency"),
        Visibility = v.Get<VectorVisibility>("visibility"),
    })
    {
        Key = ["id"],
    }
        .Must("id", Kinds.Slug, s => s.Id, "The store's id.", Any("vector store"))
        .May("provider", Kinds.Slug, s => s.Provider, "Who serves it; the app's own store when left out.", Any("vector store"))
        .Must("class", Kinds.DataClass, s => s.Class, "The most sensitive data that may be put in.", Any("data class"))
        .May("residency", Kinds.Region, s => s.Residency, "The region that it lies in.", Any("residency"))
        .May("visibility", Visibility, s => s.Visibility, "Who may read it: `private` (this app), `shared` (other apps), `public`.", Any("vector store visibility"), VectorVisibility.Private);

    public static readonly Shape<ManifestTool> Tool = new Shape<ManifestTool>("a tool", v => new()
    {
        Name = v.Get<string>("name"),
        SideEffects = v.Get<ToolSideEffects>("sideEffects"),
        Originals = v.Get<IReadOnlyList<string>>("originals"),
        Description = v.Get<string?>("description"),
    })
    {
        Key = ["name"],
    }
        .Must("name", Kinds.FunctionName, t => t.Name, "The function's name.", Any("tool"))
        .Must("sideEffects", SideEffects, t => t.SideEffects, "What it does to the world: `none`, `read`, `write`, `external` (sends something out).", Any("tool side effects"))
        .May("originals", Kinds.EntityTypes, t => t.Originals, "Entity types whose real values it may see; all others reach it as placeholders.", Any("tool originals"), ValueList.Of<string>([]))
        .May("description", Kinds.Prose, t => t.Description, "What it does.");

    public static readonly Shape<ManifestEgress> Egress = new Shape<ManifestEgress>("an egress host", v => new()
    {
        Host = v.Get<string>("host"),
        Ports = v.Get<IReadOnlyList<int>>("ports"),
        Schemes = v.Get<IReadOnlyList<string>>("schemes"),
        Network = v.Get<EgressNetwork>("network"),
        Originals = v.Get<IReadOnlyList<string>>("originals"),
    })
    {
        Key = ["host"],
    }
        .Must("host", Kinds.Host, e => e.Host, "The host's exact name; one entry per host.", Any("egress"))
        .May("ports", new ListKind<int>(new NumberKind(1, 65535), 1), e => e.Ports, "The ports.", Any("egress"), ValueList.Of([443]))
        .May("schemes", new ListKind<string>(Scheme, 1), e => e.Schemes, "`https`, `http` or both.", Any("egress"), ValueList.Of(["https"]))
        .May("network", Network, e => e.Network, "`public`: refused when its address is private; `internal`: may lie on the private network.", Any("egress"), EgressNetwork.Public)
        .May("originals", Kinds.EntityTypes, e => e.Originals, "Entity types whose real values the host may see; all others reach it as placeholders.", Any("egress originals"), ValueList.Of<string>([]));
}
