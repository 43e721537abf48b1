package io.arrayport.conformance.bench.table;

import static io.arrayport.core.Np.np;
import static io.arrayport.core.Options.axis;
import static io.arrayport.core.Options.out;
import static io.arrayport.core.Options.where;

import java.util.List;

import io.arrayport.core.ndarray.NdArray;

/** Choosing elements by a condition, by number, or by a mask; joining. */
final class SelectionCases {
    private static final Input MASK = Input.of("m", Extent.VECTOR).as("bool");
    private static final Input INDEX = Input.of("i", Extent.VECTOR).as("int64").filled(Fill.INDEX);

    private SelectionCases() {}

    static void add(List<BenchCase> cases) {
        Family where = new Family("where", cases);
        where.row("where", "np.where(m, a, b)").on(MASK, Input.A, Input.B).types("float64", "float32", "int32", "uint8")
                .quick().cold().is(Outcome.FRESH, in -> {
                    NdArray mask = in.get("m");
                    NdArray a = in.a();
                    NdArray b = in.b();
                    return () -> np.where(mask, a, b);
                });
        where.row("where, number", "np.where(m, a, 0)").on(MASK, Input.A).is(Outcome.FRESH, in -> {
            NdArray mask = in.get("m");
            NdArray a = in.a();
            return () -> np.where(mask, a, 0);
        });
        where.row("add where", "np.add(a, b, out=out, where=m)").on(MASK, Input.A, Input.B, Input.OUT)
                .is(Outcome.WRITTEN, in -> {
                    NdArray a = in.a();
                    NdArray b = in.b();
                    NdArray target = in.out();
                    NdArray mask = in.get("m");
                    return () -> np.add(a, b, out(target), where(mask));
                });

        Family take = new Family("take", cases);
        take.row("take", "np.take(a, i)").on(Input.A, INDEX).types("float64", "float32", "int32").quick().cold()
                .is(Outcome.FRESH, in -> {
                    NdArray a = in.a();
                    NdArray indices = in.get("i");
                    return () -> np.take(a, indices);
                });
        take.row("index array", "a[i]").on(Input.A, INDEX).types("float64", "int32").is(Outcome.FRESH, in -> {
            NdArray a = in.a();
            NdArray indices = in.get("i");
            return () -> a.get(indices);
        });
        take.row("rows", "np.take(a, i, axis=0)")
                .on(Input.of("a", Extent.MATRIX), Input.of("i", Extent.COLUMN).as("int64").filled(Fill.ZERO))
                .setup("i = i.reshape(-1) + np.arange(i.size)[::-1]").is(Outcome.FRESH, in -> {
                    NdArray a = in.a();
                    NdArray indices = in.get("i").reshape(-1).add(np.arange(in.get("i").size()).get("::-1"));
                    return () -> np.take(a, indices, axis(0));
                });
        take.row("concatenate", "np.concatenate((a, b))").on(Input.A, Input.B).types("float64", "uint8")
                .fresh((a, b) -> np.concatenate(List.of(a, b)));

        Family masks = new Family("mask", cases);
        masks.row("a[m]", "a[m]").on(MASK, Input.A).types("float64", "int32", "uint8").quick().cold()
                .is(Outcome.FRESH, in -> {
                    NdArray a = in.a();
                    NdArray mask = in.get("m");
                    return () -> a.get(mask);
                });
        masks.row("a[m] = 0", "out[m] = 0").on(MASK, Input.OUT).types("float64", "int32")
                .is(Outcome.WRITTEN, in -> {
                    NdArray target = in.out();
                    NdArray mask = in.get("m");
                    return () -> {
                        target.set(0, mask);
                        return target;
                    };
                });
        masks.row("nonzero", "np.nonzero(m)[0]").on(MASK).types("bool").is(Outcome.FRESH, in -> {
            NdArray mask = in.get("m");
            return () -> np.nonzero(mask).getFirst();
        });
    }
}
