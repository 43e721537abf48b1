package io.arrayport.torch;

import static io.arrayport.core.Np.np;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import io.arrayport.core.error.ZeroCopyException;
import io.arrayport.core.ndarray.NdArray;
import io.arrayport.core.testing.Elements;
import io.arrayport.core.testing.ForkedJvm;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tensors that DJL makes of Java's data: nothing in libtorch keeps their bytes. */
class JavaBuffersTest {
    private final NDManager manager = TorchSide.manager();

    @AfterEach
    void close() {
        manager.close();
    }

    @Test
    void itIsKnownWhoseATensorsBytesAre() {
        LibTorch.require();
        NDArray created = manager.create(new float[]{1, 2, 3});
        assertThat(StorageOwner.isTorch(TorchSide.handle(created))).isFalse();
        assertThat(StorageOwner.isTorch(TorchSide.handle(created.get("1:")))).isFalse();
        assertThat(StorageOwner.isTorch(TorchSide.handle(created.duplicate()))).isTrue();
        assertThat(StorageOwner.isTorch(TorchSide.handle(manager.arange(3f)))).isTrue();
        NdArray ours = np.arange(4, np.float32);
        assertThat(StorageOwner.isTorch(TorchSide.handle(Torch.torch(manager).accept(ours)))).isTrue();
    }

    /** Frees what nothing keeps, and has others write there. */
    static final class KeepsOnlyTheArray {
        private static final int LENGTH = 1 << 22;

        public static void main(String[] args) throws InterruptedException {
            try (NDManager manager = TorchSide.manager()) {
                NdArray array = imported(manager, args[0]);
                for (int i = 0; i < 5; i++) {
                    System.gc();
                    Thread.sleep(20);
                    ByteBuffer.allocateDirect(4 * LENGTH).putInt(0, i);
                }
                System.out.println("elements " + array.getDouble(0) + " " + array.getDouble(LENGTH - 2));
                array.close();
            }
        }

        private static NdArray imported(NDManager manager, String kind) {
            float[] sevens = new float[LENGTH];
            Arrays.fill(sevens, 7);
            try (NDManager own = manager.newSubManager(); NDManager owns = own.newSubManager()) {
                NDArray tensor = switch (kind) {
                    case "array" -> own.create(sevens);
                    case "view" -> own.create(sevens).reshape(2, LENGTH / 2).get("0:").flatten();
                    case "view of a view, attached elsewhere" -> {
                        NDArray view = own.create(sevens).get("0:");
                        view.attach(owns);
                        yield view.get("0:");
                    }
                    case "buffer" -> {
                        ByteBuffer bytes = ByteBuffer.allocateDirect(4 * LENGTH).order(ByteOrder.nativeOrder());
                        bytes.asFloatBuffer().put(sevens);
                        yield own.create(bytes, new Shape(LENGTH), DataType.FLOAT32);
                    }
                    case "given other bytes" -> {
                        NDArray other = own.create(new float[LENGTH]);
                        other.set(sevens);
                        yield other;
                    }
                    case "given other bytes afterwards" -> own.ones(new Shape(LENGTH)).mul(7);
                    case "forward" -> {
                        try (TorchScript model = TorchScript.load(TorchSide.model("identity"))) {
                            yield model.forward(new NDList(own.create(sevens))).get(0);
                        }
                    }
                    default -> throw new AssertionError(kind);
                };
                NdArray array = Torch.torch(tensor).open();
                if (kind.endsWith("afterwards")) {
                    tensor.set(new float[LENGTH]);
                }
                return array;
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"array", "view", "view of a view, attached elsewhere", "buffer", "given other bytes",
            "given other bytes afterwards", "forward"})
    void anArrayKeepsItsBytesWhenEverythingOfDjlIsClosedAndCollected(String kind) {
        ForkedJvm.Result child = ForkedJvm.run(KeepsOnlyTheArray.class, kind);
        assertThat(child.crashed()).as(child.toString()).isFalse();
        assertThat(child.exit()).as(child.toString()).isZero();
        assertThat(child.out()).contains("elements 7.0 7.0");
    }

    @Test
    void aTensorThatIsGivenOtherBytesLeavesTheArrayThoseItHad() {
        NDArray tensor = manager.arange(4f);
        NdArray array = Torch.torch(tensor).open();
        tensor.set(new float[]{9, 8, 7, 6});
        assertThat(Elements.values(array)).containsExactly(0, 1, 2, 3);
        assertThat(tensor.toFloatArray()).containsExactly(9, 8, 7, 6);
        assertThat(Elements.values(Torch.torch(tensor).open())).containsExactly(9, 8, 7, 6);
    }

    @Test
    void aDetachedViewIsSharedAndADetachedOwnerIsNotFound() {
        NDArray view = manager.create(new float[]{1, 2, 3}).get("1:");
        view.detach();
        try (view; NdArray array = Torch.torch(view).open()) {
            assertThat(Elements.values(array)).containsExactly(2, 3);
        }
        NDArray created = manager.create(new float[]{1, 2, 3});
        NDArray other = created.get("1:");
        created.detach();
        try (created; NdArray array = Torch.torch(created).open()) {
            assertThat(Elements.values(array)).containsExactly(1, 2, 3);
            assertThatThrownBy(() -> Torch.torch(other).open()).isInstanceOf(ZeroCopyException.class)
                    .hasMessageContaining("is closed or detached");
        }
    }

    @Test
    void aViewOfWhatNobodyKnownKeepsIsRefused() {
        NDArray created = manager.create(new float[]{1, 2, 3});
        NDArray view = created.get("1:");
        created.close();
        assertThatThrownBy(() -> Torch.torch(view).open()).isInstanceOf(ZeroCopyException.class)
                .hasMessageContainingAll("torch import: ", "a view of memory that libtorch does not own",
                        "duplicate()");
    }
}
