package io.arrayport.dlpack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import io.arrayport.core.dtype.DType;
import io.arrayport.core.error.ClosedException;
import io.arrayport.core.error.ForeignDescriptorException;
import io.arrayport.core.ndarray.NdArray;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DlpackCapsuleTest {
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aCapsuleThatNobodyConsumedCallsTheDeleterOnceHoweverOftenItIsClosed(boolean versioned) {
        try (ForeignTensor tensor = new ForeignTensor(versioned)) {
            DlpackCapsule capsule = tensor.capsule();
            capsule.close();
            capsule.close();
            assertThat(tensor.deletions()).isEqualTo(1);
            assertThatThrownBy(capsule::consume).isInstanceOf(ClosedException.class).hasMessageContaining("closed");
            assertThatThrownBy(capsule::address).isInstanceOf(ClosedException.class);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aConsumedCapsuleLeavesTheDeleterToItsConsumer(boolean versioned) {
        try (ForeignTensor tensor = new ForeignTensor(versioned)) {
            long address;
            try (DlpackCapsule capsule = tensor.capsule()) {
                address = capsule.consume();
                assertThat(capsule.isConsumed()).isTrue();
            }
            assertThat(tensor.deletions()).isZero();
            DlpackRaw.release(address, versioned);
            assertThat(tensor.deletions()).isEqualTo(1);
        }
    }

    @Test
    void theSecondConsumerIsRefused() {
        try (ForeignTensor tensor = new ForeignTensor(true)) {
            DlpackCapsule capsule = tensor.capsule();
            try (NdArray array = Dlpack.from(capsule)) {
                assertThatThrownBy(() -> Dlpack.from(capsule)).isInstanceOf(ClosedException.class)
                        .hasMessageContaining("consumed once");
                assertThatThrownBy(capsule::consume).isInstanceOf(ClosedException.class);
                capsule.close();
                assertThat(array.getDouble(0, 0, 1)).isEqualTo(1);
                assertThat(tensor.deletions()).isZero();
            }
            assertThat(tensor.deletions()).isEqualTo(1);
        }
    }

    @Test
    void aTensorHasOneOwnerAtATime() {
        try (ForeignTensor tensor = new ForeignTensor(true)) {
            DlpackCapsule capsule = tensor.capsule();
            assertThatThrownBy(tensor::capsule).isInstanceOf(ForeignDescriptorException.class)
                    .hasMessageContaining("owned");
            assertThatThrownBy(() -> DlpackRaw.release(tensor.address, true))
                    .isInstanceOf(ForeignDescriptorException.class);
            NdArray array = Dlpack.from(capsule);
            assertThatThrownBy(() -> DlpackRaw.open("test", tensor.address, true, LegacyAccess.READ_ONLY))
                    .isInstanceOf(ForeignDescriptorException.class);
            array.close();
            assertThat(tensor.deletions()).isEqualTo(1);
        }
    }

    @Test
    void nullIsNoTensor() {
        assertThatThrownBy(() -> DlpackCapsule.adopt(0, true)).isInstanceOf(ForeignDescriptorException.class)
                .hasMessageContaining("NULL");
        assertThatThrownBy(() -> DlpackRaw.release(0, false)).isInstanceOf(ForeignDescriptorException.class)
                .hasMessageContaining("NULL");
    }

    @Test
    void anExportThatWasConsumedMayBeAdoptedAgain() {
        long live = DlpackRaw.liveExports();
        try (NdArray array = Samples.C_ORDER.array(DType.FLOAT32)) {
            long address = Dlpack.export(array).consume();
            try (NdArray back = DlpackRaw.open("test", address, true, LegacyAccess.READ_ONLY)) {
                assertThat(back.address()).isEqualTo(array.address());
            }
        }
        assertThat(DlpackRaw.liveExports()).isEqualTo(live);
    }

    @Test
    void closingFromAnotherThreadReleases() throws Exception {
        try (ForeignTensor tensor = new ForeignTensor(false)) {
            DlpackCapsule capsule = tensor.capsule();
            Thread platform = Thread.ofPlatform().start(capsule::close);
            platform.join();
            Thread virtual = Thread.ofVirtual().start(capsule::close);
            virtual.join();
            assertThat(tensor.deletions()).isEqualTo(1);
        }
    }

    @Test
    void ofManyThreadsThatConsumeOneGetsTheTensor() throws Exception {
        try (ExecutorService pool = Executors.newFixedThreadPool(4)) {
            for (int round = 0; round < 200; round++) {
                try (ForeignTensor tensor = new ForeignTensor(true)) {
                    DlpackCapsule capsule = tensor.capsule();
                    List<Callable<Integer>> work = new ArrayList<>();
                    for (int t = 0; t < 3; t++) {
                        work.add(() -> {
                            try (NdArray array = Dlpack.from(capsule)) {
                                return array.ndim() == 3 ? 1 : -1;
                            } catch (ClosedException e) {
                                return 0;
                            }
                        });
                    }
                    work.add(() -> {
                        capsule.close();
                        return 0;
                    });
                    int consumers = 0;
                    for (Future<Integer> one : pool.invokeAll(work)) {
                        consumers += one.get();
                    }
                    assertThat(consumers).isBetween(0, 1);
                    assertThat(tensor.deletions()).isEqualTo(1);
                }
            }
        }
    }

    @Test
    void theCollectorClosesWhatWasDropped() throws Exception {
        long live = DlpackRaw.liveExports();
        try (NdArray array = Samples.C_ORDER.array(DType.INT64); ForeignTensor tensor = new ForeignTensor(true)) {
            drop(array, tensor);
            for (int i = 0; i < 200 && (tensor.deletions() == 0 || DlpackRaw.liveExports() > live); i++) {
                System.gc();
                Thread.sleep(10);
            }
            assertThat(tensor.deletions()).as("a foreign capsule").isEqualTo(1);
            assertThat(DlpackRaw.liveExports()).as("an export and an import").isEqualTo(live);
            assertThat(array.getLong(0, 0, 3)).isEqualTo(3);
        }
    }

    /** In a frame of its own, so that nothing of it is on the stack. */
    private static void drop(NdArray array, ForeignTensor tensor) {
        assertThat(tensor.capsule().isConsumed()).isFalse();
        assertThat(Dlpack.export(array).isVersioned()).isTrue();
        assertThat(Dlpack.from(Dlpack.export(array)).size()).isEqualTo(24);
    }

    @Test
    void itsTextSaysWhatBecameOfIt() {
        try (ForeignTensor tensor = new ForeignTensor(false)) {
            DlpackCapsule capsule = tensor.capsule();
            assertThat(capsule).hasToString("DlpackCapsule(0x" + Long.toHexString(tensor.address) + ", legacy, live)");
            capsule.close();
            assertThat(capsule.toString()).contains("closed");
        }
    }
}
