namespace TorchSharp.Utils;

/// <summary>The name under which a field's module, parameter or buffer is registered, where it is not the field's own.</summary>
[AttributeUsage(AttributeTargets.Field)]
public sealed class ComponentNameAttribute : Attribute
{
    /// <summary>The component's name.</summary>
    public required string Name { get; set; }
}
