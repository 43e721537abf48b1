package io.arrayport.conformance.bench.table;

import static io.arrayport.core.Np.np;
import static io.arrayport.core.Options.axis;

import java.util.List;

/** The same arithmetic where elements do not lie side by side, or are used more than once. */
final class LayoutCases {
    private static final Input MATRIX = Input.of("a", Extent.MATRIX);
    private static final Input OTHER = Input.of("b", Extent.MATRIX);

    private LayoutCases() {}

    static void add(List<BenchCase> cases) {
        strided(new Family("strided", cases));
        transposed(new Family("transposed", cases));
        broadcast(new Family("broadcast", cases));
    }

    private static void strided(Family family) {
        Input everyOther = Input.of("a", Extent.TWICE).seen("[::2]");
        family.row("add every other", "a + b").on(everyOther, Input.of("b", Extent.TWICE).seen("[::2]"))
                .types(Family.FLOATS).quick().cold().fresh((a, b) -> a.add(b));
        family.row("add backwards", "a + b").on(Input.A.seen("[::-1]"), Input.B).types("float64", "int32")
                .fresh((a, b) -> a.add(b));
        family.row("add every other column", "a + b")
                .on(Input.of("a", Extent.WIDE).seen("[:, ::2]"), OTHER)
                .fresh((a, b) -> a.add(b));
        family.row("sum every other", "np.sum(a)").on(everyOther).types(Family.FLOATS).fresh(a -> np.sum(a));
        family.row("copy every other", "a.copy()").on(everyOther).types("float64", "uint8").fresh(a -> a.copy());
    }

    private static void transposed(Family family) {
        Input turned = Input.of("a", Extent.TURNED).seen(".T");
        family.row("add to plain", "a + b").on(turned, OTHER).types(Family.FLOATS).quick().cold()
                .fresh((a, b) -> a.add(b));
        family.row("add both", "a + b").on(turned, Input.of("b", Extent.TURNED).seen(".T"))
                .fresh((a, b) -> a.add(b));
        family.row("copy", "np.ascontiguousarray(a)").on(turned).types("float64", "float32", "uint8")
                .fresh(a -> np.ascontiguousarray(a));
        family.row("sum axis 0", "np.sum(a, axis=0)").on(turned).fresh(a -> np.sum(a, axis(0)));
        family.row("sum axis 1", "np.sum(a, axis=1)").on(turned).fresh(a -> np.sum(a, axis(1)));
    }

    private static void broadcast(Family family) {
        family.row("matrix and row", "a + b").on(MATRIX, Input.of("b", Extent.ROW)).types(Family.FLOATS).quick().cold()
                .fresh((a, b) -> a.add(b));
        family.row("matrix and column", "a + b").on(MATRIX, Input.of("b", Extent.COLUMN)).types(Family.FLOATS)
                .fresh((a, b) -> a.add(b));
        family.row("column and row", "a * b").on(Input.of("a", Extent.COLUMN), Input.of("b", Extent.ROW))
                .types("float64", "int32").fresh((a, b) -> a.multiply(b));
    }
}
