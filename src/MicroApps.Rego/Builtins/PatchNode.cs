using System.Globalization;

namespace MicroApps.Rego;

/// <summary>A value that is being changed. It is unpacked where a change reaches it, so that a change costs its path and not the document.</summary>
internal sealed class PatchNode(RegoValue? value)
{
    private RegoValue? _value = value;
    private Dictionary<RegoValue, PatchNode>? _items;
    private List<PatchNode>? _elements;
    private HashSet<RegoValue>? _members;

    // A member of a set is its own key: when it was changed, it gets into the set again before the set is asked for anything.
    private (RegoValue Key, PatchNode Node)? _open;

    /// <summary>Takes another value's place; null deletes it.</summary>
    public bool Become(RegoValue? other)
    {
        var isDeletedTwice = other is null && _value is null && _items is null && _elements is null && _members is null;
        (_value, _items, _elements, _members, _open) = (other, null, null, null, null);
        return !isDeletedTwice;
    }

    /// <summary>The node behind the first names of a path; null when there is none.</summary>
    public PatchNode? Unfold(RegoValue[] path, int count)
    {
        var node = this;
        for (var i = 0; i < count && node is not null; i++)
            node = node.Child(path[i]);
        return node;
    }

    /// <summary>Inserts an element before the one at an index, adds a member to a set, sets the value of a key.</summary>
    public bool Insert(RegoValue key, RegoValue inserted)
    {
        Unpack();
        if (_items is not null)
            _items[key] = new(inserted);
        else if (_elements is not null && IndexOf(key) is var index and >= 0 && index <= _elements.Count)
            _elements.Insert(index, new(inserted));
        else if (_members is not null && key.Equals(inserted))
            _members.Add(inserted);
        else
            return false;
        return true;
    }

    public bool Delete(RegoValue key)
    {
        Unpack();
        if (_items is not null)
            return _items.Remove(key);
        if (_members is not null)
            return _members.Remove(key);
        var index = _elements is null ? -1 : IndexOf(key);
        if (_elements is null || index < 0 || index >= _elements.Count)
            return false;
        _elements.RemoveAt(index);
        return true;
    }

    /// <summary>The value with its changes; null when it was deleted.</summary>
    public RegoValue? Render()
    {
        Budget.Enter(4 * (_elements?.Count ?? _members?.Count ?? _items?.Count ?? 0));
        Settle();
        if (_elements is not null)
            return new ArrayValue([.. _elements.Select(e => e.Render()!)]);
        if (_members is not null)
            return new SetValue(new HashSet<RegoValue>(_members));
        return _items is not null ? ObjectValue.From(_items.ToDictionary(i => i.Key, i => i.Value.Render()!)) : _value;
    }

    private PatchNode? Child(RegoValue key)
    {
        Unpack();
        if (_items is not null)
            return _items.TryGetValue(key, out var item) ? item : null;
        if (_members is not null)
            return _members.Contains(key) ? (_open = (key, new(key))).Value.Node : null;
        var index = _elements is null ? -1 : IndexOf(key);
        return _elements is not null && index >= 0 && index < _elements.Count ? _elements[index] : null;
    }

    private void Unpack()
    {
        // Elements behind the one that is put in or taken out are moved.
        Budget.Enter(_value is null ? (_elements?.Count ?? 0) >> 4 : 8 * _value.Count);
        if (_value is ObjectValue items)
            (_items, _value) = (items.ToMutable().ToDictionary(i => i.Key, i => new PatchNode(i.Value)), null);
        else if (_value is ArrayValue array)
            (_elements, _value) = ([.. array.Items.Select(item => new PatchNode(item))], null);
        else if (_value is SetValue set)
            (_members, _value) = (set.ToMutable(), null);
        Settle();
    }

    private void Settle()
    {
        if (_open is not { } open)
            return;
        _open = null;
        _members!.Remove(open.Key);
        _members.Add(open.Node.Render()!);
    }

    /// <summary>The index that a key stands for: a number, its digits, or - for the end; -1 when it is none.</summary>
    private int IndexOf(RegoValue key)
    {
        if (key is StringValue { Value: "-" })
            return _elements!.Count;
        var text = key is StringValue name ? name.Value : (key as NumberValue)?.Text ?? "";
        var isPadded = key is StringValue && text.Length > 1 && text[0] == '0';
        return !isPadded && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var index) ? index : -1;
    }
}
