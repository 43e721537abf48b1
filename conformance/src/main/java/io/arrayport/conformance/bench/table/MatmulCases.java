package io.arrayport.conformance.bench.table;

import static io.arrayport.core.Np.np;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Products of matrices; n is the side. */
final class MatmulCases {
    private MatmulCases() {}

    static void add(List<BenchCase> cases) {
        Family family = new Family("matmul", cases);
        Input left = Input.of("a", Extent.SQUARE);
        Input right = Input.of("b", Extent.SQUARE);
        family.row("matmul", "a @ b").on(left, right).types(Family.FLOATS)
                .at(4L, 16L, 64L, 256L, 512L, 1024L, 2048L).quick().cold().fresh((a, b) -> np.matmul(a, b));
        for (Map.Entry<String, Extent> batch : new TreeMap<>(Map.of("1 row", Extent.ROWS1, "8 rows",
                Extent.ROWS8, "64 rows", Extent.ROWS64)).entrySet()) {
            family.row(batch.getKey() + " by a matrix", "a @ b").on(Input.of("a", batch.getValue()), right)
                    .types(Family.FLOATS).at(64L, 256L, 512L, 1024L, 2048L).fresh((a, b) -> np.matmul(a, b));
            family.row(batch.getKey() + " by a transposed matrix", "a @ b")
                    .on(Input.of("a", batch.getValue()), right.seen(".T")).types(Family.FLOATS)
                    .at(64L, 256L, 512L, 1024L, 2048L).fresh((a, b) -> np.matmul(a, b));
        }
        family.row("8 rows by a matrix of halves", "a @ b").on(Input.of("a", Extent.ROWS8), right).types("float16")
                .at(64L, 512L).fresh((a, b) -> np.matmul(a, b));
        family.row("matmul of integers", "a @ b").on(left, right).types("int64").at(4L, 64L, 256L)
                .fresh((a, b) -> np.matmul(a, b));
        family.row("transposed left", "a @ b").on(left.seen(".T"), right).at(64L, 1024L)
                .fresh((a, b) -> np.matmul(a, b));
        family.row("matrix and vector", "a @ b").on(left, Input.B).types(Family.FLOATS).at(16L, 256L, 2048L)
                .fresh((a, b) -> np.matmul(a, b));
        family.row("matmul of complex", "a @ b").on(left, right).types("complex128", "complex64").at(4L, 64L, 256L)
                .fresh((a, b) -> np.matmul(a, b));
        family.row("matrix by its transpose", "a @ a.T").on(left).types(Family.FLOATS).at(64L, 256L, 1024L)
                .fresh(a -> np.matmul(a, a.transpose()));
        family.row("stack of small matrices", "a.reshape(-1, 4, 4) @ b.reshape(-1, 4, 4)").on(Input.A, Input.B)
                .at(1_600L, 160_000L).fresh((a, b) -> np.matmul(a.reshape(-1, 4, 4), b.reshape(-1, 4, 4)));
        family.row("stack of middling matrices", "a.reshape(-1, 32, 32) @ b.reshape(-1, 32, 32)")
                .on(Input.A, Input.B).at(102_400L)
                .fresh((a, b) -> np.matmul(a.reshape(-1, 32, 32), b.reshape(-1, 32, 32)));
        family.row("vdot", "np.vdot(a, b)").on(Input.A, Input.B).types("float64", "complex128")
                .at(10L, 1_000L, 1_000_000L).fresh((a, b) -> np.vdot(a, b));
        family.row("inner", "np.inner(a, b)").on(Input.A, Input.B).at(10L, 1_000L, 1_000_000L)
                .fresh((a, b) -> np.inner(a, b));
        family.row("dot of vectors", "np.dot(a, b)").on(Input.A, Input.B).types(Family.FLOATS)
                .at(10L, 1_000L, 1_000_000L).fresh((a, b) -> np.dot(a, b));
    }
}
