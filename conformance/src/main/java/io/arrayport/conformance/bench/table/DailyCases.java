package io.arrayport.conformance.bench.table;

import static io.arrayport.core.Np.np;
import static io.arrayport.core.Options.N;
import static io.arrayport.core.Options.append;
import static io.arrayport.core.Options.axis;
import static io.arrayport.core.Options.bins;
import static io.arrayport.core.Options.kind;
import static io.arrayport.core.Options.minlength;
import static io.arrayport.core.Options.mode;
import static io.arrayport.core.Options.n;
import static io.arrayport.core.Options.num;
import static io.arrayport.core.Options.returnCounts;
import static io.arrayport.core.Options.returnInverse;
import static io.arrayport.core.Options.weights;

import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;

import io.arrayport.core.index.Index;
import io.arrayport.core.layout.Shape;
import io.arrayport.core.ndarray.ConvolveMode;
import io.arrayport.core.ndarray.NdArray;
import io.arrayport.core.ndarray.PadMode;
import io.arrayport.core.ndarray.SortKind;

/** One row for each function of the main namespace that people call from day to day and no other table has. */
final class DailyCases {
    private static final Long[] SIZES = {1_000L, 100_000L, 1_000_000L};
    private static final Input MATRIX = Input.of("a", Extent.MATRIX);
    private static final Input OTHER = Input.of("b", Extent.MATRIX);
    private static final Input DISORDER = Input.A.filled(Fill.WIDE);
    private static final Input MASK = Input.of("m", Extent.VECTOR).as("bool");
    private static final Input BYTES = Input.A.as("uint8");
    /** Rows of a hundred elements. */
    private static final Input ROWS = Input.of("a", Extent.HUNDREDS);

    private DailyCases() {}

    static void add(List<BenchCase> cases) {
        rows(new Family("rows", cases));
        arranging(new Family("arranging", cases));
        choosing(new Family("choosing", cases));
        statistics(new Family("statistics", cases));
        series(new Family("series", cases));
    }

    private static Family.Row row(Family family, String title, String numpy) {
        return family.row(title, numpy).at(SIZES);
    }

    /** Keeps one of several results. */
    private static NdArray kept(List<NdArray> all, int which) {
        for (int i = 0; i < all.size(); i++) {
            if (i != which && all.get(i).storage() != all.get(which).storage()) {
                all.get(i).close();
            }
        }
        return all.get(which);
    }

    private static void mask(Family.Row row, Function<NdArray, NdArray> call) {
        row.is(Outcome.FRESH, in -> {
            NdArray mask = in.get("m");
            return () -> call.apply(mask);
        });
    }

    private static void masked(Family.Row row, BiFunction<NdArray, NdArray, NdArray> call) {
        row.on(MASK).is(Outcome.FRESH, in -> {
            NdArray mask = in.get("m");
            NdArray a = in.a();
            return () -> call.apply(mask, a);
        });
    }

    /** Short strips, of which there are many. */
    private static void rows(Family family) {
        Input disorder = ROWS.filled(Fill.WIDE);
        row(family, "sort", "np.sort(a, axis=1)").on(disorder).types(Family.FOUR).quick().cold()
                .fresh(a -> np.sort(a, axis(1)));
        row(family, "sort, columns", "np.sort(a, axis=0)").on(MATRIX.filled(Fill.WIDE)).types(Family.FLOATS)
                .fresh(a -> np.sort(a, axis(0)));
        row(family, "argsort", "np.argsort(a, axis=1)").on(ROWS.filled(Fill.DISTINCT)).types("float64", "int32")
                .fresh(a -> np.argsort(a, axis(1)));
        row(family, "stable argsort", "np.argsort(a, axis=1, kind='stable')").on(ROWS.filled(Fill.DISTINCT))
                .fresh(a -> np.argsort(a, axis(1), kind(SortKind.STABLE)));
        row(family, "argpartition", "np.take_along_axis(a, np.argpartition(a, 50, axis=1)[:, 50:51], axis=1)")
                .on(disorder).fresh(a -> {
                    NdArray order = np.argpartition(a, 50, axis(1));
                    NdArray found = np.takeAlongAxis(a, order.get(":, 50:51"), axis(1));
                    order.close();
                    return found;
                });
        row(family, "partition", "np.partition(a, 50, axis=1)[:, 50:51]").on(disorder)
                .fresh(a -> np.partition(a, 50, axis(1)).get(":, 50:51"));
        row(family, "median", "np.median(a, axis=1)").on(disorder).fresh(a -> np.median(a, axis(1)));
        row(family, "percentile", "np.percentile(a, 90, axis=1)").on(disorder)
                .fresh(a -> np.percentile(a, 90, axis(1)));
        row(family, "cumsum", "np.cumsum(a, axis=1)").on(ROWS).fresh(a -> np.cumsum(a, axis(1)));
        row(family, "diff", "np.diff(a, axis=1)").on(ROWS).fresh(a -> np.diff(a, axis(1)));
        row(family, "fft", "np.fft.fft(a)").on(ROWS).types("complex128").fresh(a -> np.fft.fft(a));
        row(family, "rfft", "np.fft.rfft(a)").on(ROWS).fresh(a -> np.fft.rfft(a));
        row(family, "take along axis", "np.take_along_axis(a, i, axis=1)").on(ROWS, index(Extent.HUNDREDS))
                .setup("i = i % 100").is(Outcome.FRESH, in -> {
                    NdArray a = in.a();
                    NdArray i = np.remainder(in.get("i"), 100);
                    return () -> np.takeAlongAxis(a, i, axis(1));
                });
        row(family, "put along axis", "np.put_along_axis(out, i, a, axis=1)")
                .on(ROWS, index(Extent.HUNDREDS), Input.of("out", Extent.HUNDREDS).filled(Fill.ZERO))
                .setup("i = i % 100").is(Outcome.WRITTEN, in -> {
                    NdArray a = in.a();
                    NdArray out = in.out();
                    NdArray i = np.remainder(in.get("i"), 100);
                    return () -> {
                        np.putAlongAxis(out, i, a, axis(1));
                        return out;
                    };
                });
    }

    private static Input index(Extent extent) {
        return Input.of("i", extent).as("int64").filled(Fill.INDEX);
    }

    private static void arranging(Family family) {
        row(family, "unpackbits", "np.unpackbits(a)").on(BYTES).types("uint8").quick().cold()
                .fresh(a -> np.unpackbits(a));
        row(family, "packbits of rows", "np.packbits(a, axis=1)").on(ROWS.as("bool")).types("bool")
                .fresh(a -> np.packbits(a, axis(1)));
        row(family, "delete a slice", "np.delete(a, slice(10, 500, 3))").on(Input.A)
                .fresh(a -> np.delete(a, Index.slice(10L, 500L, 3L)));
        row(family, "delete a column", "np.delete(a, 5, axis=1)").on(MATRIX).fresh(a -> np.delete(a, 5, axis(1)));
        row(family, "insert", "np.insert(a, 7, 1)").on(Input.A).fresh(a -> np.insert(a, 7, 1));
        row(family, "append", "np.append(a, b)").on(Input.A, Input.B).fresh((a, b) -> np.append(a, b));
        row(family, "vstack", "np.vstack((a, b))").on(MATRIX, OTHER).fresh((a, b) -> np.vstack(List.of(a, b)));
        row(family, "hstack", "np.hstack((a, b))").on(MATRIX, OTHER).fresh((a, b) -> np.hstack(List.of(a, b)));
        row(family, "column_stack", "np.column_stack((a, b))").on(Input.A, Input.B)
                .fresh((a, b) -> np.columnStack(List.of(a, b)));
        row(family, "dstack", "np.dstack((a, b))").on(MATRIX, OTHER).fresh((a, b) -> np.dstack(List.of(a, b)));
        row(family, "tile rows", "np.tile(a, (2, 2))").on(MATRIX).fresh(a -> np.tile(a, 2, 2));
        row(family, "pad by edges", "np.pad(a, 2, mode='edge')").on(MATRIX)
                .fresh(a -> np.pad(a, 2, mode(PadMode.EDGE)));
        row(family, "pad by reflection", "np.pad(a, 2, mode='reflect')").on(MATRIX)
                .fresh(a -> np.pad(a, 2, mode(PadMode.REFLECT)));
        row(family, "roll rows", "np.roll(a, 7, axis=0)").on(MATRIX).fresh(a -> np.roll(a, 7, axis(0)));
        row(family, "ravel of a transpose", "a.T.ravel()").on(MATRIX).fresh(a -> a.transpose().ravel());
        row(family, "swapaxes, copied", "np.swapaxes(a, 0, 1).copy()").on(MATRIX)
                .fresh(a -> np.swapaxes(a, 0, 1).copy());
        row(family, "fliplr, copied", "np.fliplr(a).copy()").on(MATRIX).fresh(a -> np.fliplr(a).copy());
        row(family, "images to channels first", "np.moveaxis(a.reshape(-1, 100, 4), -1, 0).copy()")
                .on(MATRIX).types("float32", "uint8").at(100_000L, 1_000_000L)
                .fresh(a -> np.moveaxis(a.reshape(-1, 100, 4), -1, 0).copy());
        row(family, "meshgrid", "np.meshgrid(a, b)[1]").on(Input.of("a", Extent.ROW), Input.of("b", Extent.ROW))
                .fresh((a, b) -> kept(np.meshgrid(a, b), 1));
        row(family, "indices", "np.indices(a.shape)").on(MATRIX).fresh(a -> np.indices(a.shape()));
        row(family, "resize", "np.resize(a, 2 * n)").on(Input.A).fresh(a -> np.resize(a, 2 * a.size()));
        row(family, "diag", "np.diag(a)").on(MATRIX).view(a -> np.diag(a));
        row(family, "broadcast, copied", "np.broadcast_to(b, a.shape).copy()").on(MATRIX, Input.of("b", Extent.ROW))
                .fresh((a, b) -> np.broadcastTo(b, a.shape()).copy());
        row(family, "arange of floats", "np.arange(0, a.size, 0.5)").on(Input.A)
                .fresh(a -> np.arange(0, a.size(), 0.5));
        row(family, "logspace", "np.logspace(0, 2, a.size)").on(Input.A)
                .fresh(a -> np.logspace(0, 2, num(a.size())));
        row(family, "eye", "np.eye(a.shape[0])").on(MATRIX).fresh(a -> np.eye(a.shape().dim(0)));
    }

    private static void choosing(Family family) {
        masked(row(family, "where, one argument", "np.where(m)[0]").on(Input.A).quick().cold(),
                (m, a) -> np.where(m).getFirst());
        row(family, "flatnonzero", "np.flatnonzero(a)").on(Input.A.filled(new Fill(-9, 2))).types("int64")
                .fresh(a -> np.flatnonzero(a));
        mask(row(family, "argwhere of a matrix", "np.argwhere(m)").on(Input.of("m", Extent.MATRIX).as("bool")),
                m -> np.argwhere(m));
        row(family, "select", "np.select([a < 10, a < 30], [a, b], 0)").on(Input.A, Input.B).fresh((a, b) -> {
            try (NdArray low = np.less(a, 10); NdArray middle = np.less(a, 30)) {
                return np.select(List.of(low, middle), List.of(a, b), 0);
            }
        });
        row(family, "choose", "np.choose(i, (a, b))").on(Input.A, Input.B, index(Extent.VECTOR)).setup("i = i % 2")
                .is(Outcome.FRESH, in -> {
                    NdArray which = np.remainder(in.get("i"), 2);
                    List<NdArray> from = List.of(in.a(), in.b());
                    return () -> np.choose(which, from);
                });
        row(family, "piecewise", "np.piecewise(a, [a < 10, a >= 10], [-1, 1])").on(Input.A).fresh(a -> {
            try (NdArray low = np.less(a, 10); NdArray high = np.greaterEqual(a, 10)) {
                return np.piecewise(a, List.of(low, high), List.of(-1, 1));
            }
        });
        masked(row(family, "extract", "np.extract(m, a)").on(Input.A), (m, a) -> np.extract(m, a));
        masked(row(family, "count_nonzero", "np.asarray(np.count_nonzero(m))").on(Input.A),
                (m, a) -> np.countNonzero(m));
        row(family, "putmask", "np.putmask(out, m, a)").on(Input.A, MASK, Input.OUT).is(Outcome.WRITTEN, in -> {
            NdArray out = in.out();
            NdArray m = in.get("m");
            NdArray a = in.a();
            return () -> {
                np.putmask(out, m, a);
                return out;
            };
        });
        row(family, "unravel_index", "np.unravel_index(i, (n, 10))[1]").on(index(Extent.VECTOR))
                .is(Outcome.FRESH, in -> {
                    NdArray i = in.get("i");
                    return () -> kept(np.unravelIndex(i, Shape.of(in.n(), 10)), 1);
                });
        row(family, "clip", "np.clip(a, 10, 30)").on(Input.A).fresh(a -> np.clip(a, 10, 30));
        row(family, "round", "np.round(a, 2)").on(Input.A).fresh(a -> np.round(a, 2));
        row(family, "array_equal", "np.array_equal(a, a.copy())").on(Input.A).fresh(a -> {
            try (NdArray same = a.copy()) {
                return np.full(Shape.of(), np.arrayEqual(a, same) ? 1 : 0, np.bool);
            }
        });
    }

    private static void statistics(Family family) {
        row(family, "unique with counts", "np.unique(a, return_counts=True)[1]").on(Input.A).types("int64").quick()
                .cold()
                .fresh(a -> kept(np.unique(a, returnCounts()), 1));
        row(family, "unique with inverse", "np.unique(a, return_inverse=True)[1]").on(DISORDER)
                .fresh(a -> kept(np.unique(a, returnInverse()), 1));
        row(family, "union1d", "np.union1d(a, b)").on(DISORDER, Input.B.filled(Fill.WIDE)).types("int64")
                .fresh((a, b) -> np.union1d(a, b));
        row(family, "setdiff1d", "np.setdiff1d(a, b)").on(Input.A.filled(Fill.INDEX), Input.B.filled(Fill.INDEX))
                .types("int64").fresh((a, b) -> np.setdiff1d(a, b));
        row(family, "median", "np.median(a)").on(DISORDER).types(Family.FLOATS).fresh(a -> np.median(a));
        row(family, "median of columns", "np.median(a, axis=0)").on(MATRIX.filled(Fill.WIDE))
                .fresh(a -> np.median(a, axis(0)));
        row(family, "nanmedian", "np.nanmedian(a)").on(DISORDER).fresh(a -> np.nanmedian(a));
        row(family, "several quantiles", "np.quantile(a, b)").on(DISORDER, Input.of("b", Extent.TEN).filled(Fill.UNIT))
                .fresh((a, b) -> np.quantile(a, b));
        row(family, "histogram of uneven bins", "np.histogram(a, b)[0]").on(Input.A, Input.of("b", Extent.TEN))
                .setup("b = np.sort(b)").is(Outcome.FRESH, in -> {
                    NdArray a = in.a();
                    NdArray edges = np.sort(in.b());
                    return () -> {
                        var made = np.histogram(a, bins(edges));
                        made.second().close();
                        return made.first();
                    };
                });
        row(family, "histogram2d", "np.histogram2d(a, b)[0]").on(Input.A, Input.B)
                .fresh((a, b) -> kept(np.histogram2d(a, b), 0));
        row(family, "bincount with weights", "np.bincount(i, a, 100)")
                .on(Input.of("i", Extent.VECTOR).as("int64"), Input.A).is(Outcome.FRESH, in -> {
                    NdArray i = in.get("i");
                    NdArray a = in.a();
                    return () -> np.bincount(i, weights(a), minlength(100));
                });
        row(family, "average with weights", "np.average(a, weights=b)").on(Input.A, Input.B)
                .fresh((a, b) -> np.average(a, weights(b)));
        row(family, "nanmean", "np.nanmean(a)").on(Input.A).fresh(a -> np.nanmean(a));
        row(family, "nanstd", "np.nanstd(a)").on(Input.A).fresh(a -> np.nanstd(a));
        row(family, "nanmax", "np.nanmax(a)").on(Input.A).fresh(a -> np.nanmax(a));
        row(family, "ptp", "np.ptp(a)").on(Input.A).fresh(a -> np.ptp(a));
        row(family, "corrcoef", "np.corrcoef(a, b)").on(Input.A, Input.B).fresh((a, b) -> np.corrcoef(a, b));
        row(family, "cov of two", "np.cov(a, b)").on(Input.A, Input.B).fresh((a, b) -> np.cov(a, b));
    }

    private static void series(Family family) {
        row(family, "diff", "np.diff(a)").on(Input.A).types("float64", "int64").quick().cold().fresh(a -> np.diff(a));
        row(family, "second diff", "np.diff(a, n=2)").on(Input.A).fresh(a -> np.diff(a, n(2)));
        row(family, "diff with an end", "np.diff(a, append=0)").on(Input.A).fresh(a -> np.diff(a, append(0)));
        row(family, "ediff1d", "np.ediff1d(a)").on(Input.A).fresh(a -> np.ediff1d(a));
        row(family, "gradient of a matrix", "np.gradient(a)[0]").on(MATRIX).fresh(a -> kept(np.gradient(a), 0));
        row(family, "cumsum", "np.cumsum(a)").on(Input.A).types(Family.FOUR).fresh(a -> np.cumsum(a));
        row(family, "correlate", "np.correlate(a, b)").on(Input.A, Input.of("b", Extent.TEN))
                .fresh((a, b) -> np.correlate(a, b));
        row(family, "convolve with ten", "np.convolve(a, b, 'same')").on(Input.A, Input.of("b", Extent.TEN))
                .types(Family.FLOATS)
                .fresh((a, b) -> np.convolve(a, b, ConvolveMode.SAME));
        row(family, "unwrap", "np.unwrap(a)").on(Input.A.filled(Fill.SIGNED)).fresh(a -> np.unwrap(a));
        row(family, "sinc", "np.sinc(a)").on(Input.A.filled(Fill.SIGNED)).fresh(a -> np.sinc(a));
        row(family, "hanning", "np.hanning(a.size)").on(Input.A).fresh(a -> np.hanning(a.size()));
        row(family, "polyval", "np.polyval(b, a)").on(Input.A.filled(Fill.UNIT), Input.of("b", Extent.TEN))
                .fresh((a, b) -> np.polyval(b, a));
        row(family, "polyfit", "np.polyfit(a, b, 3)").on(Input.A.filled(Fill.UNIT), Input.B).at(1_000L, 100_000L)
                .fresh((a, b) -> np.polyfit(a, b, 3));
        row(family, "chebval", "np.polynomial.chebyshev.chebval(a, b)")
                .on(Input.A.filled(Fill.UNIT), Input.of("b", Extent.TEN))
                .fresh((a, b) -> np.polynomial.chebyshev.chebval(a, b));
        row(family, "kron", "np.kron(a, b)").on(Input.of("a", Extent.ROW), Input.of("b", Extent.COLUMN))
                .fresh((a, b) -> np.kron(a, b));
        row(family, "cross", "np.cross(a, b)").on(Input.of("a", Extent.POINTS), Input.of("b", Extent.POINTS))
                .fresh((a, b) -> np.cross(a, b));
        row(family, "einsum of many tiny products", "np.einsum('nij,nj->ni', a.reshape(-1, 4, 5), b.reshape(-1, 5))")
                .on(MATRIX, OTHER.filled(Fill.UNIT)).types(Family.FLOATS)
                .setup("b = np.ascontiguousarray(b.reshape(-1)[:a.size // 4])").is(Outcome.FRESH, in -> {
                    NdArray a = in.a().reshape(-1, 4, 5);
                    NdArray b = in.b().reshape(-1).get(":" + in.n() / 4).copy().reshape(-1, 5);
                    return () -> np.einsum("nij,nj->ni", a, b);
                });
        row(family, "einsum, outer of rows", "np.einsum('ni,nj->nij', a, b)")
                .on(Input.of("a", Extent.POINTS), Input.of("b", Extent.POINTS))
                .fresh((a, b) -> np.einsum("ni,nj->nij", a, b));
        row(family, "trace", "np.trace(a)").on(MATRIX).fresh(a -> np.trace(a));
        row(family, "vander", "np.vander(a, 4)").on(Input.A.filled(Fill.UNIT))
                .fresh(a -> np.vander(a, N(4)));
    }
}
