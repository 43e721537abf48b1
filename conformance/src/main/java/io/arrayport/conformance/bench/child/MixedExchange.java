package io.arrayport.conformance.bench.child;

import static io.arrayport.core.Np.np;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import io.arrayport.arrow.ArrowBridge;
import io.arrayport.core.layout.Shape;
import io.arrayport.core.ndarray.NdArray;
import io.arrayport.dlpack.Dlpack;
import io.arrayport.dlpack.DlpackCapsule;
import io.arrayport.dlpack.LegacyConsumer;
import io.arrayport.torch.Torch;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.memory.RootAllocator;
import org.apache.arrow.vector.FieldVector;

/** One exchange of each kind: there and back, closed in every order, and dropped. */
final class MixedExchange implements AutoCloseable {
    static final int KINDS = 10;

    private final NDManager manager = NDManager.newBaseManager("PyTorch");
    private final BufferAllocator allocator = new RootAllocator();

    @SuppressWarnings("resource") // what is dropped is the collector's
    void one(NdArray array, int kind) {
        switch (kind) {
            case 0 -> back(array, Dlpack.export(array));
            case 1 -> back(array, Dlpack.exportLegacy(array, LegacyConsumer.KEEPS_READ_ONLY));
            case 2 -> Dlpack.export(array).close();
            case 3 -> dropped(array);
            case 4 -> theArrayFirst();
            case 5 -> throughTorch(array);
            case 6 -> theTensorFirst(array);
            case 7 -> byTheManager(array);
            case 8 -> throughVector();
            default -> throughAll();
        }
    }

    private static void back(NdArray array, DlpackCapsule capsule) {
        try (NdArray back = Dlpack.from(capsule)) {
            requireSame(array.address(), back);
        }
    }

    /** One in a thousand or so: each is an object for the collector to find. */
    private static void dropped(NdArray array) {
        DlpackCapsule capsule = Dlpack.export(array);
        if ((System.identityHashCode(capsule) & 0x3FF) != 0) {
            capsule.close();
        }
    }

    private static void theArrayFirst() {
        NdArray own = np.zeros(Shape.of(64), np.float64);
        long address = own.address();
        DlpackCapsule capsule = Dlpack.export(own);
        own.close();
        try (NdArray back = Dlpack.from(capsule)) {
            requireSame(address, back);
            requireSum(back);
        }
    }

    private void throughTorch(NdArray array) {
        try (NDArray there = Torch.torch(manager).accept(array); NdArray back = Torch.torch(there).open()) {
            requireSame(array.address(), back);
        }
    }

    private void theTensorFirst(NdArray array) {
        NdArray back;
        try (NDArray there = Torch.torch(manager).accept(array)) {
            back = Torch.torch(there).open();
        }
        try (back) {
            requireSame(array.address(), back);
        }
    }

    private void byTheManager(NdArray array) {
        try (NDManager own = manager.newSubManager()) {
            requireTensor(Torch.torch(own).accept(array), array);
        }
    }

    private void throughVector() {
        try (NdArray own = np.zeros(Shape.of(64), np.float64);
                FieldVector vector = ArrowBridge.vector(allocator, "x").accept(own);
                NdArray back = ArrowBridge.arrow(vector).open()) {
            requireSame(own.address(), back);
        }
    }

    /** A vector of ours, an array of that, a tensor of that, a capsule of that: and closed from the first on. */
    private void throughAll() {
        NdArray own = np.zeros(Shape.of(64), np.float64);
        long address = own.address();
        FieldVector vector = ArrowBridge.vector(allocator, "x").accept(own);
        own.close();
        NdArray column = ArrowBridge.arrow(vector).open();
        vector.close();
        NDArray tensor = Torch.torch(manager).accept(column);
        column.close();
        NdArray answer = Torch.torch(tensor).open();
        tensor.close();
        DlpackCapsule capsule = Dlpack.export(answer);
        answer.close();
        try (NdArray last = Dlpack.from(capsule)) {
            requireSame(address, last);
            requireSum(last);
        }
    }

    private static void requireTensor(NDArray tensor, NdArray array) {
        if (tensor.size() != array.size()) {
            throw new AssertionError("the tensor has " + tensor.size() + " elements");
        }
    }

    private static void requireSum(NdArray zeros) {
        for (long i = 0; i < zeros.size(); i++) {
            if (zeros.getDouble(i) != 0) {
                throw new AssertionError("the bytes are somebody else's: " + zeros);
            }
        }
    }

    private static void requireSame(long address, NdArray back) {
        if (back.address() != address) {
            throw new AssertionError("the exchange copied");
        }
    }

    @Override
    public void close() {
        manager.close();
        allocator.close();
    }
}
