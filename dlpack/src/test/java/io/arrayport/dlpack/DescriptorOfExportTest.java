package io.arrayport.dlpack;

import static java.lang.foreign.ValueLayout.JAVA_INT_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_LONG_UNALIGNED;
import static org.assertj.core.api.Assertions.assertThat;

import io.arrayport.core.dtype.DType;
import io.arrayport.core.memory.Memory;
import io.arrayport.core.ndarray.NdArray;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a consumer in C reads of an export. */
class DescriptorOfExportTest {
    private static long word(DlpackCapsule capsule, long offset) {
        return Memory.RAW.get(JAVA_LONG_UNALIGNED, capsule.address() + offset);
    }

    private static long tensor(DlpackCapsule capsule, long offset) {
        return word(capsule, capsule.form().tensor + offset);
    }

    @ParameterizedTest
    @EnumSource(Samples.class)
    void theOffsetIsFoldedIntoDataAndStridesAreNeverNull(Samples sample) {
        for (Abi.Form form : Abi.Form.values()) {
            try (NdArray array = sample.array(DType.INT16);
                    DlpackCapsule capsule = Export.capsule(array, form, LegacyConsumer.UNKNOWN)) {
                assertThat(tensor(capsule, Abi.BYTE_OFFSET)).isZero();
                assertThat(tensor(capsule, Abi.DATA)).isEqualTo(array.size() == 0 ? 0 : array.address());
                assertThat(tensor(capsule, Abi.STRIDES) != 0).isEqualTo(array.ndim() > 0);
                assertThat(tensor(capsule, Abi.SHAPE) != 0).isEqualTo(array.ndim() > 0);
                assertThat(word(capsule, form.deleter)).isNotZero();
            }
        }
    }

    @Test
    void shapeAndStridesLieBehindTheStructInOneBlock() {
        try (NdArray array = Samples.NEGATIVE.array(DType.FLOAT64); DlpackCapsule capsule = Dlpack.export(array)) {
            assertThat(tensor(capsule, Abi.SHAPE)).isEqualTo(capsule.address() + 80);
            assertThat(tensor(capsule, Abi.STRIDES)).isEqualTo(capsule.address() + 80 + 16);
            assertThat(new long[]{word(capsule, 80), word(capsule, 88), word(capsule, 96), word(capsule, 104)})
                    .containsExactly(3, 4, -4, -1);
        }
    }

    @Test
    void typeAndDeviceAreDlpacksNumbers() {
        try (NdArray array = Samples.C_ORDER.array(DType.COMPLEX128);
                DlpackCapsule capsule = Dlpack.exportLegacy(array, LegacyConsumer.UNKNOWN)) {
            assertThat(tensor(capsule, Abi.DEVICE_TYPE)).as("type and id").isEqualTo(1);
            // ndim, then code, bits, lanes from the lowest byte up
            assertThat(tensor(capsule, Abi.NDIM)).isEqualTo(3L | 5L << 32 | 128L << 40 | 1L << 48);
        }
    }

    @Test
    void onlyTheVersionedFormSaysVersionAndReadOnly() {
        try (NdArray array = Samples.C_ORDER.array(DType.UINT8);
                DlpackCapsule writeable = Dlpack.export(array);
                DlpackCapsule readOnly = Dlpack.export(array.asReadOnly())) {
            assertThat(Memory.RAW.get(JAVA_INT_UNALIGNED, writeable.address())).isEqualTo(1);
            assertThat(Memory.RAW.get(JAVA_INT_UNALIGNED, writeable.address() + 4)).isEqualTo(3);
            assertThat(word(writeable, Abi.FLAGS)).isZero();
            assertThat(word(readOnly, Abi.FLAGS)).isEqualTo(Abi.READ_ONLY);
        }
    }
}
