package io.arrayport.conformance.acceptance;

import static io.arrayport.core.Np.np;
import static io.arrayport.torch.Torch.torch;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import io.arrayport.arrow.ArrowBridge;
import io.arrayport.arrow.ArrowC;
import io.arrayport.core.dtype.DType;
import io.arrayport.core.error.ClosedException;
import io.arrayport.core.layout.Layout;
import io.arrayport.core.layout.Shape;
import io.arrayport.core.memory.Access;
import io.arrayport.core.memory.Ledger;
import io.arrayport.core.memory.Storage;
import io.arrayport.core.ndarray.NdArray;
import io.arrayport.dlpack.Dlpack;
import io.arrayport.dlpack.DlpackCapsule;
import io.arrayport.dlpack.python.PyObject;
import io.arrayport.dlpack.python.Python;
import io.arrayport.dlpack.python.PythonUnavailableException;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.memory.RootAllocator;
import org.apache.arrow.vector.FieldVector;

/** The ways in which a process ends while neighbours hold our arrays; {@link ExitTest} looks how it does. */
final class Exits {
    private static final List<Object> KEPT = new ArrayList<>();

    private Exits() {}

    /** @param args where the end comes from; how: return, exit or halt */
    public static void main(String[] args) throws Exception {
        Runnable end = () -> end(args[1]);
        try {
            switch (args[0]) {
                case "threads that use exports" -> threadsThatUseExports(end);
                case "a hook of the process" -> Runtime.getRuntime().addShutdownHook(new Thread(Exits::exchange));
                default -> release(args[0], ending(end));
            }
        } catch (PythonUnavailableException absent) {
            System.out.println("no Python: " + absent.getMessage());
        }
        System.out.println("at the end of main");
        end.run();
    }

    /** The neighbour is the last that lets go. */
    private static void release(String neighbour, NdArray array) throws Exception {
        NDManager manager = NDManager.newBaseManager("PyTorch");
        AutoCloseable last = switch (neighbour) {
            case "torch tensor" -> torch(manager).accept(array);
            case "torch manager" -> {
                torch(manager).accept(array);
                yield manager;
            }
            case "array from torch" -> {
                NDArray tensor = torch(manager).accept(array);
                NdArray back = torch(tensor).open();
                tensor.close();
                yield back;
            }
            case "capsule" -> Dlpack.export(array);
            case "Arrow vector" -> ArrowBridge.vector(new RootAllocator(), "x").accept(array);
            case "Arrow C structs" -> ArrowC.structs("x").accept(array);
            case "numpy.ndarray" -> Python.start().numpy().accept(array);
            case "the collector" -> {
                Dlpack.export(array); // dropped
                yield Exits::collect;
            }
            default -> throw new AssertionError(neighbour);
        };
        array.close();
        System.out.println("the neighbour lets go");
        last.close();
    }

    private static void collect() throws InterruptedException {
        for (int i = 0; i < 500; i++) {
            System.gc();
            Ledger.drain();
            Thread.sleep(10);
        }
    }

    private static void end(String how) {
        System.out.println("ends by " + how);
        System.out.flush();
        switch (how) {
            case "exit" -> System.exit(0);
            case "halt" -> Runtime.getRuntime().halt(0);
            default -> {
                // by returning
            }
        }
    }

    /** An array in whose release the process ends: once it is closed, and its last neighbour has let go. */
    private static NdArray ending(Runnable end) {
        Storage bytes = Storage.allocateZeroed(64);
        Storage storage = Storage.foreign("the end", bytes.address(), 64, bytes.device(), Access.WRITEABLE, end);
        KEPT.add(bytes);
        return NdArray.of(storage, DType.FLOAT32, Layout.contiguous(Shape.of(16), 4));
    }

    /** One export of every kind, each used by a daemon thread that the end interrupts anywhere. */
    private static void threadsThatUseExports(Runnable end) throws InterruptedException {
        NdArray array = np.ones(Shape.of(100_000), np.float32);
        NDManager manager = NDManager.newBaseManager("PyTorch");
        BufferAllocator allocator = new RootAllocator();
        NDArray tensor = torch(manager).accept(array);
        FieldVector vector = ArrowBridge.vector(allocator, "x").accept(np.ones(Shape.of(1000), np.float32));
        List<Runnable> uses = new ArrayList<>(List.of(() -> sum(tensor), () -> torch(tensor).open().close(),
                () -> torch(manager).accept(array).close(), () -> vector.getDataBuffer().getFloat(0),
                () -> ArrowBridge.arrow(vector).open().close(), () -> ArrowC.structs("x").accept(array).close(),
                () -> Dlpack.from(Dlpack.export(array)).close(), Exits::exchange));
        try {
            Python python = Python.start();
            PyObject there = python.numpy().accept(array);
            KEPT.addAll(List.of(python, there));
            uses.add(() -> there.invoke("sum").close());
            uses.add(() -> python.numpy().accept(array).close());
        } catch (PythonUnavailableException absent) {
            System.out.println("without Python: " + absent.getMessage());
        }
        KEPT.addAll(List.of(array, manager, allocator, tensor, vector, Dlpack.export(array)));
        CountDownLatch running = new CountDownLatch(uses.size());
        for (Runnable use : uses) {
            Thread.ofPlatform().daemon().start(() -> {
                try {
                    use.run();
                    running.countDown();
                    while (true) {
                        use.run();
                    }
                } catch (ClosedException theEnd) {
                    // what Python is left with
                }
            });
        }
        running.await();
        end.run();
    }

    private static void sum(NDArray tensor) {
        try (NDArray wide = tensor.toType(DataType.FLOAT64, true); NDArray sum = wide.sum()) {
            sum.getDouble();
        }
    }

    private static void exchange() {
        try (NDManager manager = NDManager.newBaseManager("PyTorch")) {
            NdArray own = np.zeros(Shape.of(64), np.float64);
            NDArray tensor = torch(manager).accept(own);
            own.close();
            DlpackCapsule capsule = Dlpack.export(torch(tensor).open());
            Dlpack.from(capsule).close();
        }
    }
}
