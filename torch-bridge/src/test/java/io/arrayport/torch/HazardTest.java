package io.arrayport.torch;

import static io.arrayport.core.Np.np;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import io.arrayport.core.dtype.DType;
import io.arrayport.core.layout.Layout;
import io.arrayport.core.layout.Shape;
import io.arrayport.core.memory.Access;
import io.arrayport.core.memory.Device;
import io.arrayport.core.memory.Storage;
import io.arrayport.core.ndarray.NdArray;
import io.arrayport.core.testing.Elements;
import io.arrayport.core.testing.ForkedJvm;
import io.arrayport.dlpack.DlpackRaw;
import io.arrayport.dlpack.LegacyConsumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What a neighbour's write does to memory that is read-only for us, and that each check stands before a real crash: the
 * second half of the tests goes around a check, and the JVM dies.
 */
class HazardTest {
    @TempDir
    Path folder;

    private static NdArray mapped(Path file, MapMode mode, Access access) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            Arena arena = Arena.ofShared();
            MemorySegment segment = channel.map(mode, 0, channel.size(), arena);
            Storage storage = Storage.foreign(file.toString(), segment.address(), segment.byteSize(), Device.CPU,
                    access, arena::close);
            return NdArray.of(storage, DType.INT8, Layout.contiguous(Shape.of(segment.byteSize()), 1));
        }
    }

    static final class WritesToAReadOnlyArray {
        public static void main(String[] args) throws IOException {
            boolean allowedToFault = args[1].equals("READ_ONLY");
            NdArray array = mapped(Path.of(args[0]), allowedToFault ? MapMode.READ_ONLY : MapMode.PRIVATE,
                    Access.IMMUTABLE);
            try (NDManager manager = TorchSide.manager()) {
                NDArray tensor = Torch.torch(manager).accept(array);
                System.out.println("writeable here " + array.isWriteable());
                tensor.addi(1);
                System.out.println("torch " + Arrays.toString(tensor.toByteArray()));
                System.out.println("java " + Arrays.toString(Elements.values(array)));
                System.out.println("file " + Arrays.toString(Files.readAllBytes(Path.of(args[0]))));
            }
        }
    }

    @Test
    void aWriteOfTorchToAMappedFileIsSeenInMemoryAndTheFileStaysAsItWas() throws IOException {
        Path file = Files.write(folder.resolve("bytes"), new byte[]{1, 2, 3});
        ForkedJvm.Result child = ForkedJvm.run(WritesToAReadOnlyArray.class, file.toString(), "PRIVATE");
        assertThat(child.exit()).as(child.toString()).isZero();
        assertThat(child.out()).contains("writeable here false", "torch [2, 3, 4]", "java [2.0, 3.0, 4.0]",
                "file [1, 2, 3]");
        assertThat(Files.readAllBytes(file)).containsExactly(1, 2, 3);
    }

    @Test
    void aWriteToMemoryThatFaultsWouldKillTheJvmWhichIsWhyProtectedMemoryStays() throws IOException {
        Path file = Files.write(folder.resolve("bytes"), new byte[]{1, 2, 3});
        ForkedJvm.Result child = ForkedJvm.run(WritesToAReadOnlyArray.class, file.toString(), "READ_ONLY");
        assertThat(child.crashed()).as(child.toString()).isTrue();
        assertThat(child.out()).contains("writeable here false").doesNotContain("torch [");
    }

    /** Goes around {@link ExportRules}. */
    static final class WithoutTheCheck {
        public static void main(String[] args) {
            LibTorch.require();
            NDManager manager = TorchSide.manager();
            NdArray array = np.arange(4, np.float32);
            System.out.println("before");
            switch (args[0]) {
                case "negative stride" -> give(
                        NdArray.of(array.storage(), array.dtype(), array.layout().slice(0, null, null, -1L)));
                case "softmax of an unnamed type" ->
                    Torch.torch(manager).withUnnamedDtypes().accept(np.arange(4, np.int16)).get("1:")
                            .softmax(0);
                case "zeros of a type DJL names and cannot make" ->
                    manager.zeros(new ai.djl.ndarray.types.Shape(3), DataType.INT16);
                case "handle of a string array" -> Aoti.alias(TorchSide.handle(manager.create(new String[]{"a"})));
                default -> throw new AssertionError(args[0]);
            }
            System.out.println("after");
        }

        private static void give(NdArray array) {
            Aoti.fromDlpack(DlpackRaw.exportLegacy(array, LegacyConsumer.KEEPS_READ_ONLY), Aoti.newBox());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"negative stride", "softmax of an unnamed type",
            "zeros of a type DJL names and cannot make", "handle of a string array"})
    void whatTheChecksKeepFromTorchWouldKillTheJvm(String hazard) {
        ForkedJvm.Result child = ForkedJvm.run(WithoutTheCheck.class, hazard);
        assertThat(child.out()).contains("before").doesNotContain("after");
        assertThat(child.crashed()).as(child.toString()).isTrue();
    }

    static final class LeavesEverythingOpen {
        public static void main(String[] args) {
            NDManager manager = TorchSide.manager();
            for (int i = 0; i < 100; i++) {
                NdArray back = Torch.torch(Torch.torch(manager).accept(np.arange(1000, np.float32))).open();
                if (back.getDouble(999) != 999) {
                    throw new AssertionError(back.getDouble(999));
                }
            }
            System.out.println("live " + DlpackRaw.liveExports());
        }
    }

    @Test
    void aProcessEndsCleanlyWithLiveExportsAndImports() {
        ForkedJvm.Result child = ForkedJvm.run(LeavesEverythingOpen.class);
        assertThat(child.exit()).as(child.toString()).isZero();
        assertThat(child.crashed()).isFalse();
        assertThat(child.out()).contains("live 100");
    }

    /** Every call on the way up from a runaway recursion has a little more stack than the one before. */
    static final class AtTheEndOfTheStack {
        private static final int CALLS = 150;
        private static int left;

        public static void main(String[] args) throws InterruptedException {
            NDManager manager = TorchSide.manager();
            for (int round = 0; round < 40; round++) {
                Deque<Runnable> calls = calls(args[0], manager);
                calls.remove().run(); // what loads its classes at the end of a stack stays broken
                left = calls.size();
                Thread thread = new Thread(null, () -> {
                    try {
                        dive(calls);
                    } catch (StackOverflowError expected) {
                        // what a runaway recursion should end in
                    }
                }, "deep", (300 + 10 * round) << 10);
                thread.start();
                thread.join();
            }
            System.out.println("survived");
            System.exit(0);
        }

        private static Deque<Runnable> calls(String call, NDManager manager) {
            Deque<Runnable> calls = new ArrayDeque<>();
            NDArray input = Torch.torch(manager).accept(np.arange(10, np.float32));
            TorchScript model = TorchScript.load(TorchSide.model("identity"));
            for (int i = 0; i < CALLS; i++) {
                NDManager owner = manager.newSubManager();
                NDArray tensor = Torch.torch(owner).accept(np.arange(10, np.float32));
                calls.add(switch (call) {
                    case "close array" -> {
                        NdArray array = Torch.torch(tensor).open();
                        tensor.close();
                        yield array::close;
                    }
                    case "close tensor" -> tensor::close;
                    case "close manager" -> owner::close;
                    case "import" -> Torch.torch(tensor)::open;
                    case "forward" -> () -> model.forward(new NDList(input));
                    default -> throw new AssertionError(call);
                });
            }
            return calls;
        }

        private static void dive(Deque<Runnable> calls) {
            try {
                dive(calls);
            } catch (StackOverflowError end) {
                if (left-- > 0) {
                    try {
                        calls.remove().run();
                    } catch (StackOverflowError stillTooDeep) {
                        // and the next call has more room
                    }
                }
                throw end;
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"close array", "close tensor", "close manager", "import", "forward"})
    void aCallAtTheEndOfAThreadsStackDoesNotKillTheJvm(String call) {
        ForkedJvm.Result child = ForkedJvm.run(AtTheEndOfTheStack.class, call);
        assertThat(child.crashed()).as(child.toString()).isFalse();
        assertThat(child.exit()).as(child.toString()).isZero();
        assertThat(child.out()).contains("survived");
    }
}
