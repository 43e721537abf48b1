package io.arrayport.conformance.bench.table;

import static io.arrayport.core.Np.np;

import java.util.List;

import io.arrayport.core.layout.Shape;
import io.arrayport.core.memory.Scope;
import io.arrayport.core.ndarray.NdArray;

/** Making arrays, and expressions whose cost is their temporaries. */
final class AllocationCases {
    private AllocationCases() {}

    static void add(List<BenchCase> cases) {
        Family family = new Family("allocation", cases);
        family.row("empty", "np.empty(n)").is(Outcome.UNFILLED, in -> {
            Shape shape = in.vector();
            return () -> np.empty(shape, np.float64);
        });
        family.row("zeros", "np.zeros(n)").quick().cold().is(Outcome.FRESH, in -> {
            Shape shape = in.vector();
            return () -> np.zeros(shape, np.float64);
        });
        family.row("zeros, then written", "np.add(np.zeros(n), a)").on(Input.A).is(Outcome.FRESH, in -> {
            Shape shape = in.vector();
            NdArray a = in.a();
            return () -> {
                try (NdArray zeros = np.zeros(shape, np.float64)) {
                    return zeros.add(a);
                }
            };
        });
        family.row("ones", "np.ones(n)").is(Outcome.FRESH, in -> {
            Shape shape = in.vector();
            return () -> np.ones(shape, np.float64);
        });
        family.row("eye", "np.eye(int(n ** 0.5))").is(Outcome.FRESH, in -> {
            long rows = (long) Math.sqrt((double) in.n());
            return () -> np.eye(rows);
        });
        family.row("full", "np.full(n, 1.5)").is(Outcome.FRESH, in -> {
            Shape shape = in.vector();
            return () -> np.full(shape, 1.5, np.float64);
        });
        family.row("arange", "np.arange(n)").types("int64").is(Outcome.FRESH, in -> {
            long n = in.n();
            return () -> np.arange(n, np.int64);
        });
        family.row("copy", "a.copy()").on(Input.A).types("float64", "uint8").fresh(a -> a.copy());
        family.row("a*b + c", "a * b + c").on(Input.A, Input.B, Input.C).types(Family.FLOATS)
                .is(Outcome.FRESH, in -> {
                    NdArray a = in.a();
                    NdArray b = in.b();
                    NdArray c = in.get("c");
                    return () -> {
                        try (NdArray product = a.multiply(b)) {
                            return product.add(c);
                        }
                    };
                });
        family.row("a*b + c, left to the collector", "a * b + c").on(Input.A, Input.B, Input.C)
                .at(1_000L, 100_000L, 1_000_000L, 10_000_000L).is(Outcome.FRESH, in -> {
                    NdArray a = in.a();
                    NdArray b = in.b();
                    NdArray c = in.get("c");
                    return () -> a.multiply(b).add(c);
                });
        family.row("ten operations", "((((a + b) * a - c) * b + a) * c - b) * a + b - c").on(Input.A, Input.B, Input.C)
                .is(Outcome.FRESH, AllocationCases::tenOperations);
    }

    /** As a user writes it: one scope closes all temporaries. */
    private static Form.Call tenOperations(Inputs in) {
        NdArray a = in.a();
        NdArray b = in.b();
        NdArray c = in.get("c");
        return () -> {
            try (Scope scope = np.scope()) {
                return scope.keep(a.add(b).multiply(a).subtract(c).multiply(b).add(a).multiply(c).subtract(b)
                        .multiply(a).add(b).subtract(c));
            }
        };
    }
}
