package io.arrayport.conformance.matrix;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Copies and how many there were of each: those that plans foretold, or those that the flight recorder heard of. */
final class Copies {
    private final Map<Copy, Long> counts = new HashMap<>();

    /**
     * One copy.
     *
     * @param target who needed it
     * @param reason why
     * @param bytes that moved
     */
    record Copy(String target, String reason, long bytes) {
        @Override
        public String toString() {
            return bytes + " bytes to " + target + " (" + reason + ")";
        }
    }

    void add(Copy copy) {
        counts.merge(copy, 1L, Long::sum);
    }

    long count() {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    long bytes() {
        return counts.entrySet().stream().mapToLong(each -> each.getKey().bytes() * each.getValue()).sum();
    }

    @Override
    public String toString() {
        return counts.toString();
    }

    /** Which were foretold here and heard of otherwise there; empty if what came is what was said. */
    List<String> differences(Copies heard) {
        Set<Copy> all = new HashSet<>(counts.keySet());
        all.addAll(heard.counts.keySet());
        List<String> differences = new ArrayList<>();
        for (Copy copy : all) {
            long here = counts.getOrDefault(copy, 0L);
            long there = heard.counts.getOrDefault(copy, 0L);
            if (here != there) {
                differences.add(copy + ": foretold " + here + " times, reported " + there + " times");
            }
        }
        return differences.stream().sorted().toList();
    }
}
