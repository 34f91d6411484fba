using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;

namespace MicroApps.Analyzers;

/// <summary>Reads the labels of data: the SDK's <c>DataLabelAttribute</c>, and attributes that derive from <c>DataClassificationAttribute</c>.</summary>
internal sealed class Classification
{
    internal const string AttributeName = "Microsoft.Extensions.Compliance.Classification.DataClassificationAttribute";
    internal const string OwnName = "MicroApps.DataLabelAttribute";

    private readonly INamedTypeSymbol? _attribute;
    private readonly INamedTypeSymbol? _own;
    private readonly ConcurrentDictionary<ITypeSymbol, string?> _records = new(SymbolEqualityComparer.Default);

    private Classification(INamedTypeSymbol? attribute, INamedTypeSymbol? own) => (_attribute, _own) = (attribute, own);

    /// <summary>Null when the compilation knows no labels.</summary>
    public static Classification? In(Compilation compilation)
    {
        var (attribute, own) = (compilation.GetTypeByMetadataName(AttributeName), compilation.GetTypeByMetadataName(OwnName));
        return attribute is null && own is null ? null : new(attribute, own);
    }

    /// <summary>Whether a label stands on a property, a field, a parameter or a type, also one that says that it is public.</summary>
    public bool IsLabelled(ISymbol symbol) => LabelOf(symbol) is not null || (symbol is IPropertySymbol property && LabelOfParameter(property) is not null);

    /// <summary>The label of what must not leave: not that of public data. Text without one has that of its type.</summary>
    public string? Find(ISymbol symbol) =>
        (LabelOf(symbol) ?? (symbol is IPropertySymbol property ? LabelOfParameter(property) : null) ?? LabelOfType(symbol)) is { } label && !IsPublic(label) ? label : null;

    /// <summary>A classified member of a record that the compiler's own <c>ToString</c> would print; null when there is none.</summary>
    public string? PrintedMember(ITypeSymbol? type) => type is INamedTypeSymbol { IsRecord: true } record ? _records.GetOrAdd(record, one => Search((INamedTypeSymbol)one)) : null;

    /// <summary>Whether an attribute is a label of the project or a package.</summary>
    public bool IsLabel(ITypeSymbol? attribute)
    {
        for (; attribute is not null && _attribute is not null; attribute = attribute.BaseType)
            if (SymbolEqualityComparer.Default.Equals(attribute, _attribute))
                return true;
        return false;
    }

    private string? Search(INamedTypeSymbol record)
    {
        foreach (var member in record.GetMembers("ToString"))
            if (!member.IsImplicitlyDeclared)
                return null;
        for (var type = record; type is { IsRecord: true }; type = type.BaseType)
            foreach (var member in type.GetMembers())
                if (member is IPropertySymbol { IsStatic: false, DeclaredAccessibility: Accessibility.Public } property && Find(property) is not null)
                    return property.Name;
        return null;
    }

    private string? LabelOf(ISymbol symbol)
    {
        foreach (var attribute in symbol.GetAttributes())
            if (attribute.AttributeClass is not { } type)
                continue;
            else if (_own is not null && SymbolEqualityComparer.Default.Equals(type, _own))
                return ClassOf(attribute);
            else if (IsLabel(type))
                return type.Name;
        return null;
    }

    // [DataLabel(DataClass.Confidential)]: by the name of the choice.
    private static string? ClassOf(AttributeData label)
    {
        if (label.ConstructorArguments is not [{ Kind: TypedConstantKind.Enum, Type: { } type, Value: { } value }])
            return null;
        foreach (var member in type.GetMembers())
            if (member is IFieldSymbol { HasConstantValue: true, ConstantValue: { } constant } && constant.Equals(value))
                return member.Name;
        return null;
    }

    // record Customer([Personal] string Name)
    private string? LabelOfParameter(IPropertySymbol property)
    {
        if (property.ContainingType is not { IsRecord: true } record)
            return null;
        foreach (var constructor in record.InstanceConstructors)
            foreach (var parameter in constructor.Parameters)
                if (parameter.Name == property.Name && LabelOf(parameter) is { } label)
                    return label;
        return null;
    }

    private string? LabelOfType(ISymbol symbol) => symbol switch
    {
        IPropertySymbol { IsStatic: false, Type.SpecialType: SpecialType.System_String } property => LabelOf(property.ContainingType),
        IFieldSymbol { IsStatic: false, Type.SpecialType: SpecialType.System_String } field => LabelOf(field.ContainingType),
        _ => null,
    };

    private static bool IsPublic(string label) => label.StartsWith("Public", StringComparison.Ordinal) || label.StartsWith("NoData", StringComparison.Ordinal);
}
