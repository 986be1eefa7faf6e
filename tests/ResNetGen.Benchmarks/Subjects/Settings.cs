namespace ResNetGen.Benchmarks;

/// <summary>What suits each side best, with so many threads, on one network.</summary>
internal sealed record Settings(Setting Ours, Setting Python, Setting Runtime)
{
    private static readonly string[] Layouts = ["eager", "eager-channels-last"];

    /// <summary>Finds out by trying all, by their least times, which others at work move least; few rounds are too few for that, and take what usually is best.</summary>
    public static Settings Best(Contest contest, string network, int batch, int threads)
    {
        // A thread that is alone waits for none.
        bool[] waits = contest.IsQuick ? [threads > 1] : threads > 1 ? [false, true] : [false];
        return new(
            Of(Peer.StartOurs, Inference.Twin), Of(Peer.StartPython, contest.IsQuick ? Layouts[..1] : Layouts), Of(Peer.StartOnnxRuntime, Inference.OnnxRuntime));

        Setting Of(Func<int, bool, Peer> start, params string[] forms)
        {
            var tried = forms.SelectMany(f => waits.Select(w => new Setting(f, w))).ToList();
            return tried.Count == 1 ? tried[0] : tried.Zip(Sides(start, tried)).MinBy(t => t.Second.Wall.Minimum).First;
        }

        List<Side> Sides(Func<int, bool, Peer> start, List<Setting> tried)
        {
            var sides = tried.Select(t => new Side(t.Form)).ToList();
            var peers = tried.Select(t => start(threads, t.Spins)).ToList();
            try
            {
                contest.Shared(new Case(network, "ms", Case.Milliseconds, sides), 7, peers, [.. tried.Select(t => FormattableString.Invariant($"{t.Form}:{network}:{batch}"))]);
                return sides;
            }
            finally
            {
                peers.ForEach(p => p.Dispose());
            }
        }
    }
}
