package io.arrayport.conformance.matrix;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

import io.arrayport.conformance.matrix.Cell.Outcome;
import io.arrayport.core.dtype.DType;
import io.arrayport.core.dtype.FlexibleType;
import io.arrayport.core.dtype.StringType;
import io.arrayport.dlpack.python.Python;
import org.jspecify.annotations.Nullable;

/**
 * Every cell and what came of it.
 *
 * @param cells by source, target, element type and layout
 * @param asked copies that were asked for, as the plans foretold them: to whom, why, how many bytes
 * @param reported copies that the flight recorder heard of: the same, or a plan was wrong or a copy silent
 * @param absent which neighbours are not here, and why
 */
record Matrix(List<Cell> cells, Copies asked, Copies reported, List<String> absent) {
    /** All element types of numbers, and one of each kind of time, of bytes and of strings. */
    static List<DType> dtypes() {
        List<DType> all = new ArrayList<>(DType.ALL);
        all.add(DType.of("datetime64[us]"));
        all.add(DType.of("timedelta64[ns]"));
        all.addAll(List.of(DType.of("S4"), DType.of("U3"), DType.of("V6"), DType.STRING));
        return all;
    }

    /** NumPy's name; of strings and bytes the one that says how many. */
    static String name(DType dtype) {
        return dtype instanceof StringType ? "StringDType"
                : dtype instanceof FlexibleType ? dtype.str().replaceFirst("^[<>|=]", "") : dtype.name();
    }

    /** Runs every cell. */
    static Matrix run(Consumer<String> progress) {
        Copies copies = new Copies();
        Trial trial = new Trial(copies);
        List<Cell> cells = new ArrayList<>();
        try (PythonHere here = PythonHere.look()) {
            Copies reported = CopyCount.during(() -> {
                for (Origin origin : origins(here.python())) {
                    for (Supplier<Neighbour<?>> neighbour : neighbours(here.python())) {
                        cells.addAll(pair(trial, origin, neighbour, progress));
                    }
                }
            });
            cells.addAll(TextTrial.all(progress));
            return new Matrix(List.copyOf(cells), copies, reported,
                    here.why().isEmpty() ? List.of() : List.of("NumPy: " + here.why()));
        }
    }

    private static List<Origin> origins(@Nullable Python python) {
        List<Origin> origins = new ArrayList<>(List.of(new OwnOrigin(), new CapsuleOrigin(true),
                new CapsuleOrigin(false), new TorchOrigin(), new VectorOrigin(), new StructsOrigin(),
                new FileOrigin()));
        if (python != null) {
            origins.add(new NumpyOrigin(python));
        }
        return origins;
    }

    static List<Supplier<Neighbour<?>>> neighbours(@Nullable Python python) {
        List<Supplier<Neighbour<?>>> neighbours = new ArrayList<>(List.of(() -> new CapsuleNeighbour(true),
                () -> new CapsuleNeighbour(false), () -> new TorchNeighbour(false), () -> new TorchNeighbour(true),
                VectorNeighbour::new, StructsNeighbour::new));
        if (python != null) {
            neighbours.add(() -> new NumpyNeighbour(python));
        }
        return neighbours;
    }

    private static List<Cell> pair(Trial trial, Origin origin, Supplier<Neighbour<?>> target,
            Consumer<String> progress) {
        List<Cell> cells = new ArrayList<>();
        for (DType dtype : dtypes()) {
            for (Sample sample : Sample.values()) {
                if (sample.concerns(dtype)) {
                    try (Neighbour<?> neighbour = target.get()) {
                        progress.accept(origin.name() + " to " + neighbour.name() + ", " + dtype + ", " + sample);
                        Trial.Verdict verdict = verdict(trial, origin, neighbour, dtype, sample);
                        cells.add(new Cell(origin.name(), neighbour.name(), name(dtype), sample.toString(),
                                verdict.outcome(), verdict.proof()));
                    }
                }
            }
        }
        return cells;
    }

    private static Trial.Verdict verdict(Trial trial, Origin origin, Neighbour<?> neighbour, DType dtype,
            Sample sample) {
        try (Origin.Made made = origin.make(dtype, sample)) {
            return trial.of(made, neighbour, neighbour.expected(dtype, sample, made.array().isWriteable()));
        } catch (Origin.NoSuchSource none) {
            return new Trial.Verdict(Outcome.NO_SOURCE, String.valueOf(none.getMessage()));
        }
    }

    /** What is wrong; empty if all is as it has to be. */
    List<String> complaints() {
        List<String> complaints = new ArrayList<>();
        for (Cell cell : cells) {
            if (cell.outcome() == Outcome.WRONG) {
                complaints.add(cell.source() + " to " + cell.target() + ", " + cell.dtype() + ", " + cell.layout()
                        + ": " + cell.proof());
            }
        }
        complaints.addAll(asked.differences(reported));
        return complaints;
    }
}
