using System.Runtime.InteropServices;

namespace ResNetGen.Property.Tests.Networks;

/// <summary>What glibc's allocator has handed out: libtorch's tensors on the CPU are the bulk of it.</summary>
internal static partial class MallocInUse
{
    /// <summary>Bytes in use.</summary>
    public static long Bytes
    {
        get
        {
            var info = mallinfo2();
            return (long)(info.Small + info.Mapped);
        }
    }

    [LibraryImport("libc")]
    private static partial Info mallinfo2();

    // struct mallinfo2 of malloc.h: ten of size_t.
    [StructLayout(LayoutKind.Explicit, Size = 80)]
    private struct Info
    {
        [FieldOffset(32)]
        public nuint Mapped;

        [FieldOffset(56)]
        public nuint Small;
    }
}
