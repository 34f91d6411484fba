using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace Repo.Tests;

/// <summary>Writes one member much as C# would.</summary>
internal static class MemberText
{
    private static readonly NullabilityInfoContext s_nullability = new();

    public static string Field(FieldInfo field)
    {
        var kind = field.IsLiteral ? "const " : (field.IsStatic ? "static " : "") + (field.IsInitOnly ? "readonly " : "");
        var value = field.IsLiteral ? " = " + Value(field.GetRawConstantValue()) : "";
        return $"{(field.IsPublic ? "" : "protected ")}{kind}{TypeText.Of(field.FieldType, s_nullability.Create(field))} {field.Name}{value}";
    }

    public static string Property(PropertyInfo property)
    {
        var accessors = property.GetAccessors(true).Where(PublicApiText.IsVisible).ToList();
        var words = accessors.Select(accessor => (accessor.IsPublic || !accessors.Exists(a => a.IsPublic) ? "" : "protected ") + Word(accessor));
        var required = property.IsDefined(typeof(RequiredMemberAttribute), false) ? "required " : "";
        var index = property.GetIndexParameters() is { Length: > 0 } parameters ? $"[{Parameters(parameters)}]" : "";
        return $"{Modifiers(accessors.Find(a => a.IsPublic) ?? accessors[0])}{required}"
            + $"{TypeText.Of(property.PropertyType, s_nullability.Create(property))} {property.Name}{index} {{ {string.Join(" ", words)} }}";
    }

    public static string Event(EventInfo e) => $"{Modifiers(e.AddMethod!)}event {TypeText.Of(e.EventHandlerType!, null)} {e.Name}";

    public static string Constructor(ConstructorInfo constructor) =>
        $"{(constructor.IsPublic ? "" : "protected ")}new({Parameters(constructor.GetParameters())})";

    public static string Method(MethodInfo method)
    {
        var generic = method.IsGenericMethod ? $"<{string.Join(", ", method.GetGenericArguments().Select(argument => argument.Name))}>" : "";
        var extension = method.IsDefined(typeof(ExtensionAttribute), false) ? "this " : "";
        var returned = TypeText.Of(method.ReturnType, s_nullability.Create(method.ReturnParameter));
        return $"{Modifiers(method)}{returned} {method.Name}{generic}({extension}{Parameters(method.GetParameters())})";
    }

    private static string Word(MethodInfo accessor)
    {
        if (accessor.Name.StartsWith("get_", StringComparison.Ordinal))
            return "get;";
        return accessor.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit)) ? "init;" : "set;";
    }

    private static string Modifiers(MethodInfo method)
    {
        var access = method.IsPublic ? "" : "protected ";
        if (method.DeclaringType!.IsInterface)
            return access + (method.IsStatic ? "static " : "");
        if (method.IsStatic)
            return access + "static ";
        if (method.GetBaseDefinition() != method)
            return access + (method.IsFinal ? "sealed " : "") + "override ";
        if (method.IsAbstract)
            return access + "abstract ";
        return access + (method.IsVirtual && !method.IsFinal ? "virtual " : "");
    }

    private static string Parameters(ParameterInfo[] parameters) => string.Join(", ", parameters.Select(Parameter));

    private static string Parameter(ParameterInfo parameter)
    {
        var way = parameter switch
        {
            { IsOut: true } => "out ",
            { ParameterType.IsByRef: true, IsIn: true } => "in ",
            { ParameterType.IsByRef: true } => "ref ",
            _ when parameter.IsDefined(typeof(ParamArrayAttribute), false) => "params ",
            _ when parameter.IsDefined(typeof(ParamCollectionAttribute), false) => "params ",
            _ => "",
        };
        var value = parameter.HasDefaultValue ? " = " + Default(parameter) : "";
        return $"{way}{TypeText.Of(parameter.ParameterType, s_nullability.Create(parameter))} {parameter.Name}{value}";
    }

    private static string Default(ParameterInfo parameter) =>
        parameter.RawDefaultValue is null && parameter.ParameterType.IsValueType ? "default" : Value(parameter.RawDefaultValue);

    private static string Value(object? value) => value switch
    {
        null => "null",
        string text => $"\"{text}\"",
        bool flag => flag ? "true" : "false",
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString()!,
    };
}
