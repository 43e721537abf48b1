package io.arrayport.interop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

import io.arrayport.core.dtype.DType;
import io.arrayport.core.error.ReadOnlyException;
import io.arrayport.core.error.ZeroCopyException;
import io.arrayport.core.exchange.CopyPolicy;
import io.arrayport.core.exchange.ExchangePlan;
import io.arrayport.core.exchange.ExchangePlan.Outcome;
import io.arrayport.core.memory.Scope;
import io.arrayport.core.ndarray.NdArray;
import io.arrayport.core.testing.Elements;
import io.arrayport.interop.Neighbour.View;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every element type in every layout, writeable and read-only, with every neighbour: an array is shared, proven by the
 * neighbour's own address and by writes from either side, or refused with the reason and the remedy; and what
 * {@code explain} said is what {@code as} and {@code to} do.
 */
class ExchangeMatrixTest {
    private static final Set<DType> DJL_NAMES = Set.of(DType.BOOL, DType.UINT8, DType.INT8, DType.INT32, DType.INT64,
            DType.FLOAT16, DType.FLOAT32, DType.FLOAT64, DType.COMPLEX64);
    private static final Set<DType> ARROW_KNOWS = Set.of(DType.INT8, DType.INT16, DType.INT32, DType.INT64,
            DType.UINT8, DType.UINT16, DType.UINT32, DType.UINT64, DType.FLOAT16, DType.FLOAT32, DType.FLOAT64);

    /** What has to come of a cell; written down apart from the bridges' own rules. */
    enum Side {
        TORCH(() -> new Neighbour.OfTorch(false)), TORCH_UNNAMED(() -> new Neighbour.OfTorch(true)),
        ARROW(Neighbour.OfArrow::new), DLPACK(() -> new Neighbour.OfDlpack(true)),
        LEGACY_DLPACK(() -> new Neighbour.OfDlpack(false));

        final Supplier<Neighbour<?>> neighbour;

        Side(Supplier<Neighbour<?>> neighbour) {
            this.neighbour = neighbour;
        }

        Outcome outcome(DType dtype, Sample sample, boolean writeable) {
            // A single byte has one order only
            boolean swapped = sample == Sample.SWAPPED && !dtype.withOrder(java.nio.ByteOrder.BIG_ENDIAN).isNative();
            return switch (this) {
                case TORCH -> DJL_NAMES.contains(dtype) ? negativeOr(swapped, sample) : Outcome.REFUSED;
                case TORCH_UNNAMED -> negativeOr(swapped, sample);
                case ARROW -> arrow(dtype, sample, swapped);
                case DLPACK -> copyIf(swapped);
                // It cannot say that it must not be written
                case LEGACY_DLPACK -> copyIf(swapped || !writeable);
            };
        }

        private static Outcome negativeOr(boolean swapped, Sample sample) {
            return copyIf(swapped || sample == Sample.NEGATIVE);
        }

        private static Outcome arrow(DType dtype, Sample sample, boolean swapped) {
            if (!ARROW_KNOWS.contains(dtype) || sample == Sample.SCALAR || sample == Sample.TRANSPOSED) {
                return Outcome.REFUSED;
            }
            return copyIf(swapped || sample == Sample.STRIDED || sample == Sample.NEGATIVE
                    || sample == Sample.BROADCAST);
        }

        private static Outcome copyIf(boolean needed) {
            return needed ? Outcome.NEEDS_COPY : Outcome.ZERO_COPY;
        }
    }

    static Stream<Arguments> cells() {
        return Stream.of(Side.values()).flatMap(side -> Stream.of(Sample.values())
                .flatMap(sample -> DType.ALL.stream().flatMap(dtype -> Stream.of(true, false)
                        .filter(writeable -> !writeable || sample != Sample.BROADCAST)
                        .map(writeable -> arguments(side, sample, dtype, writeable)))));
    }

    @ParameterizedTest(name = "{0} {1} {2} writeable={3}")
    @MethodSource("cells")
    void whatIsExplainedIsWhatHappens(Side side, Sample sample, DType dtype, boolean writeable) {
        try (Neighbour<?> neighbour = side.neighbour.get()) {
            exchange(neighbour, side.outcome(dtype, sample, writeable), sample.array(dtype), writeable);
        }
    }

    private static <T> void exchange(Neighbour<T> neighbour, Outcome outcome, NdArray original, boolean writeable) {
        NdArray array = writeable ? original : original.asReadOnly();
        ZeroCopyArray hub = ZeroCopyArray.wrap(array);
        ExchangePlan plan = hub.explain(neighbour.target());
        assertThat(plan.outcome()).as(plan.toString()).isEqualTo(outcome);
        if (outcome == Outcome.ZERO_COPY) {
            assertThat(plan.bytes()).isZero();
            assertThat(plan.reason() + plan.remedy()).isEmpty();
            assertThat(plan.writers()).isNotBlank();
            try (View view = neighbour.view(hub.as(neighbour.target()))) {
                assertShared(array, view);
            }
            if (array.size() > 0 && writeable) {
                array.setDouble(1, new long[array.ndim()]); // whatever the exchange froze is free again
            }
            return;
        }
        assertThat(plan.bytes()).isEqualTo(outcome == Outcome.NEEDS_COPY ? array.nbytes() : 0);
        assertThat(plan.reason()).isNotBlank();
        assertThat(plan.remedy()).isNotBlank();
        assertThatThrownBy(() -> hub.as(neighbour.target())).isInstanceOf(ZeroCopyException.class)
                .hasMessageContainingAll(neighbour.target().name(), plan.reason(), plan.remedy());
    }

    private static void assertShared(NdArray array, View view) {
        assertThat(view.values()).containsExactly(Elements.values(array));
        if (array.size() == 0) {
            return;
        }
        assertThat(view.address()).isEqualTo(array.address());
        long[] first = new long[array.ndim()];
        if (array.isWriteable()) {
            array.setDouble(0, first);
            assertThat(view.values()[0]).as("the neighbour sees our write").isZero();
            array.setDouble(1, first);
            assertThat(view.values()[0]).isOne();
        } else {
            double before = view.values()[0];
            assertThatThrownBy(() -> array.setDouble(0, first)).isInstanceOf(ReadOnlyException.class);
            assertThat(view.values()[0]).isEqualTo(before);
        }
        double[] expected = view.zero() ? new double[(int) array.size()] : Elements.values(array);
        assertThat(Elements.values(array)).as("we see the neighbour's write").containsExactly(expected);
    }

    /** One copy as it was announced. */
    record Copy(String target, String reason, long bytes) {}

    @Test
    void aCopyHappensWhereItIsAllowedAndNeededAndIsAlwaysReported() throws Exception {
        List<Copy> expected = new ArrayList<>();
        List<Copy> reported = Copies.during(() -> cells().forEach(cell -> {
            Object[] of = cell.get();
            for (CopyPolicy policy : List.of(CopyPolicy.IF_NEEDED, CopyPolicy.ALWAYS)) {
                try (Scope _ = Scope.open(); Neighbour<?> neighbour = ((Side) of[0]).neighbour.get()) {
                    copy(neighbour, ((Sample) of[1]).array((DType) of[2]), (boolean) of[3], policy, expected);
                }
            }
        }));
        assertThat(expected).hasSizeGreaterThan(500);
        assertThat(reported).containsExactlyElementsOf(expected);
    }

    private static <T> void copy(Neighbour<T> neighbour, NdArray original, boolean writeable, CopyPolicy policy,
            List<Copy> expected) {
        NdArray array = writeable ? original : original.asReadOnly();
        ZeroCopyArray hub = ZeroCopyArray.wrap(array);
        ExchangePlan plan = hub.explain(neighbour.target());
        if (plan.outcome() == Outcome.REFUSED) {
            assertThatThrownBy(() -> hub.to(neighbour.target(), policy)).isInstanceOf(ZeroCopyException.class)
                    .hasMessageContaining(plan.reason());
            return;
        }
        boolean copies = policy == CopyPolicy.ALWAYS || !plan.isZeroCopy();
        if (copies) {
            expected.add(new Copy(neighbour.target().name(), plan.isZeroCopy() ? "asked for" : plan.reason(),
                    array.nbytes()));
        }
        double[] values = Elements.values(array);
        try (View view = neighbour.view(hub.to(neighbour.target(), policy))) {
            assertThat(view.values()).as("%s %s", policy, plan).containsExactly(values);
            if (array.size() > 0) {
                assertThat(view.address() == array.address()).as("%s %s: same bytes", policy, plan).isEqualTo(!copies);
            }
            if (copies) {
                view.zero();
                assertThat(Elements.values(array)).as("our bytes").containsExactly(values);
            }
        }
    }
}
