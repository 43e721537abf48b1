package io.arrayport.torch;

import static io.arrayport.core.Np.np;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.atomic.AtomicInteger;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.NDScope;
import io.arrayport.core.dtype.DType;
import io.arrayport.core.error.ClosedException;
import io.arrayport.core.layout.Layout;
import io.arrayport.core.layout.Shape;
import io.arrayport.core.memory.Access;
import io.arrayport.core.memory.Device;
import io.arrayport.core.memory.Ledger;
import io.arrayport.core.memory.Storage;
import io.arrayport.core.ndarray.NdArray;
import io.arrayport.core.testing.Elements;
import io.arrayport.dlpack.DlpackRaw;
import org.junit.jupiter.api.Test;

/** Who keeps the bytes, for how long, and that every release happens once. */
class LifetimeTest {
    private final AtomicInteger released = new AtomicInteger();
    private final NdArray owner = np.arange(4, np.float32);
    private final long exports = DlpackRaw.liveExports();

    /** An array whose release is counted. */
    private NdArray counted() {
        Storage storage = Storage.foreign("counted", owner.address(), owner.nbytes(), Device.CPU, Access.WRITEABLE,
                released::incrementAndGet);
        return NdArray.of(storage, DType.FLOAT32, Layout.contiguous(Shape.of(4), 4));
    }

    @Test
    void closingTheTensorGivesTheArrayBack() {
        try (NDManager manager = TorchSide.manager(); NdArray array = counted()) {
            NDArray tensor = Torch.torch(manager).accept(array);
            assertThat(array.storage().exports()).isOne();
            tensor.close();
            assertThat(array.storage().exports()).isZero();
            assertThat(released).hasValue(0);
            tensor.close();
            array.close();
            assertThat(released).hasValue(1);
        }
        assertThat(released).hasValue(1);
        assertThat(DlpackRaw.liveExports()).isEqualTo(exports);
    }

    @Test
    void closingTheManagerGivesTheArrayBack() {
        NdArray array = counted();
        try (NDManager manager = TorchSide.manager()) {
            Torch.torch(manager).accept(array);
            Torch.torch(manager).accept(array);
            array.close();
            assertThat(released).as("torch still holds the bytes").hasValue(0);
        }
        assertThat(released).hasValue(1);
        assertThat(DlpackRaw.liveExports()).isEqualTo(exports);
    }

    @Test
    void anArrayThatIsClosedFirstEndsJavasAccessAndTorchStillReads() {
        try (NDManager manager = TorchSide.manager()) {
            NdArray array = np.arange(4, np.float32);
            NDArray tensor = Torch.torch(manager).accept(array);
            array.close();
            assertThatThrownBy(() -> array.getDouble(0)).isInstanceOf(ClosedException.class);
            tensor.addi(1);
            assertThat(tensor.toFloatArray()).containsExactly(1, 2, 3, 4);
        }
    }

    @Test
    void aViewInTorchKeepsTheBytesWhenItsTensorIsClosed() {
        NdArray array = counted();
        try (NDManager manager = TorchSide.manager()) {
            NDArray tensor = Torch.torch(manager).accept(array);
            NDArray view = tensor.get("1:3");
            array.close();
            tensor.close();
            assertThat(released).hasValue(0);
            assertThat(view.toFloatArray()).containsExactly(1, 2);
            view.close();
            assertThat(released).hasValue(1);
        }
    }

    @Test
    void aSubManagerAndAttachDecideWhenTheTensorCloses() {
        NdArray array = counted();
        try (NDManager manager = TorchSide.manager()) {
            NDArray attached;
            NDArray detached;
            try (NDManager sub = manager.newSubManager()) {
                Torch.torch(sub).accept(array);
                attached = Torch.torch(sub).accept(array);
                attached.attach(manager);
                detached = Torch.torch(sub).accept(array);
                detached.detach();
            }
            assertThat(array.storage().exports()).isEqualTo(2);
            assertThat(attached.toFloatArray()).containsExactly(0, 1, 2, 3);
            detached.close();
            array.close();
            assertThat(released).hasValue(0);
        }
        assertThat(released).hasValue(1);
    }

    @Test
    void aScopeOfDjlClosesTheTensorsThatWereMadeInIt() {
        NdArray array = counted();
        try (NDManager manager = TorchSide.manager()) {
            NDArray kept;
            NdArray back;
            try (NDScope _ = new NDScope()) {
                back = Torch.torch(Torch.torch(manager).accept(array)).open();
                kept = Torch.torch(manager).accept(array);
                NDScope.unregister(kept);
            }
            array.close();
            assertThat(Elements.values(back)).containsExactly(0, 1, 2, 3);
            back.close();
            assertThat(released).as("what was taken out of the scope is open").hasValue(0);
            assertThat(kept.toFloatArray()).containsExactly(0, 1, 2, 3);
        }
        assertThat(released).hasValue(1);
    }

    @Test
    void anImportOutlivesItsTensorAndItsManager() {
        NdArray array;
        try (NDManager manager = TorchSide.manager()) {
            array = Torch.torch(manager.arange(4f)).open();
        }
        array.setDouble(9, 0);
        assertThat(Elements.values(array)).containsExactly(9, 1, 2, 3);
        array.close();
        assertThatThrownBy(() -> array.getDouble(0)).isInstanceOf(ClosedException.class);
    }

    @Test
    void closingAnImportLeavesTheTensorAlone() {
        try (NDManager manager = TorchSide.manager()) {
            NDArray tensor = manager.arange(4f);
            Torch.torch(tensor).open().close();
            assertThat(tensor.toFloatArray()).containsExactly(0, 1, 2, 3);
        }
    }

    @Test
    void aRoundTripHoldsTheFirstArraysBytesUntilTheLastIsClosed() {
        NdArray back;
        try (NDManager manager = TorchSide.manager(); NdArray array = counted()) {
            back = Torch.torch(Torch.torch(manager).accept(array)).open();
        }
        assertThat(released).hasValue(0);
        assertThat(Elements.values(back)).containsExactly(0, 1, 2, 3);
        back.close();
        assertThat(released).hasValue(1);
        assertThat(DlpackRaw.liveExports()).isEqualTo(exports);
    }

    @Test
    void theCollectorGivesBackAnImportThatWasDropped() throws InterruptedException {
        NdArray array = counted();
        try (NDManager manager = TorchSide.manager()) {
            dropImport(Torch.torch(manager).accept(array));
        }
        array.close();
        for (int attempt = 0; attempt < 50 && released.get() == 0; attempt++) {
            System.gc();
            Thread.sleep(10);
            Ledger.drain();
        }
        assertThat(released).hasValue(1);
    }

    private static void dropImport(NDArray tensor) throws InterruptedException {
        // On a thread without a scope, which would otherwise be told of the import.
        Thread thread = Thread.ofPlatform().start(() -> Torch.torch(tensor).open());
        thread.join();
    }
}
