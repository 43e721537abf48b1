package io.arrayport.conformance.matrix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

import io.arrayport.conformance.matrix.Cell.Outcome;
import io.arrayport.core.dtype.DType;
import io.arrayport.core.exchange.ExchangePlan;
import io.arrayport.core.exchange.Target;
import io.arrayport.core.ndarray.NdArray;
import io.arrayport.dlpack.Dlpack;
import io.arrayport.dlpack.DlpackCapsule;
import org.junit.jupiter.api.Test;

/** Neighbours and sources that lie are found out. */
class TrialTest {
    private final AtomicLong copies = new AtomicLong();

    /** A neighbour that says one thing and does another. */
    private record Liar(ExchangePlan plan, boolean copies, CapsuleNeighbour honest)
            implements
                Neighbour<DlpackCapsule>,
                Target<DlpackCapsule> {
        @Override
        public String name() {
            return "liar";
        }

        @Override
        public Target<DlpackCapsule> target() {
            return this;
        }

        @Override
        public ExchangePlan plan(NdArray array) {
            return plan;
        }

        @Override
        public DlpackCapsule accept(NdArray array) {
            if (!copies) {
                return Dlpack.export(array);
            }
            try (NdArray copy = array.copy()) {
                return Dlpack.export(copy);
            }
        }

        @Override
        public View view(DlpackCapsule taken) {
            return honest.view(taken);
        }

        @Override
        public Expected expected(DType dtype, Sample sample, boolean writeable) {
            return Expected.SHARED;
        }
    }

    private Trial.Verdict verdict(ExchangePlan plan, boolean copies, Expected expected) {
        try (Origin.Made made = new OwnOrigin().make(DType.FLOAT32, Sample.CONTIGUOUS)) {
            return new Trial(this.copies).of(made, new Liar(plan, copies, new CapsuleNeighbour(true)), expected);
        }
    }

    private static void assertWrong(Trial.Verdict verdict, String what) {
        assertThat(verdict.outcome()).isEqualTo(Outcome.WRONG);
        assertThat(verdict.proof()).contains(what);
    }

    @Test
    void whoSharesIsBelieved() {
        Trial.Verdict verdict = verdict(ExchangePlan.zeroCopy("liar", "both"), false, Expected.SHARED);
        assertThat(verdict.outcome()).isEqualTo(Outcome.ZERO_COPY);
        assertThat(verdict.proof()).startsWith("both at 0x").endsWith("our write seen there, its write seen here");
    }

    @Test
    void aSilentCopyIsFound() {
        assertWrong(verdict(ExchangePlan.zeroCopy("liar", "both"), true, Expected.SHARED), "another address");
    }

    @Test
    void aPlanThatIsNotTheExpectedOneIsFound() {
        ExchangePlan refused = ExchangePlan.refused("liar", "no mood", "ask later");
        assertWrong(verdict(refused, false, Expected.SHARED), "no mood");
        assertWrong(verdict(refused, false, Expected.refused("no element type")), "no mood");
        assertThat(verdict(refused, false, Expected.refused("mood")))
                .isEqualTo(new Trial.Verdict(Outcome.REFUSED, "no mood"));
    }

    @Test
    void anImportThatIsElsewhereIsFound() {
        NdArray array = Sample.CONTIGUOUS.array(DType.FLOAT32);
        try (Origin.Made made = new Origin.Made(array, array.address() + 4, () -> {})) {
            assertWrong(new Trial(copies).of(made, new CapsuleNeighbour(true), Expected.SHARED),
                    "not where its source is");
        }
    }

    @Test
    void aCopyThatNobodyHeardOfIsAComplaint() {
        assertThat(new Matrix(List.of(), 2, 2, List.of()).complaints()).isEmpty();
        assertThat(new Matrix(List.of(), 2, 1, List.of()).complaints())
                .containsExactly("2 copies were asked for, and 1 reported");
        Cell wrong = new Cell("a", "b", "int8", "empty", Outcome.WRONG, "why");
        assertThat(new Matrix(List.of(wrong), 0, 0, List.of()).complaints())
                .containsExactly("a to b, int8, empty: why");
    }

    @Test
    void aPageWithoutMarksIsRefused() {
        assertThat(MatrixPage.put("a\n" + MatrixPage.BEGIN + "old\n" + MatrixPage.END + "b\n", "new\n"))
                .isEqualTo("a\n" + MatrixPage.BEGIN + "new\n" + MatrixPage.END + "b\n");
        assertThatThrownBy(() -> MatrixPage.put("a\n", "new\n")).hasMessageContaining("no lines");
    }
}
