package io.arrayport.conformance.matrix;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Supplier;

import io.arrayport.conformance.matrix.Cell.Outcome;
import io.arrayport.core.dtype.DType;

/**
 * Every cell and what came of it.
 *
 * @param cells by source, target, element type and layout
 * @param asked copies that were asked for
 * @param reported copies that the flight recorder heard of: as many, or one was silent
 */
record Matrix(List<Cell> cells, long asked, long reported) {
    private static final List<Origin> ORIGINS = List.of(new OwnOrigin(), new CapsuleOrigin(true),
            new CapsuleOrigin(false), new TorchOrigin(), new VectorOrigin(), new StructsOrigin(), new FileOrigin());
    private static final List<Supplier<Neighbour<?>>> NEIGHBOURS = List.of(() -> new CapsuleNeighbour(true),
            () -> new CapsuleNeighbour(false), () -> new TorchNeighbour(false), () -> new TorchNeighbour(true),
            VectorNeighbour::new, StructsNeighbour::new);

    /** All element types of numbers, and one of each kind of time. */
    static List<DType> dtypes() {
        List<DType> all = new ArrayList<>(DType.ALL);
        all.add(DType.of("datetime64[us]"));
        all.add(DType.of("timedelta64[ns]"));
        return all;
    }

    /** Runs every cell. */
    static Matrix run(Consumer<String> progress) {
        AtomicLong copies = new AtomicLong();
        Trial trial = new Trial(copies);
        List<Cell> cells = new ArrayList<>();
        long reported = CopyCount.during(() -> {
            for (Origin origin : ORIGINS) {
                for (Supplier<Neighbour<?>> neighbour : NEIGHBOURS) {
                    cells.addAll(pair(trial, origin, neighbour, progress));
                }
            }
        });
        return new Matrix(List.copyOf(cells), copies.get(), reported);
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
                        cells.add(new Cell(origin.name(), neighbour.name(), dtype.name(), sample.toString(),
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
        if (asked != reported) {
            complaints.add(asked + " copies were asked for, and " + reported + " reported");
        }
        return complaints;
    }
}
