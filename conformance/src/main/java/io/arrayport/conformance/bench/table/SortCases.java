package io.arrayport.conformance.bench.table;

import java.util.List;

/** Sorting and searching, of numbers in disorder. */
final class SortCases {
    private static final Input DISORDER = Input.A.filled(Fill.WIDE);

    private SortCases() {}

    static void add(List<BenchCase> cases) {
        Family sort = new Family("sort", cases);
        sort.row("sort", "np.sort(a)").on(DISORDER).types(Family.FOUR).quick().cold().missing("sort");
        sort.row("stable sort", "np.sort(a, kind='stable')").on(DISORDER).types("float64", "int32").missing("sort");
        sort.row("sort rows", "np.sort(a, axis=1)").on(Input.of("a", Extent.MATRIX).filled(Fill.WIDE))
                .missing("sort");
        sort.row("partition", "np.partition(a, a.size // 2)").on(DISORDER).missing("partition");
        sort.row("unique", "np.unique(a)").on(Input.A).types("int64").at(10L, 1_000L, 100_000L, 1_000_000L)
                .missing("unique");
        sort.row("searchsorted", "np.searchsorted(s, a)").on(DISORDER, Input.of("s", Extent.VECTOR).filled(Fill.WIDE))
                .setup("s.sort()").at(10L, 1_000L, 100_000L, 1_000_000L).missing("searchsorted");

        Family argsort = new Family("argsort", cases);
        argsort.row("argsort", "np.argsort(a)").on(DISORDER).types(Family.FOUR).quick().cold().missing("argsort");
        argsort.row("stable argsort", "np.argsort(a, kind='stable')").on(DISORDER).missing("argsort");
    }
}
