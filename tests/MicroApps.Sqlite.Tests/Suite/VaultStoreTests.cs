namespace MicroApps.Sqlite.Tests;

public abstract class VaultStoreTests(StoreKit kit) : StoreSuite<StoreKit>(kit)
{
    [Fact]
    [Trait("Spec", "RED-4")]
    public async Task AddKey_keeps_the_first_key()
    {
        var key = Sample.Key();

        Assert.Null(await Kit.Vault.FindKeyAsync("c1"));
        Assert.True(await AddAsync(key));
        Assert.True(await AddAsync(key));
        Assert.False(await AddAsync(Sample.Key(fill: 2)));

        var found = await Kit.Vault.FindKeyAsync("c1");
        Assert.Equal((key.KeyId, key.CreatedAt), (found!.KeyId, found.CreatedAt));
        Assert.Equal(key.Wrapped.ToArray(), found.Wrapped.ToArray());
    }

    [Fact]
    [Trait("Spec", "RED-4")]
    public async Task Add_keeps_order_and_the_first_value_of_a_placeholder()
    {
        await AddAsync(Sample.Key());
        Assert.True(await AddAsync(Sample.Value("[EMAIL_2]")));
        Assert.True(await AddAsync(Sample.Value("[EMAIL_1]", fill: 8)));
        Assert.True(await AddAsync(Sample.Value("[EMAIL_2]")));
        Assert.False(await AddAsync(Sample.Value("[EMAIL_2]", fill: 9)));

        var entries = await Kit.Vault.ReadAsync("c1");
        Assert.Equal(["[EMAIL_2]", "[EMAIL_1]"], entries.Select(e => e.Placeholder));
        Assert.Equal([7, 8], entries.Select(e => e.Sealed.Span[39]));
    }

    [Fact]
    public async Task Add_to_one_conversation_does_not_show_in_another()
    {
        await AddAsync(Sample.Key());
        await AddAsync(Sample.Key("c2"));
        Assert.True(await AddAsync(Sample.Value("[NAME_1]")));
        Assert.True(await AddAsync(Sample.Value("[NAME_1]", "c2", fill: 9)));

        Assert.Equal(9, Assert.Single(await Kit.Vault.ReadAsync("c2")).Sealed.Span[0]);
    }

    [Fact]
    [Trait("Spec", "RED-4")]
    public async Task Add_without_a_key_is_refused()
    {
        await Assert.ThrowsAsync<InvalidOperationException>(() => AddAsync(Sample.Value("[NAME_1]")));
        Assert.Empty(await Kit.Vault.ReadAsync("c1"));
    }

    [Fact]
    [Trait("Spec", "RED-4")]
    public async Task Shred_removes_key_and_values_of_that_conversation_alone()
    {
        await AddAsync(Sample.Key());
        await AddAsync(Sample.Value("[NAME_1]"));
        await AddAsync(Sample.Key("c2"));
        await AddAsync(Sample.Value("[NAME_1]", "c2"));

        Assert.True(await ShredAsync("c1"));
        Assert.False(await ShredAsync("c1"));

        Assert.Null(await Kit.Vault.FindKeyAsync("c1"));
        Assert.Empty(await Kit.Vault.ReadAsync("c1"));
        Assert.Single(await Kit.Vault.ReadAsync("c2"));
        Assert.True(await AddAsync(Sample.Key(fill: 3)));
    }

    [Fact]
    public async Task Shred_that_is_undone_keeps_everything()
    {
        await AddAsync(Sample.Key());
        await AddAsync(Sample.Value("[NAME_1]"));

        await Kit.Database.DoAsync(t =>
        {
            t.RequestRollback();
            return Kit.Vault.ShredAsync(t, "c1", default);
        });

        Assert.Single(await Kit.Vault.ReadAsync("c1"));
    }

    [Fact]
    public async Task ReadKeys_gives_keys_made_before_a_moment_oldest_first()
    {
        foreach (var (name, hour) in new[] { ("b", 2), ("a", 1), ("c", 3) })
            await AddAsync(Sample.Key(name, createdAt: Sample.Day.AddHours(hour)));

        Assert.Equal(["a", "b"], (await Kit.Vault.ReadKeysAsync(Sample.Day.AddHours(3))).Select(k => k.Conversation));
    }

    private Task<bool> AddAsync(VaultKey key) => Kit.Database.DoAsync(t => Kit.Vault.AddKeyAsync(t, key, default));

    private Task<bool> AddAsync(VaultEntry entry) => Kit.Database.DoAsync(t => Kit.Vault.AddAsync(t, entry, default));

    private Task<bool> ShredAsync(string conversation) => Kit.Database.DoAsync(t => Kit.Vault.ShredAsync(t, conversation, default));
}
