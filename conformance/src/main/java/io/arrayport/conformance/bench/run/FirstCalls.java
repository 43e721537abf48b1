package io.arrayport.conformance.bench.run;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * Measures one cold item: in new processes, the time of the first call. Not in it: starting the process, importing
 * NumPy, making the inputs. In it: loading classes, making kernels, the interpreter.
 */
final class FirstCalls {
    private final Pace pace;

    FirstCalls(Pace pace) {
        this.pace = pace;
    }

    Row measure(Item item) throws IOException {
        RowBuilder row = new RowBuilder(item);
        List<Double> theirs = new ArrayList<>();
        List<Double> ours = new ArrayList<>();
        List<Double> ratios = new ArrayList<>();
        for (int process = 0; process < pace.processes(); process++) {
            try (Side numpy = Sides.numpy(item.threads())) {
                theirs.add(numpy.nanos(item.question("first")));
            }
            try (Side arrayport = Sides.arrayport(item.threads())) {
                JsonNode answer = arrayport.ask(item.question("first"));
                if (!answer.has("nanos")) {
                    return row.failed("Arrayport: " + answer);
                }
                ours.add(answer.get("nanos").asDouble());
                ratios.add(ours.getLast() / theirs.getLast());
            }
        }
        row.numpy(new Sample(theirs));
        row.arrayport(new Sample(ours));
        return row.rounds(theirs.size()).ratios(ratios).end();
    }
}
