package io.arrayport.torch;

import static io.arrayport.core.Np.np;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import io.arrayport.core.dtype.DType;
import io.arrayport.core.error.ReadOnlyException;
import io.arrayport.core.error.ZeroCopyException;
import io.arrayport.core.exchange.CopyPolicy;
import io.arrayport.core.exchange.Exchange;
import io.arrayport.core.exchange.ExchangePlan;
import io.arrayport.core.exchange.ExchangePlan.Outcome;
import io.arrayport.core.layout.Layout;
import io.arrayport.core.layout.Shape;
import io.arrayport.core.memory.Ledger;
import io.arrayport.core.ndarray.NdArray;
import io.arrayport.core.testing.Elements;
import io.arrayport.core.testing.Settled;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every element type in every layout: proven by address, and by writes from either side that the other sees. */
class ExchangeMatrixTest {
    /** All that we compute on, and what of float8 torch has, but for one that has no 0. */
    static final List<DType> DTYPES = Stream.concat(DType.ALL.stream(), Stream.of(DType.FLOAT8_E4M3FN,
            DType.FLOAT8_E4M3FNUZ, DType.FLOAT8_E5M2, DType.FLOAT8_E5M2FNUZ)).toList();

    static final List<DType> ABSENT = DType.NARROW.stream().filter(dtype -> TorchDtype.of(dtype) == null).toList();

    private final long exports = Settled.counts().exports();
    private final NDManager manager = TorchSide.manager();
    private final TorchTarget target = Torch.torch(manager).withUnnamedDtypes();

    @AfterEach
    void theManagerGivesEverythingBack() {
        manager.close();
        assertThat(Ledger.counts().exports()).isEqualTo(exports);
    }

    static Stream<Arguments> shared() {
        return DTYPES.stream()
                .flatMap(dtype -> Arrays.stream(Samples.values()).filter(sample -> sample != Samples.NEGATIVE)
                        .map(sample -> arguments(dtype, sample)));
    }

    @Test
    void noElementTypeIsLeftOut() {
        assertThat(Arrays.stream(TorchDtype.values()).map(row -> row.dtype)).contains(DType.FLOAT8_E8M0FNU)
                .containsAll(DTYPES).hasSize(DTYPES.size() + 1);
    }

    @Test
    void powersOfTwoAreSharedWithTheElementTypeThatHasNothingElse() {
        NdArray bytes = np.array(127, 128, 126, 130).astype(np.uint8);
        NdArray array = NdArray.of(bytes.storage(), DType.FLOAT8_E8M0FNU, bytes.layout());
        NDArray tensor = target.accept(array);
        assertThat(TorchSide.dataPtr(tensor)).isEqualTo(array.address());
        assertThat(TorchSide.values(tensor)).containsExactly(Elements.values(array)).containsExactly(1, 2, 0.5, 8);
        try (NdArray back = Torch.torch(tensor).open()) {
            assertThat(back.dtype()).isEqualTo(DType.FLOAT8_E8M0FNU);
        }
        bytes.setLong(129, 0);
        assertThat(TorchSide.values(tensor)[0]).isEqualTo(4);
    }

    /** libtorch has none of them, and DLPack no code that it takes. */
    @ParameterizedTest
    @FieldSource("ABSENT")
    void narrowElementTypesThatTorchLacksAreRefused(DType dtype) {
        NdArray array = NdArray.of(np.zeros(Shape.of(4), np.uint8).storage(), dtype, Layout.contiguous(Shape.of(4), 1));
        assertThat(target.plan(array).outcome()).isEqualTo(Outcome.REFUSED);
        assertThatThrownBy(() -> target.accept(array)).isInstanceOf(ZeroCopyException.class)
                .hasMessageContaining("torch has no element type for " + dtype.name());
    }

    @ParameterizedTest
    @MethodSource("shared")
    void aWriteableArrayIsSeenToChangeFromEitherSide(DType dtype, Samples sample) {
        NdArray array = sample.array(dtype);
        NdArray around = NdArray.of(array.storage(), DType.UINT8,
                Layout.contiguous(Shape.of(array.storage().byteSize()), 1));
        NDArray tensor = target.accept(array);
        assertThat(tensor.getShape().getShape()).isEqualTo(array.shape().toArray());
        assertThat(tensor.getDataType()).isEqualTo(TorchDtype.of(dtype).djl);
        assertThat(TorchSide.dataPtr(tensor)).isEqualTo(array.size() == 0 ? 0 : array.address());
        assertThat(TorchSide.values(tensor)).containsExactly(Elements.values(array));

        for (long i = 0; i < array.size(); i++) {
            array.setDouble(1 - Elements.sample(DType.BOOL, i), Elements.index(array, i));
        }
        assertThat(TorchSide.values(tensor)).containsExactly(Elements.values(array)).doesNotContain(3.0);

        array.storage().acquire();
        io.arrayport.core.memory.Memory.segment(array.storage().address(), array.storage().byteSize()).fill((byte) 1);
        array.storage().release();
        TorchSide.zero(tensor);
        assertThat(Elements.values(array)).containsOnly(new double[array.size() == 0 ? 0 : 1]);
        long ones = Arrays.stream(Elements.values(around)).filter(value -> value == 1).count();
        assertThat(ones).as("bytes that no element takes").isEqualTo(array.storage().byteSize() - array.nbytes());
    }

    @ParameterizedTest
    @MethodSource("shared")
    void aReadOnlyArrayHasEqualValuesAndOurSideRefusesToWrite(DType dtype, Samples sample) {
        NdArray array = sample.array(dtype);
        NdArray readOnly = array.asReadOnly();
        assertThat(target.plan(readOnly).writers()).contains("torch has no read-only tensors");
        NDArray tensor = target.accept(readOnly);
        assertThat(TorchSide.values(tensor)).containsExactly(Elements.values(readOnly));
        if (array.size() > 0) {
            assertThatThrownBy(() -> readOnly.setDouble(1, new long[array.ndim()]))
                    .isInstanceOf(ReadOnlyException.class);
        }
        TorchSide.zero(tensor);
        assertThat(Elements.values(readOnly)).as("a neighbour's write is seen")
                .containsOnly(new double[array.size() == 0 ? 0 : 1]);
    }

    @ParameterizedTest
    @MethodSource("shared")
    void aTensorComesBackAsTheSameArray(DType dtype, Samples sample) {
        NdArray array = sample.array(dtype);
        NDArray tensor = target.accept(array);
        try (NdArray back = Torch.torch(tensor).open()) {
            assertThat(back.dtype()).isEqualTo(dtype);
            assertThat(back.shape()).isEqualTo(array.shape());
            assertThat(back.isWriteable()).isTrue();
            assertThat(Elements.values(back)).containsExactly(Elements.values(array));
            if (array.size() > 0) {
                assertThat(back.address()).isEqualTo(array.address());
                back.setDouble(0, new long[back.ndim()]);
                assertThat(Elements.values(array)[0]).isZero();
                assertThat(TorchSide.values(tensor)[0]).isZero();
            }
        }
    }

    @ParameterizedTest
    @FieldSource("DTYPES")
    void aNegativeStrideIsRefusedWithTheReasonAndCrossesAsACopyOnRequest(DType dtype) {
        NdArray array = Samples.NEGATIVE.array(dtype);
        ExchangePlan plan = target.plan(array);
        assertThat(plan.outcome()).isEqualTo(Outcome.NEEDS_COPY);
        assertThat(plan.bytes()).isEqualTo(array.nbytes());
        assertThatThrownBy(() -> target.accept(array)).isInstanceOf(ZeroCopyException.class).hasMessageContainingAll(
                "stride -" + dtype.itemsize() + " of axis 1 is negative", "CopyPolicy.IF_NEEDED");
        NDArray copy = Exchange.to(array, target, CopyPolicy.IF_NEEDED);
        assertThat(TorchSide.values(copy)).containsExactly(Elements.values(array));
    }
}
