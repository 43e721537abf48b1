package io.arrayport.conformance.matrix;

import java.util.Arrays;
import java.util.Set;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import io.arrayport.core.dtype.DType;
import io.arrayport.core.exchange.Target;
import io.arrayport.core.ndarray.NdArray;
import io.arrayport.torch.Torch;

/**
 * DJL's PyTorch, asked by libtorch's own functions.
 *
 * @param unnamed whether it takes the element types that DJL has no name for
 */
record TorchNeighbour(NDManager manager, boolean unnamed) implements Neighbour<NDArray> {
    private static final Set<DType> DJL_NAMES = Set.of(DType.BOOL, DType.UINT8, DType.INT8, DType.INT32, DType.INT64,
            DType.FLOAT16, DType.FLOAT32, DType.FLOAT64, DType.COMPLEX64);

    TorchNeighbour(boolean unnamed) {
        this(NDManager.newBaseManager("PyTorch"), unnamed);
    }

    @Override
    public String name() {
        return unnamed ? "torch NDArray, unnamed dtypes" : "torch NDArray";
    }

    @Override
    public Target<NDArray> target() {
        return unnamed ? Torch.torch(manager).withUnnamedDtypes() : Torch.torch(manager);
    }

    @Override
    public View view(NDArray taken) {
        return new TorchView(taken);
    }

    @Override
    public Expected expected(DType dtype, Sample sample, boolean writeable) {
        if ("MmSUVT".indexOf(dtype.kind()) >= 0) {
            return Expected.refused("no element type for");
        }
        if (!unnamed && !DJL_NAMES.contains(dtype)) {
            return Expected.refused("no name for");
        }
        return switch (sample) {
            case SWAPPED -> Expected.copy("byte order");
            case NEGATIVE -> Expected.copy("negative");
            default -> Expected.SHARED;
        };
    }

    @Override
    public void close() {
        manager.close();
    }

    private record TorchView(NDArray tensor) implements View {
        @Override
        public long address() {
            return LibTorchCalls.dataPtr(tensor);
        }

        @Override
        public boolean sees(NdArray expected) {
            try (NDArray doubles = tensor.toType(DataType.FLOAT64, true)) {
                return Arrays.equals(doubles.toDoubleArray(), Elements.reals(expected));
            }
        }

        @Override
        public boolean zero() {
            LibTorchCalls.zero(tensor);
            return true;
        }

        @Override
        public void close() {
            tensor.close();
        }
    }
}
