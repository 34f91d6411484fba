using System.Globalization;

namespace MicroApps;

/// <summary>One thing that is wrong in a manifest.</summary>
/// <param name="File">The file's name as it was given.</param>
/// <param name="Line">The line, from 1.</param>
/// <param name="Column">The column, from 1.</param>
/// <param name="Field">The field's path, such as <c>models[0].trust</c>; empty for the file as a whole.</param>
/// <param name="Message">What is wrong; never repeats a secret or an address.</param>
/// <param name="Mend">How to mend it.</param>
public sealed record ManifestError(string File, int Line, int Column, string Field, string Message, string Mend)
{
    /// <summary>The error in the form that compilers use, so that editors jump to it.</summary>
    /// <returns>Such as <c>microapp.yaml(12,9): error: models[0].trust: 'managd' is not a trust level. Write managed, …</c></returns>
    public override string ToString()
    {
        var field = Field.Length == 0 ? "" : $"{Field}: ";
        return string.Format(CultureInfo.InvariantCulture, "{0}({1},{2}): error: {3}{4}. {5}.", File, Line, Column, field, Message, Mend);
    }
}
