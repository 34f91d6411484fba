namespace MicroApps.Rego;

/// <summary>Strings and templates, of which only the ends are looked for: <see cref="StringLiteral"/> reads what is in them.</summary>
internal sealed partial class Lexer
{
    private TokenKind ReadString()
    {
        _at++;
        var hasControls = false;
        while (!EndsLine())
        {
            var c = Current;
            hasControls |= c < ' ';
            SkipCharacter();
            if (c == '"')
                return hasControls ? Problem("illegal string literal") : TokenKind.String;
            if (c == '\\')
                SkipEscape(inTemplate: false);
        }

        return TokenKind.Illegal;
    }

    private TokenKind ReadRawString()
    {
        _at++;
        while (!AtEnd)
        {
            var c = Current;
            SkipCharacter();
            if (c == '`')
                return TokenKind.RawString;
        }

        return Problem("non-terminated string");
    }

    private TokenKind ReadTemplate()
    {
        _at++;
        if (Current is not ('"' or '`'))
            return Problem("illegal $ character");
        return ReadTemplatePart(isRaw: _source[_at++] == '`');
    }

    private TokenKind ReadTemplatePart(bool isRaw) => isRaw ? ReadRawPart() : ReadPart();

    private TokenKind ReadPart()
    {
        while (!EndsLine())
        {
            var c = Current;
            SkipCharacter();
            if (c == '"')
                return TokenKind.TemplateEnd;
            if (c == '{')
                return OpenExpression(isRaw: false);
            if (c == '\\')
                SkipEscape(inTemplate: true);
        }

        return TokenKind.Illegal;
    }

    private TokenKind ReadRawPart()
    {
        while (!AtEnd)
        {
            var c = Current;
            SkipCharacter();
            if (c == '`')
                return TokenKind.RawTemplateEnd;
            if (c == '{')
                return OpenExpression(isRaw: true);
            if (c == '\\' && Current == '{')
                _at++;
        }

        return Problem("non-terminated string");
    }

    private TokenKind OpenExpression(bool isRaw)
    {
        _templates.Push((isRaw, 0));
        return isRaw ? TokenKind.RawTemplatePart : TokenKind.TemplatePart;
    }

    private bool EndsLine()
    {
        if (!AtEnd && Current != '\n')
            return false;
        Problem("non-terminated string");
        return true;
    }

    // OPA's scanner takes whatever three characters follow \u: they are looked at when the string is read.
    private void SkipEscape(bool inTemplate)
    {
        switch (Current)
        {
            case '\\' or '"' or '/' or 'b' or 'f' or 'n' or 'r' or 't':
                _at++;
                break;
            case '{' when inTemplate:
                _at++;
                break;
            case 'u':
                for (var i = 0; i < 4; i++)
                    SkipCharacter();
                break;
            default:
                Problem("illegal escape sequence");
                break;
        }
    }
}
