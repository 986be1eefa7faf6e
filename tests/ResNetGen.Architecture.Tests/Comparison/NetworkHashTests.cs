using System.Globalization;
using ResNetGen.Architecture.Comparison;
using ResNetGen.Architecture.Networks;
using ResNetGen.Architecture.Tests.Support;

namespace ResNetGen.Architecture.Tests.Comparison;

public class NetworkHashTests
{
    /// <summary>Networks that hold every kind of layer and shortcut between them.</summary>
    private static readonly string[] Specs =
    [
        "stages: [{ blocks: 2, width: 16 }]\nhead: { dropout: 0.5 }",
        "stem: conv3x3\nstages: [{ blocks: 2, width: 16, shortcut: A }, { blocks: 2, width: 32, stride: 2, shortcut: A_split }]\nnorm: frozen_batch",
        "stages: [{ blocks: 1, width: 16, shortcut: none }]\nnorm: { kind: group, groups: 4 }\nstem: { pool: average }\nattention: se",
        "block: preact_bottleneck\nstages: [{ blocks: 2, width: 16 }, { blocks: 3, width: 16, stride: 2, avg_down: timm }]\nanti_aliasing: blur\nattention: eca\nhead: none\nfinal_norm: true",
        "block: bottleneck\nstages: [{ blocks: 2, width: 32, dilation: 2, avg_down: timm }]\nstem: { preset: deep, pool: conv }",
        "block: bottleneck\nstages: [{ blocks: 2, width: 16 }, { blocks: 2, width: 16, stride: 2 }]\nstride_block: last\nshortcut: B_pool",
    ];

    [Fact]
    public void Every_property_of_every_record_of_a_network_changes_the_hash()
    {
        var seen = new HashSet<string>();
        foreach (var network in Specs.Select(s => Spec.Right(s).Network))
        {
            var hash = NetworkHash.Of(network);
            foreach (var (property, mutant) in Mutants.Of(network).Where(m => m.Property != "Network.Name"))
            {
                Assert.True(NetworkHash.Of(mutant) != hash, property + " is not in the canonical text");
                seen.Add(property);
            }
        }

        Assert.Empty(Properties().Except(seen, StringComparer.Ordinal));
    }

    [Fact]
    public void The_name_is_no_part_of_the_hash()
    {
        var spec = Spec.Right("name: a\n" + Specs[0]);
        Assert.Equal(NetworkHash.Of(spec), NetworkHash.Of(Spec.Right("name: b\n" + Specs[0])));
        Assert.Equal(NetworkHash.Of(spec), NetworkHash.Of(spec.Network with { Name = "other" }));
    }

    [Fact]
    public void How_a_spec_is_written_is_no_part_of_the_hash()
    {
        const string spec = "stem: conv7x7\nstages:\n  - { blocks: 2, width: 64 }\n  - { blocks: 2, width: 128, stride: 2 }\n";
        const string longer = """
            # the same, spelt out
            stages: [{ width: 64, blocks: 2 }, { stride: 2, blocks: 2 }]
            shortcut: B
            stem:
              convs: [{ channels: 64, kernel: 7, stride: 2 }]
              pool: { kind: max, kernel: 3, stride: 2, padding: 1 }
            """;
        Assert.Equal(NetworkHash.Of(Spec.Right(spec)), NetworkHash.Of(Spec.Right(longer)));
        Assert.Equal(
            NetworkHash.Of(Spec.Right(spec)),
            NetworkHash.Of(Spec.Right("extends: base.resnet.yaml", ("base.resnet.yaml", spec))));
    }

    [Fact]
    public void The_hash_stays_the_same_in_every_release()
    {
        // Hashes are kept in files. Where one of these changes, the canonical text has a new version.
        Assert.Equal("90f5ac31361fdbb72d773a9d54ab07052ef97173812362e9f9ce6c4f1b9c8b18", NetworkHash.Of(SpecFolder.Compile("resnet50")));
        Assert.Equal("1137dfd3d859c1c517fde7697a322c0064cb635fff44a4a75cba038faa1d310c", NetworkHash.Of(SpecFolder.Compile("cifar_resnet20_A")));
    }

    [Fact]
    public void Published_networks_have_one_hash_only_where_they_are_one_network()
    {
        var networks = SpecFolder.Names.Select(n => SpecFolder.Compile(n).Network).ToList();
        var byHash = networks.GroupBy(n => NetworkHash.Of(n), StringComparer.Ordinal).ToList();
        Assert.Equal(networks.Select(n => n with { Name = "" }).Distinct().Count(), byHash.Count);
        Assert.All(byHash, g => Assert.Single(g.Select(n => n with { Name = "" }).Distinct()));
    }

    [Fact]
    public void The_text_of_a_deep_network_is_short() =>
        Assert.InRange(CanonicalText.Of(SpecFolder.Compile("cifar_resnet1202_A").Network).Split('\n').Length, 50, 120);

    [Fact]
    public void The_text_has_a_line_for_each_layer_with_every_number()
    {
        const string expected = """
            resnetgen network v1
            input 3x32x32
            stem
              conv conv1 in=3 out=16 kernel=3 stride=1 padding=1 dilation=1 rounds_up=false groups=1 bias=false
              batch_norm bn1 channels=16 eps=1E-05 momentum=0.1
              relu act
            stem_pool
            stage layer1
              block x2 basic
                before
                residual
                  conv conv1 in=16 out=16 kernel=3 stride=1 padding=1 dilation=1 rounds_up=false groups=1 bias=false
                  batch_norm bn1 channels=16 eps=1E-05 momentum=0.1
                  relu act
                  conv conv2 in=16 out=16 kernel=3 stride=1 padding=1 dilation=1 rounds_up=false groups=1 bias=false
                  batch_norm bn2 channels=16 eps=1E-05 momentum=0.1
                shortcut identity
                after
                  relu act
            final
            head size_fixed=false
              global_avg_pool avgpool
              linear fc in=16 out=10 bias=true
            taps 1 2
            training init=kaiming_fan_out linear_init=default zero_init_residual=false stochastic_depth=0 frozen_stages=-1 norm_eval=false

            """;
        var spec = Spec.Right("input: [3, 32, 32]\nstem: conv3x3\nstages: [{ blocks: 2, width: 16 }]\nhead: { classes: 10 }");
        Assert.Equal(expected, CanonicalText.Of(spec.Network));
    }

    [Theory]
    [InlineData(0.1, "0.1")]
    [InlineData(1e-5, "1E-05")]
    [InlineData(1.001e-5, "1.001E-05")]
    [InlineData(-0.0, "0")]
    [InlineData(0.30000000000000004, "0.30000000000000004")]
    [InlineData(1.0 / 3, "0.3333333333333333")]
    public void A_number_is_the_shortest_text_that_reads_back(double number, string text)
    {
        Assert.Equal(text, FactValue.Of(number));
        Assert.Equal(number, double.Parse(text, CultureInfo.InvariantCulture));
    }

    // What the records of the namespace can hold, as the mutants name it.
    private static IEnumerable<string> Properties() => typeof(Network).Assembly.GetTypes()
        .Where(t => t is { IsAbstract: false, IsPublic: true } && t.Namespace == typeof(Network).Namespace && t != typeof(StateEntry))
        .SelectMany(t => Mutants.Settable(t).Select(p => (Type: t, Property: p)))
        .Where(p => IsLeaf(p.Property.PropertyType) && (p.Type, p.Property.Name) != (typeof(Network), "Name"))
        .Select(p => p.Type.Name + "." + p.Property.Name);

    // A record inside is changed by its own properties, unless it may be absent or be of another kind.
    private static bool IsLeaf(Type type) =>
        type.Namespace != typeof(Network).Namespace || type == typeof(Head) || type == typeof(Dropout) || type == typeof(Activation) || type.IsAbstract;
}
