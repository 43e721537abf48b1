package io.arrayport.conformance.bench.table;

import static io.arrayport.core.Np.np;

import java.util.List;

/** Products of matrices; n is the side. */
final class MatmulCases {
    private MatmulCases() {}

    static void add(List<BenchCase> cases) {
        Family family = new Family("matmul", cases);
        Input left = Input.of("a", Extent.SQUARE);
        Input right = Input.of("b", Extent.SQUARE);
        family.row("matmul", "a @ b").on(left, right).types(Family.FLOATS)
                .at(4L, 16L, 64L, 256L, 512L, 1024L, 2048L).quick().cold().fresh((a, b) -> np.matmul(a, b));
        family.row("matmul of integers", "a @ b").on(left, right).types("int64").at(4L, 64L, 256L)
                .fresh((a, b) -> np.matmul(a, b));
        family.row("transposed left", "a @ b").on(left.seen(".T"), right).at(64L, 1024L)
                .fresh((a, b) -> np.matmul(a, b));
        family.row("matrix and vector", "a @ b").on(left, Input.B).types(Family.FLOATS).at(16L, 256L, 2048L)
                .fresh((a, b) -> np.matmul(a, b));
        family.row("dot of vectors", "np.dot(a, b)").on(Input.A, Input.B).types(Family.FLOATS)
                .at(10L, 1_000L, 1_000_000L).fresh((a, b) -> np.dot(a, b));
    }
}
