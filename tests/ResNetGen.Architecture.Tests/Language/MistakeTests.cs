using System.Reflection;
using ResNetGen.Architecture.Diagnostics;
using ResNetGen.Architecture.Tests.Support;

namespace ResNetGen.Architecture.Tests.Language;

/// <summary>Every mistake that one spec can make, found once, at the exact token, however the file was saved.</summary>
public class MistakeTests
{
    /// <summary>The rule, and a spec whose mistake stands between the marks.</summary>
    public static TheoryData<string, string> Mistakes => new()
    {
        { "RNG0001", "block: basic\nstages: «@»foo\n" },
        { "RNG0001", "block: basic\nname: a«:» b\n" },
        { "RNG0001", "block: basic\nstages: [1, 2\n«»" },
        { "RNG0001", "block: basic\nname: «\"»abc\nstages: 3\n" },
        { "RNG0001", "block: basic\n«name»: \"\\U99999999\"\n" },
        { "RNG0001", "block: basic\nname: «\0»\n" },
        { "RNG0001", "block: basic\nname: «\uFFFD»\n" },
        { "RNG0003", "name: Net\nstages: «*anchor»\n" },
        { "RNG0003", "name: «&anchor Net»\nblock: *anchor\n" },
        { "RNG0003", "name: «!!str Net»\n" },
        { "RNG0003", "block: basic\n«<<»: { name: Net }\n" },
        { "RNG0003", "stages: [{ blocks: 1 }]\n«---»\nblock: basic\n" },
        { "RNG0004", "stages: [[[[[[[[[[[[[[[«»[1]]]]]]]]]]]]]]]]\n" },
        { "RNG0005", "«blok»: basic\nstages: [{ blocks: 1 }]\n" },
        { "RNG0005", "stages: [{ blocks: 1, «'é😀'»: 2 }]\n" },
        { "RNG0005", "stem: { preset: conv7x7, «chanels»: 64 }\nstages: [{ blocks: 1 }]\n" },
        { "RNG0005", "stages:\n  - blocks: 1\nhead:\n  classes: 10\n  «dropout»: 1\n" },
        { "RNG0006", "block: basic\n«block»: bottleneck\nstages: [{ blocks: 1 }]\n" },
        { "RNG0006", "stages: [{ blocks: 1, width: 8, «blocks»: 2 }]\n" },
        { "RNG0007", "«- 1\n- 2»\n" },
        { "RNG0007", "«[1, 2]»\n" },
        { "RNG0007", "«hello»\n" },
        { "RNG0007", "stages: «3»\n" },
        { "RNG0007", "stages: «{ blocks: 1 }»\n" },
        { "RNG0007", "stages: [«7»]\n" },
        { "RNG0007", "block:«»\nstages: [{ blocks: 1 }]\n" },
        { "RNG0007", "block: «[basic]»\nstages: [{ blocks: 1 }]\n" },
        { "RNG0007", "stages: [{ blocks: «'1'» }]\n" },
        { "RNG0007", "stages: [{ blocks: «1.5» }]\n" },
        { "RNG0007", "stages: [{ blocks: «1e3» }]\n" },
        { "RNG0007", "stages: [{ blocks: «１» }]\n" },
        { "RNG0007", "name: «{ a: 1 }»\nstages: [{ blocks: 1 }]\n" },
        { "RNG0007", "«[1, 2]»: 3\n" },
        { "RNG0008", "stages: [{ blocks: «0» }]\n" },
        { "RNG0008", "stages: [{ blocks: «-3» }]\n" },
        { "RNG0008", "stages: [{ blocks: «1000000000» }]\n" },
        { "RNG0008", "stages: [{ blocks: «99999999999999999999» }]\n" },
        { "RNG0008", "stages: [{ blocks: 1, width: «0» }]\n" },
        { "RNG0008", "stages: [{ blocks: 1, stride: «17» }]\n" },
        { "RNG0008", "input: [3, «-224», 224]\nstages: [{ blocks: 1 }]\n" },
        { "RNG0008", "head: { classes: «0» }\nstages: [{ blocks: 1 }]\n" },
        { "RNG0008", "version: «2»\nstages: [{ blocks: 1 }]\n" },
        { "RNG0009", "block: «botleneck»\nstages: [{ blocks: 1 }]\n" },
        { "RNG0009", "stages: [{ blocks: 1, shortcut: «b» }]\n" },
        { "RNG0009", "stem: «conv»\nstages: [{ blocks: 1 }]\n" },
        { "RNG0009", "stride_placement: «\"v2\"»\nstages: [{ blocks: 1 }]\n" },
        { "RNG0010", "«block: basic»\n" },
        { "RNG0010", "stages: [«{ width: 64 }»]\n" },
        { "RNG0010", "stages:\n  - «width: 64\n    stride: 1»\n\n# behind it\nblock: basic\n" },
        { "RNG0011", "name: «2fast»\nstages: [{ blocks: 1 }]\n" },
        { "RNG0011", "name: «class»\nstages: [{ blocks: 1 }]\n" },
        { "RNG0011", "name: «'a\"; evil(); //'»\nstages: [{ blocks: 1 }]\n" },
        { "RNG0012", "extends: «other.resnet.yaml»\n" },
        { "RNG0013", "extends: «net.resnet.yaml»\n" },
        { "RNG0014", "input: «[3, 224]»\nstages: [{ blocks: 1 }]\n" },
        { "RNG0014", "input:\n  «- 3\n  - 224»\nstages: [{ blocks: 1 }]\n" },
        { "RNG0014", "stages: «[]»\n" },
        { "RNG1001", "block: bottleneck\ngroups: 7\nstages: [{ blocks: 1, width: «64» }]\n" },
        { "RNG1001", "block: bottleneck\nstages: [«{ blocks: 1, groups: 48 }»]\n" },
        { "RNG1002", "input: «[3, 16, 16]»\nstages: [{ blocks: 1 }, { blocks: 1 }, { blocks: 1 }, { blocks: 1 }]\n" },
        { "RNG1003", "stages: [{ blocks: 6000 }, { blocks: «6000» }]\n" },
        { "RNG1004", "«{ input: [3, 16384, 16384], stem: { preset: conv3x3, channels: 65536 }, stages: [{ blocks: 1, width: 65536 }] }»\n" },
        { "RNG1005", "block: basic\ngroups: «32»\nstages: [{ blocks: 1 }]\n" },
        { "RNG1005", "stages: [{ blocks: 1, width_per_group: «4» }]\n" },
        { "RNG1006", "block: bottleneck\nwidth_per_group: 1\nstages: [{ blocks: 1, width: «63» }]\n" },
        { "RNG1007", "block: bottleneck\nstages: [{ blocks: 1, width: «20000» }]\n" },
        { "RNG1007", "block: bottleneck\ngroups: 65536\nwidth_per_group: 64\nstages: [{ blocks: 1, width: «64» }]\n" },
        { "RNG1008", "block: bottleneck\nwidth_per_group: 3\ngroups: 8\nstages: [{ blocks: 1, width: «100» }]\n" },
        { "RNG1009", "shortcut: «A»\nstages: [{ blocks: 1, width: 64 }, { blocks: 1, width: 32 }]\n" },
        { "RNG1010", "stem: { channels: «64», convs: [{ channels: 64 }] }\nstages: [{ blocks: 1 }]\n" },
        { "RNG1011", "stem: { preset: deep, channels: «3» }\nstages: [{ blocks: 1 }]\n" },
    };

    [Theory]
    [MemberData(nameof(Mistakes))]
    public void One_finding_at_the_token(string rule, string marked)
    {
        foreach (var variant in Marked.Variants(marked))
        {
            var (text, site) = Marked.Parse(variant);
            var finding = Spec.Wrong(text);
            Assert.Equal((rule, site), (finding.Rule.Id, finding.Site));
        }
    }

    [Fact]
    public void Every_rule_of_a_spec_has_a_mistake_here()
    {
        // A failure of ResNetGen itself, an empty file and a long chain of files have tests of their own.
        string[] elsewhere = ["RNG0000", "RNG0002", "RNG0015"];
        var rules = typeof(Rules).GetFields(BindingFlags.Public | BindingFlags.Static).Select(f => ((Rule)f.GetValue(null)!).Id);
        Assert.Equal(rules.Except(elsewhere).Order(), Mistakes.Select(m => m.Data.Item1).Distinct().Order());
    }

    [Theory]
    [InlineData("")]
    [InlineData("  \n\n")]
    [InlineData("# a comment\n")]
    [InlineData("---\n")]
    [InlineData("...\n")]
    [InlineData("null\n")]
    [InlineData("~")]
    [InlineData("{}")]
    public void A_file_that_says_nothing_is_one_finding_at_its_start(string text)
    {
        var finding = Spec.Wrong(text);
        Assert.Equal("net.resnet.yaml(1,1): error RNG0002: the spec is empty: it needs at least 'stages'", finding.ToString());
        Assert.Equal(0, finding.Site.Length);
    }

    [Theory]
    [InlineData("blok: basic\nstages: [{ blocks: 1 }]", "net.resnet.yaml(1,1): error RNG0005: unknown key 'blok' in the spec; did you mean 'block'?")]
    [InlineData("xyzzy: 1\nstages: [{ blocks: 1 }]", "net.resnet.yaml(1,1): error RNG0005: unknown key 'xyzzy' in the spec")]
    [InlineData("stages: [{ blocks: 1, widht: 3 }]", "net.resnet.yaml(1,23): error RNG0005: unknown key 'widht' in a stage; did you mean 'width'?")]
    [InlineData("block: botleneck\nstages: [{ blocks: 1 }]", "net.resnet.yaml(1,8): error RNG0009: unknown word 'botleneck': expected 'basic' or 'bottleneck'; did you mean 'bottleneck'?")]
    [InlineData("stem: resnet\nstages: [{ blocks: 1 }]", "net.resnet.yaml(1,7): error RNG0009: unknown word 'resnet': expected 'conv7x7' or 'conv3x3' or 'deep' or 'deep_tiered'")]
    [InlineData("stages: [{ blocks: 0 }]", "net.resnet.yaml(1,20): error RNG0008: 0 is out of range: expected an integer from 1 to 10000")]
    [InlineData("input: [3, 16, 16]\nstages: [{ blocks: 1 }, { blocks: 1 }, { blocks: 1 }, { blocks: 1 }]", "net.resnet.yaml(1,8): error RNG1002: the input 3x16x16 is too small: layer4.0.conv1 strides by 2 over a 1x1 map; the smallest square input is 17x17")]
    [InlineData("stages: [{ blocks: 1, stride: 16 }, { blocks: 1, stride: 16 }, { blocks: 1, stride: 16 }, { blocks: 1, stride: 16 }]", "net.resnet.yaml(1,1): error RNG1002: the input 3x224x224 is too small: layer2.0.conv1 strides by 16 over a 4x4 map; no input up to 16384x16384 is large enough")]
    public void The_message_says_what_to_do(string text, string message) => Assert.Equal(message, Spec.Compile(text).Findings[0].ToString());

    [Fact]
    public void A_message_stays_on_one_short_line()
    {
        var finding = Spec.Compile($"\"{new string('k', 500)}\\n\": 1\nstages: [{{ blocks: 1 }}]\nname: \"a\\nb\"\n").Findings;
        Assert.Equal(["RNG0005", "RNG0011"], finding.Select(f => f.Rule.Id));
        Assert.All(finding, f => Assert.True(f.Message.Length < 200 && !f.Message.Any(char.IsControl), f.Message));
    }

    [Fact]
    public void Every_mistake_of_a_file_is_found_at_once()
    {
        var (_, findings) = Spec.Compile("name: 1a\nblok: basic\nstem: conv\nstages:\n  - { blocks: 0, width: -1 }\n  - { wide: 3 }\n");
        Assert.Equal(
            ["RNG0011", "RNG0005", "RNG0009", "RNG0008", "RNG0008", "RNG0010", "RNG0005"], findings.Select(f => f.Rule.Id));
    }

    [Fact]
    public void A_width_cut_short_is_a_warning_and_the_network_is_built()
    {
        var (spec, findings) = Spec.Compile("block: bottleneck\nwidth_per_group: 3\ngroups: 8\nstages: [{ blocks: 1, width: 100 }]\n");
        Assert.Equal("width 100 x width_per_group 3 / 64 is 4.6875, cut to 4 channels per group", Assert.Single(findings).Message);
        Assert.Equal([32, 4, 3, 3], spec!.Analysis.State.Single(e => e.Key == "layer1.0.conv2.weight").Shape);
    }
}
