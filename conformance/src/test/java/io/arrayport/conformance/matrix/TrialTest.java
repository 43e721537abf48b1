package io.arrayport.conformance.matrix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;

import io.arrayport.conformance.matrix.Cell.Outcome;
import io.arrayport.core.dtype.DType;
import io.arrayport.core.exchange.ExchangePlan;
import io.arrayport.core.exchange.ExchangePlan.Writers;
import io.arrayport.core.exchange.Target;
import io.arrayport.core.ndarray.NdArray;
import io.arrayport.dlpack.Dlpack;
import io.arrayport.dlpack.DlpackCapsule;
import org.junit.jupiter.api.Test;

/** Neighbours and sources that lie are found out. */
class TrialTest {
    private final Copies copies = new Copies();

    /** A neighbour that says one thing and does another. */
    private record Liar(ExchangePlan plan, boolean copies, CapsuleNeighbour honest)
            implements Neighbour<DlpackCapsule>, Target<DlpackCapsule> {
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
        Trial.Verdict verdict = verdict(ExchangePlan.zeroCopy("liar", Writers.BOTH.toString()), false, Expected.SHARED);
        assertThat(verdict.outcome()).isEqualTo(Outcome.ZERO_COPY);
        assertThat(verdict.proof()).startsWith("both at 0x").endsWith("our write seen there, its write seen here");
    }

    @Test
    void aSilentCopyIsFound() {
        assertWrong(verdict(ExchangePlan.zeroCopy("liar", Writers.BOTH.toString()), true, Expected.SHARED),
                "another address");
    }

    @Test
    void aPlanThatIsWrongAboutWhoWritesIsFound() {
        assertWrong(verdict(ExchangePlan.zeroCopy("liar", Writers.NEITHER.with("promised")), false, Expected.SHARED),
                "the plan says that neither side can write: promised, seen was that both sides can write");
        assertWrong(verdict(new ExchangePlan(ExchangePlan.Outcome.ZERO_COPY, "liar", 24, "", "", ""), false,
                Expected.SHARED), "it moves 24 bytes");
    }

    @Test
    void anImportThatWasPlannedOtherwiseIsFound() {
        NdArray array = Sample.CONTIGUOUS.array(DType.FLOAT32);
        ExchangePlan plan = ExchangePlan.zeroCopy("array", ExchangePlan.ofImport(true));
        try (Origin.Made made = new Origin.Made(array, array.address(), () -> {}, plan)) {
            assertWrong(new Trial(copies).of(made, new CapsuleNeighbour(true), Expected.SHARED),
                    "the import was planned otherwise");
        }
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
        Copies said = new Copies();
        said.add(new Copies.Copy("x", "asked for", 24));
        assertThat(new Matrix(List.of(), said, said, List.of()).complaints()).isEmpty();
        Copies heard = new Copies();
        heard.add(new Copies.Copy("x", "asked for", 12));
        assertThat(new Matrix(List.of(), said, heard, List.of()).complaints()).containsExactly(
                "12 bytes to x (asked for): foretold 0 times, reported 1 times",
                "24 bytes to x (asked for): foretold 1 times, reported 0 times");
        Cell wrong = new Cell("a", "b", "int8", "empty", Outcome.WRONG, "why");
        assertThat(new Matrix(List.of(wrong), said, said, List.of()).complaints())
                .containsExactly("a to b, int8, empty: why");
    }

    @Test
    void aPageWithoutMarksIsRefused() {
        assertThat(MatrixPage.put("a\n" + MatrixPage.BEGIN + "old\n" + MatrixPage.END + "b\n", "new\n"))
                .isEqualTo("a\n" + MatrixPage.BEGIN + "new\n" + MatrixPage.END + "b\n");
        assertThatThrownBy(() -> MatrixPage.put("a\n", "new\n")).hasMessageContaining("no lines");
    }
}
