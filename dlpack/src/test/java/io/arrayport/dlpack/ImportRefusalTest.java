package io.arrayport.dlpack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.function.Consumer;
import java.util.stream.Stream;

import io.arrayport.core.error.ClosedException;
import io.arrayport.core.error.ForeignDescriptorException;
import io.arrayport.core.memory.Ledger;
import io.arrayport.core.ndarray.NdArray;
import io.arrayport.core.testing.Settled;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ImportRefusalTest {
    private static Arguments bad(String field, String actual, String expected, Consumer<ForeignTensor> change) {
        return Arguments.of(Named.of(field + " is " + actual, change), field, actual, expected);
    }

    static Stream<Arguments> badFields() {
        long max = Long.MAX_VALUE;
        return Stream.of(//
                bad("dl_tensor.ndim", "-1", "0 to 64", t -> t.ndim(-1)), //
                bad("dl_tensor.ndim", "65", "0 to 64", t -> t.ndim(65)), //
                bad("dl_tensor.shape", "NULL", "3 lengths", t -> t.tensor(Abi.SHAPE, 0)), //
                bad("dl_tensor.shape", "0xffffffffffffffff", "3 lengths", t -> t.tensor(Abi.SHAPE, -1)), //
                bad("dl_tensor.strides", "0x7fffffffffffffff", "3 lengths", t -> t.tensor(Abi.STRIDES, max)), //
                bad("dl_tensor.shape[1]", "-3", "at least 0", t -> t.axes(new long[]{2, -3, 4}, null)), //
                bad("dl_tensor.shape[0]", "" + max, "fits 63 bits", t -> t.axes(new long[]{max}, null)), //
                bad("dl_tensor.shape[1]", "" + (1L << 31), "fits 63 bits",
                        t -> t.axes(new long[]{1L << 31, 1L << 31}, null)), //
                bad("dl_tensor.shape[2]", "" + (1L << 40), "fits 63 bits",
                        t -> t.axes(new long[]{0, 1L << 40, 1L << 40}, null)), //
                bad("dl_tensor.strides[0]", "" + max, "fits 63 bits", t -> t.axes(new long[]{2}, new long[]{max})), //
                bad("dl_tensor.strides[0]", "" + Long.MIN_VALUE, "fits 63 bits",
                        t -> t.axes(new long[]{2}, new long[]{Long.MIN_VALUE})), //
                bad("dl_tensor.strides[0]", "" + (1L << 60), "address space",
                        t -> t.axes(new long[]{3}, new long[]{1L << 60})), //
                bad("dl_tensor.strides[1]", "" + -(1L << 50), "address space",
                        t -> t.axes(new long[]{2, 3}, new long[]{1, -(1L << 50)})), //
                bad("dl_tensor.shape[0]", "" + (1L << 61), "fits 63 bits",
                        t -> t.axes(new long[]{1L << 61}, null)), //
                bad("dl_tensor.strides[1]", "" + (1L << 60), "address space",
                        t -> t.axes(new long[]{2, 2}, new long[]{1L << 60, 1L << 60})), //
                bad("dl_tensor.data", "NULL", "24 elements", t -> t.tensor(Abi.DATA, 0)), //
                bad("dl_tensor.data", "0xfffffffffffffff0", "24 elements", t -> t.tensor(Abi.DATA, -16)), //
                bad("dl_tensor.byte_offset", "18446744073709551615", "address space",
                        t -> t.tensor(Abi.BYTE_OFFSET, -1)), //
                bad("dl_tensor.byte_offset", "" + max, "address space", t -> t.tensor(Abi.BYTE_OFFSET, max)), //
                bad("dl_tensor.dtype.lanes", "0", "1", t -> t.dtype(2, 32, 0)), //
                bad("dl_tensor.dtype.bits", "80", "16, 32 or 64", t -> t.dtype(2, 80, 1)), //
                bad("dl_tensor.dtype.bits", "1", "8 for code 6 (bool)", t -> t.dtype(6, 1, 1)), //
                bad("dl_tensor.dtype.bits", "4", "8 for code 10 (float8_e4m3fn)", t -> t.dtype(10, 4, 1)), //
                bad("dl_tensor.dtype.bits", "4", "Dlpack.packed", t -> t.dtype(17, 4, 1)), //
                bad("dl_tensor.dtype.bits", "8", "6 for code 15 (float6_e2m3fn)", t -> t.dtype(15, 8, 1)), //
                bad("dl_tensor.ndim", "64", "0 to 63", t -> t.dtype(2, 32, 2).ndim(64)), //
                bad("dl_tensor.dtype.code", "3 (opaque handle)", "0 to 17 except 3", t -> t.dtype(3, 64, 1)), //
                bad("dl_tensor.dtype.code", "200 (unknown to DLPack 1.3)", "0 to 17", t -> t.dtype(200, 8, 1)));
    }

    @ParameterizedTest
    @MethodSource("badFields")
    void aRefusalNamesTheFieldAndReleasesTheTensorOnce(Consumer<ForeignTensor> change, String field, String actual,
            String expected) {
        for (boolean versioned : new boolean[]{true, false}) {
            try (ForeignTensor tensor = new ForeignTensor(versioned)) {
                change.accept(tensor);
                DlpackCapsule capsule = tensor.capsule();
                assertThatThrownBy(() -> Dlpack.from(capsule)).isInstanceOf(ForeignDescriptorException.class)
                        .hasMessageContainingAll(field + " is " + actual + ", expected ", expected);
                assertThat(tensor.deletions()).isEqualTo(1);
                capsule.close();
                assertThatThrownBy(() -> Dlpack.from(capsule)).isInstanceOf(ClosedException.class)
                        .hasMessageContaining("consumed");
                assertThat(tensor.deletions()).isEqualTo(1);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 5, 6, 19, 99, -1})
    void aDeviceThatDlpackDoesNotHaveIsRefused(int code) {
        try (ForeignTensor tensor = new ForeignTensor(true)) {
            tensor.setInt(tensor.form.tensor + Abi.DEVICE_TYPE, code).tensor(Abi.DATA, 0xdead_0000L);
            assertThatThrownBy(() -> Dlpack.from(tensor.capsule())).isInstanceOf(ForeignDescriptorException.class)
                    .hasMessageContainingAll("dl_tensor.device.device_type is " + code, "unknown",
                            "1 to 18 except 5 and 6");
            assertThat(tensor.deletions()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 2, -1})
    void anIncompatibleVersionIsReleasedBeforeAnythingElseIsRead(int major) {
        try (ForeignTensor tensor = new ForeignTensor(true)) {
            tensor.setInt(Abi.MAJOR, major).ndim(-5).tensor(Abi.SHAPE, 1);
            assertThatThrownBy(() -> Dlpack.from(tensor.capsule())).isInstanceOf(ForeignDescriptorException.class)
                    .hasMessageContainingAll("version.major is " + Integer.toUnsignedString(major), "expected 1",
                            "max_version");
            assertThat(tensor.deletions()).isEqualTo(1);
        }
    }

    @Test
    void aLaterMinorVersionAndFlagsWeDoNotKnowAreTaken() {
        try (ForeignTensor tensor = new ForeignTensor(true)) {
            tensor.setInt(Abi.MINOR, 99).setLong(Abi.FLAGS, ~Abi.READ_ONLY);
            try (NdArray array = Dlpack.from(tensor.capsule())) {
                assertThat(array.isWriteable()).isTrue();
                assertThat(array.address()).isEqualTo(tensor.data);
            }
            assertThat(tensor.deletions()).isEqualTo(1);
        }
    }

    @Test
    void nullStridesMeanCOrder() {
        try (ForeignTensor tensor = new ForeignTensor(false)) {
            tensor.axes(new long[]{4, 1, 6}, null);
            try (NdArray array = Dlpack.from(tensor.capsule())) {
                assertThat(array.isCContiguous()).isTrue();
                assertThat(array.getDouble(3, 0, 5)).isEqualTo(23);
            }
        }
    }

    @Test
    void theByteOffsetIsHonouredAndNeedNotBeAligned() {
        try (ForeignTensor tensor = new ForeignTensor(true)) {
            tensor.tensor(Abi.BYTE_OFFSET, 8).axes(new long[]{3}, new long[]{2});
            try (NdArray array = Dlpack.from(tensor.capsule())) {
                assertThat(array.getDouble(2)).isEqualTo(6);
            }
        }
        try (ForeignTensor tensor = new ForeignTensor(true)) {
            tensor.tensor(Abi.BYTE_OFFSET, 3).axes(new long[]{5}, new long[]{1});
            try (NdArray array = Dlpack.from(tensor.capsule())) {
                assertThat(array.address()).isEqualTo(tensor.data + 3);
            }
        }
    }

    @Test
    void negativeStridesReachBelowData() {
        try (ForeignTensor tensor = new ForeignTensor(true)) {
            tensor.tensor(Abi.BYTE_OFFSET, 4 * 23).axes(new long[]{4, 6}, new long[]{-6, -1});
            try (NdArray array = Dlpack.from(tensor.capsule())) {
                assertThat(array.storage().address()).isEqualTo(tensor.data);
                assertThat(array.storage().byteSize()).isEqualTo(96);
                assertThat(array.getDouble(3, 5)).isZero();
            }
        }
    }

    @Test
    void anEmptyTensorNeedsNoDataAndAScalarNoShape() {
        try (ForeignTensor tensor = new ForeignTensor(true)) {
            tensor.axes(new long[]{2, 0}, new long[]{Long.MAX_VALUE, Long.MIN_VALUE}).tensor(Abi.DATA, 0)
                    .tensor(Abi.BYTE_OFFSET, -1);
            try (NdArray array = Dlpack.from(tensor.capsule())) {
                assertThat(array.size()).isZero();
            }
            assertThat(tensor.deletions()).isEqualTo(1);
        }
        try (ForeignTensor tensor = new ForeignTensor(true)) {
            tensor.ndim(0).tensor(Abi.SHAPE, 0).tensor(Abi.STRIDES, 0).tensor(Abi.BYTE_OFFSET, 4);
            try (NdArray array = Dlpack.from(tensor.capsule())) {
                assertThat(array.toDouble()).isEqualTo(1);
            }
        }
    }

    @Test
    void aStrideNobodyTakesMayBeAnything() {
        try (ForeignTensor tensor = new ForeignTensor(true)) {
            tensor.axes(new long[]{1, 6}, new long[]{Long.MAX_VALUE, 1});
            try (NdArray array = Dlpack.from(tensor.capsule())) {
                assertThat(array.getDouble(0, 5)).isEqualTo(5);
            }
        }
    }

    @Test
    void theReadOnlyFlagIsKept() {
        try (ForeignTensor tensor = new ForeignTensor(true)) {
            tensor.setLong(Abi.FLAGS, Abi.READ_ONLY);
            try (NdArray array = Dlpack.from(tensor.capsule(), LegacyAccess.WRITEABLE)) {
                assertThat(array.isWriteable()).as("the access option is for legacy capsules only").isFalse();
            }
        }
    }

    @Test
    void aProducerThatLeavesMayDisarmItsDeleter() {
        try (ForeignTensor tensor = new ForeignTensor(true)) {
            NdArray array = Dlpack.from(tensor.capsule());
            tensor.setLong(tensor.form.deleter, 0);
            array.close();
            assertThat(tensor.deletions()).isZero();
        }
    }

    @Test
    void laterChangesOfTheDescriptorDoNotReachTheArray() {
        long imports = Settled.counts().imports();
        try (ForeignTensor tensor = new ForeignTensor(true)) {
            try (NdArray array = Dlpack.from(tensor.capsule())) {
                assertThat(Ledger.counts().imports()).isEqualTo(imports + 1);
                tensor.axes(new long[]{1L << 40}, null).tensor(Abi.DATA, 8);
                assertThat(array.getDouble(1, 2, 3)).isEqualTo(23);
            }
            assertThat(tensor.deletions()).isEqualTo(1);
        }
        assertThat(Ledger.counts().imports()).isEqualTo(imports);
    }
}
