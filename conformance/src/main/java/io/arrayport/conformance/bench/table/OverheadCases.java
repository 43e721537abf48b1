package io.arrayport.conformance.bench.table;

import static io.arrayport.core.Np.np;

import java.util.List;

import io.arrayport.core.index.Index;
import io.arrayport.core.ndarray.NdArray;

/** What is left when there is next to nothing to compute: ten elements, one element, or only a view. */
final class OverheadCases {
    private static final Long TEN = 10L;
    private static final Input MATRIX = Input.of("a", Extent.MATRIX);

    private OverheadCases() {}

    static void add(List<BenchCase> cases) {
        Family family = new Family("overhead", cases);
        family.row("slice", "a[2:8]").on(Input.A).at(TEN).quick().cold().view(a -> a.get(Index.slice(2L, 8L)));
        family.row("slice, by text", "a[2:8]").on(Input.A).at(TEN).view(a -> a.get("2:8"));
        family.row("transpose", "a.T").on(MATRIX).at(TEN).view(a -> a.transpose());
        family.row("reshape", "a.reshape(5, 2)").on(MATRIX).at(TEN).view(a -> a.reshape(5, 2));
        family.row("row of a matrix", "a[1]").on(MATRIX).at(TEN).view(a -> a.get(Index.at(1)));
        family.row("new axis", "a[:, None]").on(Input.A).at(TEN).view(a -> a.expandDims(1));
        family.row("read an element", "a.item(3) and a").on(Input.A).at(TEN).is(Outcome.VIEW, in -> {
            NdArray a = in.a();
            double[] sink = new double[1];
            return () -> {
                sink[0] += a.getDouble(3);
                return a;
            };
        });
        family.row("write an element", "out[3] = 7").on(Input.OUT).at(TEN).is(Outcome.WRITTEN, in -> {
            NdArray out = in.out();
            return () -> {
                out.setDouble(7, 3);
                return out;
            };
        });
        family.row("array of three numbers", "np.array((1.0, 2.0, 3.0))").at(TEN)
                .is(Outcome.FRESH, in -> () -> np.array(1.0, 2.0, 3.0));
        family.row("print", "str(a) and a").on(Input.A).at(TEN).is(Outcome.VIEW, in -> {
            NdArray a = in.a();
            return () -> {
                if (a.toString().isEmpty()) {
                    throw new AssertionError("nothing printed");
                }
                return a;
            };
        });
    }
}
