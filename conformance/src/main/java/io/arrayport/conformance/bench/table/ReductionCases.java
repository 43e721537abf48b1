package io.arrayport.conformance.bench.table;

import static io.arrayport.core.Np.np;
import static io.arrayport.core.Options.axis;

import java.util.List;

/** Many elements to one, or to one a row or a column; and running sums. */
final class ReductionCases {
    private static final Input MATRIX = Input.of("a", Extent.MATRIX);

    private ReductionCases() {}

    static void add(List<BenchCase> cases) {
        reductions(new Family("reduction", cases));
        running(new Family("cumsum", cases));
    }

    private static void reductions(Family family) {
        family.row("sum", "np.sum(a)").on(Input.A).types("float64", "float32", "int64", "int32", "uint8", "float16")
                .quick().cold().fresh(a -> np.sum(a));
        family.row("sum axis 0", "np.sum(a, axis=0)").on(MATRIX).types(Family.FOUR).fresh(a -> np.sum(a, axis(0)));
        family.row("sum axis 1", "np.sum(a, axis=1)").on(MATRIX).types(Family.FOUR).fresh(a -> np.sum(a, axis(1)));
        family.row("mean", "np.mean(a)").on(Input.A).types("float64", "float32", "int32").fresh(a -> np.mean(a));
        family.row("mean axis 0", "np.mean(a, axis=0)").on(MATRIX).fresh(a -> np.mean(a, axis(0)));
        family.row("prod", "np.prod(a)").on(Input.A.filled(new Fill(0.999999, 1.000001))).types("float64")
                .fresh(a -> np.prod(a));
        family.row("max", "np.max(a)").on(Input.A).types("float64", "float32", "int32", "uint8").fresh(a -> np.max(a));
        family.row("max axis 0", "np.max(a, axis=0)").on(MATRIX).types("float64", "int32")
                .fresh(a -> np.max(a, axis(0)));
        family.row("min axis 1", "np.min(a, axis=1)").on(MATRIX).types("float64", "int32")
                .fresh(a -> np.min(a, axis(1)));
        family.row("argmax", "np.argmax(a)").on(Input.A.filled(Fill.WIDE)).types("float64", "int32")
                .fresh(a -> np.argmax(a));
        family.row("std", "np.std(a)").on(Input.A).types(Family.FLOATS).fresh(a -> np.std(a));
        family.row("var axis 0", "np.var(a, axis=0)").on(MATRIX).fresh(a -> np.var(a, axis(0)));
        family.row("any of none", "np.any(a)").on(Input.A.filled(Fill.ZERO)).types("bool").fresh(a -> np.any(a));
        family.row("count nonzero", "np.count_nonzero(a)").on(Input.A).types("bool", "float64")
                .fresh(a -> np.countNonzero(a));
        family.row("median", "np.median(a)").on(Input.A.filled(Fill.WIDE)).fresh(a -> np.median(a));
    }

    private static void running(Family family) {
        family.row("cumsum", "np.cumsum(a)").on(Input.A).types(Family.FOUR).quick().cold().fresh(a -> np.cumsum(a));
        family.row("cumsum axis 0", "np.cumsum(a, axis=0)").on(MATRIX).fresh(a -> np.cumsum(a, axis(0)));
        family.row("cumsum axis 1", "np.cumsum(a, axis=1)").on(MATRIX).fresh(a -> np.cumsum(a, axis(1)));
        family.row("diff", "np.diff(a)").on(Input.A).fresh(a -> np.diff(a));
    }
}
