package io.arrayport.conformance.bench.run;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/** Measures one warm item: every side makes ready, is compared and warmed up, and then they run in turn. */
final class Turns {
    private final Pace pace;
    private final Side numpy;
    private final Side arrayport;
    private final List<Side> peers;
    private final Set<String> compiled = new HashSet<>();

    Turns(Pace pace, Side numpy, Side arrayport, List<Side> peers) {
        this.pace = pace;
        this.numpy = numpy;
        this.arrayport = arrayport;
        this.peers = peers;
    }

    Row measure(Item item) throws IOException {
        RowBuilder row = new RowBuilder(item);
        List<Side> running = new ArrayList<>();
        JsonNode reference = null;
        if (item.of().numpy() != null) {
            JsonNode theirs = numpy.ask(item.question("prepare"));
            if (!theirs.has("check")) {
                return row.failed("NumPy: " + theirs.path("failed").asText());
            }
            reference = theirs.get("check");
            running.add(numpy);
        }
        compile(item);
        JsonNode ours = arrayport.ask(item.question("prepare"));
        if (!ours.has("check")) {
            return row.failed("Arrayport: " + ours.path("failed").asText());
        }
        String difference = reference == null ? "" : Checks.difference(reference, ours.get("check"));
        if (!difference.isEmpty()) {
            return row.failed("Arrayport computes something else than NumPy: " + difference);
        }
        running.add(arrayport);
        running.addAll(able(item, reference));
        return figures(row, running);
    }

    /** What is first met at a large n would run too seldom to be compiled: it is met at a small one. */
    private void compile(Item item) throws IOException {
        long least = item.of().sizes().getFirst();
        if (compiled.add(item.of().id() + item.dtype()) && item.n() > least) {
            Item small = new Item(item.of(), item.dtype(), least, item.threads(), false);
            if (arrayport.ask(small.question("prepare")).has("check")) {
                arrayport.nanos(Map.of("do", "warm", "most", pace.warmNanos()));
            }
        }
    }

    private List<Side> able(Item item, @Nullable JsonNode reference) throws IOException {
        List<Side> able = new ArrayList<>();
        for (Side peer : peers) {
            JsonNode check = peer.ask(item.question("prepare")).path("check");
            if (!check.isMissingNode() && (reference == null || Checks.isNear(reference, check))) {
                able.add(peer);
            }
        }
        return able;
    }

    private Row figures(RowBuilder row, List<Side> running) throws IOException {
        Map<Side, Long> calls = new LinkedHashMap<>();
        double oneRound = 0;
        for (Side side : running) {
            double perCall = side.nanos(Map.of("do", "warm", "most", pace.warmNanos()));
            long count = pace.calls(perCall);
            calls.put(side, count);
            oneRound += count * perCall;
        }
        int rounds = pace.rounds(oneRound);
        Map<Side, List<Double>> times = new HashMap<>();
        List<Double> ratios = new ArrayList<>();
        for (int round = 0; round < rounds; round++) {
            Map<Side, Double> turn = new HashMap<>();
            for (Side side : running) {
                long count = calls.getOrDefault(side, 1L);
                double nanos = side.nanos(Map.of("do", "time", "calls", count)) / count;
                turn.put(side, nanos);
                times.computeIfAbsent(side, _ -> new ArrayList<>()).add(nanos);
            }
            Double theirs = turn.get(numpy);
            Double ours = turn.get(arrayport);
            if (theirs != null && ours != null) {
                ratios.add(ours / theirs);
            }
            if (pace.isEnough(ratios)) {
                break;
            }
        }
        times.forEach((side, values) -> {
            Sample sample = new Sample(values);
            if (side.equals(numpy)) {
                row.numpy(sample);
            } else if (side.equals(arrayport)) {
                row.arrayport(sample);
            } else {
                row.peer(side.name(), sample);
            }
        });
        return row.rounds(times.isEmpty() ? 0 : times.values().iterator().next().size()).ratios(ratios).end();
    }
}
