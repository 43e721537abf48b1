package io.arrayport.conformance.bench.run;

import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

import com.fasterxml.jackson.databind.JsonNode;
import io.arrayport.conformance.bench.table.CaseTable;
import io.arrayport.core.error.ArrayportException;
import org.jspecify.annotations.Nullable;

/** A run of the bench: decides what is measured, starts the processes, and goes through the rows. */
public final class Bench {
    private final Selection wanted;
    private final Pace pace;
    private final @Nullable Peers peers;
    private final Consumer<String> progress;
    private final double load = Machine.load();
    private final List<Item> warm;
    private final List<Item> cold;
    private final List<Row> rows = new ArrayList<>();
    private @Nullable Environment environment;
    private double secondsLeft;

    /**
     * Plans a run.
     *
     * @param peers other libraries to measure; null for none
     * @param progress told what is being measured
     */
    public Bench(Selection wanted, @Nullable Peers peers, Consumer<String> progress) {
        this.wanted = wanted;
        this.peers = peers;
        this.progress = progress;
        pace = Pace.of(wanted.quick());
        warm = Plan.warm(wanted, Machine.cores());
        cold = Plan.cold(wanted);
        if (size() == 0) {
            throw new ArrayportException("no row of the table is like that; families are "
                    + String.join(", ", CaseTable.families()) + "; names and sizes are in the table of a run");
        }
        secondsLeft = warm.stream().mapToDouble(pace::seconds).sum() + cold.stream().mapToDouble(pace::seconds).sum();
    }

    /** Returns how many rows it has. */
    public int size() {
        return warm.size() + cold.size();
    }

    /** Returns a guess at how long it takes. */
    public double seconds() {
        return secondsLeft;
    }

    /** Returns whether the machine was too busy for good figures before it. */
    public boolean isBusy() {
        return Machine.isBusy(load);
    }

    /** Returns how busy the machine was before it. */
    public double load() {
        return load;
    }

    /**
     * Measures.
     *
     * @throws ArrayportException if Python or NumPy is missing
     * @throws IOException if a process cannot be started, or keeps dying
     */
    public Result run() throws IOException {
        for (int threads : warm.stream().map(Item::threads).distinct().toList()) {
            warm(warm.stream().filter(item -> item.threads() == threads).toList(), threads);
        }
        if (environment == null) {
            try (Side numpy = Sides.numpy(1); Side arrayport = Sides.arrayport(1)) {
                look(numpy, arrayport);
            }
        }
        FirstCalls first = new FirstCalls(pace);
        for (Item item : cold) {
            add(item, first.measure(item));
        }
        List<String> order = CaseTable.all().stream().map(each -> each.id()).toList();
        rows.sort(Comparator.comparingInt((Row row) -> order.indexOf(row.id())).thenComparing(Row::cold)
                .thenComparingInt(Row::threads).thenComparing(Row::dtype).thenComparingLong(Row::n));
        if (environment == null) {
            throw new IllegalStateException("nothing was measured");
        }
        return new Result(environment, List.copyOf(rows));
    }

    private void warm(List<Item> items, int threads) throws IOException {
        int at = 0;
        while (at < items.size()) {
            List<Side> others = peers == null ? List.of() : peers.start(threads);
            try (Side numpy = Sides.numpy(threads); Side arrayport = Sides.arrayport(threads)) {
                look(numpy, arrayport);
                Turns turns = new Turns(pace, numpy, arrayport, others);
                // A process that dies takes one row with it, not the run
                for (boolean alive = true; alive && at < items.size(); at++) {
                    Item item = items.get(at);
                    try {
                        add(item, turns.measure(item));
                    } catch (IOException died) {
                        alive = false;
                        add(item, new RowBuilder(item).failed(String.valueOf(died.getMessage())));
                    }
                }
            } finally {
                others.forEach(Side::close);
            }
        }
    }

    private void add(Item item, Row row) {
        rows.add(row);
        secondsLeft -= pace.seconds(item);
        progress.accept(String.format(Locale.ROOT, "%d of %d rows, about %.0f min left: %s", rows.size(), size(),
                Math.ceil(secondsLeft / 60), item));
    }

    private void look(Side numpy, Side arrayport) throws IOException {
        JsonNode theirs = Sides.numpyFacts(numpy);
        if (environment == null) {
            JsonNode ours = arrayport.ask(Map.of("do", "facts"));
            environment = new Environment(LocalDate.now(ZoneId.systemDefault()).toString(), Machine.cpu(),
                    Machine.cores(), !Machine.onOneCore().isEmpty(), load, Machine.isBusy(load),
                    ours.path("version").asText(), ours.path("simd").asText(), theirs.path("version").asText(),
                    theirs.path("python").asText(), theirs.path("blas").asText(),
                    peers == null ? List.of() : peers.names(), wanted.quick());
        }
    }
}
