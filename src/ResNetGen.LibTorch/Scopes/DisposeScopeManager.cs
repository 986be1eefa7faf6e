namespace TorchSharp;

/// <summary>The open scopes and the counts of one thread.</summary>
public class DisposeScopeManager
{
    [ThreadStatic]
    private static DisposeScopeManager? _ofThread;

    private DisposeScope? _current;

    /// <summary>How many tensors this thread made and disposed.</summary>
    public static ThreadDisposeScopeStatistics Statistics => OfThread.Counts;

    internal static DisposeScopeManager OfThread => _ofThread ??= new DisposeScopeManager();

    internal ThreadDisposeScopeStatistics Counts { get; } = new();

    internal static DisposeScope Open()
    {
        DisposeScopeManager manager = OfThread;
        return manager._current = new DisposeScope(manager, manager._current);
    }

    /// <summary>Counts a new tensor and puts it into the innermost scope, where there is one.</summary>
    internal static void Register(torch.Tensor tensor)
    {
        DisposeScopeManager manager = OfThread;
        if (manager._current is { } scope)
        {
            manager.Counts.TensorStatistics.CreatedInScopeCount++;
            scope.Add(tensor);
        }
        else
        {
            manager.Counts.TensorStatistics.CreatedOutsideScopeCount++;
        }
    }

    /// <summary>Counts a tensor that dies and takes it out of its scope.</summary>
    internal static void Forget(torch.Tensor tensor)
    {
        LifetimeStatistics counts = OfThread.Counts.TensorStatistics;
        if (tensor.OwningDisposeScope is { } scope)
        {
            counts.DisposedInScopeCount++;
            scope.Remove(tensor);
        }
        else
        {
            counts.DisposedOutsideScopeCount++;
        }
    }

    internal void Remove(DisposeScope closed)
    {
        if (_current == closed)
        {
            _current = closed.OuterScope;
            return;
        }

        for (DisposeScope? scope = _current; scope is not null; scope = scope.OuterScope)
        {
            if (scope.OuterScope == closed)
            {
                scope.OuterScope = closed.OuterScope;
                return;
            }
        }
    }
}
