using System.Globalization;

#pragma warning disable IDE0130
namespace System;

/// <summary>A day, as far as the manifest needs one.</summary>
public readonly record struct DateOnly
{
    private readonly DateTime _day;

    private DateOnly(DateTime day) => _day = day;

    /// <summary>Reads a day that is written in exactly one form.</summary>
    /// <param name="text">The text.</param>
    /// <param name="form">The form, such as <c>yyyy-MM-dd</c>.</param>
    /// <param name="provider">The culture.</param>
    /// <param name="style">What blanks are passed over.</param>
    /// <param name="day">The day, when the text is one.</param>
    /// <returns>Whether the text is a day.</returns>
    public static bool TryParseExact(string text, string form, IFormatProvider provider, DateTimeStyles style, out DateOnly day)
    {
        var read = DateTime.TryParseExact(text, form, provider, style, out var found);
        day = new(found);
        return read;
    }

    /// <summary>Writes the day.</summary>
    /// <param name="form">The form, such as <c>yyyy-MM-dd</c>.</param>
    /// <param name="provider">The culture.</param>
    /// <returns>Its text.</returns>
    public string ToString(string form, IFormatProvider provider) => _day.ToString(form, provider);
}
