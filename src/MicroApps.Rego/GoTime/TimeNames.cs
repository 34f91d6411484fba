namespace MicroApps.Rego;

/// <summary>The English names that layouts use; short ones are the first three letters.</summary>
internal static class TimeNames
{
    public static string[] Months { get; } =
        ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

    public static string[] ShortMonths { get; } = [.. Months.Select(Short)];

    public static string[] Weekdays { get; } = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];

    public static string[] ShortWeekdays { get; } = [.. Weekdays.Select(Short)];

    private static string Short(string name) => name.Substring(0, 3);
}
