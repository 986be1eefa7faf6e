namespace TorchSharp;

/// <summary>Disposes the tensors made on its thread while it is open, except those moved out or detached.</summary>
public sealed class DisposeScope : IDisposable
{
    private readonly DisposeScopeManager _manager;
    private torch.Tensor[] _tensors = [];
    private int _count;
    private bool _closed;

    internal DisposeScope(DisposeScopeManager manager, DisposeScope? outer)
    {
        _manager = manager;
        OuterScope = outer;
    }

    /// <summary>How many tensors the scope holds.</summary>
    /// <exception cref="ObjectDisposedException">The scope is closed.</exception>
    public int DisposablesCount
    {
        get
        {
            ObjectDisposedException.ThrowIf(_closed, this);
            return _count;
        }
    }

    /// <summary>A copy of what the scope holds, in no particular order.</summary>
    /// <exception cref="ObjectDisposedException">The scope is closed.</exception>
    public IReadOnlyList<IDisposable> DisposablesView
    {
        get
        {
            ObjectDisposedException.ThrowIf(_closed, this);
            return _tensors[.._count];
        }
    }

    internal DisposeScope? OuterScope { get; set; }

    public bool Contains(IDisposable disposable) => disposable is torch.Tensor tensor && tensor.OwningDisposeScope == this;

    public void Attach(IDisposable disposable) => AttachOne(disposable);

    public void Attach(params IDisposable[] disposables) => Attach((IEnumerable<IDisposable>)disposables);

    public IReadOnlyList<IDisposable> Attach(IEnumerable<IDisposable> disposables)
    {
        var attached = new List<IDisposable>();
        foreach (IDisposable disposable in disposables)
        {
            AttachOne(disposable);
            attached.Add(disposable);
        }

        return attached;
    }

    public T Detach<T>(T disposable)
        where T : IDisposable
    {
        DetachOne(disposable);
        return disposable;
    }

    public (T1 first, T2 second) Detach<T1, T2>(T1 first, T2 second)
        where T1 : IDisposable
        where T2 : IDisposable => (Detach(first), Detach(second));

    public (T1 first, T2 second, T3 third) Detach<T1, T2, T3>(T1 first, T2 second, T3 third)
        where T1 : IDisposable
        where T2 : IDisposable
        where T3 : IDisposable => (Detach(first), Detach(second), Detach(third));

    public void Detach(params IDisposable[] disposables) => Detach((IEnumerable<IDisposable>)disposables);

    public void Detach(IEnumerable<IDisposable> disposables)
    {
        foreach (IDisposable disposable in disposables)
        {
            DetachOne(disposable);
        }
    }

    public T MoveToOuter<T>(T disposable)
        where T : IDisposable => MoveToOther(OuterScope, disposable);

    public (T1 first, T2 second) MoveToOuter<T1, T2>(T1 first, T2 second)
        where T1 : IDisposable
        where T2 : IDisposable => MoveToOther(OuterScope, first, second);

    public (T1 first, T2 second, T3 third) MoveToOuter<T1, T2, T3>(T1 first, T2 second, T3 third)
        where T1 : IDisposable
        where T2 : IDisposable
        where T3 : IDisposable => MoveToOther(OuterScope, first, second, third);

    public void MoveToOuter(params IDisposable[] disposables) => MoveToOther(OuterScope, (IEnumerable<IDisposable>)disposables);

    public void MoveToOuter(IEnumerable<IDisposable> disposables) => MoveToOther(OuterScope, disposables);

    public T MoveToOther<T>(DisposeScope? scope, T disposable)
        where T : IDisposable
    {
        MoveOne(scope, disposable);
        return disposable;
    }

    public (T1 first, T2 second) MoveToOther<T1, T2>(DisposeScope? scope, T1 first, T2 second)
        where T1 : IDisposable
        where T2 : IDisposable => (MoveToOther(scope, first), MoveToOther(scope, second));

    public (T1 first, T2 second, T3 third) MoveToOther<T1, T2, T3>(DisposeScope? scope, T1 first, T2 second, T3 third)
        where T1 : IDisposable
        where T2 : IDisposable
        where T3 : IDisposable => (MoveToOther(scope, first), MoveToOther(scope, second), MoveToOther(scope, third));

    public void MoveToOther(DisposeScope? scope, params IDisposable[] disposables) =>
        MoveToOther(scope, (IEnumerable<IDisposable>)disposables);

    public void MoveToOther(DisposeScope? scope, IEnumerable<IDisposable> disposables)
    {
        foreach (IDisposable disposable in disposables)
        {
            MoveOne(scope, disposable);
        }
    }

    /// <summary>Disposes what the scope holds and leaves it open.</summary>
    public void DisposeEverything() => DisposeEverythingBut([]);

    public T DisposeEverythingBut<T>(T keep)
        where T : IDisposable
    {
        DisposeEverythingBut([keep]);
        return keep;
    }

    public (T1 first, T2 second) DisposeEverythingBut<T1, T2>(T1 first, T2 second)
        where T1 : IDisposable
        where T2 : IDisposable
    {
        DisposeEverythingBut([first, second]);
        return (first, second);
    }

    public (T1 first, T2 second, T3 third) DisposeEverythingBut<T1, T2, T3>(T1 first, T2 second, T3 third)
        where T1 : IDisposable
        where T2 : IDisposable
        where T3 : IDisposable
    {
        DisposeEverythingBut([first, second, third]);
        return (first, second, third);
    }

    public void DisposeEverythingBut(params IDisposable[] keep) => DisposeEverythingBut((IEnumerable<IDisposable>)keep);

    public void DisposeEverythingBut(IEnumerable<IDisposable> inKeep)
    {
        ObjectDisposedException.ThrowIf(_closed, this);
        var kept = new HashSet<IDisposable>(inKeep, ReferenceEqualityComparer.Instance);
        for (int i = _count - 1; i >= 0; i--)
        {
            // Disposing removes the tensor by moving the last one into its place, which was visited already.
            if (!kept.Contains(_tensors[i]))
            {
                _tensors[i].Dispose();
            }
        }
    }

    /// <summary>Tells the scope that something it holds was disposed elsewhere.</summary>
    public void MarkAsDisposed(IDisposable disposable)
    {
        ObjectDisposedException.ThrowIf(_closed, this);
        if (disposable is torch.Tensor tensor && tensor.OwningDisposeScope == this)
        {
            Remove(tensor);
        }
    }

    public void Dispose()
    {
        if (_closed)
        {
            return;
        }

        for (int i = _count - 1; i >= 0; i--)
        {
            _tensors[i].Dispose();
        }

        _manager.Remove(this);
        _closed = true;
    }

    internal void Add(torch.Tensor tensor)
    {
        if (_count == _tensors.Length)
        {
            Array.Resize(ref _tensors, Math.Max(16, 2 * _count));
        }

        _tensors[_count] = tensor;
        tensor.ScopeIndex = _count++;
        tensor.OwningDisposeScope = this;
    }

    internal void Remove(torch.Tensor tensor)
    {
        int last = --_count;
        torch.Tensor moved = _tensors[last];
        _tensors[tensor.ScopeIndex] = moved;
        moved.ScopeIndex = tensor.ScopeIndex;
        _tensors[last] = null!;
        tensor.OwningDisposeScope = null;
    }

    private static torch.Tensor AsTensor(IDisposable disposable) =>
        disposable as torch.Tensor ?? throw new InvalidOperationException("A DisposeScope can only manage tensors.");

    private void AttachOne(IDisposable disposable)
    {
        ObjectDisposedException.ThrowIf(_closed, this);
        torch.Tensor tensor = AsTensor(disposable);
        if (tensor.OwningDisposeScope == this)
        {
            return;
        }

        tensor.OwningDisposeScope?.Remove(tensor);
        Add(tensor);
        _manager.Counts.TensorStatistics.AttachedToScopeCount++;
    }

    private void DetachOne(IDisposable disposable)
    {
        ObjectDisposedException.ThrowIf(_closed, this);
        if (disposable is torch.Tensor tensor && tensor.OwningDisposeScope == this)
        {
            Remove(tensor);
            _manager.Counts.TensorStatistics.DetachedFromScopeCount++;
        }
    }

    private void MoveOne(DisposeScope? scope, IDisposable disposable)
    {
        if (scope is null)
        {
            DetachOne(disposable);
            return;
        }

        ObjectDisposedException.ThrowIf(_closed, this);
        if (disposable is torch.Tensor tensor && tensor.OwningDisposeScope == this)
        {
            Remove(tensor);
            scope.Add(tensor);
        }
    }
}
