using MicroApps.Names;

namespace MicroApps.Evaluation;

/// <summary>Hides from the trainer what a new text would not have: names that are in the lists, and the very words of a template.</summary>
/// <param name="Names">Whether the lists keep silent about names.</param>
/// <param name="Words">Chooses the words of a template to hide; null to hide none.</param>
internal readonly record struct Veil(bool Names, Dice? Words = null)
{
    private const int HiddenWords = 20;

    public void Draw(ref Token token, bool isName)
    {
        if (isName && Names)
            token.Lexemes = Lexemes.None;
        else if (!isName && token.Shape is Shape.Lower or Shape.Capitalised && Words is not null && Words.Chance(HiddenWords))
            token.Word = token.Prefix = 0;
    }
}
