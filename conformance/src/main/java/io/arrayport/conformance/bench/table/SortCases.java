package io.arrayport.conformance.bench.table;

import static io.arrayport.core.Np.np;
import static io.arrayport.core.Options.axis;
import static io.arrayport.core.Options.kind;
import static io.arrayport.core.Options.slice;

import java.util.List;

import io.arrayport.core.ndarray.NdArray;
import io.arrayport.core.ndarray.SortKind;

/** Sorting and searching, of numbers in disorder. */
final class SortCases {
    private static final Input DISORDER = Input.A.filled(Fill.WIDE);

    private SortCases() {}

    static void add(List<BenchCase> cases) {
        Family sort = new Family("sort", cases);
        sort.row("sort", "np.sort(a)").on(DISORDER).types(Family.FOUR).quick().cold().fresh(a -> np.sort(a));
        sort.row("stable sort", "np.sort(a, kind='stable')").on(DISORDER).types("float64", "int32")
                .fresh(a -> np.sort(a, kind(SortKind.STABLE)));
        sort.row("sort rows", "np.sort(a, axis=1)").on(Input.of("a", Extent.MATRIX).filled(Fill.WIDE))
                .fresh(a -> np.sort(a, axis(1)));
        // Of the others there is no one order
        sort.row("partition", "np.partition(a, a.size // 2)[a.size // 2:][:1]").on(DISORDER).fresh(a -> {
            long middle = a.size() / 2;
            return np.partition(a, middle).get(slice(middle, middle + 1));
        });
        sort.row("unique", "np.unique(a)").on(Input.A).types("int64").at(10L, 1_000L, 100_000L, 1_000_000L)
                .fresh(a -> np.unique(a));
        sort.row("searchsorted", "np.searchsorted(s, a)").on(DISORDER, Input.of("s", Extent.VECTOR).filled(Fill.WIDE))
                .setup("s.sort()").at(10L, 1_000L, 100_000L, 1_000_000L)
                .is(Outcome.FRESH, in -> {
                    NdArray a = in.a();
                    NdArray s = in.get("s");
                    s.sort();
                    return () -> np.searchsorted(s, a);
                });

        Input distinct = Input.A.filled(Fill.DISTINCT);
        Family argsort = new Family("argsort", cases);
        argsort.row("argsort", "np.argsort(a)").on(distinct).types(Family.FOUR).quick().cold()
                .fresh(a -> np.argsort(a));
        argsort.row("stable argsort", "np.argsort(a, kind='stable')").on(distinct)
                .fresh(a -> np.argsort(a, kind(SortKind.STABLE)));
    }
}
