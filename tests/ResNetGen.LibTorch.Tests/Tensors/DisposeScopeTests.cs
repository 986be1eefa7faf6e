using System.Runtime.CompilerServices;
using TorchSharp;
using static TorchSharp.torch;

namespace ResNetGen.LibTorch.Tests.Tensors;

public class DisposeScopeTests
{
    private static long Live => DisposeScopeManager.Statistics.TensorStatistics.ThreadTotalLiveCount;

    [Fact]
    public void A_scope_disposes_what_was_made_in_it()
    {
        var before = Live;
        Tensor inside, kept, detached;
        using (var scope = NewDisposeScope())
        {
            inside = ones(2);
            var temporary = ones(2);
            temporary.Dispose();
            kept = scope.MoveToOuter(inside + 1);
            detached = (inside + 2).DetachFromDisposeScope();
            Assert.Equal(1, scope.DisposablesCount);
            Assert.True(scope.Contains(inside));
            Assert.False(scope.Contains(kept));
        }

        Assert.True(inside.IsInvalid);
        Assert.False(kept.IsInvalid);
        Assert.False(detached.IsInvalid);
        Assert.Equal(before + 2, Live);
        kept.Dispose();
        detached.Dispose();
        Assert.Equal(before, Live);
    }

    [Fact]
    public void Scopes_nest_and_hand_tensors_outwards()
    {
        Tensor twice, once, outside = ones(1);
        using (var outer = NewDisposeScope())
        {
            using (var inner = NewDisposeScope())
            {
                twice = ones(1);
                once = ones(1);
                Assert.Same(once, once.MoveToOuterDisposeScope());
                inner.MoveToOther(outer, twice);
                inner.Attach(outside);
            }

            Assert.True(outside.IsInvalid);
            Assert.Equal(2, outer.DisposablesCount);
            twice.MoveToOuterDisposeScope();
        }

        Assert.False(twice.IsInvalid);
        Assert.True(once.IsInvalid);
        twice.Dispose();
    }

    [Fact]
    public void Everything_but_some_can_be_disposed_early()
    {
        using var scope = NewDisposeScope();
        var tensors = Enumerable.Range(0, 40).Select(_ => ones(1)).ToArray();
        scope.DisposeEverythingBut(tensors[0], tensors[20], tensors[39]);
        Assert.Equal(3, scope.DisposablesCount);
        Assert.Equal([0, 20, 39], tensors.Index().Where(pair => !pair.Item.IsInvalid).Select(pair => pair.Index));
        scope.DisposeEverything();
        Assert.All(tensors, tensor => Assert.True(tensor.IsInvalid));
        ones(1);
        Assert.Equal(1, scope.DisposablesCount);
    }

    [Fact]
    public void Tensors_may_die_in_any_order()
    {
        using var scope = NewDisposeScope();
        var tensors = Enumerable.Range(0, 60).Select(_ => ones(1)).ToArray();
        var order = Enumerable.Range(0, 60).OrderBy(index => index * 37 % 60).ToArray();
        for (var dead = 1; dead <= 60; dead++)
        {
            tensors[order[dead - 1]].Dispose();
            Assert.Equal(order[dead..].Order(), scope.DisposablesView.Select(item => Array.FindIndex(tensors, tensor => ReferenceEquals(tensor, item))).Order());
        }
    }

    [Fact]
    public void Closing_an_outer_scope_first_leaves_the_inner_one_working()
    {
        var outer = NewDisposeScope();
        var inner = NewDisposeScope();
        outer.Dispose();
        var tensor = ones(1);
        inner.Dispose();
        Assert.True(tensor.IsInvalid);
        Assert.Throws<ObjectDisposedException>(() => inner.DisposablesCount);
        var free = ones(1);
        Assert.Equal(1L, free.numel());
        free.Dispose();
    }

    [Fact]
    public void Statistics_count_where_tensors_came_from()
    {
        var counts = DisposeScopeManager.Statistics;
        counts.Reset();
        using var outside = ones(1);
        using (var scope = NewDisposeScope())
        {
            _ = ones(1);
            scope.Detach(ones(1)).Dispose();
            scope.Attach(outside);
        }

        Assert.Equal(1, counts.CreatedOutsideScopeCount);
        Assert.Equal(2, counts.CreatedInScopeCount);
        Assert.Equal(2, counts.DisposedInScopeCount);
        Assert.Equal(1, counts.DisposedOutsideScopeCount);
        Assert.Equal((1L, 1L), (counts.AttachedToScopeCount, counts.DetachedFromScopeCount));
        Assert.Equal(0, counts.ThreadTotalLiveCount);
    }

    [Fact]
    public void A_disposed_tensor_says_so()
    {
        var tensor = ones(1);
        tensor.Dispose();
        tensor.Dispose();
        Assert.Throws<ObjectDisposedException>(() => tensor.shape);
        Assert.Throws<ObjectDisposedException>(() => tensor + 1);
        Assert.IsAssignableFrom<InvalidOperationException>(Assert.Throws<ObjectDisposedException>(() => tensor.Handle));
        Assert.Equal("", tensor.ToString());
    }

    [Fact]
    public void A_handle_moves_to_another_owner()
    {
        var before = Live;
        var first = ones(2);
        var second = Tensor.UnsafeCreateTensor(first.DecoupleFromNativeHandle());
        Assert.True(first.IsInvalid);
        Assert.Equal(before + 1, Live);
        Assert.Equal(2L, second.numel());
        second.Dispose();
        Assert.Equal(before, Live);
    }

    [Fact]
    public void A_forgotten_tensor_is_given_back_by_the_collector()
    {
        var before = Tensor.TotalCount;
        Forget(100);
        Assert.True(Tensor.PeakCount >= before + 100);
        for (var attempt = 0; attempt < 10 && Tensor.TotalCount > before; attempt++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        Assert.True(Tensor.TotalCount <= before, $"{Tensor.TotalCount} tensors, {before} before");
    }

    [Fact]
    public void Threads_have_scopes_and_counts_of_their_own()
    {
        var failures = 0;
        var threads = Enumerable.Range(0, 4).Select(_ => new Thread(() =>
        {
            for (var round = 0; round < 200; round++)
            {
                using var scope = NewDisposeScope();
                var sum = ones(8);
                for (var step = 0; step < 10; step++)
                {
                    sum += ones(8);
                }

                if (sum.sum().ToSingle() != 88 || scope.DisposablesCount != 22)
                {
                    Interlocked.Increment(ref failures);
                }
            }

            failures += (int)Live;
        })).ToArray();
        Array.ForEach(threads, thread => thread.Start());
        Array.ForEach(threads, thread => thread.Join());
        Assert.Equal(0, failures);
    }

    [Fact]
    public void An_operation_leaves_one_live_tensor()
    {
        using var a = ones(4);
        var before = Live;
        for (var i = 0; i < 1000; i++)
        {
            a.add_(1).mul_(0.5);
            using var b = a.view(2, 2);
            using var c = b.mm(b);
        }

        Assert.Equal(before, Live);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Forget(int count)
    {
        for (var i = 0; i < count; i++)
        {
            _ = ones(16);
        }
    }
}
