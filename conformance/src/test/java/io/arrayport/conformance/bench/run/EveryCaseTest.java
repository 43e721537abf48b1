package io.arrayport.conformance.bench.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import io.arrayport.conformance.bench.table.BenchCase;
import io.arrayport.conformance.bench.table.CaseTable;
import io.arrayport.core.error.ArrayportException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Every case at a small size, in both processes: each side can run it, and they compute the same. */
@Tag("vector-only") // The child has its own flags
class EveryCaseTest {
    private static @Nullable Side numpy;
    private static @Nullable Side arrayport;

    @BeforeAll
    static void start() throws IOException {
        try {
            Side started = Sides.numpy(2);
            Sides.numpyFacts(started);
            numpy = started;
        } catch (ArrayportException absent) {
            assumeThat(absent.getMessage()).as("NumPy is there").isNull();
        }
        arrayport = Sides.arrayport(2);
    }

    @AfterAll
    static void end() {
        for (Side side : new Side[]{numpy, arrayport}) {
            if (side != null) {
                side.close();
            }
        }
    }

    @Test
    void bothSidesComputeTheSame() throws IOException {
        List<String> wrong = new ArrayList<>();
        int compared = 0;
        for (BenchCase each : CaseTable.all()) {
            for (String dtype : each.dtypes()) {
                Item item = new Item(each, dtype, each.sizes().getFirst(), 1, false);
                JsonNode theirs = each.numpy() == null ? null : numpy.ask(item.question("prepare"));
                if (theirs != null && !theirs.has("check")) {
                    wrong.add(item + ": NumPy says " + theirs);
                    continue;
                }
                JsonNode ours = arrayport.ask(item.question("prepare"));
                if (!ours.has("check")) {
                    wrong.add(item + ": Arrayport says " + ours);
                } else if (theirs != null) {
                    String difference = Checks.difference(theirs.get("check"), ours.get("check"));
                    if (!difference.isEmpty()) {
                        wrong.add(item + ": " + difference);
                    }
                    compared++;
                }
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(compared).isGreaterThan(50);
    }

    @Test
    void timesAreTaken() throws IOException {
        Item item = new Item(CaseTable.of("elementwise/add into"), "float64", 10, 1, false);
        Row row = new Turns(Pace.of(true), numpy, arrayport, List.of()).measure(item);
        assertThat(row.failed()).isNull();
        assertThat(row.numpyNanos()).isPositive();
        assertThat(row.arrayportNanos()).isPositive();
        assertThat(row.ratio()).isBetween(row.ratioLow(), row.ratioHigh());
    }

    @Test
    void whatNumpyLacksHasOursOnly() throws IOException {
        Item item = new Item(CaseTable.of("exchange/to torch"), "float32", 10, 1, false);
        Row row = new Turns(Pace.of(true), numpy, arrayport, List.of()).measure(item);
        assertThat(row.failed()).isNull();
        assertThat(row.arrayportNanos()).isPositive();
        assertThat(row.numpyNanos()).isNull();
        assertThat(row.ratio()).isNull();
    }

    @Test
    void whatArrayportCannotDoHasFailed() throws IOException {
        BenchCase add = CaseTable.of("elementwise/add");
        BenchCase unknown = new BenchCase("elementwise", "no such case", add.inputs(), "", add.numpy(), add.form(),
                add.outcome(), add.dtypes(), add.sizes(), false, false);
        Row row = new Turns(Pace.of(true), numpy, arrayport, List.of())
                .measure(new Item(unknown, "float64", 10, 1, false));
        assertThat(row.failed()).contains("Arrayport", "no case elementwise/no such case");
        assertThat(row.ratio()).isNull();
    }
}
