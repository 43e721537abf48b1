package io.arrayport.torch;

import static io.arrayport.core.Np.np;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Phaser;
import java.util.concurrent.atomic.AtomicInteger;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import io.arrayport.core.dtype.DType;
import io.arrayport.core.error.ClosedException;
import io.arrayport.core.layout.Layout;
import io.arrayport.core.memory.Access;
import io.arrayport.core.memory.Storage;
import io.arrayport.core.ndarray.NdArray;
import io.arrayport.core.testing.ForkedJvm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever closes what another thread is using, or closes it twice, or from within its own release. */
class ConcurrentCloseTest {
    /** Two threads meet at one object, again and again. */
    static final class Meets {
        private static final int ROUNDS = 3_000;
        private static int closedFirst;

        public static void main(String[] args) throws Exception {
            try (ExecutorService pool = Executors.newFixedThreadPool(2); NDManager manager = TorchSide.manager()) {
                NdArray array = np.arange(1000, np.float32);
                for (int round = 0; round < (args[0].equals("model") ? ROUNDS / 30 : ROUNDS); round++) {
                    round(args[0], manager, array, pool);
                }
                System.out.println("exports " + array.storage().exports());
            }
            System.out.println("survived, " + closedFirst + " times closed first");
        }

        private static void round(String what, NDManager manager, NdArray array, ExecutorService pool)
                throws InterruptedException, ExecutionException {
            switch (what) {
                case "share and close" -> {
                    NDArray tensor = Torch.torch(manager).accept(array);
                    meet(pool, () -> Torch.torch(tensor).open().close(), tensor::close);
                }
                case "share and close the manager" -> {
                    NDManager own = manager.newSubManager();
                    NDArray tensor = Torch.torch(own).accept(array);
                    meet(pool, () -> Torch.torch(tensor).open().close(), own::close);
                }
                case "close and close" -> {
                    NDArray tensor = Torch.torch(manager).accept(array);
                    NdArray back = Torch.torch(tensor).open();
                    meet(pool, tensor::close, tensor::close);
                    meet(pool, back::close, back::close);
                }
                case "give and close the array" -> {
                    NdArray own = array.copy();
                    meet(pool, () -> Torch.torch(manager).accept(own).close(), own::close);
                }
                case "model" -> {
                    TorchScript model = TorchScript.load(TorchSide.model("two-inputs"));
                    NDArray ones = manager.ones(new Shape(10_000));
                    meet(pool, () -> {
                        for (int i = 0; i < 100; i++) {
                            model.forward(new NDList(ones, ones)).close();
                        }
                    }, model::close);
                    ones.close();
                }
                default -> throw new AssertionError(what);
            }
        }

        private static void meet(ExecutorService pool, Runnable one, Runnable other)
                throws InterruptedException, ExecutionException {
            Phaser start = new Phaser(2);
            List<Future<?>> both = new ArrayList<>();
            for (Runnable each : List.of(one, other)) {
                both.add(pool.submit(() -> {
                    start.arriveAndAwaitAdvance();
                    each.run();
                }));
            }
            for (Future<?> each : both) {
                try {
                    each.get();
                } catch (ExecutionException e) {
                    if (!(e.getCause() instanceof ClosedException)) {
                        throw e;
                    }
                    closedFirst++;
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"share and close", "share and close the manager", "close and close",
            "give and close the array", "model"})
    void theJvmSurvivesAndEachReleaseHappensOnce(String what) {
        ForkedJvm.Result child = ForkedJvm.run(Meets.class, what);
        assertThat(child.crashed()).as(child.toString()).isFalse();
        assertThat(child.exit()).as(child.toString()).isZero();
        assertThat(child.out()).contains("exports 0", "survived");
    }

    @Test
    void aReleaseMayCloseEverythingAgain() {
        AtomicInteger released = new AtomicInteger();
        NdArray bytes = np.arange(4, np.float32);
        NDManager manager = TorchSide.manager();
        List<AutoCloseable> all = new ArrayList<>(List.of(manager));
        Storage storage = Storage.foreign("closes all", bytes.address(), 16, bytes.device(), Access.WRITEABLE, () -> {
            released.incrementAndGet();
            all.forEach(each -> {
                try {
                    each.close();
                } catch (Exception e) {
                    released.addAndGet(100);
                }
            });
        });
        NdArray array = NdArray.of(storage, DType.FLOAT32,
                Layout.contiguous(io.arrayport.core.layout.Shape.of(4), 4));
        NDArray tensor = Torch.torch(manager).accept(array);
        NdArray back = Torch.torch(tensor).open();
        all.addAll(List.of(array, tensor, back));
        array.close();
        tensor.close();
        assertThat(released).hasValue(0);
        back.close();
        assertThat(released).hasValue(1);
        assertThat(manager.isOpen()).isFalse();
    }
}
