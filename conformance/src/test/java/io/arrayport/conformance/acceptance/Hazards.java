package io.arrayport.conformance.acceptance;

import static io.arrayport.core.Np.np;
import static io.arrayport.dlpack.Dlpack.dlpack;
import static io.arrayport.torch.Torch.torch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import io.arrayport.arrow.ArrowTable;
import io.arrayport.conformance.matrix.LibTorchCalls;
import io.arrayport.core.error.ClosedException;
import io.arrayport.core.layout.Shape;
import io.arrayport.core.ndarray.NdArray;
import io.arrayport.dlpack.DlpackCapsule;
import io.arrayport.interop.ZeroCopyArray;
import io.arrayport.torch.TorchScript;
import org.apache.arrow.memory.RootAllocator;
import org.apache.arrow.vector.FieldVector;

/** What a careless program does with the public API; {@link HazardTest} looks whether the JVM survives it. */
final class Hazards {
    private static final Path FLIGHTS = Path.of("..", "examples", "flights-200k.arrow");
    private static final Path MODEL = Path.of("..", "examples", "delay.pt");
    private static final List<Object> KEPT = new ArrayList<>();

    private Hazards() {}

    /** @param args the hazard; a file */
    public static void main(String[] args) throws Exception {
        switch (args[0]) {
            case "exit with live exports" -> exitWithLiveExports();
            case "close under readers" -> closeUnderReaders();
            case "close while computing" -> closeWhileComputing();
            case "drop without closing" -> dropWithoutClosing();
            case "torch writes into a mapped file" -> torchWritesInto(Path.of(args[1]));
            default -> throw new AssertionError(args[0]);
        }
        System.out.println("survived");
        System.exit(0);
    }

    /** One of every kind: mapped columns and our own memory at torch, DLPack and Arrow; a model; a running reader. */
    private static void exitWithLiveExports() throws InterruptedException {
        ArrowTable table = ArrowTable.open(FLIGHTS);
        NDManager manager = NDManager.newBaseManager("PyTorch");
        RootAllocator allocator = new RootAllocator();
        KEPT.addAll(List.of(table, manager, allocator, TorchScript.load(MODEL)));
        for (NdArray array : List.of(table.batches().getFirst().column("time"), np.ones(Shape.of(1000), np.float32))) {
            ZeroCopyArray hub = ZeroCopyArray.wrap(array);
            DlpackCapsule consumed = hub.exportDlpack();
            NDArray tensor = hub.asTorch(manager);
            KEPT.addAll(List.of(tensor, hub.asArrow(allocator, "x"), hub.exportDlpack(),
                    ZeroCopyArray.from(dlpack(consumed)), ZeroCopyArray.from(torch(tensor))));
            // Given away for good: its consumer would call the deleter some day
            hub.exportDlpack().consume();
        }
        CountDownLatch running = new CountDownLatch(1);
        Thread.ofPlatform().daemon().start(() -> {
            while (true) {
                sum((NDArray) KEPT.get(4));
                running.countDown();
            }
        });
        running.await();
    }

    private static double sum(NDArray tensor) {
        try (NDArray wide = tensor.toType(DataType.FLOAT64, true); NDArray sum = wide.sum()) {
            return sum.getDouble();
        }
    }

    /** torch reads on, in other threads, when the table is closed; and after that, from the start. */
    private static void closeUnderReaders() throws InterruptedException, ExecutionException {
        for (int round = 0; round < 20; round++) {
            try (NDManager manager = NDManager.newBaseManager("PyTorch")) {
                ArrowTable table = ArrowTable.open(FLIGHTS);
                NDArray tensor = ZeroCopyArray.wrap(table.batches().getFirst().column("time")).asTorch(manager);
                double expected = sum(tensor);
                CountDownLatch running = new CountDownLatch(2);
                Thread[] readers = new Thread[2];
                double[] wrong = new double[readers.length];
                for (int i = 0; i < readers.length; i++) {
                    int reader = i;
                    readers[i] = Thread.ofPlatform().start(() -> {
                        for (int pass = 0; pass < 10; pass++) {
                            wrong[reader] += Math.abs(sum(tensor) - expected);
                            running.countDown();
                        }
                    });
                }
                running.await();
                table.close();
                for (Thread reader : readers) {
                    reader.join();
                }
                require(Arrays.stream(wrong).sum() == 0, "readers saw other values");
                require(sum(tensor) == expected, "the tensor changed after the table was closed");
            }
        }
    }

    /** Each operation either completes or says that the array is closed. */
    private static void closeWhileComputing() throws InterruptedException, ExecutionException {
        int closed = 0;
        try (ExecutorService pool = Executors.newFixedThreadPool(3);
                NDManager manager = NDManager.newBaseManager("PyTorch")) {
            for (int round = 0; round < 300; round++) {
                NdArray array = np.ones(Shape.of(100_000), np.float32);
                ZeroCopyArray hub = ZeroCopyArray.wrap(array);
                List<Future<Boolean>> work = List.of(
                        pool.submit(() -> completes(() -> require(array.sum().toDouble() == 100_000, "sum"))),
                        pool.submit(() -> completes(() -> {
                            try (NDArray tensor = hub.asTorch(manager)) {
                                require(sum(tensor) == 100_000, "torch's sum");
                            }
                        })), pool.submit(() -> completes(() -> {
                            try (ZeroCopyArray other = ZeroCopyArray.from(dlpack(hub.exportDlpack()))) {
                                require(other.asNdArray().getDouble(99_999) == 1, "DLPack's element");
                            }
                        })));
                Thread.sleep(0, round * 1_000);
                hub.close();
                for (Future<Boolean> each : work) {
                    closed += each.get() ? 0 : 1;
                }
            }
        }
        System.out.println("found closed: " + closed);
    }

    private static boolean completes(Runnable work) {
        try {
            work.run();
            return true;
        } catch (ClosedException expected) {
            return false;
        }
    }

    /** Nobody closes anything: the collector may take the arrays, but not the bytes under a live neighbour. */
    private static void dropWithoutClosing() {
        try (NDManager manager = NDManager.newBaseManager("PyTorch"); RootAllocator allocator = new RootAllocator();
                TorchScript model = TorchScript.load(MODEL)) {
            List<NDArray> tensors = new ArrayList<>();
            List<FieldVector> vectors = new ArrayList<>();
            for (int i = 0; i < 500; i++) {
                ZeroCopyArray hub = ZeroCopyArray.wrap(np.full(Shape.of(1000), i, np.float32));
                tensors.add(hub.asTorch(manager));
                vectors.add(hub.asArrow(allocator, "x"));
                hub.exportDlpack();
                ArrowTable table = ArrowTable.open(FLIGHTS);
                ZeroCopyArray time = ZeroCopyArray.wrap(table.batches().getFirst().column("time"));
                if (i % 100 == 0) {
                    System.gc();
                    NDArray tensor = time.asTorch(manager);
                    require(model.forward(new NDList(tensor, tensor)).head().size() == 200_000, "forward");
                }
            }
            System.gc();
            for (int i = 0; i < tensors.size(); i++) {
                require(sum(tensors.get(i)) == 1000.0 * i, "tensor " + i);
                require(((org.apache.arrow.vector.Float4Vector) vectors.get(i)).get(999) == i, "vector " + i);
            }
            vectors.forEach(FieldVector::close);
        }
    }

    private static void torchWritesInto(Path file) throws IOException {
        byte[] before = Files.readAllBytes(file);
        try (ArrowTable table = ArrowTable.open(file); NDManager manager = NDManager.newBaseManager("PyTorch")) {
            NdArray time = table.batches().getFirst().column("time");
            LibTorchCalls.zero(ZeroCopyArray.wrap(time).asTorch(manager));
            require(time.getDouble(199_999) == 0, "the write is seen in this process");
            require(Arrays.equals(Files.readAllBytes(file), before), "the file is as it was while it is mapped");
        }
        require(Arrays.equals(Files.readAllBytes(file), before), "the file is as it was afterwards");
        try (ArrowTable again = ArrowTable.open(file)) {
            require(again.batches().getFirst().column("time").getDouble(199_999) != 0, "mapped anew");
        }
    }

    private static void require(boolean condition, String what) {
        if (!condition) {
            throw new AssertionError(what);
        }
    }
}
