package io.arrayport.conformance.bench.table;

import static io.arrayport.core.Np.np;

import java.util.List;

import io.arrayport.core.layout.Shape;

/** Elementary functions, and comparisons. */
final class FunctionCases {
    private FunctionCases() {}

    static void add(List<BenchCase> cases) {
        transcendental(new Family("transcendental", cases));
        comparison(new Family("comparison", cases));
    }

    private static void transcendental(Family family) {
        family.row("exp", "np.exp(a)").on(Input.A.filled(Fill.SIGNED)).types("float64", "float32", "float16").quick()
                .cold().fresh(a -> np.exp(a));
        family.row("log", "np.log(a)").on(Input.A).types(Family.FLOATS).fresh(a -> np.log(a));
        family.row("sin", "np.sin(a)").on(Input.A.filled(Fill.SIGNED)).types(Family.FLOATS).fresh(a -> np.sin(a));
        family.row("cos", "np.cos(a)").on(Input.A.filled(Fill.SIGNED)).types(Family.FLOATS).fresh(a -> np.cos(a));
        family.row("tanh", "np.tanh(a)").on(Input.A.filled(Fill.SIGNED)).types(Family.FLOATS).fresh(a -> np.tanh(a));
        family.row("cbrt", "np.cbrt(a)").on(Input.A.filled(Fill.SIGNED)).types(Family.FLOATS).fresh(a -> np.cbrt(a));
        family.row("log1p", "np.log1p(a)").on(Input.A.filled(Fill.UNIT)).types(Family.FLOATS).fresh(a -> np.log1p(a));
        family.row("expm1", "np.expm1(a)").on(Input.A.filled(Fill.UNIT)).types(Family.FLOATS).fresh(a -> np.expm1(a));
        family.row("arctan", "np.arctan(a)").on(Input.A.filled(Fill.UNIT)).types(Family.FLOATS)
                .fresh(a -> np.arctan(a));
        family.row("sinh", "np.sinh(a)").on(Input.A.filled(Fill.UNIT)).types(Family.FLOATS).fresh(a -> np.sinh(a));
        family.row("arctan2", "np.arctan2(a, b)").on(Input.A, Input.B.filled(Fill.UNIT)).types(Family.FLOATS)
                .fresh((a, b) -> np.arctan2(a, b));
        family.row("hypot", "np.hypot(a, b)").on(Input.A, Input.B.filled(Fill.UNIT)).types(Family.FLOATS)
                .fresh((a, b) -> np.hypot(a, b));
        family.row("power", "np.power(a, b)").on(Input.A, Input.B.filled(Fill.UNIT)).types(Family.FLOATS)
                .fresh((a, b) -> np.power(a, b));
        family.row("complex exp", "np.exp(a)").on(Input.A.filled(Fill.UNIT)).types("complex128")
                .fresh(a -> np.exp(a));
    }

    private static void comparison(Family family) {
        family.row("less", "a < b").on(Input.A, Input.B).types("float64", "float32", "int64", "int32", "uint8")
                .quick().cold().fresh((a, b) -> np.less(a, b));
        family.row("equal", "a == b").on(Input.A, Input.B).types("float64", "int32").fresh((a, b) -> np.equal(a, b));
        family.row("greater than 25", "a > 25").on(Input.A).types("float64", "int32").fresh(a -> np.greater(a, 25));
        family.row("isnan", "np.isnan(a)").on(Input.A).types(Family.FLOATS).fresh(a -> np.isnan(a));
        family.row("logical and", "np.logical_and(a, b)").on(Input.A, Input.B).types("bool", "float64")
                .fresh((a, b) -> np.logicalAnd(a, b));
        family.row("allclose", "np.allclose(a, a)").on(Input.A)
                .fresh(a -> np.full(Shape.of(), np.allclose(a, a) ? 1 : 0, np.bool));
    }
}
