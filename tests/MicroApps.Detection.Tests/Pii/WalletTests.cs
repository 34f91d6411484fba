using MicroApps.Detection.Tests.WorldIds;

namespace MicroApps.Detection.Tests.Pii;

public class WalletTests
{
    // From BIP 13, BIP 173, BIP 350 and EIP-55.
    public static TheoryData<string> Addresses =>
    [
        "1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa",
        "3J98t1WpEZ73CNmQviecrnyiWrnqRhWNLy",
        "bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4",
        "BC1QW508D6QEJXTDG4Y5R3ZARVARY0C5XW7KV8F3T4",
        "bc1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7vqzk5jj0",
        "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed",
        "0xfB6916095ca1df60bB79Ce92cE3Ea74c37c5d359",
    ];

    [Theory]
    [MemberData(nameof(Addresses))]
    [Trait("Spec", "RED-1")]
    public void Scan_address_is_found(string address) => Assert.Equal([address], Texts.Find("CRYPTO", $"send it to {address}."));

    [Theory]
    [MemberData(nameof(Addresses))]
    [Trait("Spec", "RED-1")]
    public void Scan_address_with_one_character_changed_is_not_found(string address)
    {
        for (var at = 4; at < address.Length; at++)
        {
            var other = char.IsAsciiLetterUpper(address[at]) ? (address[at] == 'A' ? 'C' : 'A') : address[at] == '2' ? '3' : '2';
            Assert.Empty(Texts.Find("CRYPTO", $"send it to {address[..at]}{other}{address[(at + 1)..]}."));
        }
    }

    [Fact]
    [Trait("Spec", "RED-1")]
    public void Scan_hexadecimal_of_one_case_needs_a_word()
    {
        const string Address = "0x52908400098527886e0f7030069857d2e4169ee7";
        Assert.Empty(Texts.Find("CRYPTO", $"the commit is {Address}"));
        Assert.Equal([Address], Texts.Find("CRYPTO", $"my Ethereum wallet is {Address}"));
    }
}
