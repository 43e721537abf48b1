package io.arrayport.interop.demo;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Collects the steps in the order they first happen; a step that repeats (batch by batch) is summed. */
final class StepLog {
    private final Map<String, Step> steps = new LinkedHashMap<>();

    /** @param start from {@link System#nanoTime()} */
    void add(String name, long rows, long bytes, long address, long bytesCopied, long start) {
        long micros = (System.nanoTime() - start) / 1_000;
        steps.merge(name, new Step(name, rows, bytes, address, bytesCopied, micros),
                (old, more) -> new Step(name, old.rows() + more.rows(), old.bytes() + more.bytes(), old.address(),
                        old.bytesCopied() + more.bytesCopied(), old.micros() + more.micros()));
    }

    List<Step> steps() {
        return new ArrayList<>(steps.values());
    }
}
