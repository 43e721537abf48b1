package io.arrayport.dlpack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteOrder;

import io.arrayport.core.dtype.DType;
import io.arrayport.core.error.DeviceException;
import io.arrayport.core.error.ZeroCopyException;
import io.arrayport.core.exchange.CopyPolicy;
import io.arrayport.core.memory.Device;
import io.arrayport.core.memory.DeviceType;
import io.arrayport.core.ndarray.NdArray;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code copy}, {@code dl_device}, {@code max_version} and {@code stream}, as the array API words them. */
class DlpackRequestTest {
    @ParameterizedTest
    @CsvSource({"0, 8, false", "1, 0, true", "1, 3, true", "2, 0, true"})
    void theCapsuleIsTheNewestThatTheConsumerUnderstands(int major, int minor, boolean versioned) {
        try (NdArray array = Samples.C_ORDER.array(DType.FLOAT32);
                DlpackCapsule capsule = Dlpack.export(array, DlpackRequest.ANY.maxVersion(major, minor))) {
            assertThat(capsule.isVersioned()).isEqualTo(versioned);
            assertThat(capsule.isCopied()).isFalse();
        }
    }

    @Test
    void withoutAVersionTheCapsuleIsLegacy() {
        try (NdArray array = Samples.C_ORDER.array(DType.FLOAT32);
                DlpackCapsule capsule = Dlpack.export(array, DlpackRequest.LEGACY)) {
            assertThat(capsule.isVersioned()).isFalse();
        }
    }

    @Test
    void aCopyThatIsAskedForSaysSoAndSharesNothing() {
        try (NdArray array = Samples.C_ORDER.array(DType.FLOAT32)) {
            DlpackCapsule capsule = Dlpack.export(array, DlpackRequest.ANY.copy(CopyPolicy.ALWAYS));
            assertThat(capsule.isCopied()).isTrue();
            assertThat(capsule.isReadOnly()).isFalse();
            try (NdArray back = Dlpack.from(capsule)) {
                assertThat(back.address()).isNotEqualTo(array.address());
                assertThat(back.item(1, 2, 3)).isEqualTo(array.item(1, 2, 3));
            }
        }
    }

    @Test
    void copiesAreMadeOnlyWhereTheyMayBe() {
        DType foreign = DType.INT32
                .withOrder(ByteOrder.nativeOrder() == ByteOrder.LITTLE_ENDIAN ? ByteOrder.BIG_ENDIAN
                        : ByteOrder.LITTLE_ENDIAN);
        try (NdArray array = Samples.C_ORDER.array(foreign)) {
            assertThatThrownBy(() -> Dlpack.export(array, DlpackRequest.ANY.copy(CopyPolicy.NEVER)))
                    .isInstanceOf(ZeroCopyException.class).hasMessageContaining("byte order");
            DlpackCapsule capsule = Dlpack.export(array, DlpackRequest.ANY);
            assertThat(capsule.isCopied()).isTrue();
            try (NdArray back = Dlpack.from(capsule)) {
                assertThat(back.getLong(1, 2, 3)).isEqualTo(array.getLong(1, 2, 3));
            }
        }
        try (NdArray array = Samples.C_ORDER.array(DType.INT8)) {
            NdArray view = array.asReadOnly();
            assertThatThrownBy(() -> Dlpack.export(view, DlpackRequest.LEGACY.copy(CopyPolicy.NEVER)))
                    .isInstanceOf(ZeroCopyException.class).hasMessageContaining("read-only");
            try (DlpackCapsule shared = Dlpack.export(view, DlpackRequest.ANY.copy(CopyPolicy.NEVER))) {
                assertThat(shared.isReadOnly()).isTrue();
            }
        }
    }

    @Test
    void anotherDeviceOrAStreamOnTheCpuIsRefused() {
        try (NdArray array = Samples.C_ORDER.array(DType.INT8)) {
            assertThatThrownBy(() -> Dlpack.export(array, DlpackRequest.ANY.device(Device.cuda(0))))
                    .isInstanceOf(DeviceException.class).hasMessageContainingAll("cpu", "cuda:0");
            assertThatThrownBy(() -> Dlpack.export(array, DlpackRequest.ANY.stream(2)))
                    .isInstanceOf(DeviceException.class).hasMessageContainingAll("stream is 2", "none");
            Dlpack.export(array, DlpackRequest.ANY.device(Device.CPU).stream(-1)).close();
        }
    }

    @ParameterizedTest
    @CsvSource({"CUDA, 1, true", "CUDA, 0, false", "CUDA, 2, false", "CUDA_MANAGED, 1, true", "ROCM, 0, true",
            "ROCM, 1, false", "METAL, 1, false", "CUDA, -1, true"})
    void onADeviceOnlyItsDefaultStreamIsServed(DeviceType type, long stream, boolean served) {
        try (ForeignTensor tensor = new ForeignTensor(true)) {
            tensor.setInt(tensor.form.tensor + Abi.DEVICE_TYPE, type.code());
            try (NdArray array = Dlpack.from(tensor.capsule())) {
                if (served) {
                    Dlpack.export(array, DlpackRequest.ANY.stream(stream)).close();
                } else {
                    assertThatThrownBy(() -> Dlpack.export(array, DlpackRequest.ANY.stream(stream)))
                            .isInstanceOf(DeviceException.class).hasMessageContaining("stream is " + stream);
                }
            }
        }
    }

    @Test
    void aProducerIsAskedForItsOwnDeviceAndMayBeAnArray() {
        try (NdArray array = Samples.C_ORDER.array(DType.INT16)) {
            DlpackProducer producer = Dlpack.producer(array);
            assertThat(producer.dlpackDevice()).isEqualTo(Device.CPU);
            try (NdArray back = Dlpack.from(producer, DlpackRequest.ANY)) {
                assertThat(back.address()).isEqualTo(array.address());
                assertThat(back.isWriteable()).isTrue();
            }
        }
    }

    @Test
    void aVersionHasNoNegativeNumbers() {
        assertThatThrownBy(() -> new DlpackVersion(-1, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThat(DlpackVersion.CURRENT).hasToString("1.3");
    }
}
