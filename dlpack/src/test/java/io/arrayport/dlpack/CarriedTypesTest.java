package io.arrayport.dlpack;

import static io.arrayport.core.Np.np;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_LONG_UNALIGNED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.function.Consumer;
import java.util.stream.Stream;

import io.arrayport.core.dtype.DType;
import io.arrayport.core.error.DTypeException;
import io.arrayport.core.error.ForeignDescriptorException;
import io.arrayport.core.error.ZeroCopyException;
import io.arrayport.core.layout.Layout;
import io.arrayport.core.layout.Shape;
import io.arrayport.core.memory.Memory;
import io.arrayport.core.memory.Storage;
import io.arrayport.core.ndarray.NdArray;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Types of DLPack that are no numbers of a whole byte: narrow floats, vectors, packed elements. */
class CarriedTypesTest {
    static Stream<DType> narrow() {
        return DType.NARROW.stream();
    }

    @ParameterizedTest
    @MethodSource("narrow")
    void narrowFloatsCrossOverTheSameBytes(DType dtype) {
        try (NdArray array = Samples.NEGATIVE.array(dtype); DlpackCapsule capsule = Dlpack.export(array)) {
            boolean padded = dtype.name().startsWith("float6") || dtype.name().startsWith("float4");
            assertThat(capsule.isPadded()).isEqualTo(padded);
            try (NdArray back = Dlpack.from(capsule)) {
                assertThat(back.dtype()).isEqualTo(dtype);
                assertThat(back.address()).isEqualTo(array.address());
                assertThat(back.item(1, 2)).isEqualTo(array.item(1, 2));
                back.setDouble(2, 0, 0);
                assertThat(array.item(0, 0)).isEqualTo(2.0);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"float6_e2m3fn", "float6_e3m2fn", "float4_e2m1fn"})
    void aLegacyCapsuleCannotSayThatElementsArePadded(String name) {
        try (NdArray array = Samples.C_ORDER.array(DType.of(name))) {
            assertThatThrownBy(() -> Dlpack.exportLegacy(array, LegacyConsumer.UNKNOWN))
                    .isInstanceOf(ZeroCopyException.class).hasMessageContainingAll(name, "takes a byte", "versioned");
            assertThat(Dlpack.legacyCapsule().plan(array).isZeroCopy()).isFalse();
        }
    }

    @Test
    void lanesAreALastAxis() {
        try (ForeignTensor tensor = new ForeignTensor(true)) {
            tensor.dtype(2, 32, 4).axes(new long[]{3, 2}, new long[]{-2, 1}).tensor(Abi.BYTE_OFFSET, 4 * 16);
            try (NdArray array = Dlpack.from(tensor.capsule())) {
                assertThat(array.shape()).isEqualTo(Shape.of(3, 2, 4));
                assertThat(array.layout().strides()).containsExactly(-32, 16, 4);
                assertThat(array.getDouble(0, 0, 0)).isEqualTo(16);
                assertThat(array.getDouble(2, 1, 3)).isEqualTo(7);
            }
        }
    }

    @Test
    void lanesOfACompactTensorAreALastAxisToo() {
        try (ForeignTensor tensor = new ForeignTensor(false)) {
            tensor.dtype(0, 16, 2).axes(new long[]{2, 3}, null);
            try (NdArray array = Dlpack.from(tensor.capsule())) {
                assertThat(array.shape()).isEqualTo(Shape.of(2, 3, 2));
                assertThat(array.layout().strides()).containsExactly(12, 4, 2);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"15, 6, float6_e2m3fn", "16, 6, float6_e3m2fn", "17, 4, float4_e2m1fn", "0, 4, int8", "1, 4, uint8",
            "0, 2, int8", "1, 2, uint8", "1, 1, uint8", "6, 1, bool"})
    void packedElementsAreCarriedWholeAndUnpacked(int code, int bits, String dtype) {
        try (ForeignTensor tensor = new ForeignTensor(true)) {
            long pattern = 0x9E37_79B9_7F4A_7C15L;
            for (int i = 0; i < 4; i++) {
                Memory.RAW.set(JAVA_LONG_UNALIGNED, tensor.data + 8L * i, pattern * (i + 1));
            }
            tensor.dtype(code, bits, 1).axes(new long[]{3, 7}, new long[]{7, 1});
            try (PackedTensor packed = Dlpack.packed(tensor.capsule()); NdArray whole = packed.unpack()) {
                assertThat(packed.bytes().address()).isEqualTo(tensor.data);
                assertThat(packed.bytes().size()).isEqualTo((21 * bits + 7) / 8);
                assertThat(packed.shape()).isEqualTo(Shape.of(3, 7));
                assertThat(packed.dtype()).isEqualTo(DType.of(dtype));
                assertThat(whole.dtype()).isEqualTo(DType.of(dtype));
                for (int i = 0; i < 21; i++) {
                    int value = 0;
                    for (int bit = 0; bit < bits; bit++) {
                        int at = i * bits + bit;
                        value |= (int) (pattern * (at / 64 + 1) >>> at % 64 & 1) << bit;
                    }
                    int expected = code == 0 && value >> bits - 1 != 0 ? value | -1 << bits : value;
                    assertThat(pattern(whole, i)).as("element %d", i).isEqualTo((byte) expected);
                }
            }
            assertThat(tensor.deletions()).isEqualTo(1);
        }
    }

    private static byte pattern(NdArray array, int i) {
        return Memory.RAW.get(JAVA_BYTE, array.address() + i);
    }

    @ParameterizedTest
    @CsvSource({"float6_e2m3fn, 15, 6", "float6_e3m2fn, 16, 6", "float4_e2m1fn, 17, 4"})
    void whatIsPackedCrossesAndUnpacksToWhatItWas(String name, int code, int bits) {
        try (NdArray array = np.array(0, 0.5, 1, 1.5, 2, 3, 4, -1, -6, 6, 0.5).astype(DType.of(name));
                PackedTensor packed = PackedTensor.pack(array.get("::-1"))) {
            try (PackedTensor back = Dlpack.packed(packed.export()); NdArray whole = back.unpack()) {
                assertThat(back.bits()).isEqualTo(bits);
                assertThat(back.bytes().address()).isEqualTo(packed.bytes().address());
                assertThat(whole.dtype()).isEqualTo(array.dtype());
                for (int i = 0; i < 11; i++) {
                    assertThat(whole.item(i)).isEqualTo(array.item(10 - i));
                }
            }
            assertThat(packed).hasToString("PackedTensor(" + name + ", " + bits + " bits each, (11,))");
        }
    }

    @Test
    void packedVectorsHaveAnAxisMore() {
        try (ForeignTensor tensor = new ForeignTensor(true)) {
            tensor.dtype(17, 4, 2).axes(new long[]{2, 3}, new long[]{3, 1}); // as PyTorch says float4_e2m1fn_x2
            try (PackedTensor packed = Dlpack.packed(tensor.capsule())) {
                assertThat(packed.shape()).isEqualTo(Shape.of(2, 3, 2));
                assertThat(packed.bytes().size()).isEqualTo(6);
            }
        }
    }

    @Test
    void packedElementsThatHaveAddressesOrArePaddedAreRefused() {
        refusedAsPacked("dl_tensor.strides[0] is -3", t -> t.dtype(17, 4, 1).axes(new long[]{2, 3}, new long[]{-3, 1}));
        refusedAsPacked("dl_tensor.strides[1] is 2", t -> t.dtype(17, 4, 1).axes(new long[]{2, 3}, new long[]{6, 2}));
        refusedAsPacked("flags is padded", t -> t.dtype(17, 4, 1).setLong(Abi.FLAGS, Abi.SUBBYTE_PADDED));
        refusedAsPacked("dl_tensor.dtype.code is 2 (float)", t -> t.dtype(2, 32, 1));
        refusedAsPacked("dl_tensor.dtype.code is 200 (unknown", t -> t.dtype(200, 1, 1));
        refusedAsPacked("dl_tensor.dtype.bits is 8", t -> t.dtype(17, 8, 1));
        refusedAsPacked("dl_tensor.dtype.bits is 3", t -> t.dtype(0, 3, 1));
        refusedAsPacked("dl_tensor.dtype.lanes is 0", t -> t.dtype(17, 4, 0));
        refusedAsPacked("dl_tensor.data is NULL", t -> t.dtype(17, 4, 1).tensor(Abi.DATA, 0));
        refusedAsPacked("dl_tensor.data is 0xffff", t -> t.dtype(17, 4, 1).tensor(Abi.DATA, -1));
        refusedAsPacked("dl_tensor.byte_offset is", t -> t.dtype(17, 4, 1).tensor(Abi.BYTE_OFFSET, -1));
        refusedAsPacked("dl_tensor.byte_offset is", t -> t.dtype(17, 4, 1).tensor(Abi.BYTE_OFFSET, Long.MAX_VALUE));
        refusedAsPacked("dl_tensor.byte_offset is",
                t -> t.dtype(17, 4, 1).tensor(Abi.DATA, Long.MAX_VALUE - 8).tensor(Abi.BYTE_OFFSET, 0));
        refusedAsPacked("dl_tensor.byte_offset is", t -> t.dtype(17, 4, 1).tensor(Abi.DATA, 1L << 62)
                .tensor(Abi.BYTE_OFFSET, 1L << 62));
        refusedAsPacked("device_type is 99 (unknown to DLPack 1.3)",
                t -> t.dtype(17, 4, 1).setInt(t.form.tensor + Abi.DEVICE_TYPE, 99));
        refusedAsPacked("dl_tensor.device.device_type is cuda:0",
                t -> t.dtype(17, 4, 1).setInt(t.form.tensor + Abi.DEVICE_TYPE, 2));
    }

    @Test
    void packedElementsMayBeWrittenWhereTheirProducerSaysSo() {
        for (boolean readOnly : new boolean[]{false, true}) {
            try (ForeignTensor tensor = new ForeignTensor(true)) {
                tensor.dtype(0, 4, 1).setLong(Abi.FLAGS, readOnly ? Abi.READ_ONLY : 0);
                try (PackedTensor packed = Dlpack.packed(tensor.capsule())) {
                    assertThat(packed.bytes().isWriteable()).isNotEqualTo(readOnly);
                }
            }
        }
    }

    @Test
    void packedElementsOfALegacyTensorAreReadOnly() {
        try (ForeignTensor tensor = new ForeignTensor(false)) {
            tensor.dtype(0, 4, 1);
            try (PackedTensor packed = Dlpack.packed(tensor.capsule())) {
                assertThat(packed.bytes().size()).isEqualTo(12);
                assertThat(packed.bytes().isWriteable()).isFalse();
            }
        }
    }

    @Test
    void aPrototypeHasOneLane() {
        try (ForeignTensor tensor = new ForeignTensor(true)) {
            long address = tensor.address + tensor.form.tensor;
            assertThat(Validator.prototype("test", address).shape()).isEqualTo(Shape.of(2, 3, 4));
            tensor.dtype(2, 32, 2);
            assertThatThrownBy(() -> Validator.prototype("test", address))
                    .isInstanceOf(ForeignDescriptorException.class)
                    .hasMessageContaining("dl_tensor.dtype.lanes is 2, expected 1");
        }
    }

    /** As the header has it: where there are no axes, neither pointer is followed. */
    @Test
    void axesOfAScalarAreNotLookedAt() {
        try (ForeignTensor tensor = new ForeignTensor(true)) {
            tensor.ndim(0).tensor(Abi.SHAPE, -1).tensor(Abi.STRIDES, -1);
            try (NdArray scalar = Dlpack.from(tensor.capsule())) {
                assertThat(scalar.shape()).isEqualTo(Shape.of());
            }
        }
    }

    private static void refusedAsPacked(String message, Consumer<ForeignTensor> change) {
        try (ForeignTensor tensor = new ForeignTensor(true)) {
            change.accept(tensor);
            assertThatThrownBy(() -> Dlpack.packed(tensor.capsule())).isInstanceOf(ForeignDescriptorException.class)
                    .hasMessageContaining(message);
            assertThat(tensor.deletions()).isEqualTo(1);
        }
    }

    @Test
    void onlyWhatIsSmallerThanAByteIsPacked() {
        try (NdArray array = Samples.C_ORDER.array(DType.FLOAT8_E5M2)) {
            assertThatThrownBy(() -> PackedTensor.pack(array)).isInstanceOf(DTypeException.class)
                    .hasMessageContaining("float8_e5m2 fills its bytes");
        }
    }

    @Test
    void anEmptyPackedTensorHasNoBytes() {
        NdArray none = NdArray.of(Storage.allocate(0), DType.FLOAT4_E2M1FN, Layout.contiguous(Shape.of(0, 3), 1));
        try (none; PackedTensor packed = PackedTensor.pack(none);
                PackedTensor back = Dlpack.packed(packed.export()); NdArray whole = back.unpack()) {
            assertThat(whole.shape()).isEqualTo(Shape.of(0, 3));
        }
    }
}
