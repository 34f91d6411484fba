using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text;

namespace Repo.Tests;

/// <summary>Writes the types and members that users of an assembly can see, one a line, in ordinal order.</summary>
internal static class PublicApiText
{
    private const BindingFlags Declared =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    public static string Of(Assembly assembly)
    {
        var text = new StringBuilder();
        foreach (var type in assembly.GetTypes().Where(IsVisible).OrderBy(type => type.FullName, StringComparer.Ordinal))
        {
            text.Append(text.Length > 0 ? "\n" : "").Append(TypeText.Declaration(type)).Append('\n');
            foreach (var member in Members(type).Order(StringComparer.Ordinal))
                text.Append("    ").Append(member).Append('\n');
        }

        return text.Length == 0 ? "(no public types)" : text.ToString();
    }

    private static bool IsVisible(Type type) =>
        !IsGenerated(type) && (type.IsPublic || ((type.IsNestedPublic || type.IsNestedFamily || type.IsNestedFamORAssem) && IsVisible(type.DeclaringType!)));

    private static IEnumerable<string> Members(Type type)
    {
        if (type.IsEnum)
            return Enum.GetNames(type).Select(name => $"{name} = {Enum.Format(type, Enum.Parse(type, name), "d")}");
        if (typeof(Delegate).IsAssignableFrom(type))
            return [MemberText.Method(type.GetMethod("Invoke")!)];

        return type.GetFields(Declared).Where(field => IsVisible(field) && !IsGenerated(field)).Select(MemberText.Field)
            .Concat(type.GetProperties(Declared).Where(property => property.GetAccessors(true).Any(IsVisible) && !IsGenerated(property)).Select(MemberText.Property))
            .Concat(type.GetEvents(Declared).Where(e => IsVisible(e.AddMethod!)).Select(MemberText.Event))
            .Concat(type.GetConstructors(Declared).Where(IsVisible).Where(c => !IsCopyConstructor(c)).Select(MemberText.Constructor))
            .Concat(type.GetMethods(Declared).Where(IsVisible).Where(m => !IsAccessor(m) && !IsGenerated(m)).Select(MemberText.Method));
    }

    internal static bool IsVisible(MethodBase method) => method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly;

    private static bool IsVisible(FieldInfo field) => field.IsPublic || field.IsFamily || field.IsFamilyOrAssembly;

    private static bool IsAccessor(MethodInfo method) => method.IsSpecialName && !method.Name.StartsWith("op_", StringComparison.Ordinal);

    private static bool IsCopyConstructor(ConstructorInfo constructor) =>
        constructor.IsFamily && constructor.GetParameters() is [var only] && only.ParameterType == constructor.DeclaringType;

    private static bool IsGenerated(MemberInfo member) =>
        member.IsDefined(typeof(CompilerGeneratedAttribute), false) || member.Name.Contains('<') || member.Name == "EqualityContract";
}
