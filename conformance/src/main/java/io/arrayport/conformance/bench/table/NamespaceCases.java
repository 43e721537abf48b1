package io.arrayport.conformance.bench.table;

import static io.arrayport.core.Np.np;
import static io.arrayport.core.Options.axis;
import static io.arrayport.core.Options.bins;
import static io.arrayport.core.Options.num;

import java.util.List;
import java.util.function.BinaryOperator;

import io.arrayport.core.ndarray.NdArray;

/** What else NumPy's main namespace moves, finds and counts. */
final class NamespaceCases {
    private static final Long[] SIZES = {1_000L, 100_000L, 1_000_000L};
    private static final Input MASK = Input.of("m", Extent.VECTOR).as("bool");
    private static final Input INDEX = Input.of("i", Extent.VECTOR).as("int64").filled(Fill.INDEX);
    private static final Input DISORDER = Input.A.filled(Fill.WIDE);
    private static final Input MATRIX = Input.of("a", Extent.MATRIX);

    private NamespaceCases() {}

    static void add(List<BenchCase> cases) {
        moving(new Family("moving", cases));
        finding(new Family("finding", cases));
        counting(new Family("counting", cases));
    }

    private static Family.Row row(Family family, String title, String numpy) {
        return family.row(title, numpy).at(SIZES);
    }

    private static void moving(Family family) {
        row(family, "repeat", "np.repeat(a, 3)").on(Input.A).types("float64", "uint8").quick().cold()
                .fresh(a -> np.repeat(a, 3));
        row(family, "repeat rows", "np.repeat(a, 3, axis=0)").on(MATRIX).fresh(a -> np.repeat(a, 3, axis(0)));
        row(family, "tile", "np.tile(a, 3)").on(Input.A).fresh(a -> np.tile(a, 3));
        row(family, "roll", "np.roll(a, 7)").on(Input.A).types("float64", "uint8").fresh(a -> np.roll(a, 7));
        row(family, "roll columns", "np.roll(a, 7, axis=1)").on(MATRIX).fresh(a -> np.roll(a, 7, axis(1)));
        row(family, "pad", "np.pad(a, 2)").on(MATRIX).fresh(a -> np.pad(a, 2));
        row(family, "flip, copied", "np.flip(a).copy()").on(Input.A).types("float64", "uint8")
                .fresh(a -> np.flip(a).copy());
        row(family, "concatenate columns", "np.concatenate((a, b), axis=1)").on(MATRIX, Input.of("b", Extent.MATRIX))
                .fresh((a, b) -> np.concatenate(List.of(a, b), axis(1)));
        row(family, "stack as columns", "np.stack((a, b), axis=1)").on(Input.A, Input.B)
                .fresh((a, b) -> np.stack(List.of(a, b), axis(1)));
        row(family, "tril", "np.tril(a)").on(MATRIX).types(Family.FLOATS).fresh(a -> np.tril(a));
        row(family, "triu", "np.triu(a)").on(MATRIX).fresh(a -> np.triu(a));
        row(family, "rot90, copied", "np.rot90(a).copy()").on(MATRIX).types("float64", "int32", "uint8")
                .fresh(a -> np.rot90(a).copy());
        row(family, "compress", "np.compress(m, a)").on(MASK, Input.A)
                .is(Outcome.FRESH, in -> two(in.get("m"), in.a(), np::compress));
        row(family, "put", "np.put(out, i, a)").on(Input.A, INDEX, Input.OUT).is(Outcome.WRITTEN, in -> {
            NdArray a = in.a();
            NdArray indices = in.get("i");
            NdArray target = in.out();
            return () -> {
                np.put(target, indices, a);
                return target;
            };
        });
        row(family, "take along axis", "np.take_along_axis(a, i, axis=0)").on(Input.A, INDEX)
                .is(Outcome.FRESH, in -> two(in.a(), in.get("i"), (a, i) -> np.takeAlongAxis(a, i, axis(0))));
        row(family, "delete", "np.delete(a, 7)").on(Input.A).fresh(a -> np.delete(a, 7));
        row(family, "packbits", "np.packbits(m)").on(MASK).is(Outcome.FRESH, in -> {
            NdArray mask = in.get("m");
            return () -> np.packbits(mask);
        });
    }

    private static Form.Call two(NdArray a, NdArray b, BinaryOperator<NdArray> call) {
        return () -> call.apply(a, b);
    }

    private static void finding(Family family) {
        row(family, "nonzero", "np.nonzero(a)[0]").on(Input.A.filled(Fill.INDEX)).types("float64", "int32", "uint8")
                .quick().cold().fresh(a -> np.nonzero(a).getFirst());
        row(family, "nonzero of a matrix", "np.nonzero(a > 25)[0]").on(MATRIX).fresh(a -> {
            NdArray mask = np.greater(a, 25);
            NdArray found = np.nonzero(mask).getFirst();
            mask.close();
            return found;
        });
        row(family, "argwhere", "np.argwhere(m)").on(MASK).is(Outcome.FRESH, in -> {
            NdArray mask = in.get("m");
            return () -> np.argwhere(mask);
        });
        row(family, "argpartition", "a[np.argpartition(a, a.size // 2)[a.size // 2:][:1]]").on(DISORDER)
                .types("float64", "int32").fresh(a -> {
                    long middle = a.size() / 2;
                    NdArray order = np.argpartition(a, middle);
                    NdArray found = np.take(a, order.get(String.valueOf(middle) + ":" + (middle + 1)));
                    order.close();
                    return found;
                });
        row(family, "digitize", "np.digitize(a, b)").on(Input.A, Input.of("b", Extent.ROW)).setup("b.sort()")
                .is(Outcome.FRESH, in -> {
                    NdArray bounds = in.b();
                    bounds.sort();
                    return two(in.a(), bounds, (a, b) -> np.digitize(a, b));
                });
        row(family, "searchsorted, float32", "np.searchsorted(s, a)")
                .on(DISORDER, Input.of("s", Extent.VECTOR).filled(Fill.WIDE)).types("float32", "int64")
                .setup("s.sort()").is(Outcome.FRESH, in -> {
                    NdArray sorted = in.get("s");
                    sorted.sort();
                    return two(sorted, in.a(), (s, a) -> np.searchsorted(s, a));
                });
        row(family, "isin", "np.isin(a, b)").on(Input.A, Input.of("b", Extent.ROW)).types("int64", "float64")
                .fresh((a, b) -> np.isin(a, b));
        row(family, "unique of many", "np.unique(a)").on(DISORDER).types("float64", "int32")
                .fresh(a -> np.unique(a));
        row(family, "intersect1d", "np.intersect1d(a, b)").on(Input.A.filled(Fill.INDEX), Input.B.filled(Fill.INDEX))
                .types("int64").fresh((a, b) -> np.intersect1d(a, b));
        row(family, "median of rows", "np.median(a, axis=1)").on(MATRIX.filled(Fill.WIDE))
                .fresh(a -> np.median(a, axis(1)));
        row(family, "percentile", "np.percentile(a, 90)").on(DISORDER).fresh(a -> np.percentile(a, 90));
    }

    private static void counting(Family family) {
        row(family, "bincount", "np.bincount(a)").on(Input.A).types("int64").quick().cold()
                .fresh(a -> np.bincount(a));
        row(family, "histogram", "np.histogram(a, bins=50)[0]").on(Input.A).types("float64", "int64").fresh(a -> {
            var made = np.histogram(a, bins(50));
            made.second().close();
            return made.first();
        });
        row(family, "interp", "np.interp(a, s, b)").on(Input.A, Input.B, Input.of("s", Extent.VECTOR))
                .setup("s.sort()").is(Outcome.FRESH, in -> {
                    NdArray a = in.a();
                    NdArray values = in.b();
                    NdArray sorted = in.get("s");
                    sorted.sort();
                    return () -> np.interp(a, sorted, values);
                });
        row(family, "gradient", "np.gradient(a)").on(Input.A).fresh(a -> np.gradient(a).getFirst());
        row(family, "convolve", "np.convolve(a, b)").on(Input.A, Input.of("b", Extent.ROW)).at(1_000L, 100_000L)
                .fresh((a, b) -> np.convolve(a, b));
        row(family, "outer", "np.outer(a, b)").on(Input.of("a", Extent.COLUMN), Input.of("b", Extent.ROW))
                .fresh((a, b) -> np.outer(a, b));
        row(family, "nansum", "np.nansum(a)").on(Input.A).fresh(a -> np.nansum(a));
        row(family, "nan to num", "np.nan_to_num(a)").on(Input.A).fresh(a -> np.nanToNum(a));
        row(family, "trapezoid", "np.trapezoid(a)").on(Input.A).fresh(a -> np.trapezoid(a));
        row(family, "cov", "np.cov(a[:8])").on(MATRIX).fresh(a -> np.cov(a.get(":8")));
        row(family, "cumulative product", "np.cumprod(a)").on(Input.A.filled(Fill.UNIT)).fresh(a -> np.cumprod(a));
        row(family, "linspace", "np.linspace(0, 1, a.size)").on(Input.A)
                .fresh(a -> np.linspace(0, 1, num(a.size())));
        row(family, "einsum of a matrix and a vector", "np.einsum('ij,j', a, b)").on(MATRIX, Input.of("b", Extent.ROW))
                .fresh((a, b) -> np.einsum("ij,j", a, b));
        row(family, "einsum of vectors", "np.einsum('i,i', a, b)").on(Input.A, Input.B)
                .fresh((a, b) -> np.einsum("i,i", a, b));
        row(family, "einsum, trace", "np.einsum('ij,ij->i', a, b)").on(MATRIX, Input.of("b", Extent.MATRIX))
                .fresh((a, b) -> np.einsum("ij,ij->i", a, b));
    }
}
