using System.Globalization;
using ResNetGen.Architecture.Language;

namespace ResNetGen.Architecture.Values;

/// <summary>What holds for an item of a list that does not say a key, where its fellows do.</summary>
internal static class ItemDefaults
{
    /// <summary>Returns the value of <paramref name="key"/> that the item gets, or null where it needs to say it.</summary>
    /// <param name="key">A key of a stage, or of one of the stem's convolutions.</param>
    /// <param name="items">The list's items.</param>
    /// <param name="index">The item's place.</param>
    public static SpecScalar? Of(Key key, IReadOnlyList<SpecMapping> items, int index)
    {
        var number = key switch
        {
            _ when key == StageKeys.Width => Width(items, index),
            _ when key == StageKeys.Stride => index == 0 ? 1 : 2,
            _ when key == StageKeys.Dilation => 1,
            _ when key == StemKeys.Kernel => 3,
            _ when key == StemKeys.Stride => 1,
            _ when key == StemKeys.Padding => ((Said(items[index], StemKeys.Kernel) ?? 3) - 1) / 2,
            _ => (int?)null,
        };
        return number is { } value
            ? new SpecScalar(value.ToString(CultureInfo.InvariantCulture), IsQuoted: false, items[index].Site)
            : null;
    }

    private static int? Width(IReadOnlyList<SpecMapping> items, int index) =>
        Said(items[index], StageKeys.Width) ?? (index == 0 ? 64 : 2 * Width(items, index - 1));

    private static int? Said(SpecMapping item, Key key) =>
        item.Find(key.Name) is SpecScalar said && int.TryParse(said.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;
}
