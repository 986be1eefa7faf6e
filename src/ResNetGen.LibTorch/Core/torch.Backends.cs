using ResNetGen.LibTorch.Interop;

namespace TorchSharp;

public static partial class torch
{
    public static partial class backends
    {
        public static partial class cuda
        {
            public static partial class matmul
            {
                /// <summary>Whether float32 products on a GPU may round their inputs to TF32's 10 bits.</summary>
                public static bool allow_tf32
                {
                    get => Native.Setting(BackendSetting.CublasTf32);
                    set => Native.SetSetting(BackendSetting.CublasTf32, value);
                }
            }
        }

        public static partial class cudnn
        {
            /// <summary>Whether float32 convolutions on a GPU may round their inputs to TF32's 10 bits.</summary>
            public static bool allow_tf32
            {
                get => Native.Setting(BackendSetting.CudnnTf32);
                set => Native.SetSetting(BackendSetting.CudnnTf32, value);
            }
        }
    }
}
