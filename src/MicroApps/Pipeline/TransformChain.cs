namespace MicroApps;

/// <summary>The transforms of all guards for one text of a response, one after another.</summary>
internal sealed class TransformChain
{
    private readonly TextTransform[] _transforms;
    private readonly TextOutput[] _outputs;

    public TransformChain(IReadOnlyList<TextTransform> transforms)
    {
        _transforms = [.. transforms];
        _outputs = [.. transforms.Select(_ => new TextOutput())];
    }

    /// <summary>What the chain let through and the caller has not taken yet.</summary>
    public ReadOnlySpan<char> Text => _outputs.Length == 0 ? default : _outputs[^1].Text;

    /// <summary>True when the chunk passed through all transforms as it is; otherwise <see cref="Text"/> holds what came out.</summary>
    public bool Append(ReadOnlySpan<char> chunk)
    {
        for (var i = 0; i < _transforms.Length; i++)
        {
            if (!_transforms[i].TryPassThrough(chunk))
            {
                _transforms[i].Append(chunk, _outputs[i]);
                Feed(i + 1);
                return false;
            }

            _outputs[i].Skip(chunk.Length);
        }

        return true;
    }

    /// <summary>Ends the text: everything that was held back comes out.</summary>
    public void Complete()
    {
        for (var i = 0; i < _transforms.Length; i++)
        {
            _transforms[i].Complete(_outputs[i]);
            Feed(i + 1);
        }
    }

    /// <summary>Takes the text that came out.</summary>
    public string Take()
    {
        var text = Text.ToString();
        _outputs[^1].Clear();
        return text;
    }

    /// <summary>Where a position of the model's text is in the text that came out.</summary>
    public int MapPosition(int position)
    {
        long mapped = position;
        foreach (var output in _outputs)
            mapped = output.MapPosition(mapped);
        return (int)mapped;
    }

    private void Feed(int next)
    {
        for (var i = next; i < _transforms.Length; i++)
        {
            var text = _outputs[i - 1].Text;
            if (text.IsEmpty)
                return;

            _transforms[i].Append(text, _outputs[i]);
            _outputs[i - 1].Clear();
        }
    }
}
