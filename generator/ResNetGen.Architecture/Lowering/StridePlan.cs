using System.Globalization;
using ResNetGen.Architecture.Diagnostics;
using ResNetGen.Architecture.Language;
using ResNetGen.Architecture.Specs;
using ResNetGen.Architecture.Text;

namespace ResNetGen.Architecture.Lowering;

/// <summary>How a stage strides and dilates.</summary>
/// <param name="Stride">Its stride.</param>
/// <param name="Dilation">Its dilation.</param>
/// <param name="Previous">The dilation of the stage before it.</param>
internal readonly record struct StageReach(int Stride, int Dilation, int Previous);

/// <summary>Works out strides and dilations of all stages: said for each, or derived from one number.</summary>
internal sealed class StridePlan(ResNetSpec spec, Findings findings)
{
    // Far beyond what any map could have.
    private const long MaximumDilation = 65_536;

    private readonly Said<int>? _outputStride = spec.Root.Find(SpecKeys.OutputStride);
    private readonly Said<EquatableArray<bool>>? _replaced = spec.Root.Find(SpecKeys.ReplaceStride);

    /// <summary>Returns the plan for a stem of <paramref name="stemStride"/>.</summary>
    public List<StageReach> Make(int stemStride)
    {
        CheckSaidOnce();
        var plan = new List<StageReach>();
        var (reached, product, previous) = ((long)stemStride, 1L, 1);
        foreach (var stage in spec.Stages)
        {
            var stride = StrideOf(stage);
            if (GivesUp(stage.Index, reached))
            {
                product = Math.Min(product * stride, MaximumDilation);
                stride = 1;
            }

            reached *= stride;
            var dilation = stage.FindOwn(StageKeys.Dilation)?.Value ?? (int)product;
            plan.Add(new StageReach(stride, dilation, previous));
            previous = dilation;
        }

        if (_outputStride is { } wanted && reached != wanted.Value)
            findings.Add(Rules.OutputStrideUnreachable, wanted.Site, wanted.Value, Reachable(stemStride));

        return plan;
    }

    /// <summary>Warns of stages that say a dilation and neither stride nor dilate.</summary>
    public void CheckUseful(List<StageReach> plan)
    {
        foreach (var stage in spec.Stages.Where(s => s.Index > 0 && spec.MultiGridOf(s) is null))
        {
            if (stage.FindOwn(StageKeys.Dilation) is { } said && plan[stage.Index] is { Stride: 1, Dilation: 1 })
                findings.Add(Rules.NeitherStridesNorDilates, said.Site, stage.Shown);
        }
    }

    private bool GivesUp(int stage, long reached) =>
        (_outputStride is { } wanted && reached >= wanted.Value)
        || (_replaced is { } replaced && stage > 0 && stage <= replaced.Value.Count && replaced.Value[stage - 1]);

    private void CheckSaidOnce()
    {
        if (_replaced is { } replaced)
        {
            if (_outputStride is not null)
                findings.Add(Rules.SaidTwice, replaced.Site, SpecKeys.ReplaceStride.Name, SpecKeys.OutputStride.Name);

            if (replaced.Value.Count != spec.Stages.Count - 1)
            {
                findings.Add(Rules.WrongCount, replaced.Site, string.Format(
                    CultureInfo.InvariantCulture, "{0} switches, one for each stage after the first", spec.Stages.Count - 1), replaced.Value.Count);
            }
        }

        if (_outputStride is null && _replaced is null)
            return;

        var other = _outputStride is null ? SpecKeys.ReplaceStride.Name : SpecKeys.OutputStride.Name;
        foreach (var stage in spec.Stages)
        {
            if (stage.FindOwn(StageKeys.Dilation) is { } said)
                findings.Add(Rules.SaidTwice, said.Site, StageKeys.Dilation.Name, other);
        }
    }

    private string Reachable(long reached)
    {
        var strides = new List<long> { reached };
        foreach (var stage in spec.Stages)
            strides.Add(reached *= StrideOf(stage));

        return string.Join(", ", strides.Distinct().Select(s => s.ToString(CultureInfo.InvariantCulture)));
    }

    private static int StrideOf(StageSpec stage) => stage.Get(StageKeys.Stride, stage.Index == 0 ? 1 : 2).Value;
}
