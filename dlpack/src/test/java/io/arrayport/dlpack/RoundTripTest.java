package io.arrayport.dlpack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

import io.arrayport.core.dtype.DType;
import io.arrayport.core.error.ReadOnlyException;
import io.arrayport.core.memory.Access;
import io.arrayport.core.memory.Device;
import io.arrayport.core.memory.Storage;
import io.arrayport.core.ndarray.NdArray;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class RoundTripTest {
    static Stream<Arguments> cases() {
        return DType.ALL.stream().flatMap(dtype -> Stream.of(Samples.values())
                .flatMap(sample -> Stream.of(true, false).map(versioned -> Arguments.of(dtype, sample, versioned))));
    }

    private static DlpackCapsule export(NdArray array, boolean versioned) {
        return versioned ? Dlpack.export(array) : Dlpack.exportLegacy(array, LegacyConsumer.UNKNOWN);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void everyTypeAndLayoutComesBackOverTheSameBytes(DType dtype, Samples sample, boolean versioned) {
        long live = DlpackRaw.liveExports();
        try (NdArray array = sample.array(dtype);
                NdArray back = Dlpack.from(export(array, versioned), LegacyAccess.WRITEABLE)) {
            assertThat(DlpackRaw.liveExports()).isEqualTo(live + 1);
            assertThat(back.dtype()).isEqualTo(dtype);
            assertThat(back.shape()).isEqualTo(array.shape());
            assertThat(back.isWriteable()).isTrue();
            if (array.size() > 0) {
                assertThat(back.address()).isEqualTo(array.address());
            }
            for (int axis = 0; axis < array.ndim(); axis++) {
                if (array.size() > 0 && array.shape().dim(axis) > 1) {
                    assertThat(back.layout().stride(axis)).as("stride of axis %d", axis)
                            .isEqualTo(array.layout().stride(axis));
                }
            }
            for (long[] index : Samples.indices(array)) {
                assertThat(back.item(index)).isEqualTo(array.item(index));
            }
        }
        assertThat(DlpackRaw.liveExports()).isEqualTo(live);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void aWriteOnEitherSideIsSeenOnTheOther(DType dtype, Samples sample, boolean versioned) {
        try (NdArray array = sample.array(dtype);
                NdArray back = Dlpack.from(export(array, versioned), LegacyAccess.WRITEABLE)) {
            for (long[] index : Samples.indices(array)) {
                array.setLong(0, index);
                assertThat(back.getBoolean(index)).isFalse();
                back.setLong(1, index);
                assertThat(array.getBoolean(index)).isTrue();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void aReadOnlyArrayComesBackReadOnly(DType dtype, Samples sample, boolean versioned) {
        try (NdArray array = sample.array(dtype)) {
            NdArray view = array.asReadOnly();
            DlpackCapsule capsule = versioned ? Dlpack.export(view)
                    : Dlpack.exportLegacy(view, LegacyConsumer.KEEPS_READ_ONLY);
            try (NdArray back = Dlpack.from(capsule)) {
                assertThat(back.isWriteable()).isFalse();
                for (long[] index : Samples.indices(array)) {
                    assertThat(back.item(index)).isEqualTo(array.item(index));
                    assertThatThrownBy(() -> back.setLong(1, index)).isInstanceOf(ReadOnlyException.class);
                }
            }
        }
    }

    @Test
    void aLegacyCapsuleComesInReadOnlyUnlessTheCallerSaysOtherwise() {
        try (NdArray array = Samples.C_ORDER.array(DType.FLOAT32);
                NdArray back = Dlpack.from(Dlpack.exportLegacy(array, LegacyConsumer.UNKNOWN))) {
            assertThat(back.isWriteable()).isFalse();
        }
        try (NdArray array = Samples.C_ORDER.array(DType.FLOAT32);
                NdArray back = Dlpack.dlpack(Dlpack.legacyCapsule().accept(array), LegacyAccess.WRITEABLE).open()) {
            assertThat(back.isWriteable()).isTrue();
        }
    }

    @Test
    void theImportOutlivesTheClosedArray() {
        NdArray array = Samples.C_ORDER.array(DType.INT32);
        try (NdArray back = Dlpack.from(Dlpack.export(array))) {
            array.close();
            assertThat(back.getLong(1, 2, 3)).isEqualTo(23);
        }
    }

    @Test
    void theMemoryGoesBackToItsOwnerOnceAndOnlyWhenBothSidesAreClosed() {
        AtomicInteger released = new AtomicInteger();
        try (NdArray owner = Samples.C_ORDER.array(DType.INT8)) {
            Storage foreign = Storage.foreign("test", owner.address(), 24, Device.CPU, Access.WRITEABLE,
                    released::incrementAndGet);
            NdArray array = NdArray.of(foreign, DType.INT8, owner.layout());
            NdArray back = Dlpack.from(Dlpack.export(array));
            array.close();
            assertThat(released).hasValue(0);
            back.close();
            back.close();
            assertThat(released).hasValue(1);
        }
    }

    @Test
    void anImportMayBeExportedAgain() {
        try (NdArray array = Samples.NEGATIVE.array(DType.FLOAT64);
                NdArray once = Dlpack.from(Dlpack.export(array));
                NdArray twice = Dlpack.from(Dlpack.export(once))) {
            assertThat(twice.address()).isEqualTo(array.address());
            assertThat(twice.layout().strides()).isEqualTo(array.layout().strides());
        }
    }
}
