using ResNetGen.Architecture.Language;
using ResNetGen.Architecture.Text;

namespace ResNetGen.Architecture.Specs;

/// <summary>What is said of one stage, by itself or for the whole network.</summary>
public sealed class StageSpec(Section own, Section network, int index)
{
    /// <summary>The stage's place, from 0.</summary>
    public int Index => index;

    /// <summary>Where the stage stands.</summary>
    public Site Site => own.Site;

    /// <summary>The stage for messages: <c>stage 2</c>.</summary>
    public string Shown => FormattableString.Invariant($"stage {index + 1}");

    /// <summary>The kind of its blocks.</summary>
    public BlockKind Kind => Get(BlockKeys.Block, BlockKind.Basic).Value;

    /// <summary>Returns what the stage says, else what the network says, else null.</summary>
    public Said<T>? Find<T>(Key<T> key) => own.Find(key) ?? network.Find(key);

    /// <summary>Returns what the stage itself says, or null.</summary>
    public Said<T>? FindOwn<T>(Key<T> key) => own.Find(key);

    /// <summary>Returns what the stage says, else what the network says, else <paramref name="otherwise"/>.</summary>
    public Said<T> Get<T>(Key<T> key, T otherwise) => Find(key) ?? new Said<T>(otherwise, own.Site);
}
