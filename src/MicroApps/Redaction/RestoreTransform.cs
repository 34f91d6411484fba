namespace MicroApps;

/// <summary>Puts the original values back for the app's user while the answer streams.</summary>
internal sealed class RestoreTransform(PlaceholderMap map, PlaceholderSyntax syntax, FindingTally tally) : TextTransform
{
    private char[] _held = [];
    private int _length;
    private bool _afterWord;

    public override bool TryPassThrough(ReadOnlySpan<char> chunk)
    {
        if (_length > 0 || chunk.Contains('_') || syntax.HeldBack(chunk, _afterWord) > 0)
            return false;

        Remember(chunk);
        return true;
    }

    public override void Append(ReadOnlySpan<char> chunk, TextOutput output)
    {
        var text = Join(chunk);
        var held = syntax.HeldBack(text, _afterWord);
        Write(text[..^held], output);
        Hold(text[^held..]);
    }

    public override void Complete(TextOutput output)
    {
        Write(_held.AsSpan(0, _length), output);
        _length = 0;
        _afterWord = false;
    }

    private ReadOnlySpan<char> Join(ReadOnlySpan<char> chunk)
    {
        if (_length == 0)
            return chunk;

        Reserve(_length + chunk.Length);
        chunk.CopyTo(_held.AsSpan(_length));
        return _held.AsSpan(0, _length + chunk.Length);
    }

    private void Hold(ReadOnlySpan<char> rest)
    {
        if (_held.Length < rest.Length)
            _held = new char[Math.Max(64, rest.Length)];
        rest.CopyTo(_held);
        _length = rest.Length;
    }

    private void Reserve(int length)
    {
        if (_held.Length < length)
            Array.Resize(ref _held, Math.Max(length, _held.Length * 2));
    }

    private void Write(ReadOnlySpan<char> text, TextOutput output)
    {
        var done = 0;
        while (syntax.TryFind(text, done, _afterWord, out var match))
        {
            if (map.Find(match.Label, match.Number) is { } entry)
            {
                output.Pass(text[done..match.Start]);
                output.Replace(match.Length, entry.Value);
                tally.Restored++;
            }
            else
            {
                output.Pass(text[done..match.End]);
            }

            done = match.End;
        }

        output.Pass(text[done..]);
        Remember(text);
    }

    private void Remember(ReadOnlySpan<char> text)
    {
        if (!text.IsEmpty)
            _afterWord = PlaceholderSyntax.IsWord(text[^1]);
    }
}
