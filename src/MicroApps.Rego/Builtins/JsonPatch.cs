namespace MicroApps.Rego;

/// <summary>Changes a document by operations of JSON Patch (RFC 6902), sets included. An operation that is wrong makes the result undefined.</summary>
internal static class JsonPatch
{
    public static RegoValue? Run(BuiltinContext context, RegoValue[] args)
    {
        if (!TextOperand.TryArray(context, args, 1, out var operations))
            return null;
        var root = new PatchNode(args[0]);
        foreach (var operation in operations)
        {
            context.Budget.Spend(1);
            if (operation is not ObjectValue parts || !Apply(root, parts))
                return null;
        }

        return root.Render();
    }

    private static bool Apply(PatchNode root, ObjectValue parts)
    {
        if (Part(parts, "op") is not StringValue op || Part(parts, "path") is not { } pathPart || JsonPaths.Read(pathPart) is not { } path)
            return false;
        var value = Part(parts, "value");
        var from = Part(parts, "from") is { } fromPart ? JsonPaths.Read(fromPart) : null;
        return op.Value switch
        {
            "add" => value is not null && Insert(root, path, value),
            "remove" => Delete(root, path),
            "replace" => value is not null && Delete(root, path) && Insert(root, path, value),
            "move" => from is not null && Find(root, from) is { } moved && Delete(root, from) && Insert(root, path, moved),
            "copy" => from is not null && Find(root, from) is { } copied && Insert(root, path, copied),
            "test" => value is not null && Find(root, path) is { } found && found.Equals(value),
            _ => false,
        };
    }

    private static RegoValue? Part(ObjectValue parts, string name) => parts.Find(RegoValue.From(name));

    private static RegoValue? Find(PatchNode root, RegoValue[] path) => root.Unfold(path, path.Length)?.Render();

    private static bool Insert(PatchNode root, RegoValue[] path, RegoValue value) =>
        path.Length == 0 ? root.Become(value) : root.Unfold(path, path.Length - 1)?.Insert(path[path.Length - 1], value) ?? false;

    private static bool Delete(PatchNode root, RegoValue[] path) =>
        path.Length == 0 ? root.Become(null) : root.Unfold(path, path.Length - 1)?.Delete(path[path.Length - 1]) ?? false;
}
