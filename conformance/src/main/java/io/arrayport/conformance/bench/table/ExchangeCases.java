package io.arrayport.conformance.bench.table;

import static io.arrayport.core.Np.np;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import io.arrayport.arrow.ArrowBridge;
import io.arrayport.arrow.ArrowC;
import io.arrayport.arrow.CStructs;
import io.arrayport.core.memory.Memory;
import io.arrayport.core.ndarray.NdArray;
import io.arrayport.dlpack.Dlpack;
import io.arrayport.dlpack.DlpackRaw;
import io.arrayport.dlpack.LegacyConsumer;
import io.arrayport.torch.Torch;
import io.arrayport.torch.TorchTarget;
import org.apache.arrow.memory.ArrowBuf;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.memory.ForeignAllocation;
import org.apache.arrow.memory.RootAllocator;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.Float4Vector;
import org.apache.arrow.vector.ipc.message.ArrowFieldNode;

/**
 * What it costs to hand an array over. The same at every n is the sign that nothing moves; where NumPy's column is
 * empty, it has nothing like it.
 */
final class ExchangeCases {
    private static final Long[] SIZES = {1_000L, 10_000_000L};
    /** Those of a bitmap that would be in the first cache, the second, and none. */
    private static final Long[] ARROW_SIZES = {1_000L, 100_000L, 1_000_000L, 10_000_000L};

    private ExchangeCases() {}

    static void add(List<BenchCase> cases) {
        Family family = new Family("exchange", cases);
        dlpack(family);
        torch(family);
        byNeighbours(family);
        arrow(family);
        java(family);
    }

    private static void dlpack(Family family) {
        family.row("DLPack, there and back", "np.from_dlpack(a)").on(Input.A).at(SIZES).quick().cold()
                .fresh(a -> Dlpack.from(Dlpack.export(a)));
        family.row("DLPack, export only", "a.__dlpack__() and a").on(Input.A).at(SIZES).is(Outcome.VIEW, in -> {
            NdArray a = in.a();
            return () -> {
                DlpackRaw.release(DlpackRaw.exportLegacy(a, LegacyConsumer.UNKNOWN), false);
                return a;
            };
        });
    }

    private static void torch(Family family) {
        Input floats = Input.A.as("float32");
        family.row("to torch", null).on(floats).types("float32").at(SIZES).is(Outcome.VIEW, in -> {
            NdArray a = in.a();
            TorchTarget target = Torch.torch(manager());
            return () -> {
                target.accept(a).close();
                return a;
            };
        });
        family.row("from torch", null).on(floats).types("float32").at(SIZES).is(Outcome.FRESH, in -> {
            NDArray tensor = Torch.torch(manager()).accept(in.a());
            return () -> Torch.torch(tensor).open();
        });
        family.row("torch, there and back", null).on(floats).types("float32").at(SIZES).is(Outcome.FRESH, in -> {
            NdArray a = in.a();
            TorchTarget target = Torch.torch(manager());
            return () -> {
                try (NDArray there = target.accept(a)) {
                    return Torch.torch(there).open();
                }
            };
        });
    }

    /** What a user would do without the bridges, in the same run: nothing protects the bytes. */
    private static void byNeighbours(Family family) {
        Input floats = Input.A.as("float32");
        family.row("to torch, by DJL's create", null).on(floats).types("float32").at(SIZES).is(Outcome.VIEW, in -> {
            NdArray a = in.a();
            Shape shape = new Shape(a.size());
            return () -> {
                ByteBuffer buffer = Memory.segment(a.address(), a.nbytes()).asByteBuffer()
                        .order(ByteOrder.nativeOrder());
                manager().create(buffer, shape, DataType.FLOAT32).close();
                return a;
            };
        });
        family.row("from torch, by DJL's toByteBuffer", null).on(floats).types("float32").at(SIZES).is(Outcome.VIEW,
                in -> {
                    NdArray a = in.a();
                    NDArray tensor = Torch.torch(manager()).accept(a);
                    return () -> {
                        if (tensor.toByteBuffer(true).remaining() != a.nbytes()) {
                            throw new AssertionError("the buffer is not the array");
                        }
                        return a;
                    };
                });
    }

    /** The vector's constructor fills a bitmap of n/8 bytes: the row after it is what that costs without us. */
    private static void arrow(Family family) {
        Input floats = Input.A.as("float32");
        family.row("to an Arrow vector", null).on(floats).types("float32").at(ARROW_SIZES).is(Outcome.VIEW, in -> {
            NdArray a = in.a();
            return () -> {
                ArrowBridge.vector(Allocator.OPEN, "x").accept(a).close();
                return a;
            };
        });
        family.row("to an Arrow vector, by arrow-java's foreign allocation", null).on(floats).types("float32")
                .at(ARROW_SIZES).is(Outcome.VIEW, in -> {
                    NdArray a = in.a();
                    return () -> {
                        loaded(a).close();
                        return a;
                    };
                });
        family.row("from an Arrow vector", null).on(floats).types("float32").at(ARROW_SIZES).is(Outcome.FRESH, in -> {
            FieldVector vector = ArrowBridge.vector(Allocator.OPEN, "x").accept(in.a());
            return () -> ArrowBridge.arrow(vector).open();
        });
        family.row("to Arrow C structs", null).on(floats).types("float32").at(ARROW_SIZES).is(Outcome.VIEW, in -> {
            NdArray a = in.a();
            return () -> {
                ArrowC.structs("x").accept(a).close();
                return a;
            };
        });
        family.row("Arrow C structs, there and back", null).on(floats).types("float32").at(ARROW_SIZES)
                .is(Outcome.FRESH, in -> {
                    NdArray a = in.a();
                    return () -> {
                        try (CStructs there = ArrowC.structs("x").accept(a)) {
                            return ArrowC.source(there.schema(), there.array()).open();
                        }
                    };
                });
    }

    /** What a user would do: nothing keeps the array's memory. */
    private static FieldVector loaded(NdArray a) {
        Float4Vector vector = new Float4Vector("x", Allocator.OPEN);
        try (ArrowBuf values = Allocator.OPEN.wrapForeignAllocation(new ForeignAllocation(a.nbytes(), a.address()) {
            @Override
            protected void release0() {}
        })) {
            vector.loadFieldBuffers(new ArrowFieldNode(a.size(), 0), List.of(Allocator.OPEN.getEmpty(), values));
        }
        return vector;
    }

    private static void java(Family family) {
        family.row("from a list of doubles", "np.array(m)").on(Input.A).setup("import array; m = array.array('d', a)")
                .at(10L, 1_000L, 1_000_000L).is(Outcome.FRESH, in -> {
                    double[] values = new double[(int) in.n()];
                    for (int i = 0; i < values.length; i++) {
                        values[i] = in.a().getDouble(i);
                    }
                    return () -> np.array(values);
                });
        family.row("buffer as array", "np.frombuffer(m)").on(Input.A).setup("import array; m = array.array('d', a)")
                .at(SIZES).is(Outcome.VIEW, in -> {
                    NdArray bytes = in.a().view(np.uint8);
                    return () -> np.frombuffer(bytes);
                });
        family.row("array as buffer", "memoryview(a).cast('B') and a").on(Input.A).at(SIZES).is(Outcome.VIEW, in -> {
            NdArray a = in.a();
            return () -> {
                ByteBuffer buffer = Memory.segment(a.address(), a.nbytes()).asByteBuffer();
                if (buffer.remaining() != a.nbytes()) {
                    throw new AssertionError("the buffer is not the array");
                }
                return a;
            };
        });
    }

    /** The process's own: it ends with it. */
    private static NDManager manager() {
        return Manager.OPEN;
    }

    /** The process's own too. */
    private static final class Allocator {
        static final BufferAllocator OPEN = new RootAllocator();

        private Allocator() {}
    }

    /** Loads libtorch where it is first asked for. */
    private static final class Manager {
        static final NDManager OPEN = NDManager.newBaseManager("PyTorch");

        private Manager() {}
    }
}
