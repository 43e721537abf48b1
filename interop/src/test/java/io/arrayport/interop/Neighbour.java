package io.arrayport.interop;

import java.lang.foreign.ValueLayout;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.pytorch.engine.PtNDArray;
import io.arrayport.arrow.ArrowBridge;
import io.arrayport.core.exchange.Target;
import io.arrayport.core.memory.Memory;
import io.arrayport.core.ndarray.NdArray;
import io.arrayport.core.testing.Elements;
import io.arrayport.dlpack.Dlpack;
import io.arrayport.dlpack.DlpackCapsule;
import io.arrayport.dlpack.LegacyAccess;
import io.arrayport.torch.Torch;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.memory.RootAllocator;
import org.apache.arrow.vector.FieldVector;

/**
 * The other side of an exchange, and what it sees with its own means.
 *
 * @param <T> its form of an array
 */
interface Neighbour<T> extends AutoCloseable {
    Target<T> target();

    /** How the neighbour sees what it was given; it lets go when the view is closed. */
    View view(T taken);

    @Override
    default void close() {}

    /** An array as a neighbour sees it. */
    interface View extends AutoCloseable {
        /** Where the first element is. */
        long address();

        /** All elements, in C order; of a complex one the real part. */
        double[] values();

        /** Writes 0 to every element; false if the neighbour was told not to write, and obeys. */
        boolean zero();

        @Override
        void close();
    }

    /**
     * torch, through libtorch's own functions.
     *
     * @param unnamed whether it takes the element types that DJL has no name for
     */
    record OfTorch(NDManager manager, boolean unnamed) implements Neighbour<NDArray> {
        OfTorch(boolean unnamed) {
            this(NDManager.newBaseManager("PyTorch"), unnamed);
        }

        @Override
        public Target<NDArray> target() {
            return unnamed ? Torch.torch(manager).withUnnamedDtypes() : Torch.torch(manager);
        }

        @Override
        public View view(NDArray taken) {
            return new TorchView((PtNDArray) taken);
        }

        @Override
        public void close() {
            manager.close();
        }
    }

    record TorchView(PtNDArray tensor) implements View {
        @Override
        public long address() {
            return LibTorchCalls.dataPtr(tensor.getHandle());
        }

        @Override
        public double[] values() {
            try (NDArray doubles = tensor.toType(DataType.FLOAT64, true)) {
                return doubles.toDoubleArray();
            }
        }

        @Override
        public boolean zero() {
            LibTorchCalls.zero(tensor.getHandle());
            return true;
        }

        @Override
        public void close() {
            tensor.close();
        }
    }

    /** arrow-java, through a vector's own accessors; its allocator complains of what was not given back. */
    record OfArrow(BufferAllocator allocator) implements Neighbour<FieldVector> {
        OfArrow() {
            this(new RootAllocator());
        }

        @Override
        public Target<FieldVector> target() {
            return ArrowBridge.vector(allocator, "x");
        }

        @Override
        public View view(FieldVector taken) {
            return new ArrowView(taken);
        }

        @Override
        public void close() {
            allocator.close();
        }
    }

    record ArrowView(FieldVector vector) implements View {
        @Override
        public long address() {
            return vector.getDataBuffer().memoryAddress();
        }

        @Override
        public double[] values() {
            return ArrowFiles.values(vector);
        }

        @Override
        public boolean zero() {
            vector.getDataBuffer().setZero(0, vector.getDataBuffer().capacity());
            return true;
        }

        @Override
        public void close() {
            vector.close();
        }
    }

    /** A consumer of capsules. The address it reads from the struct itself, by the offsets of the DLPack standard. */
    record OfDlpack(boolean versioned) implements Neighbour<DlpackCapsule> {
        /** In {@code DLManagedTensorVersioned} version, context, deleter and flags stand before the tensor. */
        private static final long VERSIONED_TENSOR = 32;
        private static final long BYTE_OFFSET = 40;

        @Override
        public Target<DlpackCapsule> target() {
            return versioned ? Dlpack.capsule() : Dlpack.legacyCapsule();
        }

        @Override
        public View view(DlpackCapsule taken) {
            long tensor = taken.address() + (versioned ? VERSIONED_TENSOR : 0);
            long address = Memory.RAW.get(ValueLayout.JAVA_LONG, tensor)
                    + Memory.RAW.get(ValueLayout.JAVA_LONG, tensor + BYTE_OFFSET);
            return new DlpackView(address, Dlpack.from(taken, LegacyAccess.WRITEABLE));
        }
    }

    record DlpackView(long address, NdArray array) implements View {
        @Override
        public double[] values() {
            return Elements.values(array);
        }

        @Override
        public boolean zero() {
            for (long i = 0; array.isWriteable() && i < array.size(); i++) {
                array.setDouble(0, Elements.index(array, i));
            }
            return array.isWriteable();
        }

        @Override
        public void close() {
            array.close();
        }
    }
}
