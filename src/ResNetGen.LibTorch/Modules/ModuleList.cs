using System.Collections;
using System.Globalization;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>A numbered list of modules. Its modules get their numbers when the list itself is registered with a module.</summary>
public class ModuleList<T> : nn.Module, IList<T>
    where T : nn.Module
{
    private readonly List<T> list;
    private bool isRegistered;

    /// <summary>A list of these modules.</summary>
    public ModuleList(params T[] modules)
        : base(nameof(ModuleList<>))
    {
        list = [.. modules ?? []];
    }

    /// <summary>How many modules there are.</summary>
    public int Count => list.Count;

    /// <summary>Always false.</summary>
    public bool IsReadOnly => false;

    /// <summary>The module at a place.</summary>
    public T this[int index]
    {
        get => list[index];
        set => list[index] = value;
    }

    /// <summary>Adds a module at the end.</summary>
    public void Add(T item) => list.Add(item);

    /// <summary>Adds modules at the end.</summary>
    public void append(params T[] parameters) => list.AddRange(parameters);

    /// <summary>Adds modules at the end.</summary>
    public void extend(IEnumerable<T> modules) => list.AddRange(modules);

    /// <summary>Empties the list without disposing its modules.</summary>
    public void Clear() => list.Clear();

    /// <summary>Whether the list has the module.</summary>
    public bool Contains(T item) => list.Contains(item);

    /// <summary>Copies the list.</summary>
    public void CopyTo(T[] array, int arrayIndex) => list.CopyTo(array, arrayIndex);

    /// <summary>The modules in order.</summary>
    public IEnumerator<T> GetEnumerator() => list.GetEnumerator();

    /// <summary>The module's place, or -1.</summary>
    public int IndexOf(T item) => list.IndexOf(item);

    /// <summary>Puts a module at a place.</summary>
    public void Insert(int index, T item) => list.Insert(index, item);

    /// <summary>Takes a module out without disposing it.</summary>
    public bool Remove(T item) => list.Remove(item);

    /// <summary>Takes the module at a place out without disposing it.</summary>
    public void RemoveAt(int index) => list.RemoveAt(index);

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Registers the modules under their numbers.</summary>
    protected override void RegisterComponents()
    {
        if (isRegistered)
        {
            return;
        }

        isRegistered = true;
        for (var index = 0; index < list.Count; index++)
        {
            register_module(index.ToString(CultureInfo.InvariantCulture), list[index]);
        }
    }
}
