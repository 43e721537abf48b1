package io.arrayport.conformance.bench.table;

import static io.arrayport.core.Np.np;
import static io.arrayport.core.Options.delimiter;
import static io.arrayport.core.Options.dtype;
import static io.arrayport.core.Options.fmt;

import java.nio.file.Path;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;

import io.arrayport.core.ndarray.NdArray;

/** Arrays in files: NumPy's own, and tables of text. All lie in the same folder, and are overwritten. */
final class FileCases {
    private static final Long[] SIZES = {1_000L, 100_000L, 1_000_000L};
    private static final Long[] TEXTS = {1_000L, 100_000L};
    private static final String FOLDER = "import tempfile; d = tempfile.TemporaryDirectory(); f = d.name + '/a";

    private FileCases() {}

    static void add(List<BenchCase> cases) {
        Family family = new Family("files", cases);
        writing(family.row("save", "np.save(f, a)").setup(FOLDER + ".npy'").at(SIZES).on(Input.A).quick().cold(),
                ".npy", (a, file) -> np.save(file, a));
        reading(family.row("load", "np.load(f)").setup(FOLDER + ".npy'; np.save(f, a)").at(SIZES).on(Input.A),
                ".npy", (a, file) -> np.save(file, a), file -> np.load(file));
        writing(family.row("savez", "np.savez(f, a)").setup(FOLDER + ".npz'").at(SIZES).on(Input.A),
                ".npz", (a, file) -> np.savez(file, a));
        reading(family.row("load of an archive", "np.load(f)['arr_0']").setup(FOLDER + ".npz'; np.savez(f, a)")
                .at(SIZES).on(Input.A), ".npz", (a, file) -> np.savez(file, a), file -> {
                    try (var archive = np.loadz(file)) {
                        return archive.get("arr_0");
                    }
                });
        writing(family.row("savez_compressed", "np.savez_compressed(f, a)").setup(FOLDER + ".npz'").at(TEXTS)
                .on(Input.A).types("int64"), ".npz", (a, file) -> np.savezCompressed(file, a));
        writing(family.row("tofile", "a.tofile(f)").setup(FOLDER + ".raw'").at(SIZES).on(Input.A), ".raw",
                (a, file) -> a.tofile(file));
        reading(family.row("fromfile", "np.fromfile(f)").setup(FOLDER + ".raw'; a.tofile(f)").at(SIZES).on(Input.A),
                ".raw", (a, file) -> a.tofile(file), file -> np.fromfile(file));
        tables(family);
    }

    private static void tables(Family family) {
        Input matrix = Input.of("a", Extent.MATRIX);
        writing(family.row("savetxt", "np.savetxt(f, a)").setup(FOLDER + ".txt'").at(TEXTS).on(matrix), ".txt",
                (a, file) -> np.savetxt(file, a));
        reading(family.row("loadtxt", "np.loadtxt(f, delimiter=',')")
                .setup(FOLDER + ".txt'; np.savetxt(f, a, delimiter=',')").at(TEXTS).on(matrix), ".txt",
                (a, file) -> np.savetxt(file, a, delimiter(",")), file -> np.loadtxt(file, delimiter(",")));
        reading(family.row("loadtxt of integers", "np.loadtxt(f, dtype=np.int64)")
                .setup(FOLDER + ".txt'; np.savetxt(f, a, fmt='%d')").at(TEXTS).on(matrix).types("int64"), ".txt",
                (a, file) -> np.savetxt(file, a, fmt("%d")),
                file -> np.loadtxt(file, dtype(np.int64)));
        reading(family.row("genfromtxt", "np.genfromtxt(f, delimiter=',')")
                .setup(FOLDER + ".txt'; np.savetxt(f, a, delimiter=',')").at(TEXTS).on(matrix), ".txt",
                (a, file) -> np.savetxt(file, a, delimiter(",")), file -> np.genfromtxt(file, delimiter(",")));
    }

    private static void writing(Family.Row row, String suffix, BiConsumer<NdArray, Path> write) {
        row.is(Outcome.WRITTEN, in -> {
            NdArray a = in.a();
            Path file = Scratch.file("a" + suffix);
            return () -> {
                write.accept(a, file);
                return a;
            };
        });
    }

    private static void reading(Family.Row row, String suffix, BiConsumer<NdArray, Path> write,
            Function<Path, NdArray> read) {
        row.is(Outcome.FRESH, in -> {
            Path file = Scratch.file("a" + suffix);
            write.accept(in.a(), file);
            return () -> read.apply(file);
        });
    }
}
