package io.arrayport.conformance.bench.table;

import static io.arrayport.core.Np.np;
import static io.arrayport.core.Options.axis;
import static io.arrayport.core.Options.out;

import java.util.List;

import io.arrayport.core.ndarray.Expr;
import io.arrayport.core.ndarray.FusedFunction;

/** Whole expressions at once, where NumPy computes one part after the other. */
final class FusedCases {
    private static final FusedFunction.Ternary MULTIPLY_ADD = np.fuse((a, b, c) -> a.multiply(b).add(c));
    private static final FusedFunction.Binary TEN = np.fuse(FusedCases::ten);
    private static final FusedFunction.Binary DISTANCE = np.fuse((a, b) -> {
        Expr apart = a.subtract(b);
        return apart.multiply(apart).sum();
    });
    private static final FusedFunction.Binary ROWS = np.fuse((a, b) -> {
        Expr apart = a.subtract(b);
        return apart.multiply(apart).sum(axis(1));
    });
    private static final FusedFunction.Ternary NORMALIZE = np.fuse((a, b, c) -> a.subtract(b).multiply(c).add(1));

    private FusedCases() {}

    static void add(List<BenchCase> cases) {
        Family family = new Family("fused", cases);
        family.row("multiply add", "a * b + c").on(Input.A, Input.B, Input.C).types(Family.FOUR).quick().cold()
                .is(Outcome.FRESH, in -> () -> MULTIPLY_ADD.call(in.a(), in.b(), in.get("c")));
        family.row("multiply add into out", "np.add(np.multiply(a, b, out=out), c, out=out)")
                .on(Input.A, Input.B, Input.C, Input.OUT).types(Family.FLOATS)
                .is(Outcome.WRITTEN, in -> () -> MULTIPLY_ADD.call(in.a(), in.b(), in.get("c"), out(in.out())));
        family.row("ten operations", "np.where(a > b, np.exp(-(a - b) * (a - b) * 0.5) * a + b, a * 0.1 - b)")
                .on(Input.A, Input.B).types(Family.FLOATS)
                .is(Outcome.FRESH, in -> () -> TEN.call(in.a(), in.b()));
        family.row("squared distance", "np.sum((a - b) * (a - b))").on(Input.A, Input.B).types(Family.FLOATS)
                .is(Outcome.FRESH, in -> () -> DISTANCE.call(in.a(), in.b()));
        Input matrix = Input.of("a", Extent.MATRIX);
        family.row("squared distance of rows", "np.sum((a - b) * (a - b), axis=1)")
                .on(matrix, Input.of("b", Extent.ROW)).types(Family.FLOATS)
                .is(Outcome.FRESH, in -> () -> ROWS.call(in.a(), in.b()));
        family.row("matrix and rows", "(a - b) * c + 1")
                .on(matrix, Input.of("b", Extent.ROW), Input.of("c", Extent.ROW)).types(Family.FLOATS)
                .is(Outcome.FRESH, in -> () -> NORMALIZE.call(in.a(), in.b(), in.get("c")));
    }

    private static Expr ten(Expr a, Expr b) {
        Expr apart = a.subtract(b);
        Expr bell = np.exp.call(apart.negative().multiply(a.subtract(b)).multiply(0.5));
        return np.where(a.greater(b), bell.multiply(a).add(b), a.multiply(0.1).subtract(b));
    }
}
